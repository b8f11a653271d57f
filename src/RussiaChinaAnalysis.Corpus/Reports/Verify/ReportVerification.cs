namespace RussiaChinaAnalysis.Corpus.Reports.Verify;

/// <summary>What became of the quotations of a report.</summary>
public abstract record VerificationOutcome
{
    private VerificationOutcome() { }

    /// <param name="Checks">One for each reference, in the order of their numbers.</param>
    public sealed record Done(IReadOnlyList<ReferenceCheck> Checks) : VerificationOutcome
    {
        public int Count(ReferenceState state) => Checks.Count(check => check.State == state);
    }

    /// <param name="Message">One sentence that names the file and says what is wrong.</param>
    public sealed record Refused(string Message) : VerificationOutcome;
}

/// <param name="Explanation">What differs, and where the words stand now; one sentence.</param>
/// <param name="PassageId">The passage that stands there now; null when there is none.</param>
public sealed record ReferenceCheck(int Number, ReferenceState State, string Quote, string Document, string Explanation, int? PassageId);

public enum ReferenceState
{
    Unchanged,

    /// <summary>The same words stand elsewhere in the document.</summary>
    Moved,

    TextChanged,

    /// <summary>The words are the same, but they are labelled or judged otherwise than the report says.</summary>
    DecisionChanged,

    Gone,
}
