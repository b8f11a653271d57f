using RussiaChinaAnalysis.Corpus.Files;

namespace RussiaChinaAnalysis.Corpus.Interchange;

/// <summary>What became of one file of another tool.</summary>
public abstract record ImportOutcome
{
    private ImportOutcome() { }

    /// <summary>The file was read; each thing in it is told of.</summary>
    public sealed record Done(FormatDescription Format, IReadOnlyList<ImportLine> Lines) : ImportOutcome
    {
        public int Imported => Count(ImportState.Imported);

        public int Skipped => Count(ImportState.Skipped);

        public int Failed => Count(ImportState.Failed);

        private int Count(ImportState state) => Lines.Where(line => line.State == state).Sum(line => line.Count);
    }

    /// <summary>Nothing was stored.</summary>
    /// <param name="Message">One sentence that names the file, says what is wrong and how to mend it.</param>
    public sealed record Refused(string Message) : ImportOutcome;
}

/// <param name="What">What it is, in the singular or the plural as the count asks: “12 passages of “On trade””.</param>
/// <param name="Reason">Why it was skipped or failed; null for what was imported.</param>
/// <param name="Count">How many things the line tells of.</param>
public sealed record ImportLine(ImportState State, string What, string? Reason = null, int Count = 1);

public enum ImportState
{
    Imported,

    /// <summary>It is in the corpus already, or the corpus has no place for it.</summary>
    Skipped,

    Failed,
}
