using RussiaChinaAnalysis.Corpus.Browse.Connections;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Web.Look;

namespace RussiaChinaAnalysis.Web.Pages.Connections;

/// <summary>A connection as a row of a table.</summary>
/// <param name="Why">The explanations, each once, separated by a vertical bar.</param>
public sealed record ConnectionLine(
    int Id,
    string Kind,
    double Score,
    int FirstDocumentId,
    string FirstDocument,
    int FirstPassageId,
    string FirstText,
    int SecondDocumentId,
    string SecondDocument,
    int SecondPassageId,
    string SecondText,
    string Why,
    string FirstAddress,
    string SecondAddress)
{
    public static ConnectionLine Of(ConnectionRow row) => new(
        row.Id,
        FacetWords.Key(row.Kind),
        Math.Round(row.Score, 4),
        row.First.DocumentId,
        row.First.DocumentTitle,
        row.First.Id,
        row.First.Quote,
        row.Second.DocumentId,
        row.Second.DocumentTitle,
        row.Second.Id,
        row.Second.Quote,
        string.Join(" | ", ConnectionWords.Why(row)),
        Paths.Passage(row.First.Id),
        Paths.Passage(row.Second.Id));
}
