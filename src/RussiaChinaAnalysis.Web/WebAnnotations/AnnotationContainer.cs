using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Web.Accounts;

namespace RussiaChinaAnalysis.Web.WebAnnotations;

/// <summary>
/// The container as an annotation collection in pages. <c>Prefer</c> says how much of it: only itself
/// (<c>PreferMinimalContainer</c>), the names of what it holds (<c>PreferContainedIRIs</c>), or everything.
/// </summary>
internal static class AnnotationContainer
{
    private const int PageSize = 100;
    private const string Minimal = "http://www.w3.org/ns/ldp#PreferMinimalContainer";
    private const string Names = "http://www.w3.org/ns/oa#PreferContainedIRIs";

    /// <param name="iris">1 when a page holds names only.</param>
    /// <param name="page">The last annotation of the page before, <c>0</c> for the first page; without it the container itself is meant.</param>
    public static async Task<IResult> ReadAsync(AnnotationCatalogue catalogue, HttpContext http, int? iris, string? page, CancellationToken cancellation)
    {
        var prefer = http.Request.Headers["Prefer"].ToString();
        var namesOnly = iris == 1 || prefer.Contains(Names, StringComparison.Ordinal);
        var viewer = http.User.FindActor()?.PersonId;
        var names = AnnotationNames.Of(http.Request);
        var total = await catalogue.CountAsync(viewer, cancellation);
        AnnotationKey? after = null;
        if (page is not (null or "0") && (after = AnnotationNames.Parse(page)) is null)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound, detail: $"“{page}” is no page of the container.");

        var json = page is null
            ? await CollectionAsync(catalogue, names, total, namesOnly, prefer.Contains(Minimal, StringComparison.Ordinal), viewer, cancellation)
            : await PageAsync(catalogue, names, total, after, namesOnly, isWhole: true, viewer, cancellation);
        return Show(http, json, page is null, namesOnly);
    }

    private static async Task<JsonObject> CollectionAsync(
        AnnotationCatalogue catalogue, AnnotationNames names, int total, bool namesOnly, bool minimal, int? viewer, CancellationToken cancellation)
    {
        var json = new JsonObject
        {
            ["@context"] = new JsonArray(AnnotationJson.Context, "http://www.w3.org/ns/ldp.jsonld", new JsonObject { ["rca"] = "urn:russia-china-analysis:" }),
            ["id"] = IdOf(names, namesOnly),
            ["type"] = new JsonArray("BasicContainer", "AnnotationCollection"),
            ["label"] = "Notes, passages and links of this corpus",
            ["total"] = total,
        };
        if (total == 0)
            return json;
        json["first"] = minimal
            ? PageId(names, null, namesOnly)
            : await PageAsync(catalogue, names, total, null, namesOnly, isWhole: false, viewer, cancellation);
        var onLast = (total - 1) % PageSize + 1;
        json["last"] = PageId(names, await catalogue.BackAsync(from: null, onLast + 1, viewer, cancellation), namesOnly);
        return json;
    }

    private static async Task<JsonObject> PageAsync(
        AnnotationCatalogue catalogue, AnnotationNames names, int total, AnnotationKey? after, bool namesOnly, bool isWhole, int? viewer, CancellationToken cancellation)
    {
        var found = await catalogue.ListAsync(after, PageSize + 1, viewer, cancellation);
        var shown = found.Take(PageSize).ToList();
        var json = new JsonObject();
        if (isWhole)
            json["@context"] = AnnotationJson.OwnContext();
        json["id"] = PageId(names, after, namesOnly);
        json["type"] = "AnnotationPage";
        if (isWhole)
            json["partOf"] = new JsonObject { ["id"] = IdOf(names, namesOnly), ["total"] = total };
        if (after is null)
            json["startIndex"] = 0;
        if (after is not null)
            json["prev"] = PageId(names, await catalogue.BackAsync(after, PageSize, viewer, cancellation), namesOnly);
        if (found.Count > PageSize)
            json["next"] = PageId(names, shown[^1].Key, namesOnly);
        var writer = new AnnotationJson(names);
        json["items"] = new JsonArray([.. shown.Select(one => namesOnly ? (JsonNode)names.Of(one.Key) : writer.Write(one, isWhole: false))]);
        return json;
    }

    private static IResult Show(HttpContext http, JsonObject json, bool isContainer, bool namesOnly)
    {
        var content = json.ToJsonString();
        var headers = http.Response.Headers;
        if (isContainer)
        {
            headers.Append(HeaderNames.Link, "<http://www.w3.org/ns/ldp#BasicContainer>; rel=\"type\"");
            headers.Append(HeaderNames.Link, "<http://www.w3.org/TR/annotation-protocol/>; rel=\"http://www.w3.org/ns/ldp#constrainedBy\"");
            headers["Accept-Post"] = AnnotationProtocol.MediaType;
            headers.Allow = "GET, HEAD, OPTIONS, POST";
            // Which of its representations this is.
            headers.ContentLocation = IdOf(AnnotationNames.Of(http.Request), namesOnly);
        }
        else
        {
            headers.Allow = "GET, HEAD, OPTIONS";
        }

        headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 12))}\"";
        headers.Append(HeaderNames.Vary, "Accept, Prefer");
        return Results.Text(content, AnnotationProtocol.MediaType);
    }

    private static string IdOf(AnnotationNames names, bool namesOnly) => $"{names.Container}?iris={(namesOnly ? 1 : 0)}";

    private static string PageId(AnnotationNames names, AnnotationKey? after, bool namesOnly) => string.Create(
        CultureInfo.InvariantCulture,
        $"{IdOf(names, namesOnly)}&page={(after is { } key ? names.Of(key)[names.Container.Length..] : "0")}");
}
