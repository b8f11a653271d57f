using System.Globalization;
using RussiaChinaAnalysis.Corpus.Imports;

namespace RussiaChinaAnalysis.Web.Pages.Import;

/// <summary>How the state of a staged file is shown.</summary>
/// <param name="Icon">Of the sprite.</param>
/// <param name="Class">Of the notice; empty for what is neither good nor bad.</param>
public sealed record FileSign(string Word, string Icon, string Class);

public static class ImportWords
{
    /// <summary>As the limits in the settings count.</summary>
    private const int Megabyte = 1024 * 1024;

    public static FileSign Sign(ImportFileState state) => state switch
    {
        ImportFileState.Waiting => new("Waiting", "time", ""),
        ImportFileState.Readable => new("Read", "check", ""),
        ImportFileState.Confirmed => new("To be stored", "time", ""),
        ImportFileState.Imported => new("Imported", "check", "good"),
        ImportFileState.NewVersion => new("New version", "check", "good"),
        ImportFileState.Unchanged => new("Unchanged", "restates", ""),
        ImportFileState.Refused => new("Refused", "warning", "bad"),
        ImportFileState.LeftOut => new("Left out", "close", ""),
        ImportFileState.Cancelled => new("Cancelled", "close", ""),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Step(ImportStep step) => step switch
    {
        ImportStep.Reading => "Being read",
        ImportStep.Review => "Waits to be confirmed",
        ImportStep.Storing => "Being stored",
        ImportStep.Ended => "Ended",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    public static string Size(long bytes) => bytes switch
    {
        >= Megabyte => string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / Megabyte:0.#} MB"),
        >= 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.#} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
    };
}
