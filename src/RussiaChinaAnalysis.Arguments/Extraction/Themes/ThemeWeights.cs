namespace RussiaChinaAnalysis.Arguments.Extraction.Themes;

/// <summary>Bounds and decays of the theme stage; what a single sign is worth stands in the rules and the codebook.</summary>
internal static class ThemeWeights
{
    /// <summary>A theme below this score is not tagged. The comment in the codebook names this figure.</summary>
    public const double Threshold = 0.35;

    /// <summary>The least score that a theme needs to be carried on to another passage.</summary>
    public const double Established = 0.5;

    /// <summary>How many passages back an antecedent is sought.</summary>
    public const int AnaphorReach = 4;

    /// <summary>The share that is left for each passage between an anaphor and its antecedent.</summary>
    public const double Distance = 0.8;

    /// <summary>The share that is left across the end of a paragraph.</summary>
    public const double AcrossParagraphs = 0.75;

    /// <summary>The share of a heading's theme that is left for each further block below it.</summary>
    public const double HeadingDecay = 0.85;

    /// <summary>How many content words a passage must share with its paragraph's theme.</summary>
    public const int CohesionWords = 2;
}
