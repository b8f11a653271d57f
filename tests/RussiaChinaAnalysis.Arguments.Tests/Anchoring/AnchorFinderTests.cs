using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Tests.Anchoring;

public sealed class AnchorFinderTests
{
    private const string Essay =
        "Trade between the neighbours has doubled in ten years. It will not stop. Sceptics say that the border is old. "
        + "The wedge therefore fails, whatever is offered. It will not stop. Nobody in the region expects another war.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_search_for_altered_words_can_be_called_off()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => AnchorFinder.In(Essay).Find(new Anchor(new(0, 30), "Words that stand nowhere in it.", "", ""), cancelled.Token));
    }

    [Fact]
    public void Words_that_only_shifted_are_unchanged()
    {
        var match = Find(Essay, "A new opening, longer than the old one. " + Essay, "The wedge therefore fails");

        Assert.Equal((AnchorKind.Unchanged, 1.0), (match.Kind, match.Confidence));
    }

    [Fact]
    public void Another_typesetting_of_the_same_words_is_no_change()
    {
        const string old = "He called it a \"marriage of convenience\" - and he was right about it.";
        const string typeset = "He called it a “marriage of\nconvenience” — and he was right about it.";

        var match = Find(old, typeset, "a \"marriage of convenience\" - and");

        Assert.Equal(AnchorKind.Unchanged, match.Kind);
        Assert.Equal("a “marriage of\nconvenience” — and", match.Span!.Value.Of(typeset));
    }

    [Fact]
    public void A_sentence_that_stands_elsewhere_now_has_moved()
    {
        var moved = "The wedge therefore fails, whatever is offered. " + Essay.Replace("The wedge therefore fails, whatever is offered. ", "", StringComparison.Ordinal);

        var match = Find(Essay, moved, "The wedge therefore fails, whatever is offered.");

        Assert.Equal(new TextSpan(0, 47), match.Span);
        Assert.True(match.IsExact);
    }

    [Fact]
    public void A_sentence_with_another_wording_is_altered_and_says_how_like_it_is()
    {
        var altered = Essay.Replace("has doubled in ten years", "has nearly doubled in eleven years", StringComparison.Ordinal);

        var match = Find(Essay, altered, "Trade between the neighbours has doubled in ten years.");

        Assert.Equal(AnchorKind.Altered, match.Kind);
        Assert.Equal("Trade between the neighbours has nearly doubled in eleven years.", match.Span!.Value.Of(altered));
        Assert.InRange(match.Confidence, 0.7, 0.95);
    }

    [Fact]
    public void Of_a_repeated_sentence_the_copy_in_the_same_place_is_found()
    {
        var second = Essay.LastIndexOf("It will not stop.", StringComparison.Ordinal);
        var longer = "Before all that. " + Essay;

        var match = AnchorFinder.Between(Essay, longer).Find(Anchor.At(Essay, new(second, second + 17)), Cancellation);

        Assert.Equal((AnchorKind.Unchanged, second + 17), (match.Kind, match.Span!.Value.Start));
    }

    [Fact]
    public void A_deleted_copy_is_never_quietly_anchored_to_the_other_one()
    {
        var first = Essay.IndexOf("It will not stop. ", StringComparison.Ordinal);
        var shorter = Essay.Remove(first, 18);

        var match = AnchorFinder.Between(Essay, shorter).Find(Anchor.At(Essay, new(first, first + 17)), Cancellation);

        Assert.Contains(match.Kind, new[] { AnchorKind.Uncertain, AnchorKind.Orphan });
    }

    [Fact]
    public void Words_that_are_gone_are_an_orphan()
    {
        var match = Find(Essay, "Rain fell on the allotments all week, and the beans did well.", "Sceptics say that the border is old.");

        Assert.Equal(AnchorMatch.Orphan, match);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("!")]
    public void A_text_without_words_has_orphans_only(string empty) =>
        Assert.Equal(AnchorKind.Orphan, Find(Essay, empty, "Sceptics say that the border is old.").Kind);

    [Fact]
    public void A_span_that_cuts_words_keeps_its_cuts()
    {
        var longer = "First. " + Essay;

        Assert.Equal("ceptics say that the bor", Find(Essay, longer, "ceptics say that the bor").Span!.Value.Of(longer));
    }

    [Fact]
    public void A_quotation_alone_is_found_by_its_context_among_copies()
    {
        var anchor = new Anchor(new(0, 17), "It will not stop.", "whatever is offered. ", " Nobody in");

        var match = AnchorFinder.In(Essay).Find(anchor, Cancellation);

        Assert.Equal((AnchorKind.Moved, Essay.LastIndexOf("It will", StringComparison.Ordinal)), (match.Kind, match.Span!.Value.Start));
    }

    [Fact]
    public void A_quotation_that_stands_twice_without_context_is_uncertain() =>
        Assert.Equal(AnchorKind.Uncertain, AnchorFinder.In(Essay).Find(new Anchor(new(0, 17), "It will not stop.", "", ""), Cancellation).Kind);

    [Theory]
    [InlineData(-5, 3)]
    [InlineData(0, 100_000)]
    [InlineData(7, 7)]
    [InlineData(9, 2)]
    public void A_position_outside_the_text_is_no_reason_to_fail(int start, int end) =>
        Assert.True(AnchorFinder.Between(Essay, Essay).Find(new Anchor(new(start, end), "Sceptics say that the border is old.", "", ""), Cancellation).IsExact);

    [Fact]
    public void A_book_with_thousands_of_passages_keeps_nearly_all_of_them()
    {
        var random = new Random(1);
        var words = Enumerable.Range(0, 6000).Select(number => $"word{number % (1 + random.Next(6000))}").ToArray();
        var sentences = Enumerable.Range(0, 5000).Select(_ => string.Join(' ', Enumerable.Range(0, 20).Select(_ => words[random.Next(words.Length)])) + ".").ToList();
        var old = string.Join(' ', sentences);
        for (var edit = 0; edit < 500; edit++)
            sentences[random.Next(sentences.Count)] = sentences[random.Next(sentences.Count)].Replace("word1", "changed", StringComparison.Ordinal);
        var text = string.Join(' ', sentences);

        var finder = AnchorFinder.Between(old, text);
        var orphans = 0;
        for (int at = 0, end; (end = old.IndexOf(".", at, StringComparison.Ordinal)) >= 0; at = end + 1)
            orphans += finder.Find(Anchor.At(old, new(at, end + 1)), Cancellation).Kind == AnchorKind.Orphan ? 1 : 0;

        Assert.InRange(orphans, 0, 600);
    }

    private static AnchorMatch Find(string old, string text, string quote)
    {
        var start = old.IndexOf(quote, StringComparison.Ordinal);
        return AnchorFinder.Between(old, text).Find(Anchor.At(old, new(start, start + quote.Length)), Cancellation);
    }
}
