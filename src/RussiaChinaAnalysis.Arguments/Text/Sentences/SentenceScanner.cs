namespace RussiaChinaAnalysis.Arguments.Text.Sentences;

/// <summary>Goes once over a block. Positions count from the block's start.</summary>
internal ref struct SentenceScanner(ReadOnlySpan<char> block, int offset, List<TextSpan> sentences)
{
    private readonly ReadOnlySpan<char> block = block;
    private readonly BlockCasing casing = new();
    private ListProgress list;
    private int start;
    private int position;

    public void Run()
    {
        Begin(0);
        while (position < block.Length)
        {
            var stop = block[position..].IndexOfAny(Characters.Stops);
            if (stop < 0)
                break;
            position += stop;
            if (list.StartsItemAt(block, start, position, out var item))
                EndSentence(item);
            else if (Characters.IsSentenceEnd(block[position]))
                Decide(SentenceEnd.Read(block, position));
            else
                position++;
        }

        Emit(block.Length);
    }

    private void Decide(SentenceEnd end)
    {
        if (BoundaryRules.FindBoundary(block, start, end, casing) is { } boundary)
        {
            EndSentence(boundary);
            // The dots of an omission that opens the next sentence have been read already.
            position = Math.Max(position, end.DotsEnd);
        }
        else
        {
            position = end.End;
        }
    }

    private void EndSentence(int end)
    {
        Emit(end);
        Begin(end);
    }

    private void Begin(int at)
    {
        start = Characters.SkipWhiteSpace(block, at);
        position = list.Enter(block, start);
    }

    private readonly void Emit(int end)
    {
        while (end > start && char.IsWhiteSpace(block[end - 1]))
            end--;
        if (end > start)
            sentences.Add(new TextSpan(offset + start, offset + end));
    }
}
