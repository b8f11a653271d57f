using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Revise;

/// <summary>How many passages of each kind a revision has.</summary>
/// <param name="Kept">Decisions of people that hold.</param>
/// <param name="Reopened">Decisions of people that are to be made again.</param>
/// <param name="Unplaced">Decided passages whose words are gone.</param>
public sealed record RevisionCounts(int Unchanged, int Moved, int Altered, int Gone, int New, int Kept, int Reopened, int Unplaced)
{
    public static RevisionCounts Of(IEnumerable<PassageChange> changes)
    {
        var all = changes.ToList();
        return new(
            Of(ChangeKind.Unchanged), Of(ChangeKind.Moved), Of(ChangeKind.Altered), Of(ChangeKind.Gone), Of(ChangeKind.New),
            With(Fate.Kept), With(Fate.Reopened), With(Fate.Unplaced));

        int Of(ChangeKind kind) => all.Count(change => change.Kind == kind);
        int With(Fate fate) => all.Count(change => change.Fate == fate);
    }
}
