using System.Globalization;

namespace RussiaChinaAnalysis.Arguments.Reading.Docx;

/// <summary>A style's name as Word and LibreOffice spell it, compared without spaces and case: "Heading 1" is "heading1".</summary>
internal readonly struct StyleName(string name)
{
    private readonly string key = string.Concat(name.Where(character => !char.IsWhiteSpace(character))).ToLowerInvariant();

    /// <summary>A page that repeats the headings is no part of the text.</summary>
    public bool IsContents =>
        key is "tocheading" or "contentsheading" || HasNumber("toc", out _) || HasNumber("contents", out _) || key is "tableoffigures";

    /// <returns>Null when the name says nothing of the paragraph's part in the text.</returns>
    public ParagraphRole? Role =>
        key is "title" ? ParagraphRole.Title
        : key is "subtitle" ? ParagraphRole.Heading(1)
        : HasNumber("heading", out var level) ? ParagraphRole.Heading(level - 1)
        : key is "quote" or "intensequote" or "quotations" or "blocktext" or "blockquote" ? ParagraphRole.Quotation
        : null;

    private bool HasNumber(string word, out int number)
    {
        number = 0;
        return key.StartsWith(word, StringComparison.Ordinal)
            && int.TryParse(key.AsSpan(word.Length), NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && number is >= 1 and <= 9;
    }
}
