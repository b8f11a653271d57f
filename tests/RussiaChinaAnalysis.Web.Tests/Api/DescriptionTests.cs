using Microsoft.OpenApi;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Tests.Accounts;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Api;

/// <summary>What the API says of itself is whole and well formed.</summary>
public sealed class DescriptionTests(TestSite site) : IClassFixture<TestSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_valid_and_every_operation_has_summary_answers_and_security()
    {
        var document = await ReadAsync();
        var operations = document.Paths.SelectMany(path => path.Value.Operations!, (path, operation) => (Name: $"{operation.Key} {path.Key}", operation.Value)).ToList();

        Assert.True(operations.Count > 20);
        Assert.All(operations, operation =>
        {
            Assert.False(string.IsNullOrWhiteSpace(operation.Value.Summary), operation.Name);
            Assert.Contains(operation.Value.Responses!.Keys, status => status.StartsWith('2'));
            Assert.Contains("401", operation.Value.Responses!.Keys);
            Assert.True(operation.Value.Security!.Count >= 2, operation.Name);
            Assert.All(operation.Value.Parameters ?? [], parameter => Assert.NotNull(parameter.Schema));
        });
        // Who is not signed in may read here, and no more.
        Assert.All(operations, operation => Assert.True(
            operation.Value.Security!.All(way => way.Count > 0) || operation.Name.StartsWith("GET", StringComparison.Ordinal) || operation.Name.StartsWith("OPTIONS", StringComparison.Ordinal), operation.Name));
    }

    [Fact]
    public async Task It_says_of_every_value_what_it_is()
    {
        var schemas = (await ReadAsync()).Components!.Schemas!;

        Assert.True(schemas.Count > 20);
        Assert.All(schemas, schema => Assert.All(schema.Value.Properties ?? new Dictionary<string, IOpenApiSchema>(), property => AssertSays($"{schema.Key}.{property.Key}", property.Value)));
        Assert.Equal(JsonSchemaType.String, schemas["NewReply"].Properties!["body"].Type);
    }

    private static void AssertSays(string name, IOpenApiSchema schema)
    {
        Assert.True(schema.Type is not null || schema is OpenApiSchemaReference || schema.Enum is { Count: > 0 } || schema.OneOf is { Count: > 0 } || schema.AnyOf is { Count: > 0 }, name);
        if (schema.Type is { } type && type.HasFlag(JsonSchemaType.Array))
            AssertSays($"{name}[]", schema.Items!);
    }

    [Fact]
    public async Task It_names_everything_that_is_mapped()
    {
        var described = (await ReadAsync()).Paths
            .SelectMany(path => path.Value.Operations!, (path, operation) => $"{operation.Key.Method} {path.Key}").ToHashSet(StringComparer.Ordinal);
        var mapped = Endpoints.Of(site).Where(endpoint => endpoint.Path.StartsWith("/api/", StringComparison.Ordinal) && endpoint.Path != "/api/openapi.json")
            .Select(endpoint => $"{endpoint.Method} {endpoint.Path.TrimEnd('/').Replace(":int", "", StringComparison.Ordinal).Replace(":long", "", StringComparison.Ordinal)}");

        Assert.Equal(mapped.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Its_page_shows_every_operation()
    {
        using var client = await site.ClientAsync(PersonRole.Reader);
        var page = await client.GetStringAsync("/api", Cancellation);

        Assert.All((await ReadAsync()).Paths.Keys, path => Assert.Contains($"<code>{path}</code>", page, StringComparison.Ordinal));
    }

    private async Task<OpenApiDocument> ReadAsync()
    {
        using var client = site.CreateClient();
        var result = OpenApiDocument.Parse(await client.GetStringAsync("/api/openapi.json", Cancellation), "json");
        Assert.Empty(result.Diagnostic!.Errors);
        return result.Document!;
    }
}
