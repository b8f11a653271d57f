namespace RussiaChinaAnalysis.Corpus.Codebook;

/// <summary>What a codebook that comes as a file would change.</summary>
/// <param name="Themes">Those of the file, in its order. Themes that it does not name stay as they are.</param>
/// <param name="Problems">One sentence each. While there is one, nothing can be stored.</param>
/// <param name="State">Names the state of the codebook that was looked at.</param>
public sealed record CodebookPlan(IReadOnlyList<PlannedTheme> Themes, IReadOnlyList<string> Problems, string State)
{
    public int New => Themes.Count(theme => theme.IsNew);

    public int Changed => Themes.Count(theme => !theme.IsNew && theme.Changes.Count > 0);

    public int Same => Themes.Count - New - Changed;

    public bool CanBeStored => Problems.Count == 0 && New + Changed > 0;
}

/// <param name="Passages">Tagged with it now, rejected tags not counted.</param>
public sealed record PlannedTheme(string Name, bool IsNew, int Passages, IReadOnlyList<PlannedChange> Changes);

/// <param name="Before">Empty for a new theme.</param>
public sealed record PlannedChange(string What, string Before, string After);
