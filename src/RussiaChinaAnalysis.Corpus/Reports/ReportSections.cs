using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Browse.Themes;

namespace RussiaChinaAnalysis.Corpus.Reports;

/// <summary>Lays the selected passages out in sections.</summary>
internal sealed class ReportSections(ReportDefinition definition, ThemeIndex themes, ReportGraph graph)
{
    private const string WithoutTheme = "Without a theme";
    private const string WithoutThesis = "Apart from the theses";

    public IReadOnlyList<(string Title, IReadOnlyList<int> Passages)> Lay()
    {
        if (definition.Grouping == ReportGrouping.Hand)
        {
            var known = graph.Selected.Select(passage => passage.Id).ToHashSet();
            return [.. definition.HandSections.Select(section => (section.Title, (IReadOnlyList<int>)[.. section.Passages.Where(known.Contains).Distinct()]))];
        }

        var standing = Ordered(Standing()).ToList();
        return definition.Grouping switch
        {
            ReportGrouping.Document => [.. standing.GroupBy(passage => passage.DocumentId)
                .OrderBy(group => group.First().DocumentTitle, StringComparer.OrdinalIgnoreCase).ThenBy(group => group.Key)
                .Select(group => Section(group.First().DocumentTitle, group))],
            ReportGrouping.Thesis => ByThesis(standing),
            _ => ByTheme(standing),
        };
    }

    /// <summary>Evidence that stands below a claim of the report needs no place of its own.</summary>
    private IEnumerable<ReportPassage> Standing()
    {
        var below = graph.Selected.Where(passage => passage.Role == Role.Claim)
            .SelectMany(passage => graph.Bearing(passage.Id)).Select(relation => relation.From).ToHashSet();
        return graph.Selected.Where(passage => passage.Role != Role.Evidence || !below.Contains(passage.Id));
    }

    private IEnumerable<ReportPassage> Ordered(IEnumerable<ReportPassage> passages)
    {
        var ordered = definition.Order switch
        {
            ReportOrder.Confidence => passages.OrderByDescending(passage => passage.Confidence),
            ReportOrder.Support => passages.OrderByDescending(passage => passage.Supports),
            _ => passages.OrderBy(_ => 0),
        };
        return ordered.ThenBy(passage => passage.DocumentId).ThenBy(passage => passage.Ordinal).ThenBy(passage => passage.Id);
    }

    private List<(string, IReadOnlyList<int>)> ByTheme(List<ReportPassage> standing)
    {
        var sections = Asked()
            .Select(theme => Section(theme.Name, standing.Where(passage => passage.ThemeIds.Contains(theme.Id))))
            .Append(Section(WithoutTheme, standing.Where(passage => passage.ThemeIds.Count == 0)));
        return [.. sections.Where(section => section.Passages.Count > 0)];
    }

    /// <summary>Where themes are chosen, a section for each other theme of their passages would only repeat them.</summary>
    private IEnumerable<ThemeEntry> Asked()
    {
        var chosen = definition.PassageFilter.Choices.Where(choice => choice is { Facet: Facet.Theme, Negated: false })
            .Select(choice => themes.Find(choice.Value)).OfType<ThemeEntry>().SelectMany(theme => themes.WithDescendants(theme.Id)).ToHashSet();
        return themes.Entries.Where(theme => chosen.Count == 0 || chosen.Contains(theme.Id));
    }

    private List<(string, IReadOnlyList<int>)> ByThesis(List<ReportPassage> standing)
    {
        var places = standing.Select((passage, place) => (passage.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        var placed = new HashSet<int>();
        var sections = new List<(string, IReadOnlyList<int>)>();
        foreach (var thesis in standing.Where(passage => passage.IsThesis))
        {
            var found = new List<int> { thesis.Id };
            for (var next = 0; next < found.Count; next++)
                found.AddRange(graph.Incoming(found[next]).Select(relation => relation.From).Where(id => places.ContainsKey(id) && !found.Contains(id)));
            placed.UnionWith(found);
            sections.Add((thesis.Quote, [thesis.Id, .. found.Skip(1).OrderBy(id => places[id])]));
        }

        sections.Add(Section(WithoutThesis, standing.Where(passage => !placed.Contains(passage.Id))));
        return sections;
    }

    private static (string Title, IReadOnlyList<int> Passages) Section(string title, IEnumerable<ReportPassage> passages) =>
        (title, [.. passages.Select(passage => passage.Id)]);
}
