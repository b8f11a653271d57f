namespace RussiaChinaAnalysis.Arguments.Text.Sentences;

/// <summary>
/// Where a block that begins as a list stands in it, so that "1) The first 2) The second" falls apart at the next number
/// though no full stop says so.
/// </summary>
internal struct ListProgress
{
    private ListMarker current;
    private bool decided;
    private bool isList;

    /// <summary>Takes note of the marker, if any, that the sentence at <paramref name="start"/> begins with.</summary>
    /// <returns>Where to look for the end of the sentence: after the marker.</returns>
    public int Enter(ReadOnlySpan<char> block, int start)
    {
        if (!ListMarker.TryRead(block, start, out var marker))
        {
            decided = true;
            return start;
        }

        if (!decided || (isList && Continues(marker)))
        {
            current = marker;
            isList = true;
        }

        decided = true;
        return Math.Max(start, marker.End);
    }

    /// <summary>Whether the mark at <paramref name="at"/> belongs to the marker of the list's next item.</summary>
    public readonly bool StartsItemAt(ReadOnlySpan<char> block, int sentence, int at, out int item)
    {
        item = at;
        if (!isList)
            return false;
        if (Characters.IsBullet(block[at]))
            return block[at] == current.Bullet && at > sentence && char.IsWhiteSpace(block[at - 1]);
        if (current.Bullet != '\0' || current.Number == 0 || block[at] is not ('.' or ')'))
            return false;
        item = MarkerStart(block, at);
        return item > sentence
            && char.IsWhiteSpace(block[item - 1])
            && ListMarker.TryRead(block, item, out var marker)
            && Continues(marker)
            && !Vocabulary.Leaders.Contains(Characters.WordBefore(block, item - 1, sentence));
    }

    private readonly bool Continues(ListMarker marker) =>
        marker.Bullet == current.Bullet && marker.Letter == current.Letter
        && (marker.Number == current.Number + 1 || (marker.Bullet != '\0' && marker.Number == 0));

    private static int MarkerStart(ReadOnlySpan<char> block, int end)
    {
        var start = end;
        while (start > 0 && end - start < 4 && (char.IsAsciiLetterOrDigit(block[start - 1]) || block[start - 1] == '('))
            start--;
        return start;
    }
}
