using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Review;

internal static class Decisions
{
    public static string Past(Status status) => status switch
    {
        Status.Accepted => "Accepted",
        Status.Rejected => "Rejected",
        _ => "Reopened",
    };

    /// <summary>
    /// What holds of the row that stays where two that say the same become one: what a person accepted is not lost with
    /// the row that goes.
    /// </summary>
    public static Status Stronger(Status kept, Status gone) => gone == Status.Accepted ? gone : kept;
}
