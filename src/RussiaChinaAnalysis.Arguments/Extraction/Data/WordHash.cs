namespace RussiaChinaAnalysis.Arguments.Extraction.Data;

/// <summary>
/// Words are compared by a 64-bit hash of their lower-case letters, so that no string is made for a token. Among all
/// words of a language a collision is all but impossible (about one in 10^8).
/// </summary>
internal static class WordHash
{
    public static ulong Of(ReadOnlySpan<char> lowerCase)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in lowerCase)
            hash = (hash ^ character) * 1099511628211UL;
        // The last step spreads the low bits, which the tables use.
        return hash ^ hash >> 29;
    }

    /// <summary>Writes the word in lower case, with straight apostrophes, as far as the buffer reaches.</summary>
    public static ReadOnlySpan<char> Fold(ReadOnlySpan<char> word, Span<char> buffer)
    {
        var length = Math.Min(word.Length, buffer.Length);
        for (var i = 0; i < length; i++)
        {
            var character = word[i];
            buffer[i] = character switch
            {
                >= 'A' and <= 'Z' => (char)(character | 0x20),
                < '\u0080' => character,
                '\u2019' or '\u02BC' => '\'',
                _ => char.ToLowerInvariant(character),
            };
        }

        return buffer[..length];
    }
}
