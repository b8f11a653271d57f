using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace RussiaChinaAnalysis.Arguments.Reading.Pdf;

/// <summary>The document information and the catalogue's language. The day on which the file was made is not the day of publication.</summary>
internal static class PdfMetadata
{
    public static (string? Title, string? Author, string? Published, string? Language) Read(PdfDocument pdf) => (
        StatedTitle.Clean(pdf.Information.Title),
        StatedAuthor.Clean(pdf.Information.Author),
        null,
        ReadLanguage(pdf));

    private static string? ReadLanguage(PdfDocument pdf)
    {
        var catalogue = pdf.Structure.Catalog.CatalogDictionary;
        if (!catalogue.TryGet(NameToken.Create("Lang"), out var token))
            return null;
        var language = token switch { StringToken text => text.Data, HexToken hex => hex.Data, _ => "" };
        return language.Length is >= 2 and <= 35 && language.All(character => char.IsAsciiLetterOrDigit(character) || character == '-') ? language : null;
    }
}
