using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Imports;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Corpus.Review;
using RussiaChinaAnalysis.Corpus.Revise;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Corpus.Tests.Support;
using RussiaChinaAnalysis.Web.Tests.Support;
using TemporaryFolder = RussiaChinaAnalysis.Web.Tests.Support.TemporaryFolder;

namespace RussiaChinaAnalysis.Web.Tests.Hosting;

/// <summary>The real program twice, each with a folder of its own, on one PostgreSQL database.</summary>
public sealed class TwoNodesTests : IAsyncLifetime
{
    private const int Files = 30;

    /// <summary>Storing takes so long that a node is killed in the middle of it, however fast the machine is.</summary>
    private const string SlowStoring = """
        CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.2); RETURN NULL; END $$;
        CREATE TRIGGER slow AFTER INSERT ON "DocumentVersions" FOR EACH STATEMENT EXECUTE FUNCTION slow();
        """;

    private readonly TemporaryFolder folder = new();
    private readonly List<RunningSite> nodes = [];
    private string connection = null!;
    private ServiceProvider services = null!;
    private CorpusFromOutside corpus = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        connection = await PostgresServer.CreateAsync();
        foreach (var name in new[] { "one", "two" })
        {
            nodes.Add(await RunningSite.StartAsync(
                Cancellation,
                "--data", folder.Child(name), "--seeds", folder.Child("none"),
                "--Storage:Provider=Postgres", $"--Storage:ConnectionString={connection}"));
        }

