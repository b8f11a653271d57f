namespace RussiaChinaAnalysis.Arguments.Text.Sentences;

/// <summary>Whether a block is written without any capital, as comments on the web are; found out once, when first asked.</summary>
internal sealed class BlockCasing
{
    private bool? hasCapital;

    public bool HasCapital(ReadOnlySpan<char> block) => hasCapital ??= FindCapital(block);

    private static bool FindCapital(ReadOnlySpan<char> block)
    {
        foreach (var character in block)
            if (char.IsUpper(character))
                return true;
        return false;
    }
}
