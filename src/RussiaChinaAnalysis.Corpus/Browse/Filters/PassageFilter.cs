using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Extraction;

namespace RussiaChinaAnalysis.Corpus.Browse.Filters;

/// <summary>The dimensions along which passages are counted and filtered, in the order in which they are shown.</summary>
public enum Facet
{
    Role,
    Thesis,
    EvidenceKind,
    ClaimKind,
    Theme,
    Stance,
    Attribution,
    Support,
    Status,
    Document,
    Author,
}

/// <summary>One value chosen, or ruled out, in one facet.</summary>
/// <param name="Value">
/// The value's stable key: a kebab-case enum name (<c>claim</c>, <c>statistic</c>), a theme's slug, a document's id,
/// an author's key, <c>yes</c> or <c>no</c> for <see cref="Facet.Thesis"/>, <c>supported</c> or <c>unsupported</c>
/// for <see cref="Facet.Support"/>.
/// </param>
public readonly record struct FacetChoice(Facet Facet, string Value, bool Negated = false);

/// <summary>
/// Which passages are asked for. Chosen values of one facet are alternatives; ruled-out values each exclude; facets
/// and the search restrict one another. Choosing a theme chooses the themes below it too.
/// </summary>
public sealed record PassageFilter
{
    public static PassageFilter Everything { get; } = new();

    /// <summary>Claims that an author only reports or answers.</summary>
    public static PassageFilter ReportedClaims { get; } = new()
    {
        Choices = [new(Facet.Role, FacetWords.Key(Role.Claim)), new(Facet.Attribution, FacetWords.Key(AttributionKind.Reported))],
    };

    public ImmutableArray<FacetChoice> Choices { get; init; } = [];

    /// <summary>Words and "quoted phrases", all of which must occur; null or blank when nothing is searched for.</summary>
    public string? Search { get; init; }
}

public enum PassageSort
{
    /// <summary>By document title, then in the order of the text.</summary>
    Document,

    /// <summary>Best match first; without a search the same as <see cref="Document"/>.</summary>
    Relevance,

    /// <summary>Most confident first.</summary>
    Confidence,

    /// <summary>Least confident first: what most needs somebody to decide.</summary>
    Doubtful,

    /// <summary>Last imported document first, then in the order of the text.</summary>
    Newest,
}

/// <param name="After">The cursor of a page's <see cref="PassagePage.Next"/>; null for the first page.</param>
/// <param name="Before">The cursor of a page's <see cref="PassagePage.Previous"/>; at most one of the two is given.</param>
/// <param name="Size">From 1 to 200.</param>
public sealed record PassageQuery(
    PassageFilter Filter,
    PassageSort Sort = PassageSort.Document,
    string? After = null,
    string? Before = null,
    int Size = 25)
{
    /// <summary>
    /// Where nothing is left on the other side of the cursor, gives the page at that end of the list instead of none: whoever
    /// decides about the last page of what is open looks at the page before it. A program would get rows twice.
    /// </summary>
    public bool TurnsBack { get; init; }
}
