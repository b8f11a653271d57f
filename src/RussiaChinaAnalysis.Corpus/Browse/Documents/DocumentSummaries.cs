using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Browse.Documents;

/// <summary>Reads what lists say of documents, in three queries whatever their number.</summary>
internal static class DocumentSummaries
{
    /// <summary>In the order of the ids; an id that no longer exists is missing.</summary>
    public static async Task<List<DocumentSummary>> ReadAsync(
        CorpusContext context, IReadOnlyCollection<int> ids, CancellationToken cancellation)
    {
        var documents = await context.Documents
            .Where(document => ids.Contains(document.Id))
            .Join(
                context.DocumentVersions,
                document => new { Id = document.Id, Number = document.CurrentVersion },
                version => new { Id = version.DocumentId, version.Number },
                (document, version) => new DocumentSummary(
                    document.Id,
                    document.Title,
                    document.Author,
                    document.Published,
                    document.Language,
                    document.Source,
                    version.Number,
                    version.ContentHash,
                    document.ImportedAt,
                    version.Words,
                    0,
                    0,
                    0,
                    0,
                    Array.Empty<ThesisLine>()))
            .ToDictionaryAsync(document => document.Id, cancellation);
        var passages = context.Passages.Where(passage => ids.Contains(passage.DocumentId));
        var roles = (await passages
            .GroupBy(passage => new { passage.DocumentId, passage.Role, passage.Attribution })
            .Select(group => new { group.Key.DocumentId, group.Key.Role, group.Key.Attribution, Count = group.Count() })
            .ToListAsync(cancellation)).ToLookup(count => count.DocumentId);
        var theses = (await passages
            .Where(passage => passage.IsThesis && passage.Status != Status.Rejected)
            .OrderBy(passage => passage.Ordinal)
            .Select(passage => new { passage.DocumentId, Line = new ThesisLine(passage.Id, passage.Quote) })
            .ToListAsync(cancellation)).ToLookup(thesis => thesis.DocumentId, thesis => thesis.Line);

        int Count(int document, Role role) => roles[document].Where(count => count.Role == role).Sum(count => count.Count);
        return [.. ids.Where(documents.ContainsKey).Select(id => documents[id] with
        {
            Claims = Count(id, Role.Claim),
            ReportedClaims = roles[id].FirstOrDefault(count => count is { Role: Role.Claim, Attribution: AttributionKind.Reported })?.Count ?? 0,
            Evidence = Count(id, Role.Evidence),
            Context = Count(id, Role.Context),
            Theses = [.. theses[id]],
        })];
    }
}
