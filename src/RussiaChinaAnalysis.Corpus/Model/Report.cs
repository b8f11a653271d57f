using RussiaChinaAnalysis.Corpus.Reports;

namespace RussiaChinaAnalysis.Corpus.Model;

/// <summary>What a reviewer makes of a part of the corpus, for readers elsewhere. What it said stands in its versions.</summary>
public sealed class Report : IConcurrencyChecked
{
    private string title = string.Empty;

    public int Id { get; private set; }

    public required string Title
    {
        get => title;
        set => (title, TitleKey) = (value, NormalisedKey.Of(value));
    }

    /// <summary>Orders reports by title.</summary>
    public string TitleKey { get; private set; } = string.Empty;

    /// <summary>The <see cref="ReportVersion.Number"/> of the last version.</summary>
    public required int CurrentVersion { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When the last version was saved, UTC.</summary>
    public required DateTime SavedAt { get; set; }

    public Guid ConcurrencyToken { get; set; } = Guid.NewGuid();

    public List<ReportVersion> Versions { get; } = [];
}

/// <summary>What a report asked for and what it said at one moment. Never changed once stored.</summary>
public sealed class ReportVersion
{
    public int Id { get; private set; }

    public int ReportId { get; private set; }

    public Report Report { get; init; } = null!;

    /// <summary>1, 2, 3 … within the report.</summary>
    public required int Number { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime SavedAt { get; init; }

    /// <summary>The name of who saved it; null when nobody was signed in.</summary>
    public string? SavedBy { get; init; }

    public required ReportDefinition Definition { get; init; }

    public ReportText Text { get; init; } = null!;
}

/// <summary>The content of a version, apart from it, so that lists never load it.</summary>
public sealed class ReportText
{
    public int VersionId { get; private set; }

    public required ReportContent Content { get; init; }
}
