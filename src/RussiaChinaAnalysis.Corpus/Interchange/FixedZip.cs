using System.IO.Compression;
using System.Text;

namespace RussiaChinaAnalysis.Corpus.Interchange;

/// <summary>A zip archive whose bytes follow from its content alone: no entry bears the time of its making.</summary>
internal sealed class FixedZip(Stream output) : IDisposable
{
    /// <summary>The earliest time that a zip archive can state.</summary>
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive archive = new(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);

    /// <summary>The stream must be disposed of before the next entry is begun.</summary>
    public Stream Begin(string path)
    {
        var entry = archive.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = Time;
        return entry.Open();
    }

    public async Task AddAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        await using var stream = Begin(path);
        await stream.WriteAsync(content, cancellation);
    }

    public Task AddAsync(string path, string text, CancellationToken cancellation) =>
        AddAsync(path, Encoding.UTF8.GetBytes(text), cancellation);

    public void Dispose() => archive.Dispose();
}
