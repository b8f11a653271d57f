namespace RussiaChinaAnalysis.Arguments.Reading;

/// <summary>The last resort for a title: "why-the-wedge_fails.md" reads "Why the wedge fails".</summary>
internal static class FileTitle
{
    public static string Of(SourceFile file)
    {
        var name = Text.TextNormaliser.Normalise(Path.GetFileNameWithoutExtension(file.Name));
        var words = name.Split([' ', '-', '_', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var title = string.Join(' ', words);
        return title.Length == 0 ? "Untitled" : char.ToUpperInvariant(title[0]) + title[1..];
    }
}
