namespace RussiaChinaAnalysis.Corpus.Model;

/// <summary>Words whose presence speaks for a theme.</summary>
public sealed class CueTerm
{
    private string text = string.Empty;

    public int Id { get; private set; }

    public int ThemeId { get; private set; }

    /// <summary>Unique within the theme, whatever its case.</summary>
    public required string Text
    {
        get => text;
        set => (text, TextKey) = (value, NormalisedKey.Of(value));
    }

    public string TextKey { get; private set; } = string.Empty;

    /// <summary>Greater than 0, at most 1.</summary>
    public required double Weight { get; set; }
}
