using System.Text;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats.Pdf;

/// <summary>Which of the two fonts a letter is in.</summary>
internal static class PdfScripts
{
    /// <summary>Parts of the text, each wholly in one font.</summary>
    public static IEnumerable<(string Text, bool Other)> Split(string text)
    {
        var start = 0;
        var at = 0;
        bool? other = null;
        foreach (var rune in text.EnumerateRunes())
        {
            var needsOther = !IsInText(rune);
            // Spaces stay with what stands before them.
            if (other is { } current && needsOther != current && !Rune.IsWhiteSpace(rune))
            {
                yield return (text[start..at], current);
                start = at;
                other = needsOther;
            }

            other ??= needsOther;
            at += rune.Utf16SequenceLength;
        }

        if (start < text.Length)
            yield return (text[start..], other ?? false);
    }

    /// <summary>Latin with its extensions, Greek, Cyrillic, and the punctuation and signs that go with them.</summary>
    private static bool IsInText(Rune rune) => rune.Value
        is < 0x0250 or (>= 0x02B0 and < 0x0370) or (>= 0x0370 and < 0x0530) or (>= 0x1E00 and < 0x1F00)
        or (>= 0x2010 and < 0x2028) or (>= 0x2030 and < 0x205F) or (>= 0x20A0 and < 0x20C0) or 0x2116 or 0x2122 or 0x2212;
}
