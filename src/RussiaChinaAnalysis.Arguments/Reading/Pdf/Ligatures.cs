namespace RussiaChinaAnalysis.Arguments.Reading.Pdf;

/// <summary>Type is set with signs that stand for two or three letters; the text has the letters.</summary>
internal static class Ligatures
{
    public static string Expand(string glyph) => glyph switch
    {
        "\uFB00" => "ff",
        "\uFB01" => "fi",
        "\uFB02" => "fl",
        "\uFB03" => "ffi",
        "\uFB04" => "ffl",
        "\uFB05" or "\uFB06" => "st",
        "\u0132" => "IJ",
        "\u0133" => "ij",
        // Symbol fonts keep their bullets in the private-use area.
        "\uF0B7" or "\uF0A7" or "\uF0D8" => "•",
        _ => glyph,
    };
}
