using System.Collections.Immutable;
using CsCheck;
using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Tests.Codebook;
using RussiaChinaAnalysis.Arguments.Tests.Extraction.Themes;

namespace RussiaChinaAnalysis.Arguments.Tests.Comparison;

public sealed class PassageIndexTests
{
    private static readonly ArgumentPipeline Pipeline = new ArgumentPipelineBuilder().Build();

    [Fact]
    public void The_seed_essays_use_the_same_trade_figures_for_opposite_conclusions()
    {
        var first = Seed("why-the-wedge-could-work.md");
        var second = Seed("why-the-wedge-fails.md");
        var index = new PassageIndex();
        index.Add(SignatureReader.Read(1, first));

        var links = index.Add(SignatureReader.Read(2, second));

        var link = Assert.Single(links, link => link.Kind == LinkKind.SameFigure);
        Assert.Equal(Conclusions.Opposed, link.Conclusions);
        Assert.InRange(link.Score, 0.7, 1);
        Assert.Equal(new PassageReference(2, PassageWith("31 percent", second)), link.First);
        Assert.Equal(new PassageReference(1, PassageWith("31 percent", first)), link.Second);
        Assert.Equal(
            ["31 percent/31 percent", "39 percent/39 percent"],
            link.Signs.Where(sign => sign.Rule == LinkRule.SameValue)
                .Select(sign => $"{sign.First.Of(second.Document.Text)}/{sign.Second.Of(first.Document.Text)}"));
        Assert.Contains(link.Signs, sign => sign.Rule == LinkRule.SameSource && sign.First.Of(second.Document.Text) == "the Central Bank of Russia");
        Assert.Contains(link.Signs, sign => sign.Rule == LinkRule.Conclusions && sign.Explanation.Contains("opposite", StringComparison.Ordinal));
    }

