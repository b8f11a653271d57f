using Microsoft.Extensions.Caching.Memory;

namespace RussiaChinaAnalysis.Web.Pages.Import;

/// <summary>What became of an import, kept for the page that the browser is sent to afterwards.</summary>
public sealed class ImportOutcomes : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = 1000 });

    public Guid Keep(IReadOnlyList<ImportOutcome> outcomes)
    {
        var id = Guid.NewGuid();
        cache.Set(id, outcomes, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Kept, Size = 1 });
        return id;
    }

    /// <summary>Null when it is unknown or was too long ago.</summary>
    public IReadOnlyList<ImportOutcome>? Find(Guid id) => cache.Get<IReadOnlyList<ImportOutcome>>(id);

    public void Dispose() => cache.Dispose();
}

/// <param name="Name">The file's name, or the title of what was pasted.</param>
/// <param name="DocumentId">Null when nothing was stored and nothing was there.</param>
/// <param name="Message">What was found, or what is wrong; a refusal names the file itself.</param>
public sealed record ImportOutcome(string Name, ImportState State, int? DocumentId, string Message);

public enum ImportState
{
    Imported,
    Unchanged,
    Refused,
}
