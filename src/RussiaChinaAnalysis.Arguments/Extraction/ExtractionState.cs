using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Extraction.Tokens;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction;

/// <summary>What the stages know of one document so far. Each stage fills its part; <see cref="Freeze"/> ends it.</summary>
internal sealed class ExtractionState(SourceDocument document)
{
    private const int EarlyReach = 14;

    public SourceDocument Document { get; } = document;

    public string Text => Document.Text;

    /// <summary>Filled by the sentence stage, in order.</summary>
    public List<SentenceDraft> Sentences { get; } = [];

    /// <summary>Filled by the token stage.</summary>
    public TokenBuffer Tokens { get; set; } = TokenBuffer.Empty;

    /// <summary>Filled by the outline stage: consecutive runs of sentences that cover the document.</summary>
    public List<ParagraphDraft> Paragraphs { get; } = [];

    /// <summary>Filled by the segmentation stage, in order.</summary>
    public List<PassageDraft> Passages { get; } = [];

    /// <summary>Filled by the term stage.</summary>
    public PassageTerms Terms { get; set; } = PassageTerms.Empty;

    /// <summary>
    /// Whether the text is long enough to have an introduction and a conclusion; set by the outline stage. A comment of a
    /// few sentences argues in one go.
    /// </summary>
    public bool IsEssay { get; set; }

    /// <summary>
    /// Whether the text announces its own plan with words such as "firstly", "in my opinion" and "in conclusion", as is
    /// taught in schools; set by the outline stage. In such a text the place of a sentence says more.
    /// </summary>
    public bool IsPlanned { get; set; }

    /// <summary>The mean length of a sentence in words; set by the trait stage.</summary>
    public double WordsPerSentence { get; set; }

    /// <summary>The index of the passage that the document argues for; -1 when it has none. Set by the side stage.</summary>
    public int Thesis { get; set; } = -1;

    /// <summary>Filled by the relation stage.</summary>
    public List<ExtractedRelation> Relations { get; } = [];

    public Block BlockOf(SentenceDraft sentence) => Document.Blocks[sentence.Block];

    public ParagraphDraft ParagraphOf(PassageDraft passage) => Paragraphs[Sentences[passage.Sentence].Paragraph];

    public ReadOnlySpan<Token> TokensOf(PassageDraft passage) => Tokens.Between(passage.FirstToken, passage.EndToken);

    /// <summary>The words from one token to another, the second excluded.</summary>
    public TextSpan SpanOf(int firstToken, int endToken) => new(Tokens[firstToken].Start, Tokens[endToken - 1].End);

    /// <summary>The first cue of a sense in a passage; null when it has none.</summary>
    public TextSpan? Find(PassageDraft passage, CueSense sense)
    {
        if (passage.Has(sense))
            foreach (var cue in Tokens.CuesBetween(passage.FirstToken, passage.EndToken))
                if (cue.Senses.Has(sense))
                    return SpanOf(cue.FirstToken, cue.EndToken);
        return null;
    }

    /// <summary>The words that a passage opens with, or its first word.</summary>
    public TextSpan OpeningSpan(PassageDraft passage) =>
        passage.EndToken == passage.FirstToken
            ? passage.Span
            : SpanOf(passage.FirstToken, Math.Max(passage.FirstToken + 1, passage.AfterOpening));

    /// <summary>Whether a passage opens, connectives aside, with a word such as "this" or "they"; "those who" points to nothing said before.</summary>
    public bool RefersBack(PassageDraft passage) =>
        passage.AfterOpening < passage.EndToken && Tokens[passage.AfterOpening].Is(WordClass.Anaphor) && !(passage.AfterOpening + 1 < passage.EndToken && Exists(passage.AfterOpening))
        && !(passage.AfterOpening + 1 < passage.EndToken && Tokens[passage.AfterOpening + 1] is var next && next.Is(WordClass.Relative) && !next.Is(WordClass.Conjunction));

    /// <summary>Whether the token and the one after it are "there is" or the like, which point to no place.</summary>
    public bool Exists(int token) =>
        Tokens[token].Span.In(Text) is "there" or "There" && Tokens[token + 1].Is(WordClass.Auxiliary | WordClass.Contraction);

    /// <summary>The senses of the cues near the beginning, where "is therefore", "however" and the like stand.</summary>
    public CueSenses EarlySenses(PassageDraft passage)
    {
        var senses = passage.Opening;
        var reach = Math.Min(passage.EndToken, passage.AfterOpening + EarlyReach);
        foreach (var cue in Tokens.CuesBetween(passage.FirstToken, reach))
            senses |= cue.Senses;
        return senses;
    }

    public ArgumentStructure Freeze() => new(
        Document,
        [.. Sentences.Select(sentence => sentence.Span)],
        [.. Passages.Select((passage, index) => passage.Freeze(index + 1))],
        [.. Relations]);
}
