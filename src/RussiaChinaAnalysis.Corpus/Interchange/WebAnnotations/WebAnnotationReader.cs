using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Interchange.WebAnnotations;

/// <summary>Documents with the passages and relations that a collection of W3C Web Annotations says of them.</summary>
internal sealed class WebAnnotationReader(string fileName, ImportLog log)
{
    private const int MostAnnotations = 200_000;

    // A link is found again by all that it leads through, one inside the other; people link to links of links at most.
    private const int MostLinksInARow = 16;

    private readonly Dictionary<string, Draft> bySource = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Named> byId = new(StringComparer.Ordinal);

    /// <exception cref="MalformedDataException">An annotation lacks what the W3C model requires.</exception>
    public IReadOnlyList<ForeignDocument> Read(JsonElement root)
    {
        foreach (var article in Items(root, WebAnnotationWords.Documents))
            ReadDocument(article);
        var annotations = Annotations(root).Take(MostAnnotations + 1).ToList();
        if (annotations.Count > MostAnnotations)
            throw new MalformedDataException($"has more than {MostAnnotations} annotations; divide it.");
        foreach (var annotation in annotations.Where(annotation => IsLabel(annotation) && Text(annotation, "motivation") == "classifying"))
            ReadPassage(annotation);
        foreach (var annotation in annotations.Where(annotation => IsLabel(annotation) && Text(annotation, "motivation") == "linking"))
            ReadRelation(annotation);
        return [.. bySource.Values.Select(draft => draft.Build(fileName))];
    }

    /// <summary>The annotations that are neither passages nor relations: what people wrote. Only after <see cref="Read"/>.</summary>
    public IEnumerable<ForeignNote> Notes(JsonElement root) =>
        Annotations(root).Where(annotation => !IsLabel(annotation)).Select(annotation =>
        {
            var target = Items(annotation, "target").FirstOrDefault();
            var name = Text(target);
            var isReply = name is not null && Text(annotation, "motivation") == "replying";
            var about = name is not null && byId.TryGetValue(name, out var found) && found.IsRelation ? found : null;
            var body = string.Join("\n\n", Items(annotation, "body").Select(part => Text(part) ?? Text(part, "value")).Where(part => !string.IsNullOrWhiteSpace(part)));
            return new ForeignNote(
                Text(annotation, "id"),
                isReply ? name : null,
                annotation.TryGetProperty("creator", out var creator) ? Text(creator) ?? Text(creator, "name") : null,
                HypothesisReader.Time(Text(annotation, "created")),
                LabelWords.Read<Motivation>(Text(annotation, "motivation")) ?? (body.Length == 0 ? Motivation.Highlighting : Motivation.Commenting),
                body,
                HashesOf(about?.Draft.Source ?? name ?? Text(target, "source")),
                WebSelectors.Of(target),
                annotation.TryGetProperty(WebAnnotationWords.Private, out var isPrivate) && isPrivate.ValueKind == JsonValueKind.True)
            {
                Link = about is { } link ? LinkOf(link.Draft, link.Place) : null,
            };
        });

    /// <summary>A document that comes with the file is kept as its text, whatever its original was elsewhere.</summary>
    private List<string> HashesOf(string? source)
    {
        List<string> hashes = WebAnnotationWords.HashOf(source) is { } hash ? [hash] : [];
        if (source is not null && bySource.TryGetValue(source, out var draft))
            hashes.Add(draft.TextHash);
        return hashes;
    }

    private static ForeignLink LinkOf(Draft draft, int place)
    {
        var relation = draft.Relations[place];
        return new(
            draft.Passages[relation.From].Span,
            relation.Kind,
            relation.ToRelation ? null : draft.Passages[relation.To].Span,
            relation.ToRelation ? LinkOf(draft, relation.To) : null);
    }

    private static bool IsLabel(JsonElement annotation) => Text(annotation, "motivation") switch
    {
        "classifying" => Items(annotation, "body").Any(body => Text(body, "purpose") == "classifying" && LabelWords.Read<Role>(Text(body, "value")) is not null),
        "linking" => annotation.TryGetProperty(WebAnnotationWords.Relation, out _),
        _ => false,
    };

