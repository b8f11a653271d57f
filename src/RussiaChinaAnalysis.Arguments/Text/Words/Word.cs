namespace RussiaChinaAnalysis.Arguments.Text.Words;

/// <summary>What stands between a word and the one before it.</summary>
public enum WordJoint
{
    /// <summary>Punctuation, a blank line or the start of the text: no phrase runs across it.</summary>
    Break,

    /// <summary>White space or quotation marks.</summary>
    Space,

    /// <summary>A hyphen, slash or ampersand without spaces.</summary>
    Hyphen,
}

/// <param name="Span">The word with its possessive ending.</param>
/// <param name="Stem">The part of <paramref name="Span"/> without the possessive ending.</param>
public readonly record struct Word(TextSpan Span, TextSpan Stem, WordJoint Before);
