using System.Globalization;
using System.Text;
using System.Text.Json;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Reading;

namespace RussiaChinaAnalysis.Web.Commands.Extract;

/// <summary>The extraction as an outline for the terminal.</summary>
internal static class ReadableExtract
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Write(Stream output, ExtractedDocument document, RuleCatalogue rules)
    {
        using var writer = new StreamWriter(output, Utf8, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine($"{document.Title} ({document.Source})");
        foreach (var language in document.Unlabelled.Select(block => block.Language).Distinct())
            writer.WriteLine($"not labelled: no lexicon for {LanguageTag.NameOf(language)}");
        var relations = document.Relations.ToLookup(relation => relation.From);
        foreach (var passage in document.Passages)
            Write(writer, passage, relations[passage.Id], rules);
        writer.WriteLine();
    }

    private static void Write(StreamWriter writer, PassageEntry passage, IEnumerable<RelationEntry> relations, RuleCatalogue rules)
    {
        writer.WriteLine();
        writer.WriteLine($"{Number(passage.Id)}. {Labels(passage)} [{Number(passage.Start)}, {Number(passage.End)})");
        writer.WriteLine($"    {OneLine(passage.Text)}");
        foreach (var relation in relations)
            writer.WriteLine($"    {Word(relation.Kind)} {Number(relation.To)} ({Reasons(relation.Cues, passage, rules)})");
        if (passage.Themes.Count > 0)
            writer.WriteLine($"    themes: {string.Join(", ", passage.Themes.Select(theme => theme.Slug))}");
        foreach (var quantity in passage.Quantities)
            writer.WriteLine($"    figure: {Figure(quantity)}");
        if (passage.Forecast is { } forecast)
            writer.WriteLine($"    forecast: {Word(forecast.Likelihood)} “{OneLine(forecast.Text)}”{(forecast.Horizon is { } horizon ? $", horizon “{OneLine(horizon.Text)}”" : "")}");
        foreach (var label in passage.Cues.GroupBy(cue => cue.Label))
            writer.WriteLine($"    why {Word(label.Key)}: {Reasons(label, passage, rules)}");
    }

    private static string Labels(PassageEntry passage)
    {
        var labels = new List<string> { Word(passage.Role) };
        if (passage.Thesis)
            labels.Add("thesis");
        if (passage.EvidenceKind is { } kind)
            labels.Add(Word(kind));
        if (passage.ClaimKind is { } claim)
            labels.Add(Word(claim));
        if (passage.Certainty is { } certainty)
            labels.Add(Word(certainty));
        // "It is often said that …" reports a view and names nobody.
        if (passage.Attribution == AttributionKind.Reported)
            labels.Add(passage.AttributedTo is { } source ? $"reported of {source}" : "reported");
        labels.Add(Word(passage.Stance));
        labels.Add(passage.Confidence.ToString("P0", CultureInfo.InvariantCulture));
        return string.Join(", ", labels);
    }

    private static string Figure(QuantityEntry quantity)
    {
        var value = string.Create(CultureInfo.InvariantCulture, $"{quantity.Low}{(quantity.High > quantity.Low ? $"–{quantity.High}" : "")} {quantity.Unit}").TrimEnd();
        var facts = new[]
        {
            quantity.Measured is { } measured ? $"of “{OneLine(measured.Text)}”" : null,
            quantity.Period is { } period ? $"“{OneLine(period.Text)}”" : null,
            quantity.Source is { } source ? $"source “{OneLine(source.Text)}”" : null,
        };
        return string.Join(", ", facts.OfType<string>().Prepend(value));
    }

    /// <summary>What speaks for a label, the strongest first, and then what was outweighed.</summary>
    private static string Reasons(IEnumerable<CueEntry> cues, PassageEntry passage, RuleCatalogue rules)
    {
        var sides = cues.OrderByDescending(cue => Math.Abs(cue.Weight)).ToLookup(cue => cue.Weight >= 0, cue => Reason(cue, passage, rules));
        var against = sides[false].Any() ? $"outweighing: {string.Join("; ", sides[false].Distinct())}" : null;
        return string.Join("; ", sides[true].Distinct().Append(against).OfType<string>());
    }

    /// <summary>The words that triggered the rule are shown where they are not simply the passage.</summary>
    private static string Reason(CueEntry cue, PassageEntry passage, RuleCatalogue rules)
    {
        var title = rules.Find(cue.Rule)?.Title ?? cue.Rule;
        return cue.Start == passage.Start && cue.End == passage.End ? title : $"{title} “{Shorten(OneLine(cue.Text))}”";
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : $"{text.AsSpan(0, 39).TrimEnd()}…";

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
