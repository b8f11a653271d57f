using System.Globalization;
using PdfSharp.Drawing;
using PdfSharp.Fonts;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats.Pdf;

/// <summary>
/// The fonts that are embedded in PDF files: Source Serif for Latin, Greek and Cyrillic, DejaVu Sans for what it lacks,
/// and for what both lack, such as Chinese, Japanese and Korean, fonts of this machine.
/// </summary>
/// <param name="folder">Holds the font files.</param>
public sealed class PdfFonts(string folder) : IFontResolver
{
    public const string Text = "Report Text";

    private const string Other = "Report Other";
    private const string OnMachine = "Report System ";

    private static readonly Lock Gate = new();

    private readonly Dictionary<string, FontFile> loaded = [];
    private readonly Dictionary<int, string?> families = [];

    /// <summary>Font files that must lie in the folder.</summary>
    private static IReadOnlyList<string> Files { get; } =
        ["SourceSerif4_400Regular.ttf", "SourceSerif4_400Regular_Italic.ttf", "SourceSerif4_600SemiBold.ttf", "DejaVuSans.ttf"];

    /// <summary>The library has one resolver for the whole process; the first one counts.</summary>
    public void Install()
    {
        lock (Gate)
            GlobalFontSettings.FontResolver ??= this;
    }

    /// <summary>The family that has the letter; null when no font has it.</summary>
    /// <param name="letter">A Unicode code point.</param>
    public string? FamilyOf(int letter)
    {
        lock (Gate)
        {
            if (!families.TryGetValue(letter, out var family))
                families.Add(letter, family = Find(letter));
            return family;
        }
    }

    public byte[] GetFont(string faceName)
    {
        lock (Gate)
            return Load(faceName).Content;
    }

    public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(familyName switch
    {
        Other => Files[3],
        Text => isBold ? Files[2] : isItalic ? Files[1] : Files[0],
        _ => familyName,
    });

    private string? Find(int letter)
    {
        if (Load(Files[0]).Has(letter))
            return Text;
        if (Load(Files[3]).Has(letter))
            return Other;
        for (var number = 0; number < SystemFonts.All.Count; number++)
        {
            if (SystemFonts.All[number].Has(letter) && IsUsable(NameOf(number)))
                return NameOf(number);
        }

        return null;
    }

    private static string NameOf(int number) => OnMachine + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether the library can make do with a font that nobody has tried before.</summary>
    private static bool IsUsable(string family)
    {
        try
        {
            _ = new XFont(family, 10);
            return true;
        }
        catch (Exception failure) when (failure is InvalidOperationException or NotSupportedException or ArgumentException or IndexOutOfRangeException or NullReferenceException)
        {
            return false;
        }
    }

    private FontFile Load(string faceName)
    {
        if (faceName.StartsWith(OnMachine, StringComparison.Ordinal))
            return SystemFonts.All[int.Parse(faceName.AsSpan(OnMachine.Length), CultureInfo.InvariantCulture)];
        if (!loaded.TryGetValue(faceName, out var font))
            loaded.Add(faceName, font = FontFile.Read(Path.Combine(folder, faceName)) ?? throw new FileNotFoundException($"The font {faceName} is missing beside the program; build it anew."));
        return font;
    }
}
