using Microsoft.EntityFrameworkCore;
using Npgsql;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Corpus.Review;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Corpus.Storage.Postgres;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Storage;

/// <summary>
/// Lists, counts and searches ask the replica, and nothing is written to it. Its part is played by a copy of the database
/// that refuses to be written to, so that it falls behind as soon as something is changed.
/// </summary>
public sealed class ReadReplicaTests : IAsyncLifetime
{
    private static readonly PassageFilter Search = new() { Search = "trade", Choices = [new(Facet.Status, "accepted")] };

    private TestCorpus primary = null!;
    private TestCorpus node = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        primary = await TestCorpus.StartAsync(StorageProvider.Postgres);
        await SampleEssays.StoreAsync(primary);
        primary.Storage.ReadConnectionString = await PostgresServer.CopyReadOnlyAsync(primary.Storage.ConnectionString!);
        node = primary.SecondNode();
    }

    public async ValueTask DisposeAsync()
    {
        await node.DisposeAsync();
        await PostgresServer.DropAsync(primary.Storage.ReadConnectionString!);
        await primary.DisposeAsync();
    }

    [Fact]
    public async Task Browsing_shows_what_the_replica_holds()
    {
        var before = await BrowseAsync(node);
        Assert.Equal(before, await BrowseAsync(primary));

        await using (var context = primary.Open())
            await ChangeAsync(context);

        Assert.Equal(before, await BrowseAsync(node));
        Assert.NotEqual(before, await BrowseAsync(primary));
    }

    [Fact]
    public async Task Browsing_shows_a_change_when_the_replica_has_it()
    {
        await BrowseAsync(node);
        await using (var context = primary.Open())
            await ChangeAsync(context);
        await using (var replica = new PostgresCorpusContext(PostgresCorpus.Options(
            $"{primary.Storage.ReadConnectionString};Options=-c default_transaction_read_only=off")))
            await ChangeAsync(replica);

        Assert.Equal(await BrowseAsync(primary), await BrowseAsync(node));
    }

    [Fact]
    public async Task What_is_edited_is_written_to_the_primary_alone()
    {
        var before = await BrowseAsync(node);
        await using var written = primary.Open();
        var editor = new Person { UserName = "ed", NormalizedUserName = "ED", DisplayName = "Ed", Role = PersonRole.Editor, CreatedAt = DateTime.UnixEpoch };
        written.Users.Add(editor);
        await written.SaveChangesAsync(Cancellation);
        var open = await written.Passages.Where(passage => passage.Status == Status.Suggested).ToDictionaryAsync(passage => passage.Id, passage => passage.Status, Cancellation);

        EditedCorpus.Done(await node.Get<BulkReview>().DecideAsync(new Actor(editor.Id, "Ed", PersonRole.Editor), open, Status.Accepted, Cancellation));

        Assert.False(await written.Passages.AnyAsync(passage => passage.Status == Status.Suggested, Cancellation));
        Assert.Equal(before, await BrowseAsync(node));
    }

    [Fact]
    public async Task The_copy_refuses_to_be_written_to()
    {
        await using var replica = new PostgresCorpusContext(PostgresCorpus.Options(primary.Storage.ReadConnectionString!));

        await Assert.ThrowsAsync<PostgresException>(() => ChangeAsync(replica));
    }

    private static async Task ChangeAsync(CorpusContext context)
    {
        await context.Passages.Where(passage => passage.Ordinal <= 9).ExecuteUpdateAsync(
            set => set.SetProperty(passage => passage.Status, Status.Accepted).SetProperty(passage => passage.Quote, "Trade is changed."), Cancellation);
        await context.Themes.Where(theme => theme.Slug == "region").ExecuteUpdateAsync(set => set.SetProperty(theme => theme.Name, "Changed"), Cancellation);
    }

    /// <summary>Everything that is browsed, in one text.</summary>
    private static async Task<string> BrowseAsync(TestCorpus corpus)
    {
        var list = await corpus.Passages.ListAsync(new PassageQuery(Search, PassageSort.Relevance), Cancellation);
        var overview = await corpus.Overview.ReadAsync(Cancellation);
        var passage = await corpus.Passages.FindAsync(3, Cancellation);
        var theme = await corpus.Themes.FindAsync("region", Cancellation);
        return string.Join('\n',
        [
            list.Total,
            .. list.Rows.Select(row => (row.Id, row.Quote, row.Status)),
            .. list.Facets.SelectMany(facet => facet.Values),
            .. overview.Distributions.SelectMany(facet => facet.Values),
            .. overview.Themes,
            passage!.Row.Quote,
            theme!.Theme,
        ]);
    }
}
