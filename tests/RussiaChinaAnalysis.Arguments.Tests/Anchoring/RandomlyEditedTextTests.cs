using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Tests.Anchoring;

/// <summary>Thousands of texts, each from its own seed, so that a failure can be looked at again.</summary>
public sealed class RandomlyEditedTextTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private const int Texts = 4000;

    [Fact]
    public void Passages_whose_words_are_unchanged_are_found_and_none_is_anchored_to_wrong_words_without_being_marked()
    {
        var (kept, found, sure) = (0, 0, 0);
        var wrong = new List<string>();
        for (var seed = 0; seed < Texts; seed++)
        {
            var text = EditedText.Of(seed);
            var finder = AnchorFinder.Between(text.Before, text.After);
            foreach (var (before, fate, after) in text.Sentences)
            {
                var match = finder.Find(Anchor.At(text.Before, before), Cancellation);
                if (fate == Fate.Kept)
                {
                    kept++;
                    found += match.Span == after ? 1 : 0;
                    sure += match.Span == after && match.IsExact ? 1 : 0;
                }

                if (IsWrong(text, match, before, fate, after))
                    wrong.Add($"seed {seed}: “{before.Of(text.Before)}” ({fate}) became {match.Kind} “{match.Span?.Of(text.After)}”");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{kept} unchanged passages, {found} found, {sure} of them with certainty; {wrong.Count} wrong");
        Assert.True(kept > 10 * Texts, $"Only {kept} passages were unchanged; the texts are too small to tell anything.");
        Assert.True(found >= 0.99 * kept, $"{found} of {kept} unchanged passages were found.");
        Assert.True(sure >= 0.95 * kept, $"{sure} of {kept} unchanged passages were found with certainty.");
        Assert.True(wrong.Count == 0, $"{wrong.Count} anchors are wrong and unmarked, among them:\n{string.Join('\n', wrong.Take(12))}");
    }

    [Fact]
    public void Without_the_old_text_the_context_of_the_quotation_finds_them()
    {
        var (kept, found) = (0, 0);
        var wrong = new List<string>();
        for (var seed = 0; seed < Texts; seed++)
        {
            var text = EditedText.Of(seed);
            var finder = AnchorFinder.In(text.After);
            foreach (var (before, fate, after) in text.Sentences.Where(sentence => sentence.Fate == Fate.Kept))
            {
                var match = finder.Find(Anchor.At(text.Before, before), Cancellation);
                kept++;
                found += match.Span == after ? 1 : 0;
                if (match.Kind is AnchorKind.Altered && match.Span != after)
                    wrong.Add($"seed {seed}: “{before.Of(text.Before)}” ({fate}) became “{match.Span?.Of(text.After)}”");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{kept} unchanged passages, {found} found");
        Assert.True(found >= 0.97 * kept, $"{found} of {kept} unchanged passages were found.");
        Assert.True(wrong.Count == 0, $"{wrong.Count} anchors are wrong, among them:\n{string.Join('\n', wrong.Take(12))}");
    }

    /// <summary>
    /// Nobody can tell a sentence that was moved from one that was written again, nor copies apart whose neighbours are
    /// the same; so the place counts where the old text had the words more than once and the neighbours differ. Altered
    /// words are right when they are those that the sentence became, or new ones put in its stead.
    /// </summary>
    private static bool IsWrong(EditedText text, AnchorMatch match, TextSpan before, Fate fate, TextSpan? after) => match.Kind switch
    {
        AnchorKind.Unchanged or AnchorKind.Moved =>
            match.Span != after && IsRepeated(text.Before, before) && !SameNeighbours(text, before, match.Span!.Value),
        AnchorKind.Altered when after is { } truth => !match.Span!.Value.Overlaps(truth),
        AnchorKind.Altered => text.Sentences.Any(other => other.After is { } taken && match.Span!.Value.Overlaps(taken)),
        _ => false,
    };

    private static bool IsRepeated(string text, TextSpan span) =>
        text.IndexOf(span.Of(text), StringComparison.Ordinal) != text.LastIndexOf(span.Of(text), StringComparison.Ordinal);

    private static bool SameNeighbours(EditedText text, TextSpan before, TextSpan after) =>
        Around(text.Before, before) == Around(text.After, after);

    private static (string, string) Around(string text, TextSpan span)
    {
        const int Words = 3;
        return (
            string.Join(' ', text[..span.Start].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).TakeLast(Words)),
            string.Join(' ', text[span.End..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(Words)));
    }
}
