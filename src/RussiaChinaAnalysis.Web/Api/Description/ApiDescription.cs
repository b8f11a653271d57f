using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Look;

namespace RussiaChinaAnalysis.Web.Api.Description;

/// <summary>The OpenAPI document.</summary>
internal static class ApiDescription
{
    public const string Name = "v1";

    private const string Token = "token";
    private const string Session = "session";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Name, openApi =>
    {
        openApi.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        openApi.AddDocumentTransformer((document, context, _) => Introduce(document, context.ApplicationServices));
        openApi.AddOperationTransformer((operation, context, _) => Complete(operation, context));
        openApi.AddSchemaTransformer((schema, context, _) => DescribeOwnForms(schema, context));
    });

    public static void MapApiDescription(this IEndpointRouteBuilder routes) =>
        routes.MapOpenApi(ApiRegistration.Address).RequireAuthorization(Policies.Read);

    private static Task Introduce(OpenApiDocument document, IServiceProvider services)
    {
        document.Info = new OpenApiInfo
        {
            Title = Product.Name,
            Version = "1",
            Description = "Essays, their passages, relations and themes: the same answers as the pages give, and the same changes. "
                + "Spans are [start, end) in UTF-16 code units of the document’s text. Times are UTC. Errors are problem details (RFC 9457).",
        };
        // Addresses are relative to wherever the description was read.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A personal API token, made on the page of one’s account." },
            [Session] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = "rca-session", Description = "The session of somebody who signed in with a browser." },
        };
        var visitorsMayRead = services.GetRequiredService<VisitorRights>().MayRead;
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>()))
        {
            operation.Security =
            [
                new() { [new OpenApiSecuritySchemeReference(Token, document)] = [] },
                new() { [new OpenApiSecuritySchemeReference(Session, document)] = [] },
            ];
            if (visitorsMayRead && operation.Metadata?.ContainsKey(Policies.Read) == true)
                operation.Security.Add([]);
        }

        return Task.CompletedTask;
    }

    private static Task Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var policy = metadata.OfType<IAuthorizeData>().LastOrDefault()?.Policy;
        if (policy == Policies.Read)
            (operation.Metadata ??= new Dictionary<string, object>())[Policies.Read] = true;
        operation.Responses ??= [];
        operation.Responses.TryAdd("401", new OpenApiResponse { Description = "Nobody is signed in, or the token is not good." });
        operation.Responses.TryAdd("403", new OpenApiResponse { Description = $"Requires: {policy}." });
        if (metadata.OfType<StateRequired>().Any())
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = "If-Match",
                In = ParameterLocation.Header,
                Required = true,
                Description = "The ETag that came when you read what you change.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }

        return Task.CompletedTask;
    }

    /// <summary>What is read or written in a way of one's own is described as anything at all otherwise.</summary>
    private static Task DescribeOwnForms(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = context.JsonTypeInfo;
        if (type.Type == typeof(string))
            schema.Type = JsonSchemaType.String | (context.JsonPropertyInfo is { IsGetNullable: true } or { IsSetNullable: true } ? JsonSchemaType.Null : 0);
        else if (type.Type == typeof(TextSpan))
            DescribeSpan(schema);
        else if (type.Kind == JsonTypeInfoKind.Enumerable)
            schema.Items ??= Own(type.ElementType);
        else if (type.Kind == JsonTypeInfoKind.Dictionary)
            schema.AdditionalProperties ??= Own(type.ElementType);
        return Task.CompletedTask;
    }

    private static OpenApiSchema? Own(Type? type)
    {
        if (type == typeof(string))
            return new OpenApiSchema { Type = JsonSchemaType.String };
        return type == typeof(TextSpan) ? DescribeSpan(new OpenApiSchema()) : null;
    }

    private static OpenApiSchema DescribeSpan(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Array;
        schema.Items = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" };
        (schema.MinItems, schema.MaxItems) = (2, 2);
        schema.Description = "[start, end): the first UTF-16 code unit, and the one after the last.";
        return schema;
    }
}
