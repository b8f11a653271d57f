using System.Runtime.InteropServices;

namespace RussiaChinaAnalysis.Arguments.Reading;

internal static class MemoryStreams
{
    /// <summary>A read-only stream over the file's bytes, without a copy where they lie in an array.</summary>
    public static MemoryStream Open(this SourceFile file) =>
        MemoryMarshal.TryGetArray(file.Content, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(file.Content.ToArray(), writable: false);
}
