using System.Globalization;

namespace RussiaChinaAnalysis.Web.Pages.Documents;

/// <summary>How an essay is being read: which signs are marked, for which theme, and which passage is selected.</summary>
/// <param name="Marks">Keys of <see cref="Known"/>.</param>
/// <param name="Theme">A theme's slug; null when all are shown alike.</param>
/// <param name="Part">Of a book, counted from 1, or <see cref="All"/>; null where the essay is one part. A passage shows its own.</param>
public sealed record ReaderAddress(int Document, IReadOnlySet<string> Marks, string? Theme = null, int? Passage = null, int? Part = null)
{
    /// <summary>In place of a part's number: all parts on one page.</summary>
    public const int All = 0;

    /// <summary>As it stands in the address.</summary>
    public const string AllWord = "all";

    /// <summary>Stands for the empty choice, which an address could not say otherwise.</summary>
    private const string None = "none";

    /// <summary>What can be marked, in the order of the legend.</summary>
    public static IReadOnlyList<string> Known { get; } = ["thesis", "claim", "evidence", "context"];

    public static IReadOnlySet<string> Default { get; } = new HashSet<string> { "thesis", "claim", "evidence" };

    /// <param name="problems">Gets a sentence for each value that means nothing.</param>
    public static IReadOnlySet<string> ReadMarks(IReadOnlyCollection<string> values, ICollection<string> problems)
    {
        foreach (var unknown in values.Where(value => value != None && !Known.Contains(value)))
            problems.Add($"“{unknown}” cannot be marked; it was left out. Possible values: {string.Join(", ", Known)}, {None}.");
        return values.Count == 0 ? Default : values.Where(Known.Contains).ToHashSet();
    }

    public ReaderAddress Toggle(string mark) => this with
    {
        Marks = Known.Where(known => Marks.Contains(known) != (known == mark)).ToHashSet(),
    };

    public ReaderAddress About(string? theme) => this with { Theme = theme };

    public ReaderAddress At(int? passage) => this with { Passage = passage };

    public ReaderAddress InPart(int number) => this with { Part = number };

    public ReaderAddress Whole() => InPart(All);

    public override string ToString()
    {
        var query = new List<string>();
        if (!Marks.SetEquals(Default))
            query.AddRange(Known.Where(Marks.Contains).DefaultIfEmpty(None).Select(mark => $"mark={mark}"));
        if (Theme is not null)
            query.Add($"theme={Uri.EscapeDataString(Theme)}");
        if (Part is { } part and not 1)
            query.Add(part == All ? $"part={AllWord}" : string.Create(CultureInfo.InvariantCulture, $"part={part}"));
        if (Passage is { } passage)
            query.Add(string.Create(CultureInfo.InvariantCulture, $"passage={passage}"));
        var page = string.Create(CultureInfo.InvariantCulture, $"/documents/{Document}");
        return query.Count == 0 ? page : $"{page}?{string.Join('&', query)}";
    }

    /// <summary>The address that also scrolls to the passage.</summary>
    public string Anchored() => Passage is { } passage
        ? string.Create(CultureInfo.InvariantCulture, $"{this}#p-{passage}")
        : ToString();
}
