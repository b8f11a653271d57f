namespace RussiaChinaAnalysis.Corpus.Model;

/// <summary>An entry of the codebook.</summary>
public sealed class Theme : IConcurrencyChecked
{
    private string name = string.Empty;

    public int Id { get; private set; }

    /// <summary>Lower-case letters, digits and hyphens; unique, and stable in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>Unique, whatever its case.</summary>
    public required string Name
    {
        get => name;
        set => (name, NameKey) = (value, NormalisedKey.Of(value));
    }

    public string NameKey { get; private set; } = string.Empty;

    public required string Definition { get; set; }

    /// <summary>A CSS hexadecimal colour, <c>#rrggbb</c>.</summary>
    public required string Colour { get; set; }

    public int? ParentId { get; private set; }

    public Theme? Parent { get; set; }

    /// <summary>The place in the codebook, from 0.</summary>
    public required int Position { get; set; }

    /// <summary>A retired theme keeps its passages, but is no longer proposed.</summary>
    public bool IsRetired { get; set; }

    public Guid ConcurrencyToken { get; set; } = Guid.NewGuid();

    public List<CueTerm> CueTerms { get; } = [];
}
