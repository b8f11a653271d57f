using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Interchange.Aif;
using RussiaChinaAnalysis.Corpus.Interchange.Archive;
using RussiaChinaAnalysis.Corpus.Interchange.Brat;
using RussiaChinaAnalysis.Corpus.Interchange.Refi;
using RussiaChinaAnalysis.Corpus.Interchange.WebAnnotations;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Interchange;

/// <summary>Takes in files of other tools. A file is stored whole, in one transaction, or not at all.</summary>
public sealed partial class DataImport(IDbContextFactory<CorpusContext> contexts, Journal journal, TimeProvider clock, ILogger<DataImport> log)
{
    private const int MostEntries = 20_000;
    private const long MostUnpackedBytes = 500_000_000;
    private const int MostUnpackedRatio = 500;

    /// <summary>The endings of the files that can be taken in, each with its dot.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".zip", ".jsonld", ".json", ".qdc", ".qdpx"];

    /// <param name="isAdministrator">Whether an archive, which brings people and everything else with it, and themes may be taken in.</param>
    /// <param name="actor">In whose name notes are taken in; null leaves them out.</param>
    /// <exception cref="OperationCanceledException">The import was cancelled; nothing was stored.</exception>
    public async Task<ImportOutcome> ImportAsync(SourceFile file, bool isAdministrator, Actor? actor, CancellationToken cancellation)
    {
        try
        {
            var done = await StoreAsync(file, isAdministrator, actor, cancellation);
            LogImported(file.Name, done.Format.Key, done.Imported, done.Skipped, done.Failed);
            return done;
        }
        catch (MalformedDataException malformed)
        {
            return Refuse(file, malformed.Message);
        }
        catch (InvalidDataException)
        {
            return Refuse(file, "is a damaged zip archive; save it anew.");
        }
    }

    private ImportOutcome.Refused Refuse(SourceFile file, string message)
    {
        LogRefused(file.Name, message);
        return new($"{file.Name} {message}");
    }

    private async Task<ImportOutcome.Done> StoreAsync(SourceFile file, bool isAdministrator, Actor? actor, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var lines = new ImportLog();
        Change? codebook = null;
        string format;
        switch (Path.GetExtension(file.Name).ToLowerInvariant())
        {
            case ".zip":
                format = await ReadZipAsync(file, isAdministrator, context, lines, cancellation);
                break;
            case ".json" or ".jsonld":
                format = await ReadJsonAsync(file, actor, context, lines, cancellation);
                break;
            case ".qdc":
                if (!isAdministrator)
                    throw new MalformedDataException("is a codebook, which only an administrator can take in.");
                codebook = await ReadThemesAsync(new MemoryStream(file.Content.ToArray()), isAdministrator, actor, context, lines, cancellation);
                format = "qdc";
                break;
            case ".qdpx":
                codebook = await ReadProjectAsync(file, isAdministrator, actor, context, lines, cancellation);
                format = "qdc";
                break;
            default:
                throw new MalformedDataException($"is of no kind that can be taken in; its ending must be one of {string.Join(", ", Endings)}.");
        }

        await transaction.CommitAsync(cancellation);
        if (codebook is not null)
            journal.Announce(codebook);
        return new(CorpusExport.Find(format)!, lines.Lines);
    }

    private async Task<string> ReadZipAsync(SourceFile file, bool isAdministrator, CorpusContext context, ImportLog lines, CancellationToken cancellation)
    {
        using var zip = Open(file);
        if (CheckedArchive.Recognises(zip))
        {
            if (!isAdministrator)
                throw new MalformedDataException("is an archive of a whole corpus, which only an administrator can take in.");
            await new ArchiveReader(context, lines).ReadAsync(await CheckedArchive.OpenAsync(zip, cancellation), cancellation);
            return "archive";
        }

        CheckSize(zip, file);

        var annotations = zip.Entries.Where(entry => entry.FullName.EndsWith(".ann", StringComparison.OrdinalIgnoreCase))
            .OrderBy(entry => entry.FullName, StringComparer.Ordinal).ToList();
        if (annotations.Count == 0)
            throw new MalformedDataException("holds neither a corpus archive (manifest.json) nor brat standoff (.txt with .ann).");
        var store = Store(context, lines);
        foreach (var entry in annotations)
        {
            var path = entry.FullName[..^".ann".Length];
            if (zip.GetEntry($"{path}.txt") is not { } text)
            {
                lines.Add(ImportState.Failed, "file", "files", $": {entry.FullName}", "the text beside it is missing");
                continue;
            }

            var name = Path.GetFileName(path);
            var reader = new BratReader(name, ForeignText.Decode(Content(text), text.FullName), lines);
            await store.StoreAsync(reader.Read(ForeignText.Decode(Content(entry), entry.FullName)), cancellation);
        }

        return "brat";
    }

