using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Jobs;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Imports;

/// <summary>Where files are handed in, looked at, confirmed or called off.</summary>
public sealed class ImportDesk(CorpusOptions options, IDbContextFactory<CorpusContext> contexts, JobQueue queue, TimeProvider clock)
{
    /// <summary>Rows are written in parts of this size, so that no write lasts long and not all is in memory at once.</summary>
    private const int PartBytes = 8 * 1024 * 1024;

    /// <summary>Stages the files, archives unpacked, and queues their reading.</summary>
    /// <returns>The id of the import.</returns>
    public async Task<int> HandInAsync(IEnumerable<HandedFile> files, string? askedBy, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var import = new Import { AskedBy = askedBy, AskedAt = clock.GetUtcNow().UtcDateTime };
        context.Add(import);
        await context.SaveChangesAsync(cancellation);
        var ordinal = 0;
        var pending = 0;
        foreach (var (file, title) in files.SelectMany(handed => Unpack(handed, cancellation), (handed, file) => (file, handed.Title)))
        {
            context.Add(new ImportFile
            {
                Import = import,
                Ordinal = ++ordinal,
                Path = file.Path,
                Bytes = file.Content.Length,
                Title = string.IsNullOrWhiteSpace(title) ? null : title.Trim(),
                State = file.Refusal is null ? ImportFileState.Waiting : ImportFileState.Refused,
                Message = file.Refusal ?? string.Empty,
                Content = file.Refusal is null ? new StagedFile { Content = file.Content } : null,
            });
            pending += file.Content.Length;
            if (pending < PartBytes)
                continue;
            await SaveAsync(context, import, cancellation);
            pending = 0;
        }

        // The job comes last, so that nobody begins with half of the files.
        import.Job = queue.Create(ReadImport.JobKind, import.Id.ToString(CultureInfo.InvariantCulture), askedBy);
        await context.SaveChangesAsync(cancellation);
        queue.Announce();
        return import.Id;
    }

    /// <summary>Takes over what the person says of the files and queues the storing of those that are not left out.</summary>
    public async Task<Confirmation> ConfirmAsync(
        int id, IReadOnlyDictionary<int, FileDecision> decisions, string? askedBy, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        // Whoever changes the step first has the import.
        if (await MoveAsync(context, id, ImportStep.Review, ImportStep.Storing, cancellation) == 0)
            return new(IsQueued: false, Outdated: []);
        if (await OutdatedAsync(context, decisions, cancellation) is { Count: > 0 } outdated)
            return new(IsQueued: false, outdated);
        var import = await context.Imports.SingleAsync(import => import.Id == id, cancellation);
        var files = await context.ImportFiles
            .Where(file => file.ImportId == id && file.State == ImportFileState.Readable)
            .ToListAsync(cancellation);
        foreach (var file in files)
            Decide(file, decisions.GetValueOrDefault(file.Id));
        import.Job = queue.Create(StoreImport.JobKind, id.ToString(CultureInfo.InvariantCulture), askedBy);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        queue.Announce();
        return new(IsQueued: true, Outdated: []);
    }

    /// <summary>Stops what is under way. What was stored before stays.</summary>
    public async Task CancelAsync(int id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        // What is being stored holds the lock for writing nearly all the time, so it is asked for no more often than needed.
        if (await context.Imports.AnyAsync(import => import.Id == id && import.Step == ImportStep.Review, cancellation)
            && await CallOffReviewAsync(context, id, cancellation))
            return;

        if (await context.Imports.Where(import => import.Id == id).Select(import => import.JobId).SingleOrDefaultAsync(cancellation) is { } job)
            await queue.CancelAsync(job, cancellation);
    }

    private static void Decide(ImportFile file, FileDecision? decision)
    {
        if (decision is null || decision.IsLeftOut)
        {
            file.State = ImportFileState.LeftOut;
            file.Message = "Left out.";
            return;
        }

        file.State = ImportFileState.Confirmed;
        file.Title = decision.Details.Title;
        file.Author = decision.Details.Author;
        file.Published = decision.Details.Published;
        file.Language = decision.Details.Language;
        file.RevisionOfId = decision.RevisionOf;
        file.Version = decision.SeenVersion + 1;
    }

