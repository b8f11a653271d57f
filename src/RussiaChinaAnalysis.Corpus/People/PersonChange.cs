namespace RussiaChinaAnalysis.Corpus.People;

public enum PersonChange
{
    Done,

    /// <summary>There is no such person.</summary>
    Missing,

    /// <summary>Nothing was changed: nobody would be left who can administer.</summary>
    LastAdministrator,
}
