namespace RussiaChinaAnalysis.Corpus.Model;

/// <summary>One essay with its metadata. Its text is in its versions, so that lists never load it.</summary>
public sealed class Document : IConcurrencyChecked
{
    private string title = string.Empty;
    private string? author;

    public int Id { get; private set; }

    public required string Title
    {
        get => title;
        set => (title, TitleKey) = (value, NormalisedKey.Of(value));
    }

    /// <summary>Orders documents by title.</summary>
    public string TitleKey { get; private set; } = string.Empty;

    public string? Author
    {
        get => author;
        set => (author, AuthorKey) = (value, NormalisedKey.OfOptional(value));
    }

    /// <summary>The author in addresses and comparisons.</summary>
    public string? AuthorKey { get; private set; }

    /// <summary>As the author wrote it.</summary>
    public string? Published { get; set; }

    /// <summary>A BCP 47 tag.</summary>
    public string? Language { get; set; }

    /// <summary>The name of the file that it came from, without folders.</summary>
    public required string Source { get; set; }

    /// <summary>The <see cref="DocumentVersion.Number"/> that readers see.</summary>
    public required int CurrentVersion { get; set; }

    /// <summary>When the current version was imported, UTC.</summary>
    public required DateTime ImportedAt { get; set; }

    public Guid ConcurrencyToken { get; set; } = Guid.NewGuid();

    public List<DocumentVersion> Versions { get; } = [];
}
