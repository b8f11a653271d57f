using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Revise;

/// <summary>Carries a plan out in a context; nothing is stored before the caller saves.</summary>
/// <param name="version">The version whose text was read: a new one, or the current one when the same text was read anew.</param>
internal sealed class RevisionWriter(
    CorpusContext context, DocumentState state, ArgumentStructure structure, DocumentRows rows, DocumentVersion version, Decided decided)
{
    private readonly string text = structure.Document.Text;

    public async Task WriteAsync(RevisionPlan plan, CancellationToken cancellation)
    {
        var placed = new Dictionary<PlannedPassage, Passage>(ReferenceEqualityComparer.Instance);
        var ordinal = 0;
        foreach (var planned in plan.Passages.Where(planned => planned.Span is not null))
        {
            var passage = planned.Old ?? rows.Passage(planned.Extracted!, version, ordinal + 1);
            passage.Ordinal = ++ordinal;
            if (planned.Old is null)
                context.Add(passage);
            else
                Carry(planned, passage);
            placed.Add(planned, passage);
        }

        var links = new RelationWriter(context, state, structure, decided);
        await links.WriteAsync(plan.ByExtracted.ToDictionary(pair => pair.Key, pair => placed[pair.Value]), plan, cancellation);
        foreach (var planned in plan.Passages.Where(planned => planned.Span is null))
            TakeOut(planned, links);
    }

    private void Carry(PlannedPassage planned, Passage passage)
    {
        var shift = planned.Span!.Value.Start - passage.Start;
        var sameWords = planned.Kind is ChangeKind.Unchanged or ChangeKind.Moved;
        Explain(planned, passage, sameWords ? shift : null);
        var anchor = Anchor.At(text, planned.Span.Value);
        (passage.Start, passage.End) = (planned.Span.Value.Start, planned.Span.Value.End);
        (passage.Quote, passage.Prefix, passage.Suffix) = (anchor.Quote, anchor.Prefix, anchor.Suffix);
        if (passage.VersionId != version.Id)
            passage.Version = version;
        if (planned.Fate == Fate.Reopened)
            (passage.FormerStatus, passage.Status) = (Former(passage.FormerStatus, passage.Status, passage.Origin), Status.Suggested);
        if (planned.Fate == Fate.Renewed)
            DocumentRows.Label(passage, planned.Extracted!);
        Tag(planned, passage);
    }

    /// <summary>What had been decided; what a person made counts as accepted by them.</summary>
    private static Status? Former(Status? earlier, Status status, Origin origin) =>
        status != Status.Suggested ? status : earlier ?? (origin == Origin.Person ? Status.Accepted : null);

    /// <summary>
    /// Figures and reasons count in the text, so they are taken from the reading of it. Reasons for another label than
    /// the one that stands would explain nothing.
    /// </summary>
    /// <param name="shift">How far the words have moved; null when they are others.</param>
    private void Explain(PlannedPassage planned, Passage passage, int? shift)
    {
        var span = planned.Span!.Value;
        var read = structure.Passages.Where(extracted => extracted.Span.Overlaps(span)).ToList();
        passage.Quantities = [.. read.SelectMany(extracted => extracted.Quantities).Where(quantity => span.Contains(quantity.Span))];
        passage.Times = [.. read.SelectMany(extracted => extracted.Times).Where(time => span.Contains(time.Span))];
        passage.Forecast = read.Select(extracted => extracted.Forecast).FirstOrDefault(forecast => forecast is not null && span.Contains(forecast.Span));
        if (planned.Extracted is { } same && (planned.Fate == Fate.Renewed || same.Role == passage.Role))
            passage.Cues = same.Cues;
        else
            passage.Cues = shift is { } by ? Shifted(passage.Cues, passage.Span, by) : [];
    }

    private void Tag(PlannedPassage planned, Passage passage)
    {
        var proposed = planned.Extracted is { } extracted ? rows.Tags(extracted).ToDictionary(tag => tag.ThemeId) : null;
        foreach (var tag in passage.Themes.ToList())
        {
            if (Decided.Holds(tag))
            {
                if (planned.Reopens)
                    (tag.FormerStatus, tag.Status) = (Former(tag.FormerStatus, tag.Status, tag.Origin), Status.Suggested);
                proposed?.Remove(tag.ThemeId);
            }
            else if (proposed is not null)
            {
                if (proposed.Remove(tag.ThemeId, out var renewed))
                    (tag.Score, tag.Cues) = (renewed.Score, renewed.Cues);
                else
                    passage.Themes.Remove(tag);
            }
        }

        if (proposed is not null)
            passage.Themes.AddRange(proposed.Values);
    }

    private void TakeOut(PlannedPassage planned, RelationWriter links)
    {
        var passage = planned.Old!;
        if (planned.Fate == Fate.Unplaced)
        {
            context.Add(new UnplacedPassage
            {
                Document = state.Document,
                VersionId = state.Version.Id,
                PassageId = passage.Id,
                Start = passage.Start,
                End = passage.End,
                Quote = passage.Quote,
                Role = passage.Role,
                IsThesis = passage.IsThesis,
                EvidenceKind = passage.EvidenceKind,
                Stance = passage.Stance,
                Origin = passage.Origin,
                Status = Former(passage.FormerStatus, passage.Status, passage.Origin) ?? Status.Suggested,
                Links = [.. links.Lost(passage)],
            });
        }

        context.Remove(passage);
    }

    private static ImmutableArray<Cue> Shifted(ImmutableArray<Cue> cues, TextSpan within, int by) =>
    [
        .. cues.Where(cue => within.Contains(cue.Span))
            .Select(cue => cue with { Span = new TextSpan(cue.Span.Start + by, cue.Span.End + by) }),
    ];
}
