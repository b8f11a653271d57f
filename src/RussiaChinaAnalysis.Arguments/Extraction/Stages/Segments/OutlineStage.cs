using RussiaChinaAnalysis.Arguments.Reading;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages.Segments;

/// <summary>
/// Finds the paragraphs of the essay and where introduction, body and conclusion lie: by the layout where there is one,
/// otherwise by what the sentences open with.
/// </summary>
internal sealed class OutlineStage : IExtractionStage
{
    /// <summary>Below this many sentences a text argues in one go.</summary>
    private const int ShortestEssay = 9;

    private const int LongestTitle = 25;

    /// <summary>In sentences.</summary>
    private const int LongestPrompt = 3;

    /// <summary>A paragraph with more sentences than this is taken for several whose breaks were lost.</summary>
    private const int LongestParagraph = 14;

    /// <summary>Sentences a paragraph, up to which a text counts as one of lines.</summary>
    private const double MostAlone = 1.25;

    /// <summary>In a layout of one or two sentences a paragraph, so many sentences make up the introduction.</summary>
    private const int ShortestIntroduction = 2;

    public void Run(ExtractionState state)
    {
        AddBlocks(state);
        var body = state.Paragraphs.Where(paragraph => paragraph.Zone == Zone.Body).ToList();
        state.IsEssay = body.Sum(paragraph => paragraph.Length) >= ShortestEssay && body.Count >= 3;
        if (!state.IsEssay)
            return;
        MarkEnds(body);
        state.IsPlanned = Signposts.AreMany(state);
    }

    private static void AddBlocks(ExtractionState state)
    {
        var sentences = state.Sentences;
        var isLineByLine = IsLineByLine(state);
        for (var first = 0; first < sentences.Count;)
        {
            var end = EndOfBlock(state, first);
            if (state.BlockOf(sentences[first]).Kind == BlockKind.Heading || first == 0 && IsTitle(state, end))
            {
                Add(state, first, end, Zone.Heading);
                first = end;
                continue;
            }

            if (isLineByLine)
                end = EndOfSection(state, end);
            if (end - first > LongestParagraph || end - first >= ShortestEssay && end - first > sentences.Count - ShortestIntroduction)
                AddParts(state, first, end);
            else
                Add(state, first, end, Zone.Body);
            first = end;
        }
    }

    private static int EndOfBlock(ExtractionState state, int first)
    {
        var end = first + 1;
        while (end < state.Sentences.Count && state.Sentences[end].Block == state.Sentences[first].Block)
            end++;
        return end;
    }

    private static int EndOfSection(ExtractionState state, int end)
    {
        while (end < state.Sentences.Count && state.BlockOf(state.Sentences[end]).Kind != BlockKind.Heading)
            end++;
        return end;
    }

    /// <summary>Nearly every sentence stands alone, as in some newspapers: the breaks tell nothing of how the text argues.</summary>
    private static bool IsLineByLine(ExtractionState state)
    {
        var (sentences, blocks) = (0, 0);
        for (var first = 0; first < state.Sentences.Count;)
        {
            var end = EndOfBlock(state, first);
            if (state.BlockOf(state.Sentences[first]).Kind != BlockKind.Heading)
                (sentences, blocks) = (sentences + end - first, blocks + 1);
            first = end;
        }

        return sentences >= ShortestEssay && sentences < MostAlone * blocks;
    }

    private static void Add(ExtractionState state, int first, int end, Zone zone, bool isGuessed = false)
    {
        for (var i = first; i < end; i++)
            state.Sentences[i].Paragraph = state.Paragraphs.Count;
        state.Paragraphs.Add(new ParagraphDraft(first, end, zone, isGuessed));
    }

    private static void AddParts(ExtractionState state, int first, int end)
    {
        var start = first;
        foreach (var next in ParagraphBreaks.Find(state, first, end))
        {
            Add(state, start, next, Zone.Body, isGuessed: start > first);
            start = next;
        }

        Add(state, start, end, Zone.Body, isGuessed: start > first);
    }

    /// <summary>A short first line of its own, above a text with paragraphs, or the question of an examination: "… Do you agree?".</summary>
    private static bool IsTitle(ExtractionState state, int end)
    {
        var title = state.Sentences[0];
        return (end == 1 || end <= LongestPrompt && Ends(state, state.Sentences[end - 1], '?'))
            && state.Sentences.Count > ShortestEssay
            && state.Sentences[end - 1].EndToken - title.FirstToken <= LongestTitle * end
            && state.Document.Blocks.Length > 2
            && (!Ends(state, title, '.') || state.Document.Blocks.Length < state.Sentences.Count / 2);
    }

    private static bool Ends(ExtractionState state, SentenceDraft sentence, char mark) =>
        sentence.EndToken > sentence.FirstToken && state.Tokens[sentence.EndToken - 1].IsPunctuation(mark);

    private static void MarkEnds(List<ParagraphDraft> body)
    {
        var sentences = 0;
        for (var i = 0; i < body.Count / 3 && (i == 0 || sentences < ShortestIntroduction); i++)
        {
            body[i].Zone = Zone.Introduction;
            sentences += body[i].Length;
        }

        sentences = 0;
        for (var i = body.Count - 1; i >= body.Count - body.Count / 3 && (i == body.Count - 1 || sentences < ShortestIntroduction); i--)
        {
            body[i].Zone = Zone.Conclusion;
            sentences += body[i].Length;
        }
    }
}
