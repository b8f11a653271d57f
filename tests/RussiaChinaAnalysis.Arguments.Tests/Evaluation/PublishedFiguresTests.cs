using RussiaChinaAnalysis.Arguments.Tests.Codebook;

namespace RussiaChinaAnalysis.Arguments.Tests.Evaluation;

/// <summary>The figures are written down twice, and nothing but this keeps the two alike.</summary>
public sealed class PublishedFiguresTests
{
    private const string Heading = "| check | target | measured | on |";

    [Fact]
    public void The_readme_gives_the_figures_of_the_page_on_the_extractor()
    {
        var rows = Rows(RepositoryFiles.Read("docs", "extraction.md"));

        Assert.True(rows.Count > 2);
        Assert.Equal(rows, Rows(RepositoryFiles.Read("README.md")));
    }

    private static List<string> Rows(string page) =>
        [.. page.ReplaceLineEndings("\n").Split('\n').SkipWhile(line => line != Heading).TakeWhile(line => line.StartsWith('|'))];
}
