namespace RussiaChinaAnalysis.Arguments.Anchoring;

/// <summary>
/// How sure a place is, from 0 to 1, by what speaks for it: told to people who look at it, while what becomes of a passage
/// hangs on the kind of the match. Altered words have their similarity for confidence.
/// </summary>
internal static class AnchorConfidence
{
    /// <summary>The same words in the same place, and no copy as good.</summary>
    public const double Certain = 1;

    /// <summary>The same words and their surroundings, though copies stand elsewhere or the place has moved.</summary>
    public const double AmongCopies = 0.9;

    /// <summary>The same words elsewhere, with nothing around them that was there before …</summary>
    public const double MovedAlone = 0.85;

    /// <summary>… and what all of their surroundings add to that.</summary>
    public const double MovedContext = 0.15;

    /// <summary>The most that an uncertain place can have.</summary>
    public const double Uncertain = 0.5;

    /// <summary>The same words stand there, but as well somewhere else.</summary>
    public const double OneOfSeveral = 0.45;

    /// <summary>The same words stand there, but they belong to another part of the old text.</summary>
    public const double AnothersCopy = 0.3;
}
