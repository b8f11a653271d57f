using RussiaChinaAnalysis.Corpus.Browse.Themes;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Reports;

/// <summary>The figures of a report, as data. How they are drawn is up to each format.</summary>
internal static class ReportFigures
{
    private const int MostRows = 20;

    /// <summary>More documents, or more passages in one, make no picture that anybody could read.</summary>
    private const int MostMaps = 4;
    private const int MostNodes = 60;

    private const string ClaimColour = "#33479f";

    public static IReadOnlyList<ReportBars> Charts(IReadOnlyList<ReportReference> references, IReadOnlyList<ReportDocument> documents, ThemeIndex themes)
    {
        var byTheme = themes.Entries
            .Select(theme => new ReportBar(theme.Name, references.Count(reference => reference.Themes.Contains(theme.Name)), theme.Colour));
        var byDocument = references.GroupBy(reference => reference.Document)
            .Select(group => new ReportBar(documents[group.Key].Title, group.Count(), ClaimColour));
        return [.. new[]
        {
            Bars("Passages by theme", byTheme),
            Bars("Passages by document", byDocument),
        }.Where(bars => bars.Rows.Count > 1)];
    }

    public static IReadOnlyList<ReportMap> Maps(ReportNumbers numbers, ReportGraph graph)
    {
        var documents = numbers.Taken.GroupBy(id => graph[id].DocumentId).ToList();
        if (documents.Count > MostMaps)
            return [];
        var maps = new List<ReportMap>();
        foreach (var document in documents)
        {
            // What bears only on evidence below a statement has no number: the report does not tell of it.
            var edges = document.SelectMany(id => graph.Bearing(id))
                .Where(relation => relation.Status != Status.Rejected && numbers.Has(relation.From))
                .Select(relation => new ReportEdge(numbers[relation.From], numbers[relation.To], relation.Kind)).Distinct().ToList();
            var nodes = edges.SelectMany(edge => new[] { edge.From, edge.To }).Distinct().Order().ToList();
            if (nodes.Count is > 1 and <= MostNodes)
                maps.Add(new($"The argument of “{graph[document.First()].DocumentTitle}”", nodes, edges));
        }

        return maps;
    }

    private static ReportBars Bars(string title, IEnumerable<ReportBar> rows) => new(title, "passages",
        [.. rows.Where(row => row.Count > 0).OrderByDescending(row => row.Count).ThenBy(row => row.Label, StringComparer.Ordinal).Take(MostRows)]);
}
