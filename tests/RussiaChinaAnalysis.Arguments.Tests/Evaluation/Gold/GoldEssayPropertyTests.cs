using System.Globalization;
using System.Text;
using CsCheck;
using RussiaChinaAnalysis.Arguments.Evaluation.Gold;
using RussiaChinaAnalysis.Arguments.Extraction;

namespace RussiaChinaAnalysis.Arguments.Tests.Evaluation.Gold;

public sealed class GoldEssayPropertyTests
{
    private static readonly string[] Roles = ["claim", "context", "evidence statistic", "evidence reason"];

    private static readonly Gen<Line> Lines =
        from words in Gen.String[Gen.Char["abc XYZ.,[]#>-\u00e9\u4e2d\u2019"], 1, 30].Select(words => words.Trim()).Where(words => words.Length > 0)
        from role in Gen.Int[0, 3].Select(index => Roles[index])
        from opposes in Gen.Bool
        from layout in Gen.Int[0, 3]
        select new Line(words, role, opposes && role != "context", layout);

    [Fact]
    public void Whatever_is_written_comes_back() =>
        Lines.List[1, 12].Sample(lines =>
        {
            var gold = Assert.IsType<GoldResult.Success>(GoldEssayParser.Parse("any.gold.md", Write(lines))).Document;
            var segments = gold.Labels.Segments;

            Assert.Equal(lines.Select(line => line.Words.Normalize()), segments.Skip(1).Select(segment => segment.Span.Of(gold.Document.Text)));
            Assert.Equal(lines.Select(line => line.Opposes), segments.Skip(1).Select(segment => segment.Stance == Stance.Opp));
            Assert.Equal(lines.Select(line => line.Role == "context"), segments.Skip(1).Select(segment => segment.Role == Role.Context));
            Assert.Equal(1 + lines.Count(line => line.Layout != 1), gold.Labels.Sentences!.Value.Length);
            Assert.Equal(1 + lines.Count(line => line.Layout > 1), gold.Document.Blocks.Length);
            Assert.All(segments, segment => Assert.Single(gold.Labels.Sentences!.Value, sentence => sentence.Contains(segment.Span)));
        });

    [Fact]
    public void Whatever_is_written_wrongly_is_refused_with_a_line_of_the_file() =>
        Gen.String[Gen.Char["[]#>- \n\",1thesiclam\u00e9"], 0, 60].Sample(body =>
        {
            var essay = "---\ntitle: Any\ngenre: comment\n---\n[1 thesis] First.\n" + body;
            if (GoldEssayParser.Parse("any.gold.md", essay) is GoldResult.Refused refused)
                Assert.All(refused.Errors, error => Assert.InRange(error.Line, 1, essay.Split('\n').Length));
        });

    private static string Write(IReadOnlyList<Line> lines)
    {
        var essay = new StringBuilder("---\ntitle: Any\ngenre: comment\n---\n[0 thesis] First.\n");
        foreach (var (line, number) in lines.Select((line, index) => (line, index + 1)))
        {
            essay.Append(line.Layout switch { 0 => "", 1 => "  ", 2 => "\n", _ => "- " });
            essay.Append(CultureInfo.InvariantCulture, $"[{number} {line.Role}{(line.Opposes ? ", opp" : "")}] {line.Words}\n");
        }

        return essay.ToString();
    }

    /// <param name="Layout">0: a new sentence; 1: goes on with the sentence; 2: a new paragraph; 3: a list item.</param>
    private sealed record Line(string Words, string Role, bool Opposes, int Layout);
}
