using System.Globalization;
using System.Text.Json;
using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Corpus.Files;

namespace RussiaChinaAnalysis.Corpus.Interchange.WebAnnotations;

/// <summary>
/// An annotation collection of the W3C Web Annotation model, in one page. A passage is an annotation that classifies
/// its words, found by position and by quotation; a relation is one that links two of them. The documents go with them
/// in the words of schema.org, so that the file needs nothing beside it.
/// </summary>
internal sealed class WebAnnotationWriter : IInterchangeFormat
{
    public FormatDescription Description { get; } =
        new("jsonld", "W3C Web Annotation", ".jsonld", "application/ld+json", "annotations for Hypothesis, Recogito and other annotation tools");

    public bool KeepsRejected => true;

    public async Task WriteAsync(InterchangeCorpus corpus, Stream output, IProgress<int> progress, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(output, InterchangeJson.Readable);
        var documents = new List<InterchangeDocument>();
        json.WriteStartObject();
        WebAnnotationWords.WriteContext(json);
        json.WriteString("id", Urn("collection", corpus.Description));
        json.WriteString("type", "AnnotationCollection");
        json.WriteString("label", corpus.Description);
        json.WriteStartObject("first");
        json.WriteString("id", Urn("page", corpus.Description));
        json.WriteString("type", "AnnotationPage");
        json.WriteNumber("startIndex", 0);
        json.WriteStartArray("items");
        var total = 0;
        await foreach (var document in corpus.Documents.WithCancellation(cancellation))
        {
            foreach (var passage in document.Passages)
                WritePassage(json, document, passage);
            foreach (var relation in document.Relations)
                WriteRelation(json, document, relation);
            foreach (var note in document.Notes)
                WriteNote(json, document, note);
            total += document.Passages.Count + document.Relations.Count + document.Notes.Count;
            documents.Add(document with { Passages = [], Relations = [], Notes = [], Blocks = [] });
            await json.FlushAsync(cancellation);
            progress.Report(documents.Count);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteNumber("total", total);
        json.WriteStartArray(WebAnnotationWords.Documents);
        foreach (var document in documents)
            WriteDocument(json, document);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePassage(Utf8JsonWriter json, InterchangeDocument document, InterchangePassage passage)
    {
        Begin(json, PassageId(document, passage.Number), document.ImportedAt, "classifying");
        json.WriteStartArray("body");
        WriteBody(json, "classifying", LabelWords.Of(passage.Role));
        foreach (var tag in passage.Themes)
            WriteBody(json, "tagging", tag.Slug);
        json.WriteEndArray();

        json.WritePropertyName("target");
        WriteTarget(json, document, AnchorOf(passage));

        json.WriteBoolean(WebAnnotationWords.Thesis, passage.IsThesis);
        if (passage.EvidenceKind is { } kind)
            json.WriteString(WebAnnotationWords.EvidenceKind, LabelWords.Of(kind));
        json.WriteString(WebAnnotationWords.Attribution, LabelWords.Of(passage.Attribution));
        if (passage.AttributedTo is { } person)
            json.WriteString(WebAnnotationWords.AttributedTo, person);
        json.WriteString(WebAnnotationWords.Stance, LabelWords.Of(passage.Stance));
        json.WriteNumber(WebAnnotationWords.Confidence, Math.Round(passage.Confidence, 4));
        json.WriteString(WebAnnotationWords.Origin, LabelWords.Of(passage.Origin));
        json.WriteString(WebAnnotationWords.Status, LabelWords.Of(passage.Status));
        json.WriteEndObject();
    }

    private static void WriteNote(Utf8JsonWriter json, InterchangeDocument document, InterchangeNote note)
    {
        Begin(json, NoteId(document, note.Number), note.CreatedAt, LabelWords.Of(note.Motivation));
        json.WriteStartObject("creator");
        json.WriteString("type", "Person");
        json.WriteString("name", note.Author);
        json.WriteEndObject();
        if (note.Body.Length > 0)
        {
            json.WriteStartObject("body");
            json.WriteString("type", "TextualBody");
            json.WriteString("format", "text/markdown");
            json.WriteString("value", note.Body);
            json.WriteEndObject();
        }

        switch (note)
        {
            case { Parent: { } parent }:
                json.WriteString("target", NoteId(document, parent));
                break;
            case { Relation: { } relation }:
                json.WriteString("target", RelationId(document, relation));
                break;
            case { Passage: null, Spans.Count: 0 }:
                json.WriteString("target", WebAnnotationWords.SourceOf(document.Hash));
                break;
            default:
                json.WriteStartArray("target");
                foreach (var anchor in note.Passage is { } passage ? [AnchorOf(document.Passages[passage - 1])] : note.Spans)
                    WriteTarget(json, document, anchor);
                json.WriteEndArray();
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteTarget(Utf8JsonWriter json, InterchangeDocument document, Anchor anchor)
    {
        json.WriteStartObject();
        json.WriteString("source", WebAnnotationWords.SourceOf(document.Hash));
        json.WriteStartArray("selector");
        json.WriteStartObject();
        json.WriteString("type", "TextPositionSelector");
        json.WriteNumber("start", anchor.Position.Start);
        json.WriteNumber("end", anchor.Position.End);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "TextQuoteSelector");
        json.WriteString("exact", anchor.Quote);
        json.WriteString("prefix", anchor.Prefix);
        json.WriteString("suffix", anchor.Suffix);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static Anchor AnchorOf(InterchangePassage passage) => new(passage.Span, passage.Quote, passage.Prefix, passage.Suffix);

    private static string NoteId(InterchangeDocument document, int number) =>
        Urn("note", document.Hash, number.ToString(CultureInfo.InvariantCulture));

    private static void WriteRelation(Utf8JsonWriter json, InterchangeDocument document, InterchangeRelation relation)
    {
        Begin(json, RelationId(document, relation.Number), document.ImportedAt, "linking");
        json.WriteString("body", relation.To is { } to ? PassageId(document, to) : RelationId(document, relation.ToRelation!.Value));
        json.WriteString("target", PassageId(document, relation.From));
        json.WriteString(WebAnnotationWords.Relation, LabelWords.Of(relation.Kind));
        json.WriteNumber(WebAnnotationWords.Confidence, Math.Round(relation.Confidence, 4));
        json.WriteString(WebAnnotationWords.Origin, LabelWords.Of(relation.Origin));
        json.WriteString(WebAnnotationWords.Status, LabelWords.Of(relation.Status));
        json.WriteEndObject();
    }

    private static void Begin(Utf8JsonWriter json, string id, DateTime created, string motivation)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("type", "Annotation");
        json.WriteString("motivation", motivation);
        json.WriteString("created", created.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }

    private static void WriteBody(Utf8JsonWriter json, string purpose, string value)
    {
        json.WriteStartObject();
        json.WriteString("type", "TextualBody");
        json.WriteString("purpose", purpose);
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    private static void WriteDocument(Utf8JsonWriter json, InterchangeDocument document)
    {
        json.WriteStartObject();
        json.WriteString("id", WebAnnotationWords.SourceOf(document.Hash));
        json.WriteString("type", WebAnnotationWords.Article);
        json.WriteString(WebAnnotationWords.Name, document.Title);
        if (document.Author is { } author)
            json.WriteString(WebAnnotationWords.Author, author);
        if (document.Published is { } published)
            json.WriteString(WebAnnotationWords.Published, published);
        if (document.Language is { } language)
            json.WriteString(WebAnnotationWords.Language, language);
        json.WriteString(WebAnnotationWords.Text, document.Text);
        json.WriteEndObject();
    }

    private static string PassageId(InterchangeDocument document, int number) =>
        Urn("passage", document.Hash, number.ToString(CultureInfo.InvariantCulture));

    private static string RelationId(InterchangeDocument document, int number) =>
        Urn("relation", document.Hash, number.ToString(CultureInfo.InvariantCulture));

    private static string Urn(params ReadOnlySpan<string> name) => $"urn:uuid:{NameGuid.Of(name):D}";
}
