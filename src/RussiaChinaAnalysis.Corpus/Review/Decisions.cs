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
}
