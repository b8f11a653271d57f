using System.Collections.Immutable;
using System.Text;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Tests.Extraction.Themes;

/// <summary>Documents for tests, written as paragraphs between blank lines; “## ” opens a heading of that rank.</summary>
internal static class Essay
{
    public static SourceDocument Of(string written)
    {
        var text = new StringBuilder();
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var part in written.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var level = part.TakeWhile(character => character == '#').Count();
            var content = part[level..].Trim();
            if (text.Length > 0)
                text.Append("\n\n");
            var span = new TextSpan(text.Length, text.Length + content.Length);
            text.Append(content);
            blocks.Add(new Block(level > 0 ? BlockKind.Heading : BlockKind.Paragraph, span, level));
        }

        return new SourceDocument(text.ToString(), blocks.ToImmutable(), new DocumentMetadata("Essay"));
    }
}
