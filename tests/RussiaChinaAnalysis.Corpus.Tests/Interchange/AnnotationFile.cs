using System.Text.Json;

namespace RussiaChinaAnalysis.Corpus.Tests.Interchange;

/// <summary>A collection of W3C annotations with the one essay that they are about.</summary>
internal static class AnnotationFile
{
    public const string Source = "urn:essay";

    public static byte[] Write(string text, object[] annotations) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
    {
        ["type"] = "AnnotationCollection",
        ["first"] = new { type = "AnnotationPage", items = annotations },
        ["schema:hasPart"] = new[] { new Dictionary<string, string> { ["id"] = Source, ["schema:name"] = "Essay", ["schema:text"] = text } },
    });

    public static object Passage(string id, int start, int end) => new
    {
        id,
        type = "Annotation",
        motivation = "classifying",
        body = new { purpose = "classifying", value = "claim" },
        target = new { source = Source, selector = new { type = "TextPositionSelector", start, end } },
    };

    public static Dictionary<string, string> Link(string id, string body) => new()
    {
        ["id"] = id,
        ["type"] = "Annotation",
        ["motivation"] = "linking",
        ["rca:relation"] = "supports",
        ["target"] = "p0",
        ["body"] = body,
    };

    /// <param name="target">The name of what it is about, or where its words are.</param>
    public static object Note(object target, string body = "So it is.") => new { type = "Annotation", motivation = "commenting", body, target };

    public static object Words(string text, int start, int end) => new
    {
        source = Source,
        selector = new object[] { new { type = "TextPositionSelector", start, end }, new { type = "TextQuoteSelector", exact = text[start..end] } },
    };
}