    private async Task<string> ReadJsonAsync(SourceFile file, Actor? actor, CorpusContext context, ImportLog lines, CancellationToken cancellation)
    {
        using var json = Parse(file);
        var store = Store(context, lines);
        if (AifReader.Recognises(json.RootElement))
        {
            await store.StoreAsync(AifReader.Read(file.Name, file.Content.ToArray(), json.RootElement, lines), cancellation);
            return "aif";
        }

        var notes = new NoteStore(context, actor, clock.GetUtcNow().UtcDateTime, lines);
        if (HypothesisReader.Recognises(json.RootElement))
        {
            await notes.StoreAsync(HypothesisReader.Read(json.RootElement), cancellation);
            return "jsonld";
        }

        if (!WebAnnotationReader.Recognises(json.RootElement))
            throw new MalformedDataException("is JSON, but neither a node set of AIFdb (nodes and edges) nor annotations of the W3C model or of Hypothesis.");
        var reader = new WebAnnotationReader(file.Name, lines);
        foreach (var document in reader.Read(json.RootElement))
            await store.StoreAsync(document, cancellation);
        await notes.StoreAsync(reader.Notes(json.RootElement), cancellation);
        return "jsonld";
    }

    /// <returns>The record of the themes that are new; null when there are none.</returns>
    private async Task<Change?> ReadThemesAsync(
        Stream content, bool isAdministrator, Actor? actor, CorpusContext context, ImportLog lines, CancellationToken cancellation)
    {
        await using var source = content;
        var added = await new RefiCodebookReader(context, lines).ReadAsync(source, cancellation);
        if (added.Count == 0)
            return null;
        if (!isAdministrator)
            throw new MalformedDataException($"has codes that the codebook lacks, such as “{added[0].Name}”, and only an administrator can add themes; ask one to take it in.");
        var pending = PendingRows.Of(context);
        await context.SaveChangesAsync(cancellation);
        var summary = string.Create(CultureInfo.InvariantCulture, $"Took a codebook in: {added.Count} new, 0 changed");
        return await journal.RecordAsync(context, pending, actor ?? Actor.Program, new(Actions.ImportCodebook, summary, null, () => added[0].Id), cancellation);
    }

    private async Task<Change?> ReadProjectAsync(
        SourceFile file, bool isAdministrator, Actor? actor, CorpusContext context, ImportLog lines, CancellationToken cancellation)
    {
        using var zip = Open(file);
        CheckSize(zip, file);
        var project = zip.GetEntry("project.qde") ?? throw new MalformedDataException("holds no project.qde; export it as a REFI-QDA project.");
        return await ReadThemesAsync(project.Open(), isAdministrator, actor, context, lines, cancellation);
    }

    private ForeignStore Store(CorpusContext context, ImportLog lines) => new(context, clock.GetUtcNow().UtcDateTime, lines);

    private static ZipArchive Open(SourceFile file)
    {
        try
        {
            return new ZipArchive(new MemoryStream(file.Content.ToArray()), ZipArchiveMode.Read);
        }
        catch (InvalidDataException)
        {
            throw new MalformedDataException("is no zip archive, or a damaged one.");
        }
    }

    /// <summary>Looks at the directory before anything is unpacked; the runtime's own decompression stops at the sizes that it states.</summary>
    private static void CheckSize(ZipArchive zip, SourceFile file)
    {
        var unpacked = zip.Entries.Sum(entry => Math.Max(0, entry.Length));
        if (zip.Entries.Count > MostEntries || unpacked > MostUnpackedBytes || unpacked > MostUnpackedRatio * (long)Math.Max(file.Content.Length, 4096))
            throw new MalformedDataException("unpacks to far more than it should; it was left alone.");
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static JsonDocument Parse(SourceFile file)
    {
        try
        {
            CheckTexts(file.Content.Span);
            return JsonDocument.Parse(file.Content, InterchangeJson.Reading);
        }
        catch (JsonException broken)
        {
            throw new MalformedDataException(FormattableString.Invariant($"is no JSON that can be read (line {broken.LineNumber + 1})."));
        }
    }

    /// <summary>
    /// The parser takes texts as they come. Whoever reads them later would stumble over bytes that are no UTF-8, and over an
    /// escape such as <c>\ud83d</c> without its other half.
    /// </summary>
    private static void CheckTexts(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
            throw new MalformedDataException("is not in UTF-8; save it in that encoding.");
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = InterchangeJson.Reading.MaxDepth });
        while (reader.Read())
        {
            if (!reader.ValueIsEscaped)
                continue;
            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException)
            {
                throw new MalformedDataException("holds a text with half a character, an escape such as \\ud83d without its other half; export it anew.");
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Imported data from {File} ({Format}): {Imported} imported, {Skipped} skipped, {Failed} failed")]
    private partial void LogImported(string file, string format, int imported, int skipped, int failed);

    [LoggerMessage(LogLevel.Warning, "Refused data from {File}: {Message}")]
    private partial void LogRefused(string file, string message);
}
