using System.Security.Cryptography;
using System.Text;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats.Pdf;

/// <summary>
/// The library names the embedded fonts, and the file itself, by chance. All these names have a fixed length, so they
/// can be replaced by ones that follow from their order and from the content without moving anything in the file.
/// </summary>
internal static class PdfSettled
{
    private const int TagLength = 6;

    public static void Settle(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        var tags = new List<string>();
        foreach (var at in Places(text, "/FontName/").Select(at => at + "/FontName/".Length))
        {
            var tag = text.Substring(at, TagLength);
            if (text[at + TagLength] == '+' && !tags.Contains(tag))
                tags.Add(tag);
        }

        for (var number = 0; number < tags.Count; number++)
            Replace(file, text, $"/{tags[number]}+", $"/{Tag(number)}+");
        foreach (var at in Places(text, "uuid:"))
            Write(file, at + "uuid:".Length, new string('0', 36));
        var id = text.LastIndexOf("/ID[<", StringComparison.Ordinal);
        if (id < 0)
            return;
        var first = id + "/ID[<".Length;
        var second = first + 32 + "><".Length;
        Write(file, first, new string('0', 32));
        Write(file, second, new string('0', 32));
        var hash = Convert.ToHexString(SHA256.HashData(file))[..32];
        Write(file, first, hash);
        Write(file, second, hash);
    }

    private static IEnumerable<int> Places(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
            yield return at;
    }

    private static void Replace(byte[] file, string text, string old, string replacement)
    {
        foreach (var at in Places(text, old))
            Write(file, at, replacement);
    }

    private static void Write(byte[] file, int at, string text) => Encoding.Latin1.GetBytes(text, file.AsSpan(at));

    /// <summary>Six letters, as the format asks for.</summary>
    private static string Tag(int number) => $"RCAFN{(char)('A' + number)}";
}
