namespace RussiaChinaAnalysis.Corpus.Model;

/// <summary>Who made a passage, a relation or a theme tag.</summary>
public enum Origin
{
    Extracted,
    Person,
}

/// <summary>What people decided about it. The program only ever writes <see cref="Suggested"/>.</summary>
public enum Status
{
    Suggested,
    Accepted,
    Rejected,
}
