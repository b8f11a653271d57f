namespace RussiaChinaAnalysis.Corpus.Reports.Figures;

/// <summary>The colours for paper, each legible on white.</summary>
internal static class InkColours
{
    public static string Of(Ink ink) => ink switch
    {
        Ink.Text => "#1b1f24",
        Ink.Quiet => "#59616b",
        Ink.Rule => "#c9ced4",
        Ink.Paper => "#ffffff",
        Ink.Claim => "#33479f",
        Ink.ClaimSoft => "#e6e9f7",
        Ink.Evidence => "#0c6a55",
        Ink.EvidenceSoft => "#dcefe8",
        Ink.Thesis => "#8a4500",
        Ink.ThesisSoft => "#fbead3",
        Ink.Against => "#a12c2c",
        Ink.Support => "#0c6a55",
        _ => throw new ArgumentOutOfRangeException(nameof(ink)),
    };
}
