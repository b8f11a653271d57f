using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Anchoring;

/// <summary>Two versions of a text, and how to get from a span of the old one to the new one.</summary>
internal sealed class Revision
{
    private const double Recognisable = 0.68;
    private const double Guessable = 0.35;

    /// <summary>By so much must words elsewhere resemble the passage more than those near its place.</summary>
    private const double Distance = 0.1;

    /// <summary>How many tokens on either side speak for a place.</summary>
    private const int ContextTokens = 8;

    /// <summary>How many on each side tell copies of the same words apart.</summary>
    private const int NeighbouringTokens = 4;

    /// <summary>Fewer tokens than this could stand anywhere.</summary>
    private const int TellingTokens = 5;

    private readonly TokenisedText old;
    private readonly TokenisedText text;
    private readonly TextAlignment alignment;
    private readonly QuoteIndex before;
    private readonly QuoteIndex after;

    public Revision(TokenisedText old, TokenisedText text, QuoteIndex after, int vocabulary)
    {
        (this.old, this.text, this.after) = (old, text, after);
        alignment = new(old.Ids, text.Ids, vocabulary);
        before = new(old, vocabulary);
    }

    /// <summary>Whether the anchor's words stand where it says in the old text.</summary>
    public bool Holds(Anchor anchor)
    {
        var span = anchor.Position;
        return span.Start >= 0 && span.End <= old.Text.Length && !span.IsEmpty
            && span.In(old.Text).SequenceEqual(anchor.Quote);
    }

    public AnchorMatch Find(TextSpan span)
    {
        var (from, to) = old.TokensIn(span);
        if (from >= to)
            return AnchorMatch.Orphan;
        var passage = new Place(from, to, span.Start - old.SpanOf(from, to).Start, old.SpanOf(from, to).End - span.End);
        return InPlace(passage) ?? Elsewhere(passage) ?? Resembling(passage) ?? Copy(passage) ?? AnchorMatch.Orphan;
    }

    /// <summary>The words were carried over whole, in the order of the text.</summary>
    private AnchorMatch? InPlace(Place passage)
    {
        var start = Majority(passage);
        if (start < 0 || !SameTokens(passage, start))
            return null;
        var (left, right) = Context(passage, start, start + passage.Length);
        var sure = IsRepeated(passage) ? IsSurrounded(left, right) : passage.Length >= TellingTokens || left + right >= 2;
        return Exact(passage, start, sure ? AnchorKind.Unchanged : AnchorKind.Uncertain, sure ? AnchorConfidence.Certain : AnchorConfidence.Uncertain);
    }

    /// <summary>The same words stand, whole, where nothing of the old text was carried over to.</summary>
    private AnchorMatch? Elsewhere(Place passage)
    {
        var free = Ranked(passage, after.Exactly(Quote(passage), Expected(passage)).Where(start => !IsTaken(passage, start)));
        if (free.Count == 0)
            return null;
        var (start, score) = free[0];
        var ahead = free.Count == 1 || score >= free[1].Score + 2;
        var (left, right) = Context(passage, start, start + passage.Length);
        var sure = ahead && (IsRepeated(passage) ? IsSurrounded(left, right) : passage.Length >= TellingTokens || score >= 3);
        var whole = AnchorConfidence.MovedAlone + (AnchorConfidence.MovedContext * score / (2 * ContextTokens));
        return Exact(passage, start, sure ? AnchorKind.Moved : AnchorKind.Uncertain, sure ? whole : AnchorConfidence.OneOfSeveral);
    }

    /// <summary>Altered words: first between what stood around them, then anywhere.</summary>
    private AnchorMatch? Resembling(Place passage)
    {
        var window = Window(passage);
        var near = Resemblance.Best(old, passage.From, passage.To, text, window.From, window.To);
        var far = after.Regions(Quote(passage))
            .Select(region => Resemblance.Best(old, passage.From, passage.To, text, region.From, region.To))
            .ToList();
        near = far.Where(other => other.Overlaps(near)).Append(near).MaxBy(other => other.Similarity);
        var best = far.Append(near).MaxBy(other => other.Similarity - (other.Overlaps(near) ? 0 : Distance));
        if (best.Similarity < Guessable || best.From >= best.To)
            return null;

        var span = text.SpanOf(best.From, best.To);
        // While something like the words is left in their place, nothing elsewhere is certain.
        var alone = far.TrueForAll(other => other.Similarity < Recognisable || other.Overlaps(best))
            && (near.Similarity < Guessable || near.Overlaps(best))
            && after.Exactly(text.Ids.AsSpan(best.From, best.To - best.From), best.From).Count == 1;
        var sure = best.Similarity >= Recognisable && alone && passage.Length >= 3
            && !IsRepeated(passage) && !BelongsToOthers(passage, best) && LeadsBack(passage, best);
        return sure
            ? new(AnchorKind.Altered, span, best.Similarity)
            : new(AnchorKind.Uncertain, span, Math.Min(AnchorConfidence.Uncertain, best.Similarity));
    }

    /// <summary>Only copies are left that belong to another part of the old text.</summary>
    private AnchorMatch? Copy(Place passage)
    {
        var copies = Ranked(passage, after.Exactly(Quote(passage), Expected(passage)));
        return copies.Count == 0 ? null : Exact(passage, copies[0].Start, AnchorKind.Uncertain, AnchorConfidence.AnothersCopy);
    }

