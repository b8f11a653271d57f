using System.Text.Json;
using System.Text.Json.Serialization;

namespace RussiaChinaAnalysis.Corpus.Interchange.Archive;

/// <summary>What an archive holds; its last entry, because it states the hash of every other.</summary>
/// <param name="Version">Raised when an older program could no longer read it.</param>
internal sealed record ArchiveManifest(string Format, int Version, IReadOnlyList<ArchivedFile> Files)
{
    public const string Path = "manifest.json";
    public const string FormatName = "russia-china-analysis-corpus";
    public const int CurrentVersion = 1;
}

/// <param name="Sha256">Lower-case hexadecimal, of the unpacked content.</param>
internal sealed record ArchivedFile(string Path, long Bytes, string Sha256);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(ArchiveManifest))]
internal sealed partial class ArchiveJson : JsonSerializerContext;
