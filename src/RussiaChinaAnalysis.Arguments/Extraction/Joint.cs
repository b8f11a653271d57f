namespace RussiaChinaAnalysis.Arguments.Extraction;

/// <summary>How a passage is joined to the other passages of its sentence.</summary>
internal enum Joint
{
    /// <summary>The whole sentence, or the part of it that the others lean on.</summary>
    Main,

    /// <summary>"because …", "since …", "evidenced by …": a reason for the rest.</summary>
    Reason,

    /// <summary>"so …", "which is why …": what follows from the rest.</summary>
    Result,

    /// <summary>"although …", "even if …": granted, and outweighed by the rest.</summary>
    Concession,

    /// <summary>"but …", "yet …": set against what stands before it.</summary>
    Contrast,

    /// <summary>"and …", a semicolon: one more of the same.</summary>
    Addition,

    /// <summary>"which means that …": says more of what stands before.</summary>
    Elaboration,

    /// <summary>"unless …", "as long as …": when the rest does not hold.</summary>
    Exception,
}
