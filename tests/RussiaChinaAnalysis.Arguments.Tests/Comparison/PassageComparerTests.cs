using CsCheck;
using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Tests.Codebook;
using RussiaChinaAnalysis.Arguments.Tests.Extraction.Themes;
using RussiaChinaAnalysis.Arguments.Tests.Text;

namespace RussiaChinaAnalysis.Arguments.Tests.Comparison;

public sealed class PassageComparerTests
{
    [Fact]
    public void The_seed_essays_use_the_same_trade_figures_for_opposite_conclusions()
    {
        var (first, second) = (Seed("why-the-wedge-could-work.md"), Seed("why-the-wedge-fails.md"));

        var links = ComparedEssay.Links(ComparedEssay.Read(1, first), ComparedEssay.Read(2, second));

        var link = Assert.Single(links, link => link.Kind == ConnectionKind.OpposedFigure);
        Assert.Equal(Conclusions.Opposed, link.Conclusions);
        Assert.InRange(link.Score, 0.7, 1);
        Assert.Equal(new PassageReference(1, PassageWith("31 percent", first)), link.First);
        Assert.Equal(new PassageReference(2, PassageWith("31 percent", second)), link.Second);
        Assert.Equal(
            ["31 percent/31 percent", "39 percent/39 percent"],
            link.Signs.Where(sign => sign.Rule == ConnectionRule.SameValue)
                .Select(sign => $"{sign.First.Of(first.Document.Text)}/{sign.Second.Of(second.Document.Text)}"));
        Assert.Contains(link.Signs, sign => sign.Rule == ConnectionRule.SameSource && sign.First.Of(first.Document.Text) == "the Central Bank of Russia");
        Assert.Contains(link.Signs, sign => sign.Rule == ConnectionRule.Conclusions && sign.Explanation.Contains("opposite", StringComparison.Ordinal));
    }

    [Fact]
    public void The_titles_of_the_seed_essays_alone_show_that_they_disagree()
    {
        var first = ComparedEssay.Read(1, Seed("why-the-wedge-could-work.md"));
        var second = ComparedEssay.Read(2, Seed("why-the-wedge-fails.md"));

        var links = ComparedEssay.Links(first with { Conclusions = [first.Conclusions[0]] }, second with { Conclusions = [second.Conclusions[0]] });

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Equal(Conclusions.Opposed, link.Conclusions));
    }

    [Fact]
    public void Which_document_comes_first_makes_no_difference()
    {
        var first = ComparedEssay.Read(1, Seed("why-the-wedge-could-work.md"));
        var second = ComparedEssay.Read(2, Seed("why-the-wedge-fails.md"));

        Assert.Equal(
            ComparedEssay.Links(first, second).Select(link => (link.First.Passage, link.Second.Passage, link.Kind, link.Score)).Order(),
            ComparedEssay.Links(second, first).Select(link => (link.Second.Passage, link.First.Passage, link.Kind, link.Score)).Order());
    }

    [Theory]
    [InlineData("In 2020 the harbour tram carried 40 percent of the town’s commuters.", true)]
    [InlineData("In May 2020 the harbour tram carried 40 percent of the town’s commuters.", false)]
    [InlineData("From 2018 to 2022 the harbour tram carried 40 percent of the town’s commuters.", false)]
    [InlineData("The harbour tram carried 40 percent of the town’s commuters.", false)]
    public void Only_equal_periods_are_called_the_same_time(string other, bool isSame) =>
        Assert.Equal(
            isSame,
            Assert.Single(ComparedEssay.Links("In 2020 the harbour tram carried 40 percent of the town’s commuters.", other), link => link.Kind == ConnectionKind.SameFigure)
                .Signs.Any(sign => sign.Rule == ConnectionRule.SamePeriod));

    [Fact]
    public void A_negation_counts_only_for_its_own_clause() =>
        Assert.Equal(
            ConnectionKind.SameProposition,
            Assert.Single(ComparedEssay.Links("Trams serve the harbour hospital on Sundays, a thing not everyone likes.", "Trams serve the harbour hospital on Sundays.")).Kind);

    [Fact]
    public void Who_reports_a_view_to_answer_it_contradicts_who_holds_it()
    {
        var first = ComparedEssay.Of(1, "Trams serve the harbour hospital on Sundays.");
        var second = ComparedEssay.Of(2, "Trams serve the harbour hospital on Sundays.");
        second = second with { Passages = [second.Passages[0] with { Holds = false }] };

        var link = Assert.Single(ComparedEssay.Links(first, second));

        Assert.Equal(ConnectionKind.Contradiction, link.Kind);
        Assert.Equal(ConnectionRule.OppositeStance, link.Signs[0].Rule);
    }

    [Fact]
    public void Links_of_any_texts_are_explained_and_lie_within_them() =>
        Gen.OneOf(Gen.OneOf([.. new[] { "tram ", "harbour ", "hospital ", "not ", "rose ", "fell ", "31 percent ", "of exports ", "in 2020 ", ", ", ". ", "\n\n" }.Select(word => Gen.Const(word))]), AnyUtf16.String)
            .Array[0, 25].Array[2]
            .Sample(texts =>
            {
                var structures = texts.Select(parts => ComparedEssay.Pipeline.Extract(Essay.Of(string.Concat(parts)))).ToArray();
                foreach (var link in ComparedEssay.Links(ComparedEssay.Read(1, structures[0]), ComparedEssay.Read(2, structures[1])))
                {
                    Assert.InRange(link.Score, 0, 1);
                    Assert.NotEmpty(link.Signs);
                    Assert.All(link.Signs, sign =>
                    {
                        Assert.NotEqual("", sign.Explanation);
                        Assert.InRange(sign.First.End, 0, structures[0].Document.Text.Length);
                        Assert.InRange(sign.Second.End, 0, structures[1].Document.Text.Length);
                    });
                }
            });

    private static ArgumentStructure Seed(string name)
    {
        var file = new SourceFile(name, File.ReadAllBytes(RepositoryFiles.Path("seeds", name)));
        var read = Assert.IsType<ReadResult.Success>(DocumentReaders.Default.Read(file, new ReadingLimits(), TestContext.Current.CancellationToken));
        return ComparedEssay.Pipeline.Extract(read.Document);
    }

    private static int PassageWith(string words, ArgumentStructure structure) =>
        structure.Passages.Single(passage => passage.Span.Of(structure.Document.Text).Contains(words, StringComparison.Ordinal)).Id;
}