    /// <summary>The files of which a person has seen what they would change, but of a version that is no longer the current one.</summary>
    private static async Task<List<int>> OutdatedAsync(
        CorpusContext context, IReadOnlyDictionary<int, FileDecision> decisions, CancellationToken cancellation)
    {
        var seen = decisions.Where(pair => pair.Value.SeenVersion is not null).ToList();
        var documents = seen.Select(pair => pair.Value.RevisionOf).ToHashSet();
        var current = await context.Documents.Where(document => documents.Contains(document.Id))
            .ToDictionaryAsync(document => document.Id, document => document.CurrentVersion, cancellation);
        return [.. seen.Where(pair => current.GetValueOrDefault(pair.Value.RevisionOf!.Value) != pair.Value.SeenVersion).Select(pair => pair.Key)];
    }

    /// <returns>False when somebody else has confirmed it meanwhile.</returns>
    private static async Task<bool> CallOffReviewAsync(CorpusContext context, int id, CancellationToken cancellation)
    {
        // Killed between the two, it would have ended with files that have no outcome.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (await MoveAsync(context, id, ImportStep.Review, ImportStep.Ended, cancellation) == 0)
            return false;
        await ImportEnding.CallOffAsync(context, id, "Called off before it was stored.", cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private static Task<int> MoveAsync(CorpusContext context, int id, ImportStep from, ImportStep to, CancellationToken cancellation) =>
        context.Imports.Where(import => import.Id == id && import.Step == from)
            .ExecuteUpdateAsync(import => import.SetProperty(row => row.Step, to), cancellation);

    private static async Task SaveAsync(CorpusContext context, Import import, CancellationToken cancellation)
    {
        await context.SaveChangesAsync(cancellation);
        context.ChangeTracker.Clear();
        // Before the context knows the import again: what was taken from it then would be deleted.
        import.Files.Clear();
        context.Attach(import);
    }

    private IEnumerable<UnpackedFile> Unpack(HandedFile file, CancellationToken cancellation)
    {
        var path = ZipFiles.SafePath(file.Path);
        if (path.Length == 0)
            path = "unnamed";
        if (file.Content.Length > options.MaximumFileBytes && !ZipFiles.IsZip(path))
        {
            return [UnpackedFile.Refuse(path, string.Create(CultureInfo.InvariantCulture,
                $"{path} is {file.Content.Length} bytes large and the limit is {options.MaximumFileBytes}; divide it, or raise the limit."))];
        }

        return ZipFiles.IsZip(path) ? UnpackAll(path, file, cancellation) : [new(path, ReadAll(file.Content), Refusal: null)];
    }

    private IEnumerable<UnpackedFile> UnpackAll(string path, HandedFile file, CancellationToken cancellation)
    {
        var folder = Path.GetFileNameWithoutExtension(path);
        using var files = ZipFiles.Read(path, file.Content, options.MaximumFileBytes, cancellation).GetEnumerator();
        while (true)
        {
            UnpackedFile? next;
            try
            {
                next = files.MoveNext() ? files.Current with { Path = $"{folder}/{files.Current.Path}" } : null;
            }
            catch (InvalidDataException refusal)
            {
                next = UnpackedFile.Refuse(path, refusal.Message);
            }

            if (next is null)
                yield break;
            yield return next;
            // An enumeration that threw has ended.
        }
    }

    private static byte[] ReadAll(Stream content)
    {
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return bytes;
    }
}

/// <param name="Path">The file's name, or its path within a folder that was handed in.</param>
/// <param name="Content">Seekable, at its start.</param>
/// <param name="Title">What the person calls it; null or blank for what the file says.</param>
public sealed record HandedFile(string Path, Stream Content, string? Title = null);

/// <param name="Details">What the person says of it; of a revision, only what they correct.</param>
/// <param name="RevisionOf">The document that gets a new version; null for a document of its own.</param>
public sealed record FileDecision(bool IsLeftOut, DocumentDetails Details, int? RevisionOf)
{
    /// <summary>The number of the version that the person has seen compared with the file; null when they have seen none.</summary>
    public int? SeenVersion { get; init; }
}

/// <summary>What became of the wish to store an import.</summary>
/// <param name="IsQueued">False also when the import is not under review: somebody else has confirmed it or called it off.</param>
/// <param name="Outdated">The files whose document has got another version since the person saw what they would change. Then nothing was confirmed.</param>
public sealed record Confirmation(bool IsQueued, IReadOnlyList<int> Outdated);
