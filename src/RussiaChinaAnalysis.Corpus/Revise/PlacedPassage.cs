using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Review;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Revise;

/// <summary>Brings back a passage whose words were gone, as the history remembers it.</summary>
internal static class PlacedPassage
{
    /// <param name="there">What the program proposes of exactly these words; the passage takes its place.</param>
    public static async Task<Passage> RestoreAsync(
        CorpusContext context, UnplacedPassage unplaced, VersionText text, TextSpan words, IReadOnlyList<Passage> there, CancellationToken cancellation)
    {
        var removed = await RemovedAsync(context, unplaced.PassageId, cancellation);
        var passage = await NewAsync(context, unplaced, text, words, removed, cancellation);
        foreach (var proposed in there)
        {
            (passage.Quantities, passage.Times, passage.Forecast) = (proposed.Quantities, proposed.Times, proposed.Forecast);
            await PassageSuccession.HandOverAsync(context, proposed, passage, cancellation);
            context.Remove(proposed);
        }

        await RestoreThemesAsync(context, passage, removed, cancellation);
        await RestoreRelationsAsync(context, passage, removed, cancellation);
        await RestoreNotesAsync(context, passage, unplaced, cancellation);
        return passage;
    }

    /// <summary>The rows that went together with the passage; none where it went before history told of it.</summary>
    private static async Task<List<ChangedRow>> RemovedAsync(CorpusContext context, int passage, CancellationToken cancellation)
    {
        var key = passage.ToString(CultureInfo.InvariantCulture);
        var change = await context.Set<ChangedRow>()
            .Where(row => row.Entity == nameof(Passage) && row.Key == key && row.After == null)
            .MaxAsync(row => (long?)row.ChangeId, cancellation);
        return await context.Set<ChangedRow>().AsNoTracking()
            .Where(row => row.ChangeId == change && row.After == null).OrderBy(row => row.Position).ToListAsync(cancellation);
    }

    private static async Task<Passage> NewAsync(
        CorpusContext context, UnplacedPassage unplaced, VersionText text, TextSpan words, List<ChangedRow> removed, CancellationToken cancellation)
    {
        var passage = new Passage
        {
            Document = await context.Documents.SingleAsync(document => document.Id == text.DocumentId, cancellation),
            Version = await context.DocumentVersions.SingleAsync(version => version.Id == text.VersionId, cancellation),
            Ordinal = int.MaxValue,
            Start = words.Start,
            End = words.End,
            Quote = unplaced.Quote,
            Prefix = string.Empty,
            Suffix = string.Empty,
            Role = unplaced.Role,
            IsThesis = unplaced.IsThesis,
            EvidenceKind = unplaced.EvidenceKind,
            Stance = unplaced.Stance,
            Confidence = 1,
            Origin = unplaced.Origin,
            Status = unplaced.Status,
        };
        var entry = context.Entry(passage);
        var key = unplaced.PassageId.ToString(CultureInfo.InvariantCulture);
        if (removed.Find(row => row.Entity == nameof(Passage) && row.Key == key) is { } former)
        {
            RowState.Apply(entry, Before(former));
            // A decision that had been reopened is made by whoever says which words it is about.
            (passage.Status, passage.FormerStatus) = (unplaced.Status, null);
        }

        entry.Property(nameof(Passage.Id)).CurrentValue = unplaced.PassageId;
        entry.Property(nameof(Passage.VersionId)).CurrentValue = text.VersionId;
        (passage.Cues, passage.Quantities, passage.Times, passage.Forecast) = ([], [], [], null);
        text.Place(passage, words);
        context.Add(passage);
        return passage;
    }

    private static async Task RestoreThemesAsync(
        CorpusContext context, Passage passage, List<ChangedRow> removed, CancellationToken cancellation)
    {
        var themes = await context.Themes.Select(theme => theme.Id).ToHashSetAsync(cancellation);
        foreach (var row in removed.Where(row => row.Entity == nameof(PassageTheme)))
        {
            var (of, theme) = RowState.ParseKey(row.Key) is [int first, int second] ? (first, second) : throw new InvalidOperationException($"{row.Key} is no key of a theme's tag.");
            if (of != passage.Id || !themes.Contains(theme))
                continue;
            var former = new PassageTheme { ThemeId = theme, Score = 1, Passage = passage };
            RowState.Apply(context.Entry(former), Before(row));
            former.Cues = [];
            if (!Decided.Holds(former))
                continue;
            var proposed = context.PassageThemes.Local.FirstOrDefault(tag =>
                tag.ThemeId == former.ThemeId && ReferenceEquals(tag.Passage, passage) && context.Entry(tag).State == EntityState.Added);
            if (proposed is null)
                context.Add(former);
            else
                (proposed.Origin, proposed.Status, proposed.Score) = (former.Origin, former.Status, former.Score);
        }
    }

    /// <summary>Those that people decided about and whose other end is there.</summary>
    private static async Task RestoreRelationsAsync(
        CorpusContext context, Passage passage, List<ChangedRow> removed, CancellationToken cancellation)
    {
        foreach (var row in removed.Where(row => row.Entity == nameof(Relation)))
        {
            var state = Before(row);
            var (from, to, toRelation) = (Id(nameof(Relation.FromPassageId)), Id(nameof(Relation.ToPassageId)), Id(nameof(Relation.ToRelationId)));
            if (from != passage.Id && to != passage.Id)
                continue;
            var relation = new Relation { FromPassage = null!, Kind = default };
            var entry = context.Entry(relation);
            RowState.Apply(entry, state);
            if (!Decided.IsByPeople(relation)
                || await context.Relations.AnyAsync(other => other.Id == relation.Id, cancellation)
                || !await IsThereAsync(from)
                || (to is not null && !await IsThereAsync(to))
                || (toRelation is not null && !await context.Relations.AnyAsync(other => other.Id == toRelation, cancellation)))
            {
                entry.State = EntityState.Detached;
                continue;
            }

            foreach (var twin in context.Relations.Local.Where(other =>
                other.FromPassageId == from && other.ToPassageId == to && other.ToRelationId == toRelation && other.Kind == relation.Kind).ToList())
                await RelationRemoval.RemoveAsync(context, twin, cancellation);
            relation.Cues = [];
            entry.State = EntityState.Added;

            int? Id(string end) => state[end]?.GetValue<int>();
        }

        async Task<bool> IsThereAsync(int? end) =>
            end == passage.Id || await context.Passages.AnyAsync(other => other.Id == end && other.DocumentId == passage.Document.Id, cancellation);
    }

    /// <summary>Notes on the passage became notes on its words when it went, and found no words either.</summary>
    private static async Task RestoreNotesAsync(
        CorpusContext context, Passage passage, UnplacedPassage unplaced, CancellationToken cancellation)
    {
        var astray = await context.Annotations
            .Where(note => note.DocumentId == unplaced.DocumentId && note.PassageId == null && note.RelationId == null && note.Anchoring == AnchorKind.Orphan)
            .ToListAsync(cancellation);
        foreach (var note in astray.Where(note => note.Spans is [var words] && words.Quote == unplaced.Quote))
            (note.PassageId, note.Spans, note.Anchoring) = (passage.Id, [], AnchorKind.Unchanged);
    }

    private static JsonObject Before(ChangedRow row) => JsonNode.Parse(row.Before!)!.AsObject();
}
