using System.Collections.Immutable;
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
    private static readonly ArgumentPipeline Pipeline = new ArgumentPipelineBuilder().Build();

    [Fact]
    public void The_seed_essays_use_the_same_trade_figures_for_opposite_conclusions()
    {
        var (first, second) = (Seed("why-the-wedge-could-work.md"), Seed("why-the-wedge-fails.md"));

        var links = Links(Read(1, first), Read(2, second));

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
        var first = Read(1, Seed("why-the-wedge-could-work.md"));
        var second = Read(2, Seed("why-the-wedge-fails.md"));

        var links = Links(first with { Conclusions = [first.Conclusions[0]] }, second with { Conclusions = [second.Conclusions[0]] });

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Equal(Conclusions.Opposed, link.Conclusions));
    }

    [Fact]
    public void Which_document_comes_first_makes_no_difference()
    {
        var first = Read(1, Seed("why-the-wedge-could-work.md"));
        var second = Read(2, Seed("why-the-wedge-fails.md"));

        Assert.Equal(
            Links(first, second).Select(link => (link.First.Passage, link.Second.Passage, link.Kind, link.Score)).Order(),
            Links(second, first).Select(link => (link.Second.Passage, link.First.Passage, link.Kind, link.Score)).Order());
    }

    [Theory]
    [InlineData("The new tram line from the harbour to the hospital opened in June.", "In June the new tram line between hospital and harbour opened.", ConnectionKind.SameProposition)]
    [InlineData("The new tram line serves the harbour hospital.", "The new tram line does not serve the harbour hospital.", ConnectionKind.Contradiction)]
    [InlineData("Neither the town nor the county wants a new harbour tram.", "The town and the county want a new harbour tram.", ConnectionKind.Contradiction)]
    [InlineData("The town does not want a harbour tram nor a hospital ferry.", "The town wants a harbour tram and a hospital ferry.", ConnectionKind.Contradiction)]
    [InlineData("Neither the town nor the county wants a new harbour tram.", "The town and the county do not want a new harbour tram.", ConnectionKind.SameProposition)]
    [InlineData("The old harbour is open, nor does the town want a new hospital tram.", "The town wants a new hospital tram.", ConnectionKind.Contradiction)]
    [InlineData("Rents in the harbour district rose sharply after the tram came.", "Rents in the harbour district fell sharply after the tram came.", ConnectionKind.Contradiction)]
    [InlineData("The tram carries 40 percent of commuters, according to the Transport Office.", "According to the Transport Office, 40 percent of commuters take it.", ConnectionKind.SameFigure)]
    [InlineData("In 2020 the harbour tram carried 40 percent of the town’s commuters.", "In 2020 the harbour tram carried 25 percent of the town’s commuters.", ConnectionKind.Contradiction)]
    [InlineData("In the town almost a third of voters stay at home.", "In that town 33 percent of voters stay at home.", ConnectionKind.SameFigure)]
    [InlineData("In 2020 the harbour tram carried more than 40 percent of the town’s commuters.", "In 2020 the harbour tram carried less than 40 percent of the town’s commuters.", ConnectionKind.Contradiction)]
    [InlineData("In 2020 the harbour tram carried more than 40 percent of the town’s commuters.", "In 2020 the harbour tram carried 25 percent of the town’s commuters.", ConnectionKind.Contradiction)]
    [InlineData("In 2020 the harbour tram carried more than 40 percent of the town’s commuters.", "In 2020 the harbour tram carried at least 40 percent of the town’s commuters.", ConnectionKind.SameFigure)]
    [InlineData("In 2020 the harbour tram carried 10 to 20 percent of the town’s commuters.", "In 2020 the harbour tram carried 25 percent of the town’s commuters.", ConnectionKind.Contradiction)]
    public void Passages_that_speak_of_one_thing_are_linked(string first, string second, ConnectionKind expected) =>
        Assert.Contains(Links(first, second), link => link.Kind == expected);

    [Theory]
    [InlineData("The new tram line from the harbour to the hospital opened in June.", "The school buys apples from the farmers of the valley.")]
    [InlineData("The school sells 40 percent of its apples.", "The clinic treats 40 percent of its patients at night.")]
    [InlineData("In 1990 the town lost 40 percent of its commuters.", "In 2020 the town lost 40 percent of its commuters.", ConnectionKind.SameFigure)]
    [InlineData("In 2020 the tram carried 40 percent of commuters.", "In 2020 the ferry brought 25 percent of fish.", ConnectionKind.Contradiction)]
    [InlineData("Five towns built trams.", "Five schools sold apples.")]
    public void Passages_that_do_not_are_left_alone(string first, string second, ConnectionKind? kind = null) =>
        Assert.DoesNotContain(Links(first, second), link => kind is null || link.Kind == kind);

    [Theory]
    [InlineData("In 2020 the harbour tram carried more than 40 percent of the town’s commuters.", "In 2020 the harbour tram carried 60 percent of the town’s commuters.")]
    [InlineData("In 2020 the harbour tram carried up to 40 percent of the town’s commuters.", "In 2020 the harbour tram carried 25 percent of the town’s commuters.")]
    [InlineData("In 2020 the harbour tram carried 10 to 20 percent of the town’s commuters.", "In 2020 the harbour tram carried 15 percent of the town’s commuters.")]
    [InlineData("In March 2020 the harbour tram carried 40 percent of the town’s commuters.", "In May 2020 the harbour tram carried 25 percent of the town’s commuters.")]
    [InlineData("In March 2020 the harbour tram carried 40 percent of the town’s commuters.", "In May 2020 the harbour tram carried 40 percent of the town’s commuters.")]
    [InlineData("Since May 2020 the harbour tram carried 40 percent of the town’s commuters.", "In March 2020 the harbour tram carried 25 percent of the town’s commuters.")]
    public void Figures_that_may_both_be_true_are_neither_the_same_nor_a_contradiction(string first, string second) =>
        Assert.DoesNotContain(Links(first, second), link => link.Kind is ConnectionKind.SameFigure or ConnectionKind.OpposedFigure or ConnectionKind.Contradiction);

    [Theory]
    [InlineData("In 2020 the harbour tram carried 40 percent of the town’s commuters.", true)]
    [InlineData("In May 2020 the harbour tram carried 40 percent of the town’s commuters.", false)]
    [InlineData("From 2018 to 2022 the harbour tram carried 40 percent of the town’s commuters.", false)]
    [InlineData("The harbour tram carried 40 percent of the town’s commuters.", false)]
    public void Only_equal_periods_are_called_the_same_time(string other, bool isSame) =>
        Assert.Equal(
            isSame,
            Assert.Single(Links("In 2020 the harbour tram carried 40 percent of the town’s commuters.", other), link => link.Kind == ConnectionKind.SameFigure)
                .Signs.Any(sign => sign.Rule == ConnectionRule.SamePeriod));

    [Fact]
    public void A_negation_counts_only_for_its_own_clause() =>
        Assert.Equal(
            ConnectionKind.SameProposition,
            Assert.Single(Links("Trams serve the harbour hospital on Sundays, a thing not everyone likes.", "Trams serve the harbour hospital on Sundays.")).Kind);

    [Fact]
    public void Who_reports_a_view_to_answer_it_contradicts_who_holds_it()
    {
        var first = Signature(1, "Trams serve the harbour hospital on Sundays.");
        var second = Signature(2, "Trams serve the harbour hospital on Sundays.");
        second = second with { Passages = [second.Passages[0] with { Holds = false }] };

        var link = Assert.Single(Links(first, second));

        Assert.Equal(ConnectionKind.Contradiction, link.Kind);
        Assert.Equal(ConnectionRule.OppositeStance, link.Signs[0].Rule);
    }

    [Fact]
    public void Links_of_any_texts_are_explained_and_lie_within_them() =>
        Gen.OneOf(Gen.OneOf([.. new[] { "tram ", "harbour ", "hospital ", "not ", "rose ", "fell ", "31 percent ", "of exports ", "in 2020 ", ", ", ". ", "\n\n" }.Select(word => Gen.Const(word))]), AnyUtf16.String)
            .Array[0, 25].Array[2]
            .Sample(texts =>
            {
                var structures = texts.Select(parts => Pipeline.Extract(Essay.Of(string.Concat(parts)))).ToArray();
                foreach (var link in Links(Read(1, structures[0]), Read(2, structures[1])))
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

    private static ImmutableArray<PassageConnection> Links(string first, string second) => Links(Signature(1, first), Signature(2, second));

    private static ImmutableArray<PassageConnection> Links(Essayist first, Essayist second)
    {
        // Other texts, so that some words are rarer than others.
        var others = Signature(10, "Cooks salt soup. Children play chess. The sea is deep. Old maps show new islands. Bread costs more each winter.");
        var all = new[] { first, second, others }.SelectMany(essay => essay.Passages).ToList();
        var frequencies = new TermFrequencies(all.Count, term => all.Count(passage => passage.Terms.Any(known => known.Key == term)));
        var (conclusions, sign) = ConclusionComparer.Compare(first.Conclusions, second.Conclusions, frequencies);
        return [.. first.Passages
            .SelectMany(_ => second.Passages, (mine, theirs) => PassageComparer.Compare(mine, theirs, frequencies))
            .SelectMany(links => links)
            .Select(link => link.Under(conclusions, sign))];
    }

    private static Essayist Signature(int id, string text)
    {
        var structure = Pipeline.Extract(Essay.Of(text));
        // Every passage counts here, whatever role it was given.
        return Read(id, structure with { Passages = [.. structure.Passages.Select(passage => passage with { Role = Role.Claim })] });
    }

    private static Essayist Read(int id, ArgumentStructure structure)
    {
        var text = structure.Document.Text;
        return new Essayist(
            [SignatureReader.Title(structure.Document.Metadata.Title), .. structure.Passages
                .Where(passage => passage.IsThesis)
                .Select(passage => SignatureReader.Thesis(passage.Span.Of(text), passage.Span.Start))],
            [.. structure.Passages
                .Where(passage => passage.Role != Role.Context)
                .Select(passage => SignatureReader.Passage(new ComparedPassage(
                    new PassageReference(id, passage.Id),
                    passage.Span,
                    passage.Span.Of(text),
                    Holds: passage is not { Attribution: AttributionKind.Reported, Stance: Stance.Opp },
                    passage.Quantities)))]);
    }

    /// <summary>One side of a comparison.</summary>
    private sealed record Essayist(ImmutableArray<StatementSignature> Conclusions, ImmutableArray<PassageSignature> Passages);

    private static ArgumentStructure Seed(string name)
    {
        var file = new SourceFile(name, File.ReadAllBytes(RepositoryFiles.Path("seeds", name)));
        var read = Assert.IsType<ReadResult.Success>(DocumentReaders.Default.Read(file, new ReadingLimits(), TestContext.Current.CancellationToken));
        return Pipeline.Extract(read.Document);
    }

    private static int PassageWith(string words, ArgumentStructure structure) =>
        structure.Passages.Single(passage => passage.Span.Of(structure.Document.Text).Contains(words, StringComparison.Ordinal)).Id;
}
