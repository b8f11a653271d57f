using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Evaluation;

/// <summary>
/// The role of a sentence by its place alone, as schools teach it: an introduction ends in a claim, every other
/// paragraph begins with one, and the rest is evidence in inner paragraphs, context in the first and the last.
/// </summary>
internal static class SentencePlace
{
    /// <summary>With fewer there is no introduction, body and conclusion.</summary>
    public const int FewestParagraphs = 3;

    /// <summary>The sentences of each block that is no heading and has some.</summary>
    public static ImmutableArray<ImmutableArray<TextSpan>> Paragraphs(SourceDocument document, ImmutableArray<TextSpan> sentences) =>
    [
        .. document.Blocks
            .Where(block => block.Kind != BlockKind.Heading)
            .Select(block => sentences.Where(sentence => block.Span.Contains(sentence)).ToImmutableArray())
            .Where(paragraph => paragraph.Length > 0),
    ];

    /// <returns>Nothing for a text of fewer paragraphs than <see cref="FewestParagraphs"/>.</returns>
    public static IEnumerable<(TextSpan Sentence, Role Role)> Roles(SourceDocument document, ImmutableArray<TextSpan> sentences, bool innerParagraphs)
    {
        var paragraphs = Paragraphs(document, sentences);
        if (paragraphs.Length < FewestParagraphs)
            return [];
        var inner = paragraphs[1..^1].SelectMany(paragraph => Roles(paragraph, claim: 0, Role.Evidence));
        return innerParagraphs ? inner
            : [.. Roles(paragraphs[0], claim: paragraphs[0].Length - 1, Role.Context), .. inner, .. Roles(paragraphs[^1], claim: 0, Role.Context)];
    }

    private static IEnumerable<(TextSpan Sentence, Role Role)> Roles(ImmutableArray<TextSpan> paragraph, int claim, Role others) =>
        paragraph.Select((sentence, place) => (sentence, place == claim ? Role.Claim : others));
}
