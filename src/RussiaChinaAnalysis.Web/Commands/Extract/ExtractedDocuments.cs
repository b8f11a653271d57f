using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Extraction.Quantities;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Web.Commands.Extract.Connections;

namespace RussiaChinaAnalysis.Web.Commands.Extract;

internal static class ExtractedDocuments
{
    /// <param name="rules">Those that the structure was found by.</param>
    /// <param name="connections">Null when they are not asked for.</param>
    public static ExtractedDocument From(ReadEssay essay, RuleCatalogue rules, IReadOnlyList<ConnectionEntry>? connections)
    {
        var (source, structure) = essay;
        var text = essay.Text;
        return new ExtractedDocument(
            source,
            essay.Title,
            structure.Document.Metadata.Language,
            text,
            [.. structure.Sentences.Select(sentence => new[] { sentence.Start, sentence.End })],
            [.. structure.Unlabelled.Select(block => new UnlabelledEntry(block.Span.Start, block.Span.End, block.Language))],
            [.. structure.Passages.Select(passage => Entry(passage, text))],
            [.. structure.Relations.Select(relation => new RelationEntry(
                relation.From, relation.To, relation.Kind, Round(relation.Confidence), Entries(relation.Cues, text)))],
            Entries(Cues(structure), rules),
            connections);
    }

    private static IEnumerable<Cue> Cues(ArgumentStructure structure) =>
        structure.Passages.SelectMany(passage => passage.Cues.Concat(passage.Themes.SelectMany(theme => theme.Cues)))
            .Concat(structure.Relations.SelectMany(relation => relation.Cues));

    private static OrderedDictionary<string, RuleEntry> Entries(IEnumerable<Cue> cues, RuleCatalogue rules)
    {
        var occurring = cues.Select(cue => cue.Rule).ToHashSet(StringComparer.Ordinal);
        return new(rules.Rules
            .Where(rule => occurring.Contains(rule.Id))
            .Select(rule => KeyValuePair.Create(rule.Id, new RuleEntry(rule.Title, rule.Explanation))));
    }

    private static PassageEntry Entry(ExtractedPassage passage, string text) => new(
        passage.Id,
        passage.Span.Start,
        passage.Span.End,
        passage.Span.Of(text),
        passage.Role,
        passage.IsThesis,
        passage.EvidenceKind,
        passage.ClaimKind,
        passage.Certainty,
        passage.Attribution,
        passage.AttributedTo,
        passage.Stance,
        Round(passage.Confidence),
        [.. passage.Themes.Select(theme => new ThemeEntry(theme.Slug, Round(theme.Score), Entries(theme.Cues, text)))],
        [.. passage.Quantities.Select(quantity => Entry(quantity, text))],
        [.. passage.Times.Select(time => Entry(time, text))],
        passage.Forecast is { } forecast ? Entry(forecast, text) : null,
        Entries(passage.Cues, text));

    private static QuantityEntry Entry(Quantity quantity, string text) => new(
        quantity.Span.Start,
        quantity.Span.End,
        quantity.Span.Of(text),
        Round(quantity.Low),
        Round(quantity.High),
        quantity.Unit,
        quantity.Kind,
        quantity.Approximation,
        Words(quantity.Measured, text),
        quantity.Period is { } period ? Entry(period, text) : null,
        Words(quantity.Source, text));

    private static TimeEntry Entry(TimeExpression time, string text) => new(
        time.Span.Start, time.Span.End, time.Span.Of(text), time.Relation, time.FirstYear, time.LastYear, time.Month);

    private static ForecastEntry Entry(Forecast forecast, string text) => new(
        forecast.Span.Start,
        forecast.Span.End,
        forecast.Span.Of(text),
        forecast.Likelihood,
        forecast.Horizon is { } horizon ? Entry(horizon, text) : null);

    private static WordsEntry? Words(TextSpan? span, string text) =>
        span is { } words ? new(words.Start, words.End, words.Of(text)) : null;

    private static CueEntry[] Entries(ImmutableArray<Cue> cues, string text) =>
        [.. cues.Select(cue => new CueEntry(
            cue.Label, cue.Rule, cue.Span.Start, cue.Span.End, Round(cue.Weight), cue.Span.Of(text)))];

    /// <summary>More digits would only pretend to be exact.</summary>
    private static double Round(double value) => Math.Round(value, 4);
}
