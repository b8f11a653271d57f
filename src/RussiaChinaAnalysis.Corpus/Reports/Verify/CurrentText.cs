using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Reports.Verify;

/// <summary>The current version of a document that a report quotes from, maybe from an earlier one.</summary>
internal sealed class CurrentText
{
    private readonly string text;
    private readonly string quoted;
    private readonly Lazy<AnchorFinder> finder;
    private readonly ILookup<TextSpan, Passage> passages;

    private CurrentText(int version, string text, string quoted, IEnumerable<Passage> passages)
    {
        Version = version;
        (this.text, this.quoted) = (text, quoted);
        finder = new(() => AnchorFinder.Between(quoted, text));
        this.passages = passages.ToLookup(passage => passage.Span);
    }

    public int Version { get; }

    /// <param name="hash">Of the version that the report quotes.</param>
    /// <returns>Null when the corpus holds no version with that hash.</returns>
    public static async Task<CurrentText?> ReadAsync(CorpusContext context, string hash, CancellationToken cancellation)
    {
        if (await context.DocumentVersions.Where(version => version.ContentHash == hash)
            .Select(version => new { version.DocumentId, version.Document.CurrentVersion, version.Text.Text })
            .FirstOrDefaultAsync(cancellation) is not { } quoted)
            return null;
        var current = await context.DocumentVersions
            .Where(version => version.DocumentId == quoted.DocumentId && version.Number == quoted.CurrentVersion)
            .Select(version => new { version.Id, version.Text.Text }).SingleAsync(cancellation);
        var passages = await context.Passages.Where(passage => passage.VersionId == current.Id).OrderBy(passage => passage.Id)
            .AsNoTracking().ToListAsync(cancellation);
        return new(quoted.CurrentVersion, current.Text, quoted.Text, passages);
    }

    public Passage? PassageAt(TextSpan span) => passages[span].FirstOrDefault();

    /// <summary>What became of the quoted words; null when they are not where the report says and too many to be sought.</summary>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public AnchorMatch? Find(ReportReference reference, CancellationToken cancellation)
    {
        var there = new TextSpan(reference.Start, reference.End);
        var isAsQuoted = there.Start >= 0 && there.End <= quoted.Length && !there.IsEmpty && there.In(quoted).SequenceEqual(reference.Quote);
        if (isAsQuoted && text == quoted)
            return new(AnchorKind.Unchanged, there, 1);
        return isAsQuoted || reference.Quote.Length <= Anchor.LongestForeignQuote
            ? finder.Value.Find(new Anchor(there, reference.Quote, reference.Prefix, reference.Suffix), cancellation)
            : null;
    }

    public string Words(TextSpan span) => span.Of(text);
}
