using PdfSharp.Fonts;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats.Pdf;

/// <summary>
/// The fonts that are embedded in PDF files: Source Serif for Latin, Greek and Cyrillic, DejaVu Sans for what it lacks.
/// </summary>
/// <param name="folder">Holds the font files.</param>
public sealed class PdfFonts(string folder) : IFontResolver
{
    public const string Text = "Report Text";
    public const string Other = "Report Other";

    private static readonly Lock Gate = new();

    private readonly Dictionary<string, byte[]> loaded = [];

    /// <summary>Font files that must lie in the folder.</summary>
    public static IReadOnlyList<string> Files { get; } =
        ["SourceSerif4_400Regular.ttf", "SourceSerif4_400Regular_Italic.ttf", "SourceSerif4_600SemiBold.ttf", "DejaVuSans.ttf"];

    /// <summary>The library has one resolver for the whole process; the first one counts.</summary>
    public void Install()
    {
        lock (Gate)
            GlobalFontSettings.FontResolver ??= this;
    }

    public byte[] GetFont(string faceName)
    {
        lock (Gate)
        {
            if (!loaded.TryGetValue(faceName, out var font))
                loaded.Add(faceName, font = File.ReadAllBytes(Path.Combine(folder, faceName)));
            return font;
        }
    }

    public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        new(familyName == Other ? Files[3] : isBold ? Files[2] : isItalic ? Files[1] : Files[0]);
}
