using System.Text.Encodings.Web;
using System.Text.Json;

namespace RussiaChinaAnalysis.Corpus.Interchange;

/// <summary>How every JSON file is written: readable, the same on every system, words in any script as they are.</summary>
internal static class InterchangeJson
{
    public static JsonWriterOptions Readable { get; } = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>No deeper than any of the formats needs, so that hostile input can't exhaust the stack.</summary>
    public static JsonDocumentOptions Reading { get; } = new() { MaxDepth = 64 };
}
