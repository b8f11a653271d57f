using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Anchoring;

/// <summary>
/// Finds anchored words again in a text: by position, by quotation in its context, then by resemblance. Built once for
/// a text, or for two versions of one, and then asked for any number of anchors; it may be asked from several threads.
/// </summary>
/// <remarks>
/// It never says that it is sure where it is not. Words that stand in several places, that belong to another part of
/// the old text, or that resemble another part of it more, come back as <see cref="AnchorKind.Uncertain"/>.
/// </remarks>
public sealed class AnchorFinder
{
    private readonly Dictionary<string, int> vocabulary = new(StringComparer.Ordinal);
    private readonly TokenisedText text;
    private readonly Revision? revision;
    private readonly QuoteIndex index;

    private AnchorFinder(string? old, string text)
    {
        var before = old is null ? null : TokenisedText.Learning(old, vocabulary);
        this.text = TokenisedText.Learning(text, vocabulary);
        index = new(this.text, vocabulary.Count);
        if (before is not null)
            revision = new(before, this.text, index, vocabulary.Count);
    }

    /// <summary>For anchors of which nothing is known but themselves.</summary>
    public static AnchorFinder In(string text) => new(null, text);

    /// <summary>For anchors that were made in <paramref name="old"/>; what changed between the texts guides the search.</summary>
    public static AnchorFinder Between(string old, string text) => new(old, text);

    /// <summary>An anchor of the new text, as for a span that <see cref="Find"/> gave.</summary>
    public Anchor AnchorAt(TextSpan span) => Anchor.At(text.Text, span);

    /// <exception cref="OperationCanceledException">The search, which takes long for a long quotation, was cancelled.</exception>
    public AnchorMatch Find(Anchor anchor, CancellationToken cancellation = default) =>
        revision?.Holds(anchor) == true ? revision.Find(anchor.Position) : new LooseQuote(anchor, text, index, vocabulary, cancellation).Find();
}
