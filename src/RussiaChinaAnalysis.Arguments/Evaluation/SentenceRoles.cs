using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Evaluation;

/// <summary>
/// Roles by gold sentence: a sentence that holds a claim counts as claim, otherwise one that holds evidence as
/// evidence. So labelings that cut sentences differently can be compared.
/// </summary>
internal static class SentenceRoles
{
    public static IEnumerable<(string Gold, string Other)> Of(Comparison text, bool innerParagraphs)
    {
        if (Labelled(text) is not { } sentences)
            return [];
        var paragraphs = SentencePlace.Paragraphs(text.Gold.Document, sentences);
        var chosen = !innerParagraphs ? sentences
            : paragraphs.Length < SentencePlace.FewestParagraphs ? []
            : paragraphs[1..^1].SelectMany(paragraph => paragraph);
        return chosen.Select(sentence => (RoleIn(sentence, text.Segments), RoleIn(sentence, text.OtherSegments)));
    }

    /// <summary>
    /// What the place of a sentence alone would say, without a look at its words. Nobody can do worse who reads; how
    /// far one does better tells what reading is worth on these texts.
    /// </summary>
    public static IEnumerable<(string Gold, string Other)> ByPlaceAlone(Comparison text, bool innerParagraphs) =>
        Labelled(text) is { } sentences
            ? SentencePlace.Roles(text.Gold.Document, sentences, innerParagraphs).Select(placed => (RoleIn(placed.Sentence, text.Segments), ClassNames.Of(placed.Role)))
            : [];

    /// <summary>Null where nobody has labelled roles.</summary>
    private static ImmutableArray<TextSpan>? Labelled(Comparison text) =>
        text.Segments.Any(segment => segment.Role is null) ? null : text.Sentences;

    private static string RoleIn(TextSpan sentence, ImmutableArray<LabelledSegment> segments)
    {
        // A segment of another labelling that only reaches into a sentence says little about it.
        var roles = segments
            .Where(segment => 2 * Shared(segment.Span, sentence) > Math.Min(segment.Span.Length, sentence.Length))
            .Select(segment => segment.Role ?? Role.Context)
            .DefaultIfEmpty(Role.Context);
        return ClassNames.Of(roles.Min());
    }

    private static int Shared(TextSpan one, TextSpan other) => Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start);
}
