using System.Globalization;
using Microsoft.OpenApi;

namespace RussiaChinaAnalysis.Web.Pages.Api;

/// <summary>One thing that the API answers or does, as its page shows it.</summary>
/// <param name="Body">An example to begin with; null when nothing is sent.</param>
public sealed record Operation(
    string Id,
    string Method,
    string Path,
    string Summary,
    string? Description,
    IReadOnlyList<OperationParameter> Parameters,
    string? Body,
    IReadOnlyList<OperationAnswer> Answers)
{
    internal static IEnumerable<(string Tag, Operation Operation)> AllOf(OpenApiDocument document) =>
        from path in document.Paths
        from operation in path.Value.Operations ?? []
        let method = operation.Key.Method.ToUpperInvariant()
        select (operation.Value.Tags?.FirstOrDefault()?.Name ?? "Other", Of(method, path.Key, operation.Value));

    private static Operation Of(string method, string path, OpenApiOperation operation) => new(
        string.Concat($"{method}{path}".ToLowerInvariant().Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-')).TrimEnd('-'),
        method,
        path,
        operation.Summary ?? path,
        operation.Description,
        [.. (operation.Parameters ?? []).Select(OperationParameter.Of)],
        operation.RequestBody?.Content?.Values.FirstOrDefault()?.Schema is { } schema ? ExampleBody.Of(schema) : null,
        [.. (operation.Responses ?? []).OrderBy(answer => answer.Key, StringComparer.Ordinal).Select(OperationAnswer.Of)]);
}

/// <param name="In">Path, query or header.</param>
public sealed record OperationParameter(string Name, string In, bool IsRequired, string? Description)
{
    internal static OperationParameter Of(IOpenApiParameter parameter) => new(
        parameter.Name ?? "", (parameter.In ?? ParameterLocation.Query).ToString().ToLower(CultureInfo.InvariantCulture), parameter.Required, parameter.Description);
}

public sealed record OperationAnswer(string Status, string Meaning)
{
    internal static OperationAnswer Of(KeyValuePair<string, IOpenApiResponse> answer) => new(answer.Key, answer.Value.Description ?? "");
}
