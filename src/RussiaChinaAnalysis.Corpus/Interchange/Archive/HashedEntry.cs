using System.Security.Cryptography;

namespace RussiaChinaAnalysis.Corpus.Interchange.Archive;

/// <summary>An entry that is being written, and the hash of what was written so far.</summary>
internal sealed class HashedEntry(Stream entry) : IAsyncDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long bytes;

    public async Task WriteAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        hash.AppendData(content.Span);
        bytes += content.Length;
        await entry.WriteAsync(content, cancellation);
    }

    public Task FlushAsync(CancellationToken cancellation) => entry.FlushAsync(cancellation);

    public ArchivedFile Describe(string path) => new(path, bytes, Convert.ToHexStringLower(hash.GetCurrentHash()));

    public async ValueTask DisposeAsync()
    {
        await entry.DisposeAsync();
        hash.Dispose();
    }
}
