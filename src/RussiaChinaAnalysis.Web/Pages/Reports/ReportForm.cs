using System.Globalization;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Reports;

namespace RussiaChinaAnalysis.Web.Pages.Reports;

/// <summary>What stands in the fields of the builder.</summary>
public sealed class ReportForm
{
    private const int MostHandSections = 200;

    public string? Title { get; set; }

    /// <summary>One name on each line.</summary>
    public string? Authors { get; set; }

    public string? Summary { get; set; }

    /// <summary>As in the address of the list of claims.</summary>
    public string? Selection { get; set; }

    /// <summary>A theme's slug; empty for all.</summary>
    public string? Theme { get; set; }

    /// <summary>A document's id; empty for all.</summary>
    public string? Document { get; set; }

    public bool OnlyAccepted { get; set; }

    public ReportGrouping Grouping { get; set; }

    /// <summary>A line with # begins a section; the others hold numbers of passages.</summary>
    public string? HandSections { get; set; }

    public ReportOrder Order { get; set; }

    public ReportNotes Notes { get; set; }

    /// <summary>Numbers of notes, used when they are chosen one by one.</summary>
    public List<int> ChosenNotes { get; set; } = [];

    public bool HasRejected { get; set; }

    public bool HasFigures { get; set; }

    public Guid? Token { get; set; }

    public static ReportForm New(PassageFilter filter) => From(new ReportDefinition
    {
        Title = "",
        Filter = [.. PassageFilterQuery.Format(filter)],
    }, token: null);

    public static ReportForm From(ReportDefinition definition, Guid? token)
    {
        var choices = definition.PassageFilter.Choices;
        string? Only(Facet facet) => choices.Where(choice => choice.Facet == facet).ToList() is [{ Negated: false } only] ? only.Value : null;
        var theme = Only(Facet.Theme);
        var document = Only(Facet.Document);
        var onlyAccepted = Only(Facet.Status) == "accepted";
        var rest = definition.PassageFilter with
        {
            Choices = [.. choices.Where(choice =>
                !(choice.Facet == Facet.Theme && theme is not null)
                && !(choice.Facet == Facet.Document && document is not null)
                && !(choice.Facet == Facet.Status && onlyAccepted))],
        };
        return new()
        {
            Title = definition.Title,
            Authors = string.Join('\n', definition.Authors),
            Summary = definition.Summary,
            Selection = PassageFilterQuery.ToQueryString(rest),
            Theme = theme,
            Document = document,
            OnlyAccepted = onlyAccepted,
            Grouping = definition.Grouping,
            HandSections = string.Join('\n', definition.HandSections.Select(section => $"# {section.Title}\n{string.Join(' ', section.Passages)}")),
            Order = definition.Order,
            Notes = definition.Notes,
            ChosenNotes = [.. definition.ChosenNotes],
            HasRejected = definition.HasRejected,
            HasFigures = definition.HasFigures,
            Token = token,
        };
    }

    /// <param name="problems">Gets a sentence for each thing that is wrong.</param>
    public ReportDefinition Read(ICollection<string> problems)
    {
        var title = Title?.Trim() ?? "";
        if (title.Length == 0)
            problems.Add("The report needs a title.");
        AddUnseen("The title", title, problems);
        if (title.Length > ReportDefinition.LongestTitle)
            problems.Add($"The title is longer than {ReportDefinition.LongestTitle} characters.");
        if (Summary?.Length > ReportDefinition.LongestSummary)
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"The summary is longer than {ReportDefinition.LongestSummary} characters."));
        var authors = (Authors ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (authors.Length > ReportDefinition.MostAuthors)
            problems.Add($"There are more than {ReportDefinition.MostAuthors} authors.");
        foreach (var author in authors)
            AddUnseen($"The name of the author “{author}”", author, problems);
        var query = PassageFilterQuery.Parse(Pairs());
        foreach (var problem in query.Problems)
            problems.Add(problem);
        var sections = ReadSections(problems);
        if (Grouping == ReportGrouping.Hand && sections.Count == 0)
            problems.Add("Sections by hand need at least one passage: write a title after #, and below it the numbers of passages.");
        return new()
        {
            Title = title,
            Authors = authors,
            Summary = Summary?.ReplaceLineEndings("\n").Trim() ?? "",
            Filter = [.. PassageFilterQuery.Format(query.Filter)],
            Grouping = Grouping,
            HandSections = sections,
            Order = Order,
            Notes = Notes,
            ChosenNotes = Notes == ReportNotes.Chosen ? ChosenNotes : [],
            HasRejected = HasRejected,
            HasFigures = HasFigures,
        };
    }

    private IEnumerable<KeyValuePair<string, string?>> Pairs()
    {
        foreach (var part in (Selection ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
                yield return new(Decode(part[..equals]), Decode(part[(equals + 1)..]));
        }

        if (!string.IsNullOrEmpty(Theme))
            yield return new(PassageFilterQuery.KeyOf(Facet.Theme), Theme);
        if (!string.IsNullOrEmpty(Document))
            yield return new(PassageFilterQuery.KeyOf(Facet.Document), Document);
        if (OnlyAccepted)
            yield return new(PassageFilterQuery.KeyOf(Facet.Status), "accepted");
    }

    private List<HandSection> ReadSections(ICollection<string> problems)
    {
        var sections = new List<(string Title, List<int> Passages)>();
        foreach (var line in (HandSections ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.StartsWith('#'))
            {
                sections.Add((line.TrimStart('#').Trim(), []));
                AddUnseen($"The title of the section “{sections[^1].Title}”", sections[^1].Title, problems);
                continue;
            }

            if (sections.Count == 0)
                sections.Add(("Statements", []));
            sections[^1].Passages.AddRange(Numbers(line, "a passage; a line that begins with # is the title of a section", problems));
        }

        if (sections.Count > MostHandSections)
            problems.Add($"There are more than {MostHandSections} sections.");
        return [.. sections.Where(section => section.Passages.Count > 0).Select(section => new HandSection(section.Title, section.Passages))];
    }

    private static void AddUnseen(string what, string text, ICollection<string> problems)
    {
        if (SeenText.HasUnseen(text))
            problems.Add($"{what} holds a character that cannot be seen. Type it again.");
    }

    private static List<int> Numbers(string? text, string of, ICollection<string> problems)
    {
        var numbers = new List<int>();
        foreach (var word in (text ?? "").Split([' ', ',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                numbers.Add(number);
            else
                problems.Add($"“{SeenText.Shortened(word, 40)}” is no number of {of}.");
        }

        return numbers;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