    /// <summary>A collection with its pages, a page, a list, or a single annotation.</summary>
    public static IEnumerable<JsonElement> Annotations(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Annotations),
        JsonValueKind.Object when HasType(element, "Annotation") => [element],
        JsonValueKind.Object when element.TryGetProperty("first", out var first) && first.ValueKind == JsonValueKind.Object => Annotations(first),
        JsonValueKind.Object => Items(element, "items").SelectMany(Annotations),
        _ => [],
    };

    public static bool Recognises(JsonElement root) =>
        HasType(root, "AnnotationCollection") || HasType(root, "AnnotationPage") || HasType(root, "Annotation")
        || (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0 && root.EnumerateArray().All(element => HasType(element, "Annotation")));

    private void ReadDocument(JsonElement article)
    {
        if (Text(article, "id") is not { } id || Text(article, WebAnnotationWords.Text) is not { Length: > 0 } text)
        {
            log.Add(ImportState.Failed, "document", "documents", reason: "it has no id or no text");
            return;
        }

        bySource[id] = new Draft(
            id, Text(article, WebAnnotationWords.Name) ?? id, Text(article, WebAnnotationWords.Author), Text(article, WebAnnotationWords.Published),
            Text(article, WebAnnotationWords.Language), text);
    }

    private void ReadPassage(JsonElement annotation)
    {
        var id = Text(annotation, "id") ?? throw new MalformedDataException("has an annotation without “id”.");
        if (!annotation.TryGetProperty("target", out var target) || target.ValueKind != JsonValueKind.Object || Text(target, "source") is not { } source)
            throw new MalformedDataException($"has an annotation ({id}) whose target names no source.");
        if (!bySource.TryGetValue(source, out var draft))
        {
            log.Add(ImportState.Skipped, "passage", "passages", reason: "the file does not hold its document");
            return;
        }

        var bodies = Items(annotation, "body").ToList();
        var role = bodies.Where(body => Text(body, "purpose") == "classifying").Select(body => LabelWords.Read<Role>(Text(body, "value"))).FirstOrDefault(role => role is not null);
        if (role is null)
        {
            log.Add(ImportState.Skipped, "annotation", "annotations", $" of “{draft.Title}”", "it says neither claim nor evidence nor context");
            return;
        }

        byId[id] = new(draft, draft.Passages.Count);
        draft.Passages.Add(new ForeignPassage(SpanOf(target, draft.Text), role.Value)
        {
            IsThesis = annotation.TryGetProperty(WebAnnotationWords.Thesis, out var thesis) && thesis.ValueKind == JsonValueKind.True,
            EvidenceKind = LabelWords.Read<EvidenceKind>(Text(annotation, WebAnnotationWords.EvidenceKind)),
            Attribution = LabelWords.Read<AttributionKind>(Text(annotation, WebAnnotationWords.Attribution)) ?? AttributionKind.Author,
            AttributedTo = Text(annotation, WebAnnotationWords.AttributedTo),
            Stance = LabelWords.Read<Stance>(Text(annotation, WebAnnotationWords.Stance)) ?? Stance.Pro,
            Confidence = Number(annotation, WebAnnotationWords.Confidence) ?? 1,
            Origin = LabelWords.Read<Origin>(Text(annotation, WebAnnotationWords.Origin)) ?? Origin.Person,
            Status = LabelWords.Read<Status>(Text(annotation, WebAnnotationWords.Status)) ?? Status.Suggested,
            Themes = [.. bodies.Where(body => Text(body, "purpose") == "tagging").Select(body => Text(body, "value")).OfType<string>()],
        });
    }

    private void ReadRelation(JsonElement annotation)
    {
        if (LabelWords.Read<RelationKind>(Text(annotation, WebAnnotationWords.Relation)) is not { } kind)
            log.Add(ImportState.Skipped, "link", "links", reason: "it does not say how the two are related");
        else if (Text(annotation, "target") is not { } from || Text(annotation, "body") is not { } to
            || !byId.TryGetValue(from, out var origin) || origin.IsRelation || !byId.TryGetValue(to, out var end) || origin.Draft != end.Draft)
            log.Add(ImportState.Failed, "relation", "relations", reason: "what it leads from or to is not in the file");
        else if (end.LinksInARow == MostLinksInARow)
            log.Add(ImportState.Failed, "relation", "relations", reason: string.Create(CultureInfo.InvariantCulture, $"it leads to a passage through more than {MostLinksInARow} others"));
        else
        {
            if (Text(annotation, "id") is { } id)
                byId[id] = new(origin.Draft, origin.Draft.Relations.Count, end.LinksInARow + 1);
            origin.Draft.Relations.Add(new ForeignRelation(origin.Place, end.Place, end.IsRelation, kind)
            {
                Confidence = Number(annotation, WebAnnotationWords.Confidence) ?? 1,
                Origin = LabelWords.Read<Origin>(Text(annotation, WebAnnotationWords.Origin)) ?? Origin.Person,
                Status = LabelWords.Read<Status>(Text(annotation, WebAnnotationWords.Status)) ?? Status.Suggested,
            });
        }
    }

    /// <summary>By position when the words there are the quoted ones, otherwise where the quotation stands.</summary>
    private static TextSpan SpanOf(JsonElement target, string text)
    {
        var selectors = WebSelectors.Of(target);
        if (selectors.Position is { } position && position.Start >= 0 && position.Start < position.End && position.End <= text.Length
            && (selectors.Exact is null || position.In(text).SequenceEqual(selectors.Exact)))
            return position;
        return selectors.Exact is { Length: > 0 } exact && text.IndexOf(exact, StringComparison.Ordinal) is >= 0 and var start
            ? new TextSpan(start, start + exact.Length)
            : new TextSpan(-1, 0);
    }

    internal static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray()
        : [value];

    internal static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? Text(value) : null;

    /// <summary>Null for what is no string.</summary>
    internal static string? Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? TextNormaliser.Normalise(value.GetString()!) : null;

    private static double? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static bool HasType(JsonElement element, string type) =>
        element.ValueKind == JsonValueKind.Object && Items(element, "type").Any(value => value.ValueKind == JsonValueKind.String && value.GetString() == type);

    /// <param name="Place">In the list of passages or of relations.</param>
    /// <param name="LinksInARow">How many links there are from here to a passage, this one counted; 0 for a passage itself.</param>
    private sealed record Named(Draft Draft, int Place, int LinksInARow = 0)
    {
        public bool IsRelation => LinksInARow > 0;
    }

    private sealed record Draft(string Source, string Title, string? Author, string? Published, string? Language, string Text)
    {
        private readonly Lazy<string> hash = new(() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text))));

        /// <summary>Under which the corpus keeps the text; every note on the document asks for it.</summary>
        public string TextHash => hash.Value;

        public List<ForeignPassage> Passages { get; } = [];

        public List<ForeignRelation> Relations { get; } = [];

        public ForeignDocument Build(string fileName) => new(
            $"{FileNames.Of(Title, Path.GetFileNameWithoutExtension(fileName))}.txt",
            Title,
            Author,
            Published,
            Language,
            Text,
            ForeignText.Paragraphs(Text),
            "text/plain",
            Encoding.UTF8.GetBytes(Text),
            WebAnnotationWords.HashOf(Source),
            Passages,
            Relations);
    }
}
