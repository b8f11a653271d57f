using System.Collections.Immutable;
using CsCheck;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Tests.Codebook;
using RussiaChinaAnalysis.Arguments.Tests.Text;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Tests.Extraction;

public sealed class ArgumentPipelineTests
{
    private static readonly ArgumentPipeline Pipeline = new ArgumentPipelineBuilder().Build();

    /// <summary>Words that the rules know among any characters at all, so that both are met often.</summary>
    private static readonly Gen<string> Piece = Gen.OneOf(
        AnyOf(
            "because", "although", "should", "Critics say that", "For example,", "In conclusion,", "therefore", "31 percent", "“", "”", "(", ")", ";",
            "the", "towns", "are", "grew", "and", ", but", ", so", "is", "it", "Moscow", ".", "?", "!", "\n", " ", "’s", "1999", "$5", "e.g.", "I believe", ":"),
        AnyUtf16.Unit.Array[0, 6].Select(characters => new string(characters)),
        AnyOf(Cues()),
        AnyOf("\U0001F600", "\uD83D", "\uDE00", "\u0301", "\u200B", "漢字。", "Привет", "\u00A0", "\u2028", "\0"));

    /// <summary>Every phrase of the lexicon, so that each of them opens, ends and follows everything else.</summary>
    private static string[] Cues() =>
        [.. RepositoryFiles.Read("data", "extraction", "lexicon.yaml").Split("cues: [").Skip(1)
            .SelectMany(list => list[..list.IndexOf(']', StringComparison.Ordinal)].Split(',', StringSplitOptions.TrimEntries))];

    /// <summary>Some paragraphs, or one so long that its breaks are guessed.</summary>
    private static readonly Gen<SourceDocument> Documents =
        Gen.OneOf(Piece.Array[0, 40].Array[0, 6], Piece.Array[80, 200].Select(pieces => new[] { pieces }))
            .Select(paragraphs => Document([.. paragraphs.Select(pieces => string.Join(' ', pieces))]));

    [Fact]
    public void A_text_may_end_with_the_words_that_join_its_last_clause()
    {
        var structure = Pipeline.Extract(Document(["The council waits. He left early; be that as it may"]));

        Assert.Equal("The council waits.", structure.Passages[0].Span.Of(structure.Document.Text));
    }

    [Fact]
    public void Passages_are_ordered_lie_in_their_sentences_and_cover_them() =>
        Documents.Sample(document =>
        {
            var structure = Pipeline.Extract(document);
            var covered = new bool[document.Text.Length];
            var end = 0;
            foreach (var passage in structure.Passages)
            {
                Assert.True(passage.Span.Start >= end && passage.Span.End > passage.Span.Start && passage.Span.End <= document.Text.Length);
                Assert.Contains(structure.Sentences, sentence => sentence.Contains(passage.Span));
                Array.Fill(covered, true, passage.Span.Start, passage.Span.Length);
                end = passage.Span.End;
            }

            foreach (var sentence in structure.Sentences)
                for (var i = sentence.Start; i < sentence.End; i++)
                    Assert.True(covered[i] || char.IsWhiteSpace(document.Text[i]), $"{i} is in a sentence but in no passage.");
        });

    [Fact]
    public void Every_label_of_every_passage_has_a_cue_with_a_known_rule() =>
        Documents.Sample(document =>
        {
            foreach (var passage in Pipeline.Extract(document).Passages)
            {
                var labels = passage.Cues.Select(cue => cue.Label).ToHashSet();
                Assert.Superset(new HashSet<Label> { Label.Boundary, Label.Role, Label.Stance, Label.Attribution }, labels);
                Assert.True(!passage.IsThesis || labels.Contains(Label.Role));
                Assert.Equal(passage.Role == Role.Evidence, passage.EvidenceKind is not null);
                Assert.True(passage.EvidenceKind is null || labels.Contains(Label.EvidenceKind));
                Assert.InRange(passage.Confidence, 0, 1);
                foreach (var cue in passage.Cues)
                {
                    Assert.NotNull(Pipeline.Rules.Find(cue.Rule));
                    Assert.True(cue.Span.Start >= 0 && cue.Span.Start <= cue.Span.End && cue.Span.End <= document.Text.Length);
                }
            }
        });

    [Fact]
    public void Relations_join_different_passages_that_exist_and_each_has_a_cue() =>
        Documents.Sample(document =>
        {
            var structure = Pipeline.Extract(document);
            var ids = structure.Passages.Select(passage => passage.Id).ToHashSet();
            foreach (var relation in structure.Relations)
            {
                Assert.Contains(relation.From, ids);
                Assert.Contains(relation.To, ids);
                Assert.NotEqual(relation.From, relation.To);
                Assert.NotEmpty(relation.Cues);
                Assert.InRange(relation.Confidence, 0, 1);
            }
        });

    [Fact]
    public void What_argues_and_is_not_the_thesis_bears_on_one_other_passage() =>
        Documents.Sample(document =>
        {
            var structure = Pipeline.Extract(document);
            var arguing = structure.Passages.Where(passage => passage.Role != Role.Context && !passage.IsThesis).Select(passage => passage.Id);
            Assert.Equal(arguing, structure.Relations.Select(relation => relation.From));
            Assert.InRange(structure.Passages.Count(passage => passage.IsThesis), 0, 1);
        });

    [Fact]
    public void The_same_text_gives_the_same_structure() =>
        Documents.Sample(document => Assert.Equal(Print(Pipeline.Extract(document)), Print(Pipeline.Extract(document))));

    [Fact]
    public void A_text_without_layout_gives_an_empty_structure()
    {
        var structure = Pipeline.Extract(new SourceDocument("", [], new DocumentMetadata("Empty")));

        Assert.Empty(structure.Passages);
        Assert.Empty(structure.Relations);
    }

    private static Gen<string> AnyOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(index => words[index]);

    private static string Print(ArgumentStructure structure) => string.Join('\n',
        structure.Passages.Select(passage => $"{passage.Id} {passage.Span} {passage.Role} {passage.EvidenceKind} {passage.Stance} {passage.IsThesis} {passage.AttributedTo} {passage.Confidence:R} {string.Join(' ', passage.Cues)}")
            .Concat(structure.Relations.Select(relation => $"{relation.From} {relation.Kind} {relation.To} {relation.Confidence:R}")));

    private static SourceDocument Document(ImmutableArray<string> paragraphs)
    {
        var text = string.Join('\n', paragraphs);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var start = 0;
        foreach (var paragraph in paragraphs)
        {
            var trimmed = paragraph.Trim();
            if (trimmed.Length > 0)
            {
                var from = start + paragraph.IndexOf(trimmed, StringComparison.Ordinal);
                blocks.Add(new Block(BlockKind.Paragraph, new TextSpan(from, from + trimmed.Length)));
            }

            start += paragraph.Length + 1;
        }

        return new SourceDocument(text, blocks.ToImmutable(), new DocumentMetadata("Any"));
    }
}
