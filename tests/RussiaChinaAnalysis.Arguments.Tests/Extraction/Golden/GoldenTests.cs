using System.Globalization;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Extraction.Quantities;

namespace RussiaChinaAnalysis.Arguments.Tests.Extraction.Golden;

public sealed class GoldenTests
{
    public static IEnumerable<TheoryDataRow<GoldenCase>> Cases() =>
        GoldenCase.All().Select(golden => new TheoryDataRow<GoldenCase>(golden) { TestDisplayName = golden.ToString() });

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void The_extractor_finds_what_the_document_says(GoldenCase golden)
    {
        var structure = golden.Extract();

        Assert.NotEmpty(golden.Expectations);
        foreach (var expectation in golden.Expectations)
        {
            var passage = Find(structure, expectation.Words);
            Assert.True(passage is not null, $"No passage begins with “{expectation.Words}”. There are: {Quotes(structure)}");
            foreach (var label in expectation.Labels)
                Assert.True(Holds(structure, passage, expectation.Words, label), $"“{expectation.Words}” should be {label} but is: {Describe(structure, passage)}");
        }
    }

    private static bool Holds(ArgumentStructure structure, ExtractedPassage passage, string words, string label) => label.Split(' ', 2) switch
    {
        ["thesis"] => passage.IsThesis,
        ["claim"] => passage.Role == Role.Claim,
        ["context"] => passage.Role == Role.Context,
        ["evidence"] => passage.Role == Role.Evidence,
        ["evidence", var kind] => passage.Role == Role.Evidence && Enum.Parse<EvidenceKind>(kind, ignoreCase: true) == passage.EvidenceKind,
        ["pro"] => passage.Stance == Stance.Pro,
        ["opp"] => passage.Stance == Stance.Opp,
        ["hedged" or "emphatic"] => passage.Certainty == Enum.Parse<Certainty>(label, ignoreCase: true),
        ["plain"] => passage.Certainty is null,
        ["descriptive" or "causal" or "evaluative" or "normative" or "predictive"] => passage.ClaimKind == Enum.Parse<ClaimKind>(label, ignoreCase: true),
        ["forecast", var year] => passage.Forecast?.Horizon?.LastYear == int.Parse(year["for ".Length..], CultureInfo.InvariantCulture),
        ["about", var theme] => passage.Themes.Any(tag => tag.Slug == theme),
        ["figure", var figure] => passage.Quantities.Any(quantity => string.Create(CultureInfo.InvariantCulture, $"{quantity.Low} {quantity.Unit}") == figure),
        ["measuring", var measured] => passage.Quantities.Any(quantity => quantity.Measured?.Of(structure.Document.Text) == measured.Trim('“', '”')),
        ["given", var source] => passage.Quantities.Any(quantity => quantity.Source?.Of(structure.Document.Text) == source["by ".Length..].Trim('“', '”')),
        ["until", var year] => passage.Quantities.Any(quantity => quantity.Period?.LastYear == int.Parse(year, CultureInfo.InvariantCulture)),
        ["time", var years] => passage.Times.Any(time => Years(time) == years),
        ["author"] => passage.Attribution == AttributionKind.Author,
        ["reported", var source] => passage.Attribution == AttributionKind.Reported && passage.AttributedTo == source["by ".Length..],
        ["because", var rule] => passage.Cues.Concat(passage.Themes.SelectMany(tag => tag.Cues)).Concat(structure.Relations.Where(relation => relation.From == passage.Id).SelectMany(relation => relation.Cues))
            .Any(cue => cue.Rule == rule["of ".Length..]),
        ["one", "passage"] => passage.Span.Of(structure.Document.Text) == words,
        [var kind, var other] => structure.Relations.Any(relation => relation.From == passage.Id
            && relation.Kind == Enum.Parse<RelationKind>(kind, ignoreCase: true)
            && relation.To == Find(structure, other.Trim('“', '”'))?.Id),
        _ => throw new InvalidOperationException($"“{label}” is not a label."),
    };

    /// <summary>“2014”, “2014 to 2022”, “since 2014” and “until 2022” where the other end is open, “unknown” where no year is known.</summary>
    private static string Years(TimeExpression time) => (time.FirstYear, time.LastYear) switch
    {
        ({ } first, { } last) => first == last ? $"{first}" : $"{first} to {last}",
        ({ } first, null) => $"since {first}",
        (null, { } last) => $"until {last}",
        _ => "unknown",
    };

    private static ExtractedPassage? Find(ArgumentStructure structure, string words) =>
        structure.Passages.FirstOrDefault(passage => passage.Span.In(structure.Document.Text).StartsWith(words, StringComparison.Ordinal));

    private static string Describe(ArgumentStructure structure, ExtractedPassage passage)
    {
        var relations = structure.Relations.Where(relation => relation.From == passage.Id)
            .Select(relation => $"{relation.Kind} “{structure.Passages[relation.To - 1].Span.Of(structure.Document.Text)}”");
        return $"{(passage.IsThesis ? "thesis " : "")}{passage.Role} {passage.EvidenceKind}{passage.ClaimKind} {passage.Certainty} {passage.Stance} {passage.Attribution} “{passage.AttributedTo}” "
            + $"{string.Join(", ", relations)}; {string.Join(", ", passage.Cues.Select(cue => cue.Rule))}; {string.Join(", ", passage.Themes.Select(tag => $"{tag.Slug} ({string.Join(", ", tag.Cues.Select(cue => cue.Rule))})"))}; "
            + $"{string.Join(", ", passage.Quantities)}; {string.Join(", ", passage.Times.Select(Years))}; {Quotes(structure)}";
    }

    private static string Quotes(ArgumentStructure structure) =>
        string.Join(" | ", structure.Passages.Select(passage => passage.Span.Of(structure.Document.Text)));
}