    [Fact]
    public void The_titles_of_the_seed_essays_alone_show_that_they_disagree()
    {
        var first = SignatureReader.Read(1, Seed("why-the-wedge-could-work.md"));
        var second = SignatureReader.Read(2, Seed("why-the-wedge-fails.md"));
        var index = new PassageIndex();
        index.Add(first with { Conclusions = [first.Conclusions[0]] });

        var links = index.Add(second with { Conclusions = [second.Conclusions[0]] });

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Equal(Conclusions.Opposed, link.Conclusions));
    }

    [Fact]
    public void The_order_of_adding_changes_only_which_passage_comes_first()
    {
        var signatures = new[] { SignatureReader.Read(1, Seed("why-the-wedge-could-work.md")), SignatureReader.Read(2, Seed("why-the-wedge-fails.md")) };
        var forward = new PassageIndex();
        var backward = new PassageIndex();

        forward.Add(signatures[0]);
        backward.Add(signatures[1]);

        Assert.Equal(
            forward.Add(signatures[1]).Select(link => (link.First.Passage, link.Second.Passage, link.Kind)).Order(),
            backward.Add(signatures[0]).Select(link => (link.Second.Passage, link.First.Passage, link.Kind)).Order());
    }

    [Theory]
    [InlineData("The new tram line from the harbour to the hospital opened in June.", "In June the new tram line between hospital and harbour opened.", LinkKind.SameProposition)]
    [InlineData("The new tram line serves the harbour hospital.", "The new tram line does not serve the harbour hospital.", LinkKind.Contradiction)]
    [InlineData("Rents in the harbour district rose sharply after the tram came.", "Rents in the harbour district fell sharply after the tram came.", LinkKind.Contradiction)]
    [InlineData("The tram carries 40 percent of commuters, according to the Transport Office.", "According to the Transport Office, 40 percent of commuters take it.", LinkKind.SameFigure)]
    [InlineData("In 2020 the harbour tram carried 40 percent of the town’s commuters.", "In 2020 the harbour tram carried 25 percent of the town’s commuters.", LinkKind.Contradiction)]
    [InlineData("In the town almost a third of voters stay at home.", "In that town 33 percent of voters stay at home.", LinkKind.SameFigure)]
    public void Passages_that_speak_of_one_thing_are_linked(string first, string second, LinkKind expected) =>
        Assert.Contains(Links(first, second), link => link.Kind == expected);

    [Theory]
    [InlineData("The new tram line from the harbour to the hospital opened in June.", "The school buys apples from the farmers of the valley.")]
    [InlineData("The school sells 40 percent of its apples.", "The clinic treats 40 percent of its patients at night.")]
    [InlineData("In 1990 the town lost 40 percent of its commuters.", "In 2020 the town lost 40 percent of its commuters.", LinkKind.SameFigure)]
    [InlineData("In 2020 the tram carried 40 percent of commuters.", "In 2020 the ferry brought 25 percent of fish.", LinkKind.Contradiction)]
    [InlineData("Five towns built trams.", "Five schools sold apples.")]
    public void Passages_that_do_not_are_left_alone(string first, string second, LinkKind? kind = null) =>
        Assert.DoesNotContain(Links(first, second), link => kind is null || link.Kind == kind);

    [Fact]
    public void A_negation_counts_only_for_its_own_clause() =>
        Assert.Equal(
            LinkKind.SameProposition,
            Assert.Single(Links("Trams serve the harbour hospital on Sundays, a thing not everyone likes.", "Trams serve the harbour hospital on Sundays.")).Kind);

    [Fact]
    public void Who_reports_a_view_to_answer_it_contradicts_who_holds_it()
    {
        var first = Signature(1, "Trams serve the harbour hospital on Sundays.");
        var second = Signature(2, "Trams serve the harbour hospital on Sundays.");
        second = second with { Passages = [second.Passages[0] with { Holds = false }] };

        var link = Assert.Single(Links(first, second));

        Assert.Equal(LinkKind.Contradiction, link.Kind);
        Assert.Equal(LinkRule.OppositeStance, link.Signs[0].Rule);
    }

    [Fact]
    public void Passages_of_one_document_are_never_linked() =>
        Assert.Empty(new PassageIndex().Add(Signature(1, "Trams serve the harbour hospital. Trams serve the harbour hospital.")));

    [Fact]
    public void A_removed_document_leaves_nothing_behind()
    {
        var index = new PassageIndex();
        index.Add(Signature(1, "Trams serve the harbour hospital on Sundays."));

        Assert.True(index.Remove(1));
        Assert.False(index.Remove(1));

        Assert.Empty(index.Add(Signature(2, "Trams serve the harbour hospital on Sundays.")));
        Assert.Single(index.Add(Signature(1, "Trams serve the harbour hospital on Sundays.")));
    }

    [Fact]
    public void A_document_is_added_once()
    {
        var index = new PassageIndex();
        index.Add(Signature(1, "Trams run."));

        Assert.Throws<ArgumentException>(() => index.Add(Signature(1, "Trams run.")));
    }

    [Fact]
    public void Links_of_any_texts_are_explained_and_lie_within_them() =>
        Gen.OneOf(Gen.OneOf([.. new[] { "tram ", "harbour ", "hospital ", "not ", "rose ", "fell ", "31 percent ", "of exports ", "in 2020 ", ", ", ". ", "\n\n" }.Select(word => Gen.Const(word))]), Gen.String)
            .Array[0, 25].Array[2]
            .Sample(texts =>
            {
                var structures = texts.Select(parts => Pipeline.Extract(Essay.Of(string.Concat(parts)))).ToArray();
                var index = new PassageIndex();
                index.Add(SignatureReader.Read(1, structures[0]));
                foreach (var link in index.Add(SignatureReader.Read(2, structures[1])))
                {
                    Assert.InRange(link.Score, 0, 1);
                    Assert.NotEmpty(link.Signs);
                    Assert.All(link.Signs, sign =>
                    {
                        Assert.NotEqual("", sign.Explanation);
                        Assert.InRange(sign.First.End, 0, structures[1].Document.Text.Length);
                        Assert.InRange(sign.Second.End, 0, structures[0].Document.Text.Length);
                    });
                }
            });

    private static ImmutableArray<PassageLink> Links(string first, string second) => Links(Signature(1, first), Signature(2, second));

    private static ImmutableArray<PassageLink> Links(DocumentSignature first, DocumentSignature second)
    {
        var index = new PassageIndex();
        // Other texts, so that some words are rarer than others.
        index.Add(Signature(10, "Cooks salt soup. Children play chess. The sea is deep. Old maps show new islands. Bread costs more each winter."));
        index.Add(first);
        return index.Add(second);
    }

    private static DocumentSignature Signature(int id, string text)
    {
        var structure = Pipeline.Extract(Essay.Of(text));
        // Every passage counts here, whatever role it was given.
        return SignatureReader.Read(id, structure with { Passages = [.. structure.Passages.Select(passage => passage with { Role = Role.Claim })] });
    }

    private static ArgumentStructure Seed(string name)
    {
        var file = new SourceFile(name, File.ReadAllBytes(RepositoryFiles.Path("seeds", name)));
        var read = Assert.IsType<ReadResult.Success>(DocumentReaders.Default.Read(file, new ReadingLimits(), TestContext.Current.CancellationToken));
        return Pipeline.Extract(read.Document);
    }

    private static int PassageWith(string words, ArgumentStructure structure) =>
        structure.Passages.Single(passage => passage.Span.Of(structure.Document.Text).Contains(words, StringComparison.Ordinal)).Id;
}
