using System.Globalization;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Interchange.Archive;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Reports;

/// <summary>What a report asks of the corpus and how it is to be laid out.</summary>
public sealed record ReportDefinition : IRefersToRows
{
    public const int LongestTitle = 300;
    public const int LongestSummary = 20_000;
    public const int MostAuthors = 30;

    public required string Title { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Markdown.</summary>
    public string Summary { get; init; } = "";

    /// <summary>As a <see cref="PassageFilterQuery"/> formats it; empty for the whole corpus.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Filter { get; init; } = [];

    public ReportGrouping Grouping { get; init; }

    /// <summary>Used when the grouping is by hand.</summary>
    public IReadOnlyList<HandSection> HandSections { get; init; } = [];

    public ReportOrder Order { get; init; }

    public ReportNotes Notes { get; init; } = ReportNotes.All;

    /// <summary>The ids of annotations, used when they are chosen one by one.</summary>
    public IReadOnlyList<int> ChosenNotes { get; init; } = [];

    public bool HasRejected { get; init; }

    public bool HasFigures { get; init; } = true;

    public PassageFilter PassageFilter => PassageFilterQuery.Parse(Filter.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Filter;

    object IRefersToRows.WithRows(RowNumbering numbers) => this with
    {
        Filter = [.. Filter.Select(pair => IsDocument(pair, out var id) ? KeyValuePair.Create(pair.Key, numbers.Of<Document>(id).ToString(CultureInfo.InvariantCulture)) : pair)],
        HandSections = [.. HandSections.Select(section => section with { Passages = [.. section.Passages.Select(numbers.Of<Passage>)] })],
        ChosenNotes = [.. ChosenNotes.Select(numbers.Of<Annotation>)],
    };

    private static bool IsDocument(KeyValuePair<string, string> pair, out int id)
    {
        id = 0;
        return pair.Key.TrimEnd('!') == PassageFilterQuery.KeyOf(Facet.Document) && int.TryParse(pair.Value, NumberStyles.None, CultureInfo.InvariantCulture, out id);
    }
}

/// <param name="Passages">Ids in the order in which they shall stand.</param>
public sealed record HandSection(string Title, IReadOnlyList<int> Passages);

public enum ReportGrouping
{
    /// <summary>A section for each theme; a passage with several themes stands in each.</summary>
    Theme,

    Document,

    /// <summary>A section for each thesis, with what supports and attacks it, at whatever remove.</summary>
    Thesis,

    Hand,
}

public enum ReportOrder
{
    /// <summary>As in the essays.</summary>
    Text,

    /// <summary>Most confident first.</summary>
    Confidence,

    /// <summary>Most supported first.</summary>
    Support,
}

public enum ReportNotes
{
    None,
    All,

    /// <summary>Those whose thread is settled.</summary>
    Resolved,

    Chosen,
}
