using System.Text;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Corpus.Model;

/// <summary>
/// The form in which names are compared and ordered: compatibility composition, one space between words, no case.
/// It is made here because no database folds case in every script.
/// </summary>
public static class NormalisedKey
{
    /// <summary>At the start it says nothing, also where white space stood before it.</summary>
    private const char ByteOrderMark = '\uFEFF';

    public static string Of(string text)
    {
        var composed = TextNormaliser.Normalise(text).Normalize(NormalizationForm.FormKC);
        var key = new StringBuilder(composed.Length);
        foreach (var character in composed)
        {
            if (char.IsWhiteSpace(character))
            {
                if (key.Length > 0 && key[^1] != ' ')
                    key.Append(' ');
            }
            else if (key.Length > 0 || character != ByteOrderMark)
            {
                // Up and down again: some letters, such as the Greek final sigma, only meet in upper case.
                key.Append(char.ToLowerInvariant(char.ToUpperInvariant(character)));
            }
        }

        // Once more: some letters, such as j with a caron, are one with their mark in lower case only.
        return key.ToString().TrimEnd().Normalize(NormalizationForm.FormKC);
    }

    public static string? OfOptional(string? text)
    {
        var key = text is null ? string.Empty : Of(text);
        return key.Length == 0 ? null : key;
    }
}
