using System.Buffers.Text;
using System.Text.Json;

namespace RussiaChinaAnalysis.Corpus.Interchange.WebAnnotations;

/// <summary>The words that we add to those of the W3C Web Annotation vocabulary, each with a namespace.</summary>
internal static class WebAnnotationWords
{
    public const string Documents = "schema:hasPart";
    public const string Article = "schema:Article";
    public const string Name = "schema:name";
    public const string Author = "schema:author";
    public const string Published = "schema:datePublished";
    public const string Language = "schema:inLanguage";
    public const string Text = "schema:text";
    public const string Thesis = "rca:thesis";
    public const string EvidenceKind = "rca:evidenceKind";
    public const string Attribution = "rca:attribution";
    public const string AttributedTo = "rca:attributedTo";
    public const string Stance = "rca:stance";
    public const string Confidence = "rca:confidence";
    public const string Origin = "rca:origin";
    public const string Status = "rca:status";
    public const string Relation = "rca:relation";
    public const string Private = "rca:private";

    private const string Named = "ni:///sha-256;";

    public static void WriteContext(Utf8JsonWriter json)
    {
        json.WriteStartArray("@context");
        json.WriteStringValue("http://www.w3.org/ns/anno.jsonld");
        json.WriteStartObject();
        json.WriteString("schema", "https://schema.org/");
        json.WriteString("rca", "urn:russia-china-analysis:");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>The document's name by its content (RFC 6920): the same in every corpus that holds it.</summary>
    public static string SourceOf(string hash) => Named + Base64Url.EncodeToString(Convert.FromHexString(hash));

    /// <summary>The hash that such a name holds, lower-case hexadecimal; null for any other address.</summary>
    public static string? HashOf(string? source)
    {
        if (source is null || !source.StartsWith(Named, StringComparison.Ordinal))
            return null;
        var encoded = source.AsSpan(Named.Length);
        return Base64Url.IsValid(encoded, out var length) && length == 32
            ? Convert.ToHexStringLower(Base64Url.DecodeFromChars(encoded))
            : null;
    }
}
