using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Revise;

namespace RussiaChinaAnalysis.Web.Look;

/// <summary>How a revision is told.</summary>
public static class RevisionWords
{
    public static string Kind(ChangeKind kind) => kind switch
    {
        ChangeKind.Unchanged => "Unchanged",
        ChangeKind.Moved => "Moved",
        ChangeKind.Altered => "Altered",
        ChangeKind.Gone => "Gone",
        ChangeKind.New => "New",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What becomes of a decision; null where nobody had decided.</summary>
    public static string? Decision(PassageChange change) => change.Fate switch
    {
        Fate.Kept => $"{Former(change)}; that holds.",
        Fate.Reopened => $"{Former(change)}; to be decided again.",
        Fate.Unplaced => $"{Former(change)}; listed as not placed.",
        _ => null,
    };

    /// <summary>What had been decided of something that is to be decided again.</summary>
    public static string Reopened(Status former) => $"{former} before the words changed";

    public static string Counts(RevisionCounts counts) =>
        $"{Signs.Number(counts.Unchanged)} unchanged, {Signs.Number(counts.Moved)} moved, {Signs.Number(counts.Altered)} altered, {Signs.Number(counts.Gone)} gone, {Signs.Number(counts.New)} new";

    /// <summary>Null when people had decided nothing.</summary>
    public static string? Decisions(RevisionCounts counts) => counts.Kept + counts.Reopened + counts.Unplaced == 0 ? null
        : $"Of people’s decisions {Listed(Part(counts.Kept, "holds", "hold"), Part(counts.Reopened, "is to be made again", "are to be made again"), Part(counts.Unplaced, "could not be placed", "could not be placed"))}.";

    /// <summary>What two wordings begin and end with alike, and what differs between, cut at spaces.</summary>
    public static (string Start, string Removed, string Added, string End) Difference(string before, string after)
    {
        var (one, other) = (before.Split(' '), after.Split(' '));
        var start = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = one.Skip(start).Reverse().Zip(other.Skip(start).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        return (
            string.Join(' ', one[..start]),
            string.Join(' ', one[start..^end]),
            string.Join(' ', other[start..^end]),
            string.Join(' ', one[^end..]));
    }

    private static string? Part(int count, string one, string many) => count == 0 ? null : Signs.Counted(count, one, many);

    private static string Listed(params IEnumerable<string?> parts) => string.Join(", ", parts.OfType<string>()) is var list && list.LastIndexOf(", ", StringComparison.Ordinal) is >= 0 and var last
        ? $"{list[..last]} and {list[(last + 2)..]}"
        : list;

    private static string Former(PassageChange change) => change.Former switch
    {
        { Status: Status.Accepted } => "Accepted",
        { Status: Status.Rejected } => "Rejected",
        { Origin: Origin.Person } => "Made by a person",
        _ => "Corrected or discussed",
    };
}