        services = new ServiceCollection()
            .AddCorpus(new CorpusOptions(folder.Child("unused.db"), RepositoryFiles.Codebook, SeedFolder: null, MaximumFileBytes: 1 << 20)
            {
                Provider = StorageProvider.Postgres,
                ConnectionString = connection,
            })
            .BuildServiceProvider();
        corpus = new(services);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
            await node.DisposeAsync();
        await services.DisposeAsync();
        await PostgresServer.DropAsync(connection);
        folder.Dispose();
    }

    [Fact]
    public async Task One_node_is_killed_in_the_middle_of_an_import_and_the_other_finishes_it_once()
    {
        await ExecuteAsync(SlowStoring);
        var id = await corpus.ImportAsync(Files, Outputs);
        await UntilAsync(async context => await context.Documents.CountAsync(Cancellation) >= 2);
        await UntilAsync(_ => Task.FromResult(Outputs().Contains("Began store-import", StringComparison.Ordinal)));
        var working = nodes.Single(node => node.Output.Contains("Began store-import", StringComparison.Ordinal));
        var other = nodes.Single(node => node != working);
        nodes.Remove(working);
        await working.DisposeAsync();
        await using (var context = corpus.Open())
            Assert.InRange(await context.Documents.CountAsync(Cancellation), 2, Files - 1);
        await ExecuteAsync("DROP TRIGGER slow ON \"DocumentVersions\"");

        await UntilAsync(async context => await context.Imports.AnyAsync(import => import.Id == id && import.Step == ImportStep.Ended, Cancellation));

        // The database knows of it a moment before the log does.
        await UntilAsync(_ => Task.FromResult(other.Output.Contains("Finished store-import", StringComparison.Ordinal)));
        await using var after = corpus.Open();
        Assert.Equal(
            Enumerable.Range(0, Files).Select(CorpusFromOutside.FileName),
            await after.Documents.Select(document => document.Source).Order().ToListAsync(Cancellation));
        Assert.False(await after.Documents.AnyAsync(document => !after.Passages.Any(passage => passage.DocumentId == document.Id), Cancellation));
        Assert.Equal(Files, await after.ImportFiles.CountAsync(file => file.ImportId == id && file.State == ImportFileState.Imported, Cancellation));
        // Counts are those of the database, though the other node stored a part of it.
        using var client = new HttpClient { BaseAddress = other.Address };
        using var overview = JsonDocument.Parse(await client.GetStringAsync("/overview.json", Cancellation));
        Assert.Equal(await after.Passages.CountAsync(Cancellation), overview.RootElement.GetProperty("passages").GetInt32());
    }

    [Fact]
    public async Task A_form_of_one_node_is_taken_by_the_other()
    {
        var cookies = new CookieContainer();
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = cookies });
        var token = await client.FormTokenAsync(new Uri(nodes[0].Address, "/sign-in").ToString(), Cancellation);
        // Cookies do not tell ports apart, as behind a balancer the nodes would not differ at all.
        using var form = new FormUrlEncodedContent(
            [new("Name", "nobody"), new("Password", "wrong horse battery"), new("__RequestVerificationToken", token)]);

        using var answer = await client.PostAsync(new Uri(nodes[1].Address, "/sign-in"), form, Cancellation);

        // Refused for its password, not for its form.
        Assert.Contains("No account has this name", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_on_one_node_reaches_who_follows_the_essay_on_the_other_within_two_seconds()
    {
        var document = Assert.IsType<IngestResult.Imported>(await IngestAsync(CorpusFromOutside.Essay(1))).DocumentId;
        await SignIns.AddAsync(services, PersonRole.Editor);
        using var editor = new HttpClient { BaseAddress = nodes[0].Address };
        await editor.SignInAsync(PersonRole.Editor, Cancellation);
        using var reader = new HttpClient { BaseAddress = nodes[1].Address };
        using var events = new StreamReader(await reader.GetStreamAsync($"/documents/{document}/events", Cancellation));
        await LineAsync(events, "event: follows");
        var form = await editor.FormTokenAsync($"/documents/{document}", Cancellation);

        // A machine that has much else to do may be late now and then.
        var fastest = TimeSpan.MaxValue;
        for (var note = 1; note <= 10 && fastest >= TimeSpan.FromSeconds(2); note++)
        {
            var started = Stopwatch.GetTimestamp();
            using var content = new FormUrlEncodedContent([new("document", $"{document}"), new("body", $"Seen from afar, {note}."), new("motivation", "Commenting"), new("__RequestVerificationToken", form)]);
            using var written = await editor.PostAsync("/edit/notes/write", content, Cancellation);
            await LineAsync(events, "event: change");
            var elapsed = Stopwatch.GetElapsedTime(started);
            fastest = elapsed < fastest ? elapsed : fastest;
            Assert.Equal(HttpStatusCode.OK, written.StatusCode);
            Assert.Contains("Wrote a note on the document", await events.ReadLineAsync(Cancellation), StringComparison.Ordinal);
        }

        Assert.True(fastest < TimeSpan.FromSeconds(2), $"It took {fastest.TotalSeconds:0.0} seconds.");
    }

    [Fact]
    public async Task A_new_version_and_a_placed_passage_are_told_to_who_follows_the_essay_on_another_node()
    {
        const string gone = "Nurses finish work at two in the morning.";
        const string next = "Hospital staff leave their wards long after midnight.";
        const string essay = $"# On the night buses\n\nThe town should run its buses through the night. {gone} Critics say that the drivers are tired.\n\nThe cost is small.\n";
        var document = Assert.IsType<IngestResult.Imported>(await IngestAsync(essay)).DocumentId;
        var actor = new Actor(0, "Ada", PersonRole.Editor);
        await using (var context = corpus.Open())
        {
            var passage = await context.Passages.FirstAsync(one => one.Quote == gone, Cancellation);
            Assert.IsType<EditResult.Done>(await services.GetRequiredService<PassageEditor>().DecideAsync(actor, passage.Id, passage.ConcurrencyToken, Status.Accepted, Cancellation));
        }

        using var reader = new HttpClient { BaseAddress = nodes[1].Address, Timeout = TimeSpan.FromSeconds(60) };
        using var events = new StreamReader(await reader.GetStreamAsync($"/documents/{document}/events", Cancellation));
        await LineAsync(events, "event: follows");

        Assert.IsType<IngestResult.Revised>(await IngestAsync(essay.Replace($"{gone} ", "", StringComparison.Ordinal) + $"\n{next}\n"));
        await LineAsync(events, "event: change");
        Assert.Contains("Took in version 2", await events.ReadLineAsync(Cancellation), StringComparison.Ordinal);

        await using var after = corpus.Open();
        var waiting = await after.UnplacedPassages.SingleAsync(Cancellation);
        var text = await after.DocumentVersions.Where(version => version.Number == 2).Select(version => version.Text.Text).SingleAsync(Cancellation);
        var start = text.IndexOf(next, StringComparison.Ordinal);
        Assert.IsType<EditResult.Done>(await services.GetRequiredService<UnplacedEditor>().PlaceAsync(
            actor, document, waiting.Id, seen: 2, new(start, start + next.Length), Cancellation));
        await LineAsync(events, "event: change");
        Assert.Contains("Placed", await events.ReadLineAsync(Cancellation), StringComparison.Ordinal);
    }

    private static async Task LineAsync(StreamReader lines, string wanted)
    {
        while (await lines.ReadLineAsync(Cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(20), Cancellation) != wanted)
        {
        }
    }

    private Task<IngestResult> IngestAsync(string essay) => services.GetRequiredService<DocumentIngest>().IngestAsync(
        new SourceFile("essay.md", Encoding.UTF8.GetBytes(essay)), corrections: null, Cancellation);

    private async Task ExecuteAsync(string statements)
    {
        await using var context = corpus.Open();
        await context.Database.ExecuteSqlRawAsync(statements, Cancellation);
    }

    private Task UntilAsync(Func<CorpusContext, Task<bool>> isSo) => corpus.UntilAsync(isSo, Outputs);

    private string Outputs() => string.Join("\n---\n", nodes.Select(node => node.Output));
}
