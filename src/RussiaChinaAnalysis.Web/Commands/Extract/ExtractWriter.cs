using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace RussiaChinaAnalysis.Web.Commands.Extract;

internal enum ExtractFormat
{
    /// <summary>One object for one file, an array of objects for several or for a folder.</summary>
    Json,

    /// <summary>One object per line.</summary>
    Jsonl,

    /// <summary>For people.</summary>
    Text,
}

/// <summary>Writes documents one after the other to a stream, as UTF-8 without byte order mark.</summary>
internal sealed class ExtractWriter(Stream output, ExtractFormat format, bool several) : IDisposable
{
    private static readonly JsonTypeInfo<ExtractedDocument> DocumentJson = new ExtractJson(new JsonSerializerOptions
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        // The output is no part of an HTML page, so words in any script stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    }).ExtractedDocument;

    private bool begun;

    public void Write(ExtractedDocument document)
    {
        if (format is ExtractFormat.Json && several)
            output.Write(begun ? ",\n"u8 : "[\n"u8);
        begun = true;

        if (format is ExtractFormat.Text)
        {
            ReadableExtract.Write(output, document);
            return;
        }

        JsonSerializer.Serialize(output, document, DocumentJson);
        if (format is ExtractFormat.Jsonl || !several)
            output.WriteByte((byte)'\n');
    }

    /// <summary>Closes the array, also an empty one.</summary>
    public void Dispose()
    {
        if (format is ExtractFormat.Json && several)
            output.Write(begun ? "\n]\n"u8 : "[]\n"u8);
        output.Flush();
    }
}
