using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Reports;

/// <summary>Reads from the corpus what a report asks for.</summary>
/// <param name="context">Within a snapshot, so that all parts show one state of the corpus.</param>
internal sealed class ReportBuilder(CorpusContext context)
{
    public async Task<ReportContent> BuildAsync(ReportDefinition definition, ReportContent? before, CancellationToken cancellation)
    {
        var filter = await ResolvedFilter.ReadAsync(context, definition.PassageFilter, cancellation);
        var passages = await ReadPassagesAsync(definition, filter, cancellation);
        var graph = await ReportGraph.ReadAsync(context, passages, definition.HasRejected, cancellation);
        var sections = new ReportSections(definition, filter.Themes, graph).Lay();

        var numbers = new ReportNumbers(graph);
        foreach (var id in sections.SelectMany(section => section.Passages))
        {
            numbers.Take(id);
            foreach (var link in graph.Bearing(id))
                numbers.Take(link.From);
        }

        var notes = await ReportNotesReader.ReadAsync(context, definition, numbers.Taken, cancellation);
        var references = await numbers.ReferencesAsync(context, filter.Themes, cancellation);
        var changes = new ReportChanges(before, references);
        var stated = sections.SelectMany(section => section.Passages).ToHashSet();
        var items = sections.Select(section => new ReportSection(section.Title,
        [
            .. section.Passages.Select(id => Item(id, graph, numbers, stated, notes, changes)),
        ])).Where(section => section.Items.Count > 0).ToList();
        return new(
            definition.Title,
            definition.Authors,
            definition.Summary,
            FilterDescription.Of(filter.Filter, filter.NameOf),
            Edition: null,
            numbers.Documents,
            items,
            references,
            definition.HasFigures ? ReportFigures.Charts(references, numbers.Documents, filter.Themes) : [],
            definition.HasFigures ? ReportFigures.Maps(numbers, graph) : [],
            changes.Removed(items));
    }

    /// <param name="stated">Passages that are statements themselves, and have their notes there.</param>
    private static ReportItem Item(
        int id, ReportGraph graph, ReportNumbers numbers, HashSet<int> stated, ILookup<int, ReportNote> notes, ReportChanges changes)
    {
        ReportLink Link(ReportRelation relation) => new(
            numbers[relation.From], relation.Kind, relation.Status, stated.Contains(relation.From) || !notes.Contains(relation.From) ? null : [.. notes[relation.From]]);
        var item = new ReportItem(
            numbers[id],
            ReportChange.None,
            [.. graph.Bearing(id).Where(relation => relation.IsSupport).Select(Link)],
            [.. graph.Bearing(id).Where(relation => relation.IsAttack).Select(Link)],
            [.. notes[id]]);
        return item with { Change = changes.Of(item) };
    }

    private async Task<List<ReportPassage>> ReadPassagesAsync(ReportDefinition definition, ResolvedFilter filter, CancellationToken cancellation)
    {
        IQueryable<Passage> passages;
        if (definition.Grouping == ReportGrouping.Hand)
        {
            var chosen = definition.HandSections.SelectMany(section => section.Passages).Distinct().ToArray();
            passages = context.Passages.Where(passage => chosen.Contains(passage.Id));
        }
        else
        {
            passages = new PassageSelection(context, filter).Passages();
            // Context belongs in a report only when somebody asks for it.
            if (!filter.Restricts(Facet.Role))
                passages = passages.Where(passage => passage.Role != Role.Context);
        }

        if (!definition.HasRejected)
            passages = passages.Where(passage => passage.Status != Status.Rejected);
        return await ReportPassage.Of(passages).ToListAsync(cancellation);
    }
}
