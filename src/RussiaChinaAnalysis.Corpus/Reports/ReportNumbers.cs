using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Browse.Themes;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Reports;

/// <summary>Gives each passage of a report its number, in the order in which the report first names it.</summary>
internal sealed class ReportNumbers(ReportGraph graph)
{
    private const int IdsAtOnce = 5_000;

    private readonly OrderedDictionary<int, int> numbers = [];

    /// <summary>In the order in which the report first names them; known once the references are read.</summary>
    public IReadOnlyList<ReportDocument> Documents { get; private set; } = [];

    /// <summary>Passage ids in the order of their numbers.</summary>
    public IReadOnlyList<int> Taken => numbers.Keys;

    public int this[int id] => numbers[id];

    public bool Has(int id) => numbers.ContainsKey(id);

    public void Take(int id) => numbers.TryAdd(id, numbers.Count + 1);

    public async Task<IReadOnlyList<ReportReference>> ReferencesAsync(CorpusContext context, ThemeIndex themes, CancellationToken cancellation)
    {
        await ReadDocumentsAsync(context, cancellation);
        var places = Documents.Select((document, place) => (document.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        var references = new ReportReference[numbers.Count];
        foreach (var part in numbers.Keys.Chunk(IdsAtOnce))
        {
            var rows = await context.Passages.Where(passage => part.Contains(passage.Id)).AsNoTracking().ToListAsync(cancellation);
            var deciders = await ReportDecisions.ReadAsync(context, rows.ToDictionary(row => row.Id, row => row.Status), cancellation);
            foreach (var row in rows)
            {
                var number = numbers[row.Id];
                references[number - 1] = new(
                    number,
                    row.Id,
                    places[row.DocumentId],
                    row.Start,
                    row.End,
                    row.Quote,
                    row.Prefix,
                    row.Suffix,
                    row.Role,
                    row.IsThesis,
                    row.EvidenceKind,
                    row.Attribution,
                    row.AttributedTo,
                    row.Stance,
                    Math.Round(row.Confidence, 4),
                    row.Status,
                    deciders.GetValueOrDefault(row.Id),
                    [.. graph[row.Id].ThemeIds.Select(theme => themes[theme].Name)]);
            }
        }

        return references;
    }

    private async Task ReadDocumentsAsync(CorpusContext context, CancellationToken cancellation)
    {
        var ids = numbers.Keys.Select(id => graph[id].DocumentId).Distinct().ToList();
        var documents = new Dictionary<int, ReportDocument>();
        foreach (var part in ids.Chunk(IdsAtOnce))
        {
            foreach (var document in await context.Documents.Where(document => part.Contains(document.Id))
                .Join(
                    context.DocumentVersions,
                    document => new { document.Id, Number = document.CurrentVersion },
                    version => new { Id = version.DocumentId, version.Number },
                    (document, version) => new ReportDocument(
                        document.Id, document.Title, document.Author, document.Published, version.Number, version.ContentHash))
                .ToListAsync(cancellation))
                documents.Add(document.Id, document);
        }

        Documents = [.. ids.Select(id => documents[id])];
    }
}
