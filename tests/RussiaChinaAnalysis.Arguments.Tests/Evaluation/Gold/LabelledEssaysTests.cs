using RussiaChinaAnalysis.Arguments.Evaluation;
using RussiaChinaAnalysis.Arguments.Evaluation.Gold;
using RussiaChinaAnalysis.Arguments.Tests.Codebook;

namespace RussiaChinaAnalysis.Arguments.Tests.Evaluation.Gold;

public sealed class LabelledEssaysTests
{
    public static TheoryData<string, string> Files { get; } = new(
        from part in new[] { "dev", "test" }
        from file in Directory.GetFiles(RepositoryFiles.Path("data", "gold", part), "*" + GoldEssayParser.Extension)
        select (part, Path.GetFileName(file)));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_labelled_essay_can_be_read(string part, string file)
    {
        var result = GoldEssayParser.Parse(file, RepositoryFiles.Read("data", "gold", part, file));

        if (result is GoldResult.Refused refused)
            Assert.Fail(string.Join(Environment.NewLine, refused.Errors));

        // Every claim and every ground leads somewhere: only the thesis and context stand alone.
        var gold = Assert.IsType<GoldResult.Success>(result).Document;
        Assert.DoesNotContain(gold.Labels.Segments, segment => segment is { IsThesis: false, Stance: not null, Relations: [] });
    }

    [Fact]
    public void Every_test_essay_was_labelled_a_second_time()
    {
        var first = GoldDirectory.Read(RepositoryFiles.Path("data", "gold", "test"), TestContext.Current.CancellationToken);
        var second = GoldDirectory.Read(RepositoryFiles.Path("data", "gold", "test", "second"), TestContext.Current.CancellationToken);

        var comparisons = SecondLabels.Compare(first.Documents, second.Documents, out var errors);

        Assert.Empty(errors);
        Assert.Empty(second.Errors);
        Assert.All(comparisons, comparison => Assert.Equal(comparison.Segments.Length, comparison.OtherSegments.Length));
    }
}
