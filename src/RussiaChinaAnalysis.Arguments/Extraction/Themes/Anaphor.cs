using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction.Themes;

/// <summary>Ways in which words point back, each with a weight of its own.</summary>
internal enum AnaphorKind
{
    /// <summary>“There, …”, “the region”, “these states”: points to something with a name.</summary>
    Place,

    /// <summary>“At that time”, “back then”.</summary>
    Setting,

    /// <summary>“That split”, “the partnership”: takes up a word of an earlier cue.</summary>
    Repetition,

    /// <summary>“This view”, “such talks”.</summary>
    Demonstrative,

    /// <summary>“It”, “they” or “this” as the subject.</summary>
    Pronoun,

    /// <summary>“The two”, “both”, “the latter”.</summary>
    Pair,

    /// <summary>“Which” or “where” at the start, after the passage that it belongs to.</summary>
    Relative,
}

/// <param name="Span">The words that point back.</param>
/// <param name="Head">The index of the noun among them; -1 where there is none.</param>
/// <param name="IsOpening">Whether the anaphor stands among the first words of its passage.</param>
internal readonly record struct Anaphor(AnaphorKind Kind, TextSpan Span, int Head, bool IsOpening);
