using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using RussiaChinaAnalysis.Corpus.Reports.Formats;

namespace RussiaChinaAnalysis.Corpus.Reports.Verify;

/// <summary>
/// Whether what a reader of the file sees is what the program wrote. What is compared with the corpus stands in the file
/// unseen, and would hide that somebody has changed the visible words.
/// </summary>
internal static partial class EditedQuotes
{
    /// <returns>The numbers of the references whose quotations read otherwise somewhere in the file.</returns>
    public static IReadOnlySet<int> In(string file, ReferenceData data)
    {
        var quotes = data.References.DistinctBy(reference => reference.Number).ToDictionary(reference => reference.Number, reference => reference.Quote);
        return ReferenceData.FormOf(file) switch
        {
            ReferenceForm.Html => InHtml(file, quotes),
            ReferenceForm.Markdown => InMarkdown(file, data, quotes),
            _ => new HashSet<int>(),
        };
    }

    private static HashSet<int> InHtml(string file, Dictionary<int, string> quotes)
    {
        using var page = new HtmlParser().ParseDocument(file);
        var edited = new HashSet<int>();
        foreach (var item in page.QuerySelectorAll("ol.references > li"))
        {
            if (NumberOf(item.Id) is { } number && quotes.TryGetValue(number, out var quote) && !item.TextContent.StartsWith($"“{quote}”", StringComparison.Ordinal))
                edited.Add(number);
        }

        foreach (var cited in page.QuerySelectorAll("a[href^='#ref-']"))
        {
            if (NumberOf(cited.GetAttribute("href")?[1..]) is not { } number || !quotes.TryGetValue(number, out var quote))
                continue;
            var words = cited.PreviousSibling is IText text ? text.Data.Trim() : "";
            // In an outline the same text says first what the words do.
            if (cited.Closest("details") is null ? words != quote.Trim() : !words.EndsWith(quote.Trim(), StringComparison.Ordinal))
                edited.Add(number);
        }

        return edited;
    }

    private static HashSet<int> InMarkdown(string file, ReferenceData data, Dictionary<int, string> quotes)
    {
        var edited = InReferences(file, data);
        var start = 0;
        var looked = 0;
        foreach (var cited in Citation().Matches(file).Where(NamesOneReference))
        {
            var number = int.Parse(cited.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            // Onward from the citation before, so that a line without end is looked through once.
            if (file.AsSpan(looked, cited.Index - looked).LastIndexOf('\n') is >= 0 and var end)
                start = looked + end + 1;
            looked = cited.Index;
            var line = file.AsSpan(start, cited.Index - start);
            if (quotes.TryGetValue(number, out var quote) && !(line.EndsWith($"{MarkdownReport.Escape(quote)} ", StringComparison.Ordinal)
                && BeforeQuote().IsMatch(line[..^(MarkdownReport.Escape(quote).Length + 1)])))
                edited.Add(number);
        }

        return edited;
    }

    /// <summary>A line that is gone cannot be read, so it is not what the program wrote either.</summary>
    private static HashSet<int> InReferences(string file, ReferenceData data)
    {
        var lines = file.Split('\n').Select(line => line.TrimEnd('\r'))
            .Select(line => (Text: line, Match: Reference().Match(line))).Where(line => NamesOneReference(line.Match))
            .ToLookup(line => int.Parse(line.Match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), line => line.Text);
        return [.. data.References
            .Where(reference => lines[reference.Number].Distinct().ToList() is not [var only] || only != MarkdownReport.ReferenceLine(data.Documents[reference.Document], reference))
            .Select(reference => reference.Number)];
    }

    /// <summary>The program writes the number twice. What is matched without going back cannot say that, so it is said here.</summary>
    private static bool NamesOneReference(Match match) => match.Success && match.Groups[1].ValueSpan.SequenceEqual(match.Groups[2].ValueSpan);

    private static int? NumberOf(string? id) =>
        id is not null && id.StartsWith("ref-", StringComparison.Ordinal) && int.TryParse(id.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What the program writes in a line before a quotation: marks, or what a passage does to another.</summary>
    [GeneratedRegex(@"^(> (\*\*[A-Z][a-z]+(, [A-Z][a-z]+)*:\*\* )?|\s*- ([A-Z][a-z]+ by( \(this relation was rejected\))?: )?)$", RegexOptions.NonBacktracking)]
    private static partial Regex BeforeQuote();

    [GeneratedRegex(@"^([0-9]{1,9})\. <a id=""ref-([0-9]{1,9})""></a>", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\[\\\[([0-9]{1,9})\\\]\]\(#ref-([0-9]{1,9})\)", RegexOptions.NonBacktracking)]
    private static partial Regex Citation();
}
