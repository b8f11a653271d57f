using System.Globalization;
using System.Text.Json;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Imports;
using RussiaChinaAnalysis.Corpus.Ingest;

namespace RussiaChinaAnalysis.Web.Pages.Import;

/// <summary>What a person says of one file before it is stored, as it stands in the form.</summary>
/// <param name="Details">What stands in the fields.</param>
/// <param name="Shown">What stood in them when the page was made; only what differs from it was said by the person.</param>
/// <param name="As">One of <see cref="New"/>, <see cref="Revision"/> and <see cref="LeaveOut"/>.</param>
/// <param name="Of">The document that gets a new version: its number, or its number and title as the form proposes them.</param>
/// <param name="Seen">Against what the person has seen what would change; null when nothing was shown.</param>
public sealed record FileForm(DocumentDetails Details, DocumentDetails Shown, string As, string? Of, SeenRevision? Seen)
{
    public const string New = "new";
    public const string Revision = "revision";
    public const string LeaveOut = "leave-out";

    public static FileForm Proposed(ImportFileView file) => new(
        Own(file),
        Own(file),
        file.RevisionOf is null ? New : Revision,
        (file.RevisionOf ?? file.SimilarTo) is { } document ? Reference(document) : null,
        Seen: null);

    public static FileForm Read(IFormCollection form, ImportFileView file) => new(
        new(Field(form, "title", file), Field(form, "author", file), Field(form, "published", file), Field(form, "language", file)),
        ShownBefore(Field(form, "shown", file)) ?? Own(file),
        Field(form, "as", file) ?? LeaveOut,
        Field(form, "of", file),
        SeenRevision.Parse(Field(form, "seen", file)));

    public static string Reference(DocumentName document) => string.Create(CultureInfo.InvariantCulture, $"{document.Id} · {document.Title}");

    /// <summary>What <see cref="Read"/> is told of <see cref="Shown"/>.</summary>
    public string ShownText => JsonSerializer.Serialize(Shown);

    /// <summary>What the person corrects; null where they left what was shown.</summary>
    public DocumentDetails Corrections => Merge(Details, Shown, (said, shown) => IsSame(said, shown) ? null : said);

    /// <summary>The same with what the document says in the fields that the person left alone: a revision keeps it.</summary>
    public FileForm Seeing(int document, RevisionPreview preview, ImportFileView file)
    {
        var kept = Merge(preview.Details, Own(file), (known, read) => string.IsNullOrWhiteSpace(known) ? read : known);
        var details = Merge(Corrections, kept, (said, known) => said ?? known);
        return this with { Details = details, Shown = kept, Seen = new(document, preview.Version, details.Language ?? "") };
    }

    /// <param name="documents">The documents that exist, by their ids.</param>
    /// <param name="problem">What is wrong, fit to be shown; null when nothing is.</param>
    public FileDecision Decide(ImportFileView file, IReadOnlySet<int> documents, out string? problem)
    {
        problem = null;
        var own = Merge(Corrections, Own(file), (said, read) => said ?? read);
        if (As != Revision)
            return new(As != New, own, RevisionOf: null);
        var digits = string.Concat((Of ?? "").TrimStart('#', ' ').TakeWhile(char.IsAsciiDigit));
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && documents.Contains(id))
        {
            // In another language the same words are labelled differently.
            var seen = Seen is { } shown && shown.Document == id && IsSame(shown.Language, Details.Language) ? shown.Version : (int?)null;
            return new(IsLeftOut: false, Corrections, id) { SeenVersion = seen };
        }

        problem = string.IsNullOrWhiteSpace(Of)
            ? "Say of which document this is a new version."
            : $"There is no document “{Of}”; choose one from the list, or give its number.";
        return new(IsLeftOut: false, own, RevisionOf: null);
    }

    private static DocumentDetails Own(ImportFileView file) => new(file.Title, file.Author, file.Published, file.Language);

    private static DocumentDetails Merge(DocumentDetails one, DocumentDetails other, Func<string?, string?, string?> merge) => new(
        merge(one.Title, other.Title), merge(one.Author, other.Author), merge(one.Published, other.Published), merge(one.Language, other.Language));

    private static bool IsSame(string? one, string? other) => (one ?? "").Trim() == (other ?? "").Trim();

    private static DocumentDetails? ShownBefore(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize<DocumentDetails>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Field(IFormCollection form, string name, ImportFileView file) =>
        form[string.Create(CultureInfo.InvariantCulture, $"{name}-{file.Id}")].ToString() is { Length: > 0 } value ? TextNormaliser.Normalise(value) : null;
}

/// <summary>What a person has seen compared with a file.</summary>
/// <param name="Version">The number of the document's version.</param>
/// <param name="Language">In which the file was read for that; empty when it is not known.</param>
public sealed record SeenRevision(int Document, int Version, string Language)
{
    public static SeenRevision? Parse(string? text) =>
        text?.Split(':', 3) is [var document, var version, var language]
        && int.TryParse(document, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(id, number, language)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Document}:{Version}:{Language}");
}
