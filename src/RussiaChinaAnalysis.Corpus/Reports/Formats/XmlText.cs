using System.Text;
using System.Xml;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats;

/// <summary>Text as XML can hold it. One character that it cannot hold would make the whole file impossible.</summary>
internal static class XmlText
{
    private const char Replacement = '\uFFFD';

    public static string Of(string text)
    {
        if (text.All(XmlConvert.IsXmlChar))
            return text;
        var written = new StringBuilder(text.Length);
        // What is no whole character, half of a surrogate pair, comes out as the replacement already.
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value))
                written.Append(Replacement);
            else
                written.Append(rune);
        }

        return written.ToString();
    }
}
