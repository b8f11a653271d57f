using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Interchange;

public sealed class LargeArchiveTests : IAsyncDisposable
{
    /// <summary>More than a zip archive of another tool may hold.</summary>
    private const int Files = 20_001;

    /// <summary>More than a page takes in a form, unless it is made to.</summary>
    private const int LargestFile = 12 * 1024 * 1024;

    private readonly TestSite site = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_exported_can_be_taken_in_again_however_large()
    {
        using var client = await site.ClientAsync(PersonRole.Administrator);
        var archive = Enlarge(await client.GetByteArrayAsync("/exchange/archive", Cancellation));
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await client.FormTokenAsync("/exchange", Cancellation)), "__RequestVerificationToken" },
            { new ByteArrayContent(archive), "Upload", "corpus.rca.zip" },
        };

        using var answer = await client.PostAsync("/exchange", form, Cancellation);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("0 failed", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_in_has_the_time_of_a_download()
    {
        using var client = site.CreateClient();
        using var answer = await client.GetAsync("/exchange", Cancellation);
        var patience = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText == "exchange").Select(endpoint => endpoint.Metadata.GetMetadata<RequestTimeoutAttribute>()?.Timeout);

        Assert.Equal(TimeSpan.FromMinutes(30), Assert.Single(patience));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    /// <summary>As the archive of a corpus of many originals, one of them large.</summary>
    private static byte[] Enlarge(byte[] archive)
    {
        using var stream = new MemoryStream();
        stream.Write(archive);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("manifest.json")!;
            JsonNode manifest;
            using (var content = entry.Open())
                manifest = JsonNode.Parse(content)!;
            entry.Delete();
            var files = manifest["files"]!.AsArray();
            for (var number = 0; number < Files; number++)
            {
                var content = number == 0 ? RandomNumberGenerator.GetBytes(LargestFile) : BitConverter.GetBytes(number);
                var hash = Convert.ToHexStringLower(SHA256.HashData(content));
                using (var written = zip.CreateEntry($"files/{hash}", CompressionLevel.NoCompression).Open())
                    written.Write(content);
                files.Add(new JsonObject { ["path"] = $"files/{hash}", ["bytes"] = content.Length, ["sha256"] = hash });
            }

            using var renewed = zip.CreateEntry("manifest.json").Open();
            renewed.Write(System.Text.Encoding.UTF8.GetBytes(manifest.ToJsonString()));
        }

        return stream.ToArray();
    }
}
