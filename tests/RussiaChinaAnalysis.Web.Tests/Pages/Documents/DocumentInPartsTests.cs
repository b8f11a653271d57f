using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Pages.Documents;

public sealed partial class DocumentInPartsTests
{
    private const int Chapters = 12;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_book_is_read_in_parts_that_lead_to_each_other_and_each_passage_is_found_in_its_own()
    {
        using var folder = new TemporaryFolder();
        var seeds = Directory.CreateDirectory(folder.Child("seeds")).FullName;
        await File.WriteAllTextAsync(Path.Combine(seeds, "book.md"), Book(), Cancellation);
        await using var site = new TestSite().WithSeeds(seeds);
        using var client = site.CreateClient();
        var ids = PassagesOf(await client.GetStringAsync("/documents/1?part=all", Cancellation));
        using var data = JsonDocument.Parse(await client.GetStringAsync("/documents/1.json", Cancellation));
        // The title is said above the text, not in it.
        Assert.InRange(ids.Count, data.RootElement.GetProperty("passages").GetArrayLength() - 1, int.MaxValue);

        var address = "/documents/1";
        var read = new List<int>();
        for (var part = 1; ; part++)
        {
            var page = await client.GetStringAsync(address, Cancellation);
            Assert.Contains($"data-part=\"{part}\"", page, StringComparison.Ordinal);
            read.AddRange(PassagesOf(page));
            if (part == 1)
                Assert.Contains("href=\"/documents/1?part=", page.Between("<nav class=\"outline\"", "</nav>"), StringComparison.Ordinal);
            if (Next().Match(page) is not { Success: true } next)
            {
                Assert.True(part > 2);
                break;
            }

            address = next.Groups[1].Value;
        }

        Assert.Equal(ids, read);
        foreach (var id in new[] { ids[0], ids[ids.Count / 2], ids[^1] })
        {
            var page = await client.GetStringAsync(string.Create(CultureInfo.InvariantCulture, $"/documents/1?passage={id}"), Cancellation);
            Assert.Contains($"id=\"p-{id}\"", page, StringComparison.Ordinal);
        }

        Assert.Contains("none that is called “99”", await client.GetStringAsync("/documents/1?part=99", Cancellation), StringComparison.Ordinal);
    }

    /// <summary>In the order of the text, each once.</summary>
    private static List<int> PassagesOf(string page) =>
        [.. Anchors().Matches(page).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];

    private static string Book() => "# A book\n\n" + string.Concat(Enumerable.Range(1, Chapters).Select(chapter =>
        $"## Chapter {chapter}\n\n" + string.Concat(Enumerable.Range(1, 40).Select(paragraph =>
            $"Trade of region {chapter} with neighbour {paragraph} will decide the matter. It grew by {paragraph + 10} percent in 2024, because roads were built to place {chapter * paragraph}.\n\n"))));

    [GeneratedRegex("rel=\"next\" href=\"([^\"]+)\"")]
    private static partial Regex Next();

    [GeneratedRegex("id=\"p-(\\d+)\"")]
    private static partial Regex Anchors();
}
