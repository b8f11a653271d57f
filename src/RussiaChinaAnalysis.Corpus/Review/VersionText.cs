using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Review;

/// <summary>The text that people select words in.</summary>
internal sealed record VersionText(int DocumentId, int VersionId, int Number, string Text)
{
    /// <summary>Places that were counted in another text would be of other words in this one.</summary>
    public static EditResult Outdated => new EditResult.Refused("A new version of this essay came in meanwhile. Open it again and select the words there.");

    /// <summary>Null when there is no such document.</summary>
    public static Task<VersionText?> CurrentAsync(CorpusContext context, int documentId, CancellationToken cancellation) =>
        ReadAsync(context, context.DocumentVersions.Where(version =>
            version.DocumentId == documentId && version.Number == version.Document.CurrentVersion), cancellation);

    public static async Task<VersionText> OfAsync(CorpusContext context, Passage passage, CancellationToken cancellation) =>
        (await ReadAsync(context, context.DocumentVersions.Where(version => version.Id == passage.VersionId), cancellation))!;

    /// <param name="seen">The number of the version in which the person selected words; null when they did not say.</param>
    public bool Is(int? seen) => seen is null || seen == Number;

    /// <summary>Whether it is current still, and stays so until the caller's transaction ends.</summary>
    public async Task<bool> HoldAsync(CorpusContext context, CancellationToken cancellation)
    {
        await context.LockDocumentAsync(DocumentId, cancellation);
        return await context.Documents.AnyAsync(document => document.Id == DocumentId && document.CurrentVersion == Number, cancellation);
    }

    /// <summary>The span without white space at its ends; null when it holds no words or does not lie within the text.</summary>
    public TextSpan? Trim(TextSpan span)
    {
        if (span.Start < 0 || span.End > Text.Length || span.IsEmpty)
            return null;
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(Text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(Text[end - 1]))
            end--;
        if (start < end && char.IsLowSurrogate(Text[start]) && start > 0)
            start--;
        if (end < Text.Length && char.IsLowSurrogate(Text[end]))
            end++;
        return start < end ? new TextSpan(start, end) : null;
    }

    public void Place(Passage passage, TextSpan span)
    {
        var anchor = Anchor.At(Text, span);
        (passage.Start, passage.End, passage.Quote, passage.Prefix, passage.Suffix) =
            (span.Start, span.End, anchor.Quote, anchor.Prefix, anchor.Suffix);
        // What was read in words that are no longer part of it no longer belongs to it.
        passage.Quantities = [.. passage.Quantities.Where(quantity => span.Contains(quantity.Span))];
        passage.Times = [.. passage.Times.Where(time => span.Contains(time.Span))];
        if (passage.Forecast is { } forecast && !span.Contains(forecast.Span))
            passage.Forecast = null;
    }

    private static async Task<VersionText?> ReadAsync(
        CorpusContext context, IQueryable<DocumentVersion> versions, CancellationToken cancellation) =>
        await versions.Select(version => new VersionText(version.DocumentId, version.Id, version.Number, version.Text.Text))
            .SingleOrDefaultAsync(cancellation);
}
