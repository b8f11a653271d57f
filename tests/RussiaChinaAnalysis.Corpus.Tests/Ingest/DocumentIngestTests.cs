using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Extraction.Quantities;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Ingest;

public sealed class DocumentIngestTests
{
    private const string Essay = """
        ---
        title: On bridges
        author: A. Writer
        published: 2025-03
        language: en
        ---

        Bridges should be built, because trade needs them. Critics reply that they are dear.

        In 2024 trade grew by 31 percent, according to the central bank. Therefore bridges pay.
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_is_kept_whole_with_its_passages()
    {
        await using var corpus = await TestCorpus.StartAsync();

        var imported = Assert.IsType<IngestResult.Imported>(await IngestAsync(corpus, "bridges.md", Essay));

        var document = (await corpus.Documents.FindAsync(imported.DocumentId, Cancellation))!;
        var original = (await corpus.Documents.FindOriginalAsync(imported.DocumentId, version: 1, Cancellation))!;
        Assert.Equal(Encoding.UTF8.GetBytes(Essay), original.Content);
        Assert.Equal("text/markdown", original.MediaType);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(original.Content)), document.Summary.ContentHash);
        Assert.Equal(("On bridges", "A. Writer", "2025-03", "en"), (
            document.Summary.Title, document.Summary.Author, document.Summary.Published, document.Summary.Language));
        Assert.Equal(corpus.Clock.GetUtcNow().UtcDateTime, document.Summary.ImportedAt);
        Assert.Equal(DateTimeKind.Utc, document.Summary.ImportedAt.Kind);
        Assert.Equal(imported.Passages, document.Passages.Count);
        Assert.True(document.Passages.Count >= 4);
        Assert.Equal(Enumerable.Range(1, document.Passages.Count), document.Passages.Select(passage => passage.Ordinal));
        Assert.All(document.Passages, passage => Assert.Equal(passage.Quote, passage.Span.Of(document.Text)));
        Assert.All(document.Passages, passage => Assert.Equal((Origin.Extracted, Status.Suggested), (passage.Origin, passage.Status)));
    }

    [Fact]
    public async Task What_a_passage_says_in_figures_and_how_is_kept_with_it()
    {
        await using var corpus = await TestCorpus.StartAsync();

        var imported = Assert.IsType<IngestResult.Imported>(await IngestAsync(corpus, "bridges.md", Essay));

        var document = (await corpus.Documents.FindAsync(imported.DocumentId, Cancellation))!;
        var demand = Assert.Single(document.Passages, passage => passage.Quote.StartsWith("Bridges should", StringComparison.Ordinal));
        Assert.Equal(ClaimKind.Normative, demand.ClaimKind);
        var growth = Assert.Single(document.Passages, passage => passage.Quote.Contains("31 percent", StringComparison.Ordinal));
        var figure = Assert.Single(growth.Quantities);
        Assert.Equal((31, 31, "percent", QuantityKind.Share), (figure.Low, figure.High, figure.Unit, figure.Kind));
        Assert.Equal("trade", figure.Measured!.Value.Of(document.Text));
        Assert.Equal("the central bank", figure.Source!.Value.Of(document.Text));
        Assert.Equal((2024, 2024), (figure.Period!.FirstYear, figure.Period.LastYear));
        Assert.Equal(figure.Period, Assert.Single(growth.Times));
        Assert.All(document.Passages, passage => Assert.Equal(passage.Role == Role.Claim, passage.ClaimKind is not null));
    }

    [Fact]
    public async Task A_forecast_is_kept_with_its_horizon()
    {
        await using var corpus = await TestCorpus.StartAsync();

        var imported = Assert.IsType<IngestResult.Imported>(
            await IngestAsync(corpus, "ports.md", "The port is old. By 2040 it will probably be closed. Nobody has a plan."));

        var document = (await corpus.Documents.FindAsync(imported.DocumentId, Cancellation))!;
        var forecast = Assert.Single(document.Passages, passage => passage.Forecast is not null);
        Assert.Equal(2040, forecast.Forecast!.Horizon!.LastYear);
        Assert.Equal("will", forecast.Forecast.Span.Of(document.Text));
        Assert.Equal(Certainty.Hedged, forecast.Certainty);
    }

    [Fact]
    public async Task Prefix_and_suffix_surround_the_quote_in_the_text()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await IngestAsync(corpus, "bridges.md", Essay);

        await using var context = corpus.Open();
        var text = (await context.DocumentTexts.SingleAsync(Cancellation)).Text;
        var passages = await context.Passages.ToListAsync(Cancellation);

        Assert.All(passages, passage =>
        {
            var around = passage.Prefix + passage.Quote + passage.Suffix;
            Assert.Equal(around, text.Substring(passage.Start - passage.Prefix.Length, around.Length));
            Assert.Equal(Math.Min(passage.Start, Passage.ContextLength), passage.Prefix.Length);
            Assert.Equal(Math.Min(text.Length - passage.End, Passage.ContextLength), passage.Suffix.Length);
        });
    }

    [Fact]
    public async Task The_same_bytes_are_stored_once_whatever_the_file_is_called()
    {
        await using var corpus = await TestCorpus.StartAsync();
        var first = Assert.IsType<IngestResult.Imported>(await IngestAsync(corpus, "bridges.md", Essay));

        var second = await IngestAsync(corpus, "other name.md", Essay);

        Assert.Equal(new IngestResult.Unchanged(first.DocumentId), second);
        Assert.Equal(1, (await corpus.Overview.ReadAsync(Cancellation)).Documents);
    }

    [Fact]
    public async Task The_same_file_imported_by_many_at_once_is_stored_once()
    {
        await using var corpus = await TestCorpus.StartAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => IngestAsync(corpus, "bridges.md", Essay))));

        Assert.Single(results.OfType<IngestResult.Imported>());
        Assert.Equal(5, results.OfType<IngestResult.Unchanged>().Count());
    }

    [Fact]
    public async Task What_a_person_says_of_the_document_goes_before_what_its_file_says()
    {
        await using var corpus = await TestCorpus.StartAsync();

        var imported = Assert.IsType<IngestResult.Imported>(
            await IngestAsync(corpus, "bridges.md", Essay, new DocumentDetails(Title: "Bridges again", Author: "  ")));

        var summary = (await corpus.Documents.FindAsync(imported.DocumentId, Cancellation))!.Summary;
        Assert.Equal(("Bridges again", "A. Writer"), (summary.Title, summary.Author));
    }

    [Theory]
    [InlineData("essay.md", "", RefusalReason.Empty)]
    [InlineData("essay.txt", "   \n\n", RefusalReason.Empty)]
    [InlineData("essay.exe", "Words.", RefusalReason.UnknownType)]
    [InlineData("essay.txt", "MZ\0\0\0\0\u0001\u0002", RefusalReason.NotText)]
    public async Task What_is_refused_leaves_nothing_behind(string name, string content, RefusalReason reason)
    {
        await using var corpus = await TestCorpus.StartAsync();

        var refused = Assert.IsType<IngestResult.Refused>(await IngestAsync(corpus, name, content));

        Assert.Equal(reason, refused.Reason);
        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
        await AssertEmptyAsync(corpus);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused()
    {
        await using var corpus = await TestCorpus.StartAsync();

        var refused = Assert.IsType<IngestResult.Refused>(await IngestAsync(corpus, "long.txt", new string('a', TestCorpus.MaximumFileBytes + 1)));

        Assert.Equal(RefusalReason.TooLarge, refused.Reason);
        await AssertEmptyAsync(corpus);
    }

    [Fact]
    public async Task A_cancelled_import_leaves_nothing_behind()
    {
        await using var corpus = await TestCorpus.StartAsync();
        var file = new SourceFile("bridges.md", Encoding.UTF8.GetBytes(Essay));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => corpus.Get<DocumentIngest>().IngestAsync(file, corrections: null, new CancellationToken(canceled: true)));

        await AssertEmptyAsync(corpus);
    }

    [Fact]
    public async Task Relations_and_counts_of_support_agree()
    {
        await using var corpus = await TestCorpus.StartAsync();
        var imported = Assert.IsType<IngestResult.Imported>(await IngestAsync(corpus, "bridges.md", Essay));

        var document = (await corpus.Documents.FindAsync(imported.DocumentId, Cancellation))!;

        Assert.NotEmpty(document.Relations);
        Assert.All(document.Passages, passage => Assert.Equal(
            document.Relations.Count(relation => relation.To == passage.Id
                && (relation.Kind is RelationKind.Supports or RelationKind.Exemplifies)),
            passage.Supports));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(" ", true)]
    [InlineData("en-GB", true)]
    [InlineData("de", false)]
    public async Task Passages_are_labelled_in_the_language_that_a_person_states(string? language, bool labelled)
    {
        await using var corpus = await TestCorpus.StartAsync();

        await IngestAsync(corpus, "bridges.md", Essay, new DocumentDetails(Language: language));

        await using var context = corpus.Open();
        Assert.Equal(labelled, await context.Passages.AnyAsync(Cancellation));
    }

    [Fact]
    public async Task A_later_version_is_labelled_in_the_language_that_a_person_stated_for_the_document()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await IngestAsync(corpus, "bridges.md", Essay, new DocumentDetails(Language: "de"));

        Assert.IsType<IngestResult.Revised>(await IngestAsync(corpus, "bridges.md", Essay + "\n\nIt should therefore be built.\n"));

        await using var context = corpus.Open();
        Assert.False(await context.Passages.AnyAsync(Cancellation));
    }

    [Fact]
    public async Task Text_beyond_the_basic_plane_keeps_its_characters_whole()
    {
        await using var corpus = await TestCorpus.StartAsync();
        var astral = string.Concat(Enumerable.Repeat("𝒳𝒴 ", 30));

        await IngestAsync(corpus, "astral.txt", $"{astral}is a claim. {astral}should follow. {astral}ends it.");

        await using var context = corpus.Open();
        var passages = await context.Passages.ToListAsync(Cancellation);
        Assert.NotEmpty(passages);
        Assert.All(passages, passage => Assert.DoesNotContain('\uFFFD', passage.Prefix + passage.Quote + passage.Suffix));
    }

    private static async Task AssertEmptyAsync(TestCorpus corpus)
    {
        await using var context = corpus.Open();
        Assert.False(await context.Documents.AnyAsync(Cancellation));
        Assert.False(await context.DocumentVersions.AnyAsync(Cancellation));
        Assert.False(await context.Passages.AnyAsync(Cancellation));
    }

    private static Task<IngestResult> IngestAsync(TestCorpus corpus, string name, string text, DocumentDetails? corrections = null) =>
        corpus.Get<DocumentIngest>().IngestAsync(new SourceFile(name, Encoding.UTF8.GetBytes(text)), corrections, Cancellation);
}
