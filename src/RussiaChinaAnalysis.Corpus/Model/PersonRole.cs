namespace RussiaChinaAnalysis.Corpus.Model;

/// <summary>What a person may do. Each role may do all that the ones before it may.</summary>
public enum PersonRole
{
    /// <summary>Browse and export.</summary>
    Reader,

    /// <summary>Import, annotate and edit.</summary>
    Editor,

    /// <summary>Settle what editors left open, and publish.</summary>
    Reviewer,

    /// <summary>People, the codebook and the settings.</summary>
    Administrator,
}
