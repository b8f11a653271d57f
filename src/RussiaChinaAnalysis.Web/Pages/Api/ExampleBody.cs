using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace RussiaChinaAnalysis.Web.Pages.Api;

/// <summary>A body of the form that a schema asks for, to begin with.</summary>
internal static class ExampleBody
{
    private const int Deepest = 5;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Of(IOpenApiSchema schema) => Make(schema, 0)?.ToJsonString(Indented) ?? "null";

    private static JsonNode? Make(IOpenApiSchema schema, int depth)
    {
        if (depth > Deepest)
            return null;
        // What may be left out begins as nothing.
        if (schema.Default is { } given)
            return given.DeepClone();
        if (schema.Enum is [{ } first, ..])
            return first.DeepClone();
        if ((schema.OneOf ?? schema.AnyOf) is [.., { } one])
            return Make(one, depth + 1);
        if (schema.Properties is { Count: > 0 } properties)
        {
            var made = new JsonObject();
            foreach (var (name, property) in properties)
                made[name] = property.Type?.HasFlag(JsonSchemaType.Null) == true ? null : Make(property, depth + 1);
            return made;
        }

        return schema.Type switch
        {
            { } type when type.HasFlag(JsonSchemaType.Integer) || type.HasFlag(JsonSchemaType.Number) => 1,
            { } type when type.HasFlag(JsonSchemaType.Boolean) => false,
            { } type when type.HasFlag(JsonSchemaType.Array) => new JsonArray(),
            { } type when type.HasFlag(JsonSchemaType.String) => string.Empty,
            _ => null,
        };
    }
}