    /// <summary>Whether the words found resemble no other part of the old text as much.</summary>
    private bool LeadsBack(Place passage, Resemblance found)
    {
        var quote = text.Ids.AsSpan(found.From, found.To - found.From);
        foreach (var start in before.Exactly(quote, passage.From))
        {
            if (!passage.Overlaps(start, start + quote.Length))
                return false;
        }

        foreach (var region in before.Regions(quote))
        {
            var other = Resemblance.Best(text, found.From, found.To, old, region.From, region.To);
            if (other.Similarity >= found.Similarity && !passage.Overlaps(other.From, other.To))
                return false;
        }

        return true;
    }

    /// <summary>Whether a good part of the words found was carried over from around the passage.</summary>
    private bool BelongsToOthers(Place passage, Resemblance found)
    {
        var others = 0;
        for (var token = found.From; token < found.To; token++)
        {
            var origin = alignment.ToBefore[token];
            others += origin >= 0 && !passage.Overlaps(origin, origin + 1) ? 1 : 0;
        }

        return 3 * others > found.To - found.From;
    }

    /// <summary>Copies tell themselves apart by what stands around them.</summary>
    private static bool IsSurrounded(int left, int right) => left >= NeighbouringTokens && right >= NeighbouringTokens;

    /// <summary>Where the passage would start if it was carried over whole, by what most of its tokens say; -1 if they do not.</summary>
    private int Majority(Place passage)
    {
        var (start, agreeing) = (-1, 0);
        // Boyer and Moore's vote: a majority, if there is one, survives.
        for (var token = passage.From; token < passage.To; token++)
        {
            if (alignment.ToAfter[token] < 0)
                continue;
            var says = alignment.ToAfter[token] - (token - passage.From);
            if (agreeing == 0)
                (start, agreeing) = (says, 1);
            else
                agreeing += says == start ? 1 : -1;
        }

        return start;
    }

    private bool SameTokens(Place passage, int start) =>
        start >= 0 && start + passage.Length <= text.Count
        && text.Ids.AsSpan(start, passage.Length).SequenceEqual(Quote(passage));

    /// <summary>Whether all of these tokens were carried over from one stretch of the old text that is not the passage.</summary>
    private bool IsTaken(Place passage, int start)
    {
        var first = alignment.ToBefore[start];
        if (first < 0 || first == passage.From)
            return false;
        for (var token = 1; token < passage.Length; token++)
        {
            if (alignment.ToBefore[start + token] != first + token)
                return false;
        }

        return true;
    }

    /// <summary>How many tokens before and after the place are those that stood around the passage.</summary>
    private (int Left, int Right) Context(Place passage, int from, int to)
    {
        var (left, right) = (0, 0);
        while (left < ContextTokens && Same(passage.From - 1 - left, from - 1 - left))
            left++;
        while (right < ContextTokens && Same(passage.To + right, to + right))
            right++;
        return (left, right);

        // The beginning and the end of a text are context too.
        bool Same(int one, int two) => (one, two) switch
        {
            ( < 0, _) or (_, < 0) => one < 0 && two < 0,
            _ when one >= old.Count || two >= text.Count => one >= old.Count && two >= text.Count,
            _ => old.Ids[one] == text.Ids[two],
        };
    }

    private List<(int Start, int Score)> Ranked(Place passage, IEnumerable<int> starts)
    {
        var expected = Expected(passage);
        return [.. starts
            .Select(start => (Start: start, Context: Context(passage, start, start + passage.Length)))
            .Select(place => (place.Start, Score: place.Context.Left + place.Context.Right))
            .OrderByDescending(place => place.Score).ThenBy(place => Math.Abs(place.Start - expected))];
    }

    private bool IsRepeated(Place passage) => before.Exactly(Quote(passage), passage.From).Count > 1;

    /// <summary>The first token after what stood before the passage.</summary>
    private int Expected(Place passage) => Window(passage).From;

    /// <summary>Between the nearest tokens around the passage that were carried over.</summary>
    private (int From, int To) Window(Place passage)
    {
        var longest = (3 * passage.Length) + (2 * ContextTokens);
        var (last, next) = (passage.From - 1, passage.To);
        while (last >= 0 && alignment.ToAfter[last] < 0)
            last--;
        while (next < old.Count && alignment.ToAfter[next] < 0)
            next++;
        var from = last < 0 ? 0 : alignment.ToAfter[last] + 1;
        var to = next >= old.Count ? text.Count : alignment.ToAfter[next];
        return to - from <= longest ? (from, Math.Max(from, to)) : Around(passage, from, to, longest);
    }

    /// <summary>Much was put in, or all around is new: stay near the tokens of the passage itself, or else near its start.</summary>
    private (int From, int To) Around(Place passage, int from, int to, int longest)
    {
        for (var token = passage.From; token < passage.To; token++)
        {
            if (alignment.ToAfter[token] < 0)
                continue;
            var middle = alignment.ToAfter[token] - (token - passage.From) - (longest / 3);
            var start = Math.Clamp(middle, from, to - longest);
            return (start, start + longest);
        }

        return (from, from + longest);
    }

    private AnchorMatch Exact(Place passage, int start, AnchorKind kind, double confidence)
    {
        var span = text.SpanOf(start, start + passage.Length);
        // A span may begin or end within a token; the token is the same, so its offset is too.
        var cut = new TextSpan(span.Start + Math.Max(0, passage.CutBefore), span.End - Math.Max(0, passage.CutAfter));
        return new(kind, cut, confidence);
    }

    private ReadOnlySpan<int> Quote(Place passage) => old.Ids.AsSpan(passage.From, passage.Length);

    /// <param name="CutBefore">How many units of the first token are outside; negative for white space inside.</param>
    /// <param name="CutAfter">The same at the end.</param>
    private readonly record struct Place(int From, int To, int CutBefore, int CutAfter)
    {
        public int Length => To - From;

        public bool Overlaps(int from, int to) => from < To && From < to;
    }
}
