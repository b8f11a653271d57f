namespace RussiaChinaAnalysis.Arguments.Reading;

internal static class Script
{
    /// <summary>Chinese and Japanese writing, which sets no space between words, with its punctuation and full-width forms.</summary>
    public static bool IsEastAsian(char character) =>
        character is (>= '\u2E80' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFFEF');
}
