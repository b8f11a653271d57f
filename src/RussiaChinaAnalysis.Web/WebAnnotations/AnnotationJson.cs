using System.Globalization;
using System.Text.Json.Nodes;
using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Look;

namespace RussiaChinaAnalysis.Web.WebAnnotations;

/// <summary>Annotations in the W3C Web Annotation Data Model, as JSON-LD.</summary>
internal sealed class AnnotationJson(AnnotationNames names)
{
    public const string Context = "http://www.w3.org/ns/anno.jsonld";

    /// <param name="isWhole">Whether it stands alone and so says what its words mean.</param>
    public JsonObject Write(CataloguedAnnotation annotation, bool isWhole)
    {
        var json = new JsonObject();
        if (isWhole)
            json["@context"] = OwnContext();
        json["id"] = names.Of(annotation.Key);
        json["type"] = "Annotation";
        switch (annotation)
        {
            case CataloguedAnnotation.OfNote { Row: var note }:
                WriteNote(json, note);
                break;
            case CataloguedAnnotation.OfPassage passage:
                WritePassage(json, passage);
                break;
            case CataloguedAnnotation.OfLink link:
                WriteLink(json, link);
                break;
        }

        return json;
    }

    /// <summary>The words of the W3C, and ours with a namespace.</summary>
    public static JsonArray OwnContext() => [Context, new JsonObject { ["rca"] = "urn:russia-china-analysis:" }];

    public static string Time(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private void WriteNote(JsonObject json, NoteRow note)
    {
        json["motivation"] = FacetWords.Key(note.Motivation);
        json["creator"] = new JsonObject { ["id"] = names.Person(note.AuthorId), ["type"] = "Person", ["name"] = note.AuthorName };
        json["created"] = Time(note.CreatedAt);
        json["modified"] = Time(note.ModifiedAt);
        if (note.Canonical is { } canonical)
            json["canonical"] = canonical;
        if (note.Via is { } via)
            json["via"] = via;
        if (note.Body.Length > 0)
            json["body"] = new JsonObject { ["type"] = "TextualBody", ["value"] = note.Body, ["format"] = "text/markdown" };
        json["target"] = TargetOf(note);
        if (note.IsPrivate)
            json["rca:private"] = true;
        if (note.ResolvedAt is { } resolved)
            json["rca:resolved"] = Time(resolved);
        if (note.Anchoring is AnchorKind.Uncertain or AnchorKind.Orphan)
            json["rca:anchoring"] = FacetWords.Key(note.Anchoring);
    }

    private JsonNode TargetOf(NoteRow note) => note switch
    {
        { ParentId: { } parent } => names.Of(new(AnnotationSort.Note, parent)),
        { PassageId: { } passage } => names.Of(new(AnnotationSort.Passage, passage)),
        { RelationId: { } link } => names.Of(new(AnnotationSort.Link, link)),
        { Spans.Length: 0 } => names.Document(note.DocumentId),
        { Spans.Length: 1 } => Words(note.DocumentId, note.Spans[0]),
        _ => new JsonArray([.. note.Spans.Select(span => Words(note.DocumentId, span))]),
    };

    private void WritePassage(JsonObject json, CataloguedAnnotation.OfPassage passage)
    {
        json["motivation"] = "classifying";
        json["created"] = Time(passage.Created);
        if (passage.Origin == Origin.Extracted)
            json["generator"] = new JsonObject { ["id"] = names.Site, ["type"] = "Software", ["name"] = Product.Name };
        json["body"] = new JsonArray(
        [
            Body("classifying", FacetWords.Key(passage.Role)),
            .. passage.Themes.Select(theme => Body("tagging", theme)),
        ]);
        json["target"] = Words(passage.DocumentId, passage.Anchor);
        json["rca:thesis"] = passage.IsThesis;
        json["rca:status"] = FacetWords.Key(passage.Status);
    }

    private void WriteLink(JsonObject json, CataloguedAnnotation.OfLink link)
    {
        json["motivation"] = "linking";
        json["created"] = Time(link.Created);
        if (link.Origin == Origin.Extracted)
            json["generator"] = new JsonObject { ["id"] = names.Site, ["type"] = "Software", ["name"] = Product.Name };
        json["body"] = link.To is { } to ? names.Of(new(AnnotationSort.Passage, to)) : names.Of(new(AnnotationSort.Link, link.ToLink!.Value));
        json["target"] = names.Of(new(AnnotationSort.Passage, link.From));
        json["rca:relation"] = FacetWords.Key(link.Kind);
        json["rca:status"] = FacetWords.Key(link.Status);
    }

    private JsonObject Words(int document, Anchor anchor) => new()
    {
        ["source"] = names.Document(document),
        ["selector"] = new JsonArray(
        [
            new JsonObject { ["type"] = "TextPositionSelector", ["start"] = anchor.Position.Start, ["end"] = anchor.Position.End },
            new JsonObject { ["type"] = "TextQuoteSelector", ["exact"] = anchor.Quote, ["prefix"] = anchor.Prefix, ["suffix"] = anchor.Suffix },
        ]),
    };

    private static JsonObject Body(string purpose, string value) => new()
    {
        ["type"] = "TextualBody",
        ["purpose"] = purpose,
        ["value"] = value,
    };
}
