using Microsoft.OpenApi;
using RussiaChinaAnalysis.Corpus.Browse.Filters;

namespace RussiaChinaAnalysis.Web.Api.Description;

/// <summary>What an endpoint says of itself.</summary>
internal static class Describing
{
    /// <param name="summary">What one gets or does, without a full stop.</param>
    public static RouteHandlerBuilder Describes(this RouteHandlerBuilder endpoint, string summary, string? more = null)
    {
        endpoint.WithSummary(summary);
        return more is null ? endpoint : endpoint.WithDescription(more);
    }

    public static RouteHandlerBuilder Gives<T>(this RouteHandlerBuilder endpoint, int status = StatusCodes.Status200OK) => endpoint.Produces<T>(status);

    /// <summary>By problem details (RFC 9457).</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params IEnumerable<int> statuses)
    {
        foreach (var status in statuses)
            endpoint.ProducesProblem(status);
        return endpoint;
    }

    /// <summary>A change of something that others may have changed meanwhile.</summary>
    public static RouteHandlerBuilder Changes(this RouteHandlerBuilder endpoint) =>
        endpoint.RequiresState().Gives<Edited>().Refuses(400, 404, 412, 422, 428);

    /// <summary>The keys of the filter are those of the facets.</summary>
    public static RouteHandlerBuilder TakesFilter(this RouteHandlerBuilder endpoint) => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(Parameter(PassageFilterQuery.SearchKey, "Words and “quoted phrases”, all of which must occur.", many: false));
        foreach (var facet in Enum.GetValues<Facet>())
        {
            var values = FacetWords.Of(facet).Select(word => word.Value).ToList();
            var possible = values.Count == 0 ? string.Empty : $" Possible values: {string.Join(", ", values)}.";
            operation.Parameters.Add(Parameter(PassageFilterQuery.KeyOf(facet), $"{FacetWords.Name(facet)}; may be given more than once, for any of the values.{possible}", many: true));
        }

        return Task.CompletedTask;
    });

    private static OpenApiParameter Parameter(string name, string description, bool many)
    {
        var text = new OpenApiSchema { Type = JsonSchemaType.String };
        return new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Query,
            Description = description,
            Schema = many ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = text } : text,
        };
    }
}
