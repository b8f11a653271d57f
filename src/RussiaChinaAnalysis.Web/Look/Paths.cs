using System.Globalization;
using RussiaChinaAnalysis.Corpus.Browse;

namespace RussiaChinaAnalysis.Web.Look;

/// <summary>The addresses of things.</summary>
public static class Paths
{
    public static string Passage(int id) => string.Create(CultureInfo.InvariantCulture, $"/passages/{id}");

    public static string Document(int id) => string.Create(CultureInfo.InvariantCulture, $"/documents/{id}");

    public static string Import(int id) => string.Create(CultureInfo.InvariantCulture, $"/import/{id}");

    /// <summary>The file as it was imported.</summary>
    public static string Original(int document) => string.Create(CultureInfo.InvariantCulture, $"/documents/{document}/original");

    /// <summary>The passage in its place in the essay.</summary>
    public static string InDocument(PassageRow row) =>
        string.Create(CultureInfo.InvariantCulture, $"/documents/{row.DocumentId}?passage={row.Id}#p-{row.Id}");

    /// <summary>A note on words of the essay, in its place.</summary>
    public static string NoteInDocument(int document, int note) =>
        string.Create(CultureInfo.InvariantCulture, $"/documents/{document}?about={note}#note-{note}");

    public static string Versions(int document) => string.Create(CultureInfo.InvariantCulture, $"/documents/{document}/versions");

    public static string Version(int document, int number) => string.Create(CultureInfo.InvariantCulture, $"/documents/{document}/versions/{number}");

    /// <summary>Where a passage that lost its words is given others.</summary>
    public static string Unplaced(int document, int unplaced) => string.Create(CultureInfo.InvariantCulture, $"/documents/{document}/unplaced/{unplaced}");

    public static string Theme(string slug) => $"/themes/{Uri.EscapeDataString(slug)}";
}
