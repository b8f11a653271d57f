using Microsoft.Extensions.Caching.Memory;
using RussiaChinaAnalysis.Corpus.Files;
using RussiaChinaAnalysis.Web.Accounts;

namespace RussiaChinaAnalysis.Web.Downloads;

/// <summary>Files that were made a moment ago and wait to be fetched, each once. What nobody fetches is deleted.</summary>
internal sealed class MadeFiles : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private readonly MemoryCache files = new(new MemoryCacheOptions { SizeLimit = 100 });

    /// <returns>Where the file can be fetched.</returns>
    public string Keep(FileStream file, FormatDescription format, string name)
    {
        var id = Guid.NewGuid();
        var options = new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Kept, Size = 1 };
        options.RegisterPostEvictionCallback((_, value, reason, _) =>
        {
            if (reason != EvictionReason.Removed)
                ((MadeFile)value!).Content.Dispose();
        });
        files.Set(id, new MadeFile(file, format, name), options);
        return $"/made/{id}";
    }

    /// <summary>Null when it is unknown, was fetched already or waited too long.</summary>
    public MadeFile? Take(Guid id)
    {
        if (files.Get<MadeFile>(id) is not { } file)
            return null;
        files.Remove(id);
        return file;
    }

    public void Dispose() => files.Dispose();
}

internal sealed record MadeFile(FileStream Content, FormatDescription Format, string Name);

internal static class MadeFilesAddress
{
    public static void MapMadeFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/made/{id:guid}", (Guid id, MadeFiles files) => files.Take(id) is { } file
            ? Results.Stream(file.Content, file.Format.MediaType, file.Name + file.Format.Ending)
            : Results.NotFound()).RequireAuthorization(Policies.Read);
}
