using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Connect;

/// <summary>A document whose passages are compared with those of others.</summary>
internal sealed record ComparedDocument(
    int Id, int VersionId, ImmutableArray<StatementSignature> Conclusions, ImmutableArray<SignedPassage> Passages)
{
    /// <summary>Null when there is no such document.</summary>
    public static async Task<ComparedDocument?> ReadAsync(CorpusContext context, int id, CancellationToken cancellation)
    {
        var version = await context.DocumentVersions
            .Where(version => version.DocumentId == id && version.Number == version.Document.CurrentVersion)
            .Select(version => (int?)version.Id)
            .SingleOrDefaultAsync(cancellation);
        if (version is null)
            return null;
        var conclusions = await ReadConclusionsAsync(context, [id], cancellation);
        var passages = await SignedPassage.ReadAsync(context.Passages.Where(passage => passage.DocumentId == id), cancellation);
        return new(id, version.Value, conclusions[id], [.. passages.OrderBy(passage => passage.Signature.Span.Start)]);
    }

    /// <summary>The title and the theses of each document.</summary>
    public static async Task<Dictionary<int, ImmutableArray<StatementSignature>>> ReadConclusionsAsync(
        CorpusContext context, IReadOnlyCollection<int> documents, CancellationToken cancellation)
    {
        var titles = await context.Documents
            .Where(document => documents.Contains(document.Id))
            .Select(document => new { document.Id, document.Title })
            .ToListAsync(cancellation);
        var theses = (await context.Passages
            .Where(passage => documents.Contains(passage.DocumentId) && passage.IsThesis && passage.Status != Status.Rejected)
            .OrderBy(passage => passage.Start)
            .Select(passage => new { passage.DocumentId, passage.Quote, passage.Start })
            .ToListAsync(cancellation)).ToLookup(thesis => thesis.DocumentId);
        return titles.ToDictionary(
            title => title.Id,
            title => ImmutableArray.CreateRange(theses[title.Id]
                .Select(thesis => SignatureReader.Thesis(thesis.Quote, thesis.Start))
                .Prepend(SignatureReader.Title(title.Title))));
    }
}

/// <summary>A claim or a piece of evidence with what is compared of it.</summary>
internal sealed record SignedPassage(int Id, int DocumentId, string Quote, PassageSignature Signature)
{
    /// <summary>In no order; context and what people have rejected is left out.</summary>
    public static async Task<List<SignedPassage>> ReadAsync(IQueryable<Passage> passages, CancellationToken cancellation)
    {
        var rows = await passages
            .Where(passage => passage.Role != Role.Context && passage.Status != Status.Rejected)
            .Select(passage => new
            {
                passage.Id,
                passage.DocumentId,
                passage.Start,
                passage.End,
                passage.Quote,
                Holds = !(passage.Attribution == AttributionKind.Reported && passage.Stance == Stance.Opp),
                passage.Quantities,
            })
            .ToListAsync(cancellation);
        return [.. rows.Select(row => new SignedPassage(
            row.Id,
            row.DocumentId,
            row.Quote,
            SignatureReader.Passage(new ComparedPassage(
                new PassageReference(row.DocumentId, row.Id), new TextSpan(row.Start, row.End), row.Quote, row.Holds, row.Quantities))))];
    }

    /// <summary>The word as the passage writes it.</summary>
    public string Written(SignatureTerm term) =>
        new TextSpan(term.Span.Start - Signature.Span.Start, term.Span.End - Signature.Span.Start).Of(Quote);
}
