using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Revise;

/// <summary>
/// Brings together what is there with what the extractor says of the new text. What people decided is placed first, the
/// surest first; what nobody decided takes what is left of the extractor's passages; the rest is new.
/// </summary>
internal sealed class RevisionPlanner
{
    /// <summary>So much of a passage must be shared for it to count as the same.</summary>
    private const double Same = 0.5;

    private readonly DocumentState state;
    private readonly ArgumentStructure structure;
    private readonly Decided decided;
    private readonly AnchorFinder? finder;
    private readonly Dictionary<TextSpan, ExtractedPassage> bySpan;
    private readonly Dictionary<int, PlannedPassage> byExtracted = [];
    private readonly HashSet<TextSpan> taken = [];
    private readonly List<PlannedPassage> planned = [];

    private RevisionPlanner(DocumentState state, ArgumentStructure structure, Decided decided, AnchorFinder? finder)
    {
        (this.state, this.structure, this.decided, this.finder) = (state, structure, decided, finder);
        bySpan = structure.Passages.ToDictionary(passage => passage.Span);
    }

    /// <param name="finder">From the former text to the new one; null when the same text was read anew, in which every passage stands where it stood.</param>
    public static RevisionPlan Plan(DocumentState state, ArgumentStructure structure, Decided decided, AnchorFinder? finder) =>
        new RevisionPlanner(state, structure, decided, finder).Plan();

    private RevisionPlan Plan()
    {
        var matches = Matches();
        foreach (var (passage, match) in matches.Where(pair => decided.Holds(pair.Passage)).OrderByDescending(pair => Certainty(pair.Match)))
            planned.Add(PlaceDecided(passage, match));
        foreach (var (passage, match) in matches.Where(pair => !decided.Holds(pair.Passage)).OrderByDescending(pair => Certainty(pair.Match)))
            planned.Add(PlaceSuggested(passage, match));
        AddNew();
        return new(
            [.. planned.OrderBy(one => one.Span is null).ThenBy(one => one.Span ?? one.Old!.Span).ThenBy(one => one.Old?.Id ?? int.MaxValue)],
            byExtracted);
    }

    private List<(Passage Passage, AnchorMatch Match)> Matches() =>
        [.. state.Passages.Select(passage => (passage, finder?.Find(AnchorOf(passage)) ?? new(AnchorKind.Unchanged, passage.Span, 1)))];

    private static Anchor AnchorOf(Passage passage) => new(passage.Span, passage.Quote, passage.Prefix, passage.Suffix);

    private static int Certainty(AnchorMatch match) => match.Kind switch
    {
        AnchorKind.Unchanged => 4,
        AnchorKind.Moved => 3,
        AnchorKind.Altered => 2,
        AnchorKind.Uncertain => 1,
        _ => 0,
    };

    private PlannedPassage PlaceDecided(Passage passage, AnchorMatch match)
    {
        if (match.Span is not { } found)
            return new(passage, null, null, ChangeKind.Gone, Fate.Unplaced);
        if (match.IsExact)
        {
            var same = Free(found);
            return Take(new(
                passage,
                same,
                found,
                match.Kind == AnchorKind.Moved ? ChangeKind.Moved : ChangeKind.Unchanged,
                decided.HoldsLabels(passage) || same is null ? Fate.Kept : Fate.Renewed));
        }

        // A passage that the program had cut is cut anew where the program cuts now; what people marked stays as found.
        var extracted = passage.Origin == Origin.Extracted ? Nearest(found) : Free(found);
        var span = extracted?.Span ?? found;
        // A guess never takes the place of words that were found.
        if (taken.Contains(span))
            return new(passage, null, null, ChangeKind.Gone, Fate.Unplaced);
        var kind = passage.Quote == span.Of(structure.Document.Text) ? ChangeKind.Moved : ChangeKind.Altered;
        return Take(new(passage, extracted, span, kind, decided.HoldsLabels(passage) || extracted is null ? Fate.Reopened : Fate.Renewed));
    }

    private PlannedPassage PlaceSuggested(Passage passage, AnchorMatch match)
    {
        var extracted = match.Span is not { } found ? null : match.IsExact ? Free(found) : Nearest(found);
        if (extracted is null)
            return new(passage, null, null, ChangeKind.Gone, Fate.Removed);
        var kind = !match.IsExact ? ChangeKind.Altered : match.Kind == AnchorKind.Moved ? ChangeKind.Moved : ChangeKind.Unchanged;
        return Take(new(passage, extracted, extracted.Span, kind, Fate.Renewed));
    }

    private void AddNew()
    {
        var decidedSpans = planned.Where(one => one.Fate is Fate.Kept or Fate.Reopened).ToList();
        foreach (var extracted in structure.Passages.Where(passage => !byExtracted.ContainsKey(passage.Id)))
        {
            var covering = decidedSpans.Where(one => one.Span!.Value.Overlaps(extracted.Span)).ToList();
            // What people have cut otherwise is not proposed again in the program's own cut.
            if (covering.Sum(one => Overlap(one.Span!.Value, extracted.Span)) >= Same * extracted.Span.Length)
                byExtracted[extracted.Id] = covering.MaxBy(one => Overlap(one.Span!.Value, extracted.Span))!;
            else
                planned.Add(Take(new(null, extracted, extracted.Span, ChangeKind.New, Fate.Added)));
        }
    }

    private PlannedPassage Take(PlannedPassage placed)
    {
        taken.Add(placed.Span!.Value);
        if (placed.Extracted is { } extracted)
            byExtracted[extracted.Id] = placed;
        return placed;
    }

    /// <summary>The extractor's passage of exactly this span, unless it is somebody's already.</summary>
    private ExtractedPassage? Free(TextSpan span) =>
        bySpan.TryGetValue(span, out var extracted) && !byExtracted.ContainsKey(extracted.Id) ? extracted : null;

    /// <summary>The extractor's passage that is most nearly this span, unless it is somebody's already.</summary>
    private ExtractedPassage? Nearest(TextSpan span)
    {
        var best = Overlapping(span).MaxBy(passage => Likeness(passage.Span, span));
        return best is not null && Likeness(best.Span, span) >= Same ? Free(best.Span) : null;
    }

    /// <summary>The extractor's passages are in order and do not overlap.</summary>
    private IEnumerable<ExtractedPassage> Overlapping(TextSpan span)
    {
        var (low, high) = (0, structure.Passages.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (structure.Passages[middle].Span.End <= span.Start)
                low = middle + 1;
            else
                high = middle;
        }

        for (; low < structure.Passages.Length && structure.Passages[low].Span.Start < span.End; low++)
            yield return structure.Passages[low];
    }

    private static int Overlap(TextSpan one, TextSpan other) => Math.Max(0, Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start));

    /// <summary>From 0 to 1: what both cover of what either covers.</summary>
    private static double Likeness(TextSpan one, TextSpan other) =>
        (double)Overlap(one, other) / (one.Length + other.Length - Overlap(one, other));
}
