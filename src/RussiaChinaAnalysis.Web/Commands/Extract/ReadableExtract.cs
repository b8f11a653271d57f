using System.Globalization;
using System.Text;
using System.Text.Json;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Browse.Connections;
using RussiaChinaAnalysis.Web.Look;

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
        if (document.Connections is { } found)
            writer.WriteLine($"connections to earlier essays: {Number(found.Count)}");
        var connections = document.Connections?.ToLookup(connection => connection.From);
        var relations = document.Relations.ToLookup(relation => relation.From);
        var reasons = new ReadableReasons(document.Rules);
        foreach (var passage in document.Passages)
        {
            Write(writer, passage, relations[passage.Id], reasons);
            foreach (var connection in connections?[passage.Id] ?? [])
                Write(writer, connection);
        }

        writer.WriteLine();
    }

    private static void Write(StreamWriter writer, PassageEntry passage, IEnumerable<RelationEntry> relations, ReadableReasons reasons)
    {
        writer.WriteLine();
        writer.WriteLine($"{Number(passage.Id)}. {Labels(passage)} [{Number(passage.Start)}, {Number(passage.End)})");
        writer.WriteLine($"    {OneLine(passage.Text)}");
        foreach (var relation in relations)
            writer.WriteLine($"    {Word(relation.Kind)} {Number(relation.To)} ({reasons.For(relation.Cues, passage)})");
        foreach (var theme in passage.Themes)
            writer.WriteLine($"    theme: {theme.Slug} ({reasons.For(theme.Cues, passage)})");
        foreach (var quantity in passage.Quantities)
            writer.WriteLine($"    figure: {Figure(quantity)}");
        foreach (var time in passage.Times)
            writer.WriteLine($"    date: {Time(time)}");
        if (passage.Forecast is { } forecast)
            writer.WriteLine($"    forecast: {FigureWords.Says(forecast.Likelihood, passage.Certainty)} “{OneLine(forecast.Text)}”, {(forecast.Horizon is { } horizon ? $"horizon {Time(horizon)}" : "no time named")}");
        foreach (var label in passage.Cues.GroupBy(cue => cue.Label))
            writer.WriteLine($"    why {Word(label.Key)}: {reasons.For(label, passage)}");
    }

    private static void Write(StreamWriter writer, ConnectionEntry connection)
    {
        writer.WriteLine($"    In other essays: {ConnectionWords.Name(connection.Kind)} ({Percent(connection.Score)}), {Number(connection.To.Passage)} in {connection.To.Title} ({connection.To.Source})");
        writer.WriteLine($"        {OneLine(connection.To.Text)}");
        // The earlier essay comes first, as everywhere where connections are told.
        var why = ConnectionWords.Why([.. connection.Reasons.Select(reason => new ConnectionReason(
            reason.Rule, reason.OtherWords?.Text, reason.Words?.Text, reason.Weight, reason.Explanation))]);
        foreach (var reason in why)
            writer.WriteLine($"        {OneLine(reason)}");
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
        labels.Add(Percent(passage.Confidence));
        return string.Join(", ", labels);
    }

    /// <summary>“almost 33.33 percent, written “almost a third”, of “exports”, “in 2023” (2023)”.</summary>
    private static string Figure(QuantityEntry quantity)
    {
        var value = FigureWords.Value(quantity.Approximation, quantity.Low, quantity.High, quantity.Unit);
        var facts = new[]
        {
            OneLine(quantity.Text) is var written && written != value ? $"written “{written}”" : null,
            quantity.Measured is { } measured ? $"of “{OneLine(measured.Text)}”" : null,
            quantity.Period is { } period ? Time(period) : null,
            quantity.Source is { } source ? $"source “{OneLine(source.Text)}”" : null,
        };
        return string.Join(", ", facts.OfType<string>().Prepend(value));
    }

    private static string Time(TimeEntry time) =>
        $"“{OneLine(time.Text)}” ({FigureWords.Years(time.Relation, time.FirstYear, time.LastYear, time.Month) ?? "year unknown"})";

    private static string Percent(double share) => share.ToString("P0", CultureInfo.InvariantCulture);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
