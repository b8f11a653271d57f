using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace RussiaChinaAnalysis.Arguments.Reading.Html;

/// <summary>Word saves pages without lists, titles and quotations: every block is a paragraph, and its class says what it is.</summary>
internal static partial class WordParagraph
{
    /// <returns>Null for a paragraph that is nothing else.</returns>
    public static (BlockKind Kind, int Level)? RoleOf(IElement paragraph) => paragraph.ClassName switch
    {
        "MsoTitle" => (BlockKind.Heading, 1),
        "MsoQuote" or "MsoIntenseQuote" => (BlockKind.Quotation, 1),
        { } name when name.StartsWith("MsoListParagraph", StringComparison.Ordinal) => (BlockKind.ListItem, LevelOf(paragraph.GetAttribute("style") ?? "")),
        _ => null,
    };

    private static int LevelOf(string style) => Level().Match(style) is { Success: true } match ? Math.Max(1, match.Groups[1].Value[0] - '0') : 1;

    [GeneratedRegex(@"mso-list:\s*l\d+ level(\d)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Level();
}
