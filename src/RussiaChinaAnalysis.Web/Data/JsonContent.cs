using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Web.Data;

internal sealed class JsonContent(object content) : IActionResult
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new SpanConverter() },
    };

    public Task ExecuteResultAsync(ActionContext context) => context.HttpContext.Response.WriteAsJsonAsync(
        content, content.GetType(), Form, context.HttpContext.RequestAborted);

    /// <summary><c>[start, end]</c>: the length follows from them.</summary>
    private sealed class SpanConverter : JsonConverter<TextSpan>
    {
        public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Spans are only ever written.");

        public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.Start);
            writer.WriteNumberValue(value.End);
            writer.WriteEndArray();
        }
    }
}
