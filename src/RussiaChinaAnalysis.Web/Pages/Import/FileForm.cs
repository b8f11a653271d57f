using System.Globalization;
using RussiaChinaAnalysis.Corpus.Imports;
using RussiaChinaAnalysis.Corpus.Ingest;

namespace RussiaChinaAnalysis.Web.Pages.Import;

/// <summary>What a person says of one file before it is stored, as it stands in the form.</summary>
/// <param name="As">One of <see cref="New"/>, <see cref="Revision"/> and <see cref="LeaveOut"/>.</param>
/// <param name="Seen">The document against which the person has seen what would change; null when nothing was shown.</param>
/// <param name="Of">The document that gets a new version: its number, or its number and title as the form proposes them.</param>
public sealed record FileForm(string? Title, string? Author, string? Published, string? Language, string As, string? Of, int? Seen)
{
    public const string New = "new";
    public const string Revision = "revision";
    public const string LeaveOut = "leave-out";

    public static FileForm Proposed(ImportFileView file) => new(
        file.Title,
        file.Author,
        file.Published,
        file.Language,
        file.RevisionOf is null ? New : Revision,
        (file.RevisionOf ?? file.SimilarTo) is { } document ? Reference(document) : null,
        Seen: null);

    public static FileForm Read(IFormCollection form, int file) => new(
        Field(form, "title", file),
        Field(form, "author", file),
        Field(form, "published", file),
        Field(form, "language", file),
        Field(form, "as", file) ?? LeaveOut,
        Field(form, "of", file),
        int.TryParse(Field(form, "seen", file), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null);

    public static string Reference(DocumentName document) => string.Create(CultureInfo.InvariantCulture, $"{document.Id} · {document.Title}");

    /// <param name="documents">The documents that exist, by their ids.</param>
    /// <param name="problem">What is wrong, fit to be shown; null when nothing is.</param>
    public FileDecision Decide(IReadOnlySet<int> documents, out string? problem)
    {
        problem = null;
        var details = new DocumentDetails(Title, Author, Published, Language);
        if (As != Revision)
            return new(As != New, details, RevisionOf: null);
        var digits = string.Concat((Of ?? "").TrimStart('#', ' ').TakeWhile(char.IsAsciiDigit));
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && documents.Contains(id))
            return new(IsLeftOut: false, details, id);
        problem = string.IsNullOrWhiteSpace(Of)
            ? "Say of which document this is a new version."
            : $"There is no document “{Of}”; choose one from the list, or give its number.";
        return new(IsLeftOut: false, details, RevisionOf: null);
    }

    private static string? Field(IFormCollection form, string name, int file) =>
        form[string.Create(CultureInfo.InvariantCulture, $"{name}-{file}")].ToString() is { Length: > 0 } value ? value : null;
}
