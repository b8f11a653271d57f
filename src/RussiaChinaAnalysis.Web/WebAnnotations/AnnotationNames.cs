using System.Globalization;
using RussiaChinaAnalysis.Corpus.Annotate;

namespace RussiaChinaAnalysis.Web.WebAnnotations;

/// <summary>The addresses that name annotations and what they are about.</summary>
/// <param name="Site">Scheme and host, without a slash at the end.</param>
internal sealed record AnnotationNames(string Site)
{
    /// <summary>Below the site; the protocol wants the slash at its end.</summary>
    public const string Path = "/api/annotations/";

    public string Container => $"{Site}{Path}";

    public static AnnotationNames Of(HttpRequest request) => new($"{request.Scheme}://{request.Host}");

    public string Of(AnnotationKey key) => string.Create(CultureInfo.InvariantCulture, $"{Container}{Word(key.Sort)}-{key.Id}");

    public string Document(int id) => string.Create(CultureInfo.InvariantCulture, $"{Site}/documents/{id}");

    public string Person(int id) => string.Create(CultureInfo.InvariantCulture, $"{Site}/people/{id}");

    /// <summary>Null for what names no annotation.</summary>
    public static AnnotationKey? Parse(string? name)
    {
        if (name?.Split('-', 2) is not [var word, var digits] || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return null;
        foreach (var sort in Enum.GetValues<AnnotationSort>())
        {
            if (Word(sort) == word)
                return new(sort, id);
        }

        return null;
    }

    /// <summary>The annotation that an address of this site names.</summary>
    public AnnotationKey? ParseAddress(string address) =>
        address.StartsWith(Container, StringComparison.Ordinal) ? Parse(address[Container.Length..]) : null;

    /// <summary>The document that an address of this site names; null for any other address.</summary>
    public int? ParseDocument(string address)
    {
        var start = $"{Site}/documents/";
        return address.StartsWith(start, StringComparison.Ordinal)
            && int.TryParse(address[start.Length..].Split('?', '#')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }

    private static string Word(AnnotationSort sort) => FormattableString.Invariant($"{sort}").ToLowerInvariant();
}
