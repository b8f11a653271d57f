using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;
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
        if (text.Sentences is not { } sentences || text.Segments.Any(segment => segment.Role is null))
            return [];

        var chosen = innerParagraphs ? InnerSentences(text.Gold.Document, sentences) : sentences;
        return chosen.Select(sentence => (RoleIn(sentence, text.Segments), RoleIn(sentence, text.OtherSegments)));
    }

    private static IEnumerable<TextSpan> InnerSentences(SourceDocument document, ImmutableArray<TextSpan> sentences)
    {
        var paragraphs = document.Blocks.Where(block => block.Kind != BlockKind.Heading).ToList();
        if (paragraphs.Count < 3)
            return [];

        var inner = new TextSpan(paragraphs[1].Span.Start, paragraphs[^2].Span.End);
        return sentences.Where(sentence => inner.Contains(sentence));
    }

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
