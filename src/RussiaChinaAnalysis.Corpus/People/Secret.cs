using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace RussiaChinaAnalysis.Corpus.People;

/// <summary>What a link or a token proves itself by. It is kept as its hash, which gives nothing away.</summary>
public static class Secret
{
    private const int Bytes = 32;

    /// <summary>256 random bits, as it stands in an address.</summary>
    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256, lower-case hexadecimal. A secret of this length needs no slower hash and no salt.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
