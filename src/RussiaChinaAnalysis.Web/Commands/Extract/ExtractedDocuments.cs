using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Extraction;

namespace RussiaChinaAnalysis.Web.Commands.Extract;

internal static class ExtractedDocuments
{
    /// <param name="source">The file as the user named it.</param>
    public static ExtractedDocument From(string source, ArgumentStructure structure)
    {
        var text = structure.Document.Text;
        return new ExtractedDocument(
            source,
            structure.Document.Metadata.Title,
            text,
            [.. structure.Sentences.Select(sentence => new[] { sentence.Start, sentence.End })],
            [.. structure.Passages.Select(passage => Entry(passage, text))],
            [.. structure.Relations.Select(relation => new RelationEntry(
                relation.From, relation.To, relation.Kind, Round(relation.Confidence), Entries(relation.Cues, text)))]);
    }

    private static PassageEntry Entry(ExtractedPassage passage, string text) => new(
        passage.Id,
        passage.Span.Start,
        passage.Span.End,
        passage.Span.Of(text),
        passage.Role,
        passage.IsThesis,
        passage.EvidenceKind,
        passage.Attribution,
        passage.AttributedTo,
        passage.Stance,
        Round(passage.Confidence),
        [.. passage.Themes.Select(theme => new ThemeEntry(theme.Slug, Round(theme.Score), Entries(theme.Cues, text)))],
        Entries(passage.Cues, text));

    private static CueEntry[] Entries(ImmutableArray<Cue> cues, string text) =>
        [.. cues.Select(cue => new CueEntry(
            cue.Label, cue.Rule, cue.Span.Start, cue.Span.End, Round(cue.Weight), cue.Span.Of(text)))];

    /// <summary>More digits would only pretend to be exact.</summary>
    private static double Round(double value) => Math.Round(value, 4);
}
