using System.Globalization;
using System.Text;
using System.Text.Json;
using RussiaChinaAnalysis.Arguments.Reading;

namespace RussiaChinaAnalysis.Web.Commands.Extract;

/// <summary>The extraction as an outline for the terminal.</summary>
internal static class ReadableExtract
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Write(Stream output, ExtractedDocument document)
    {
        using var writer = new StreamWriter(output, Utf8, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine($"{document.Title} ({document.Source})");
        foreach (var language in document.Unlabelled.Select(block => block.Language).Distinct())
            writer.WriteLine($"not labelled: no lexicon for {LanguageTag.NameOf(language)}");
        var relations = document.Relations.ToLookup(relation => relation.From);
        foreach (var passage in document.Passages)
            Write(writer, passage, relations[passage.Id]);
        writer.WriteLine();
    }

    private static void Write(StreamWriter writer, PassageEntry passage, IEnumerable<RelationEntry> relations)
    {
        writer.WriteLine();
        writer.WriteLine($"{Number(passage.Id)}. {Labels(passage)} [{Number(passage.Start)}, {Number(passage.End)})");
        writer.WriteLine($"    {OneLine(passage.Text)}");
        foreach (var relation in relations)
            writer.WriteLine($"    {Word(relation.Kind)} {Number(relation.To)}");
        if (passage.Themes.Count > 0)
            writer.WriteLine($"    themes: {string.Join(", ", passage.Themes.Select(theme => theme.Slug))}");
        foreach (var quantity in passage.Quantities)
            writer.WriteLine($"    figure: {Figure(quantity)}");
        if (passage.Forecast is { } forecast)
            writer.WriteLine($"    forecast: {Word(forecast.Likelihood)} “{OneLine(forecast.Text)}”{(forecast.Horizon is { } horizon ? $", horizon “{OneLine(horizon.Text)}”" : "")}");
        if (passage.Cues.Count > 0)
            writer.WriteLine($"    because: {string.Join("; ", passage.Cues.Select(Reason))}");
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
        if (passage.AttributedTo is { } source)
            labels.Add($"reported of {source}");
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

    private static string Reason(CueEntry cue) => $"{Word(cue.Label)} by {cue.Rule} “{Shorten(OneLine(cue.Text))}”";

    private static string Shorten(string text) => text.Length <= 40 ? text : $"{text.AsSpan(0, 39).TrimEnd()}…";

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
