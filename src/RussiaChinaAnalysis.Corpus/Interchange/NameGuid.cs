using System.Security.Cryptography;
using System.Text;

namespace RussiaChinaAnalysis.Corpus.Interchange;

/// <summary>Identifiers for formats that ask for a UUID: made from a name, so that the same thing always gets the same one (RFC 9562, version 8).</summary>
internal static class NameGuid
{
    public static Guid Of(params ReadOnlySpan<string> name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', name)))[..16];
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x80);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
