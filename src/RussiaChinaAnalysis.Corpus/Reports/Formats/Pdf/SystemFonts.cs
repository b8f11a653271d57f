namespace RussiaChinaAnalysis.Corpus.Reports.Formats.Pdf;

/// <summary>
/// The fonts of this machine that could be embedded, those with the most letters first. They are looked for only when a
/// report has a letter that the fonts of the program lack, because a font for Chinese alone is larger than the program.
/// </summary>
internal static class SystemFonts
{
    private const long LargestFile = 80_000_000;

    /// <summary>A smaller one is for one script that the program's own fonts have, or for signs.</summary>
    private const int FewestLetters = 3_000;
    private const int Most = 12;

    /// <summary>They have a box, a blank or a bitmap for every letter, and would be taken for complete.</summary>
    private static readonly string[] Useless = ["lastresort", "blank", "unifont", "notdef"];

    private static readonly Lazy<IReadOnlyList<FontFile>> Found = new(Find);

    public static IReadOnlyList<FontFile> All => Found.Value;

    private static IReadOnlyList<FontFile> Find() =>
    [
        .. Folders().Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.tt?", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }))
            .Where(path => !Useless.Any(name => Path.GetFileName(path).Contains(name, StringComparison.OrdinalIgnoreCase)) && IsLarge(path))
            .Distinct().Order(StringComparer.Ordinal)
            .Select(FontFile.Read).OfType<FontFile>()
            .Where(font => font.Count >= FewestLetters)
            .OrderByDescending(font => font.Count).ThenBy(font => font.Name, StringComparer.Ordinal)
            .Take(Most),
    ];

    /// <summary>So many letters take more than a megabyte, so most files need not be read.</summary>
    private static bool IsLarge(string path) => new FileInfo(path).Length is > 1_000_000 and < LargestFile;

    private static IEnumerable<string> Folders()
    {
        yield return Environment.GetFolderPath(Environment.SpecialFolder.Fonts);
        yield return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "fonts");
        yield return "/usr/share/fonts";
        yield return "/usr/local/share/fonts";
        yield return "/Library/Fonts";
        yield return "/System/Library/Fonts";
    }
}
