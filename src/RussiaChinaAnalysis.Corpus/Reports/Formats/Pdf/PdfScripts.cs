using System.Text;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats.Pdf;

/// <summary>Which font each letter is in.</summary>
internal static class PdfScripts
{
    private const string NeverFirst = "、。，．：；！？）］｝〉》」』】〕’”・ー々";

    /// <summary>Parts of the text, each wholly in one font.</summary>
    public static IEnumerable<(string Text, string Family)> Split(string text, PdfFonts fonts)
    {
        var start = 0;
        var at = 0;
        string? current = null;
        foreach (var rune in text.EnumerateRunes())
        {
            // Spaces stay with what stands before them; what no font has is shown as the main one's empty box.
            var family = IsPlain(rune) || Rune.IsWhiteSpace(rune) && current is null ? PdfFonts.Text : Rune.IsWhiteSpace(rune) ? current! : fonts.FamilyOf(rune.Value) ?? PdfFonts.Text;
            if (current is not null && family != current)
            {
                yield return (text[start..at], current);
                start = at;
            }

            current = family;
            at += rune.Utf16SequenceLength;
        }

        if (start < text.Length)
            yield return (text[start..], current ?? PdfFonts.Text);
    }

    /// <summary>Words and single spaces. Where a script has no spaces, each letter may begin a line.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var isSpace = char.IsWhiteSpace(text[at]);
            if (at > start && (isSpace || MayBreakBefore(text, at)))
            {
                yield return text[start..at];
                start = at;
            }

            if (!isSpace)
                continue;
            yield return " ";
            start = at + 1;
        }

        if (start < text.Length)
            yield return text[start..];
    }

    /// <summary>The letters of a report that no font has, each once.</summary>
    public static IReadOnlyList<string> Missing(ReportContent content, PdfFonts fonts) =>
    [
        .. Texts(content).SelectMany(text => text.EnumerateRunes()).Distinct()
            .Where(rune => !IsPlain(rune) && !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && fonts.FamilyOf(rune.Value) is null)
            .Select(rune => rune.ToString()),
    ];

    private static IEnumerable<string> Texts(ReportContent content) =>
        content.Authors.Append(content.Title).Append(content.Summary).Append(content.Selection)
            .Concat(content.Documents.SelectMany(document => new[] { document.Title, document.Author ?? "" }))
            .Concat(content.References.SelectMany(reference => reference.Themes.Append(reference.Quote).Append(reference.AttributedTo ?? "")))
            .Concat(content.Sections.Select(section => section.Title))
            .Concat(content.Sections.SelectMany(section => section.Items)
                .SelectMany(item => item.Evidence.Concat(item.Counter).SelectMany(link => link.Notes ?? []).Concat(item.Notes)).SelectMany(Texts));

    private static IEnumerable<string> Texts(ReportNote note) => note.Replies.SelectMany(Texts).Append(note.Author).Append(note.Body);

    private static bool IsPlain(Rune rune) => rune.Value is >= 0x20 and < 0x7F;

    private static bool MayBreakBefore(string text, int at) =>
        (IsEastAsian(text[at]) || IsEastAsian(text[at - 1])) && !NeverFirst.Contains(text[at], StringComparison.Ordinal) && !char.IsLowSurrogate(text[at]);

    /// <summary>Kana, ideographs and their punctuation. Korean is written with spaces.</summary>
    private static bool IsEastAsian(char letter) =>
        letter is (>= '\u3000' and < '\uA000') or (>= '\uF900' and < '\uFB00') or (>= '\uFF00' and < '\uFFEF') or (>= '\uD840' and < '\uD8C0');
}
