using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Connect;

/// <summary>The words of a document's earlier versions. Counted on, they would make its own words look as if others used them.</summary>
internal static class FormerWords
{
    /// <summary>Part of the caller's transaction, which is to subtract what this gives: the versions are marked as not counted.</summary>
    /// <returns>The words of each passage, as it stood when the next version came.</returns>
    public static async Task<List<ImmutableArray<SignatureTerm>>> ReleaseAsync(
        CorpusContext context, ComparedDocument document, CancellationToken cancellation)
    {
        var counted = await context.DocumentVersions
            .Where(version => version.DocumentId == document.Id && version.AreWordsCounted
                && context.DocumentVersions.Any(compared => compared.Id == document.VersionId && compared.Number > version.Number))
            .OrderBy(version => version.Id)
            .Select(version => new { version.Id, version.Number, version.Text.Text })
            .ToListAsync(cancellation);
        var words = new List<ImmutableArray<SignatureTerm>>();
        foreach (var version in counted)
        {
            var isReleased = await context.DocumentVersions
                .Where(row => row.Id == version.Id && row.AreWordsCounted)
                .ExecuteUpdateAsync(row => row.SetProperty(former => former.AreWordsCounted, false), cancellation) == 1;
            if (!isReleased)
                continue;
            var successions = await context.VersionChanges
                .Where(change => change.Version.DocumentId == document.Id && change.Version.Number == version.Number + 1)
                .Select(change => change.Passages)
                .ToListAsync(cancellation);
            words.AddRange(successions.SelectMany(changes => changes).Where(IsCompared)
                .Select(change => SignatureReader.Thesis(change.Before!.Value.Of(version.Text), change.Before.Value.Start).Terms));
        }

        return words;
    }

    private static bool IsCompared(PassageChange change) =>
        change is { Before: not null, Former: { Role: not Role.Context, Status: not Status.Rejected } };
}
