using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Storage;

public sealed class PassingFailureTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_that_somebody_else_writes_to_is_a_failure_that_passes_and_a_wrong_statement_is_not()
    {
        await using var corpus = await TestCorpus.StartAsync(StorageProvider.Sqlite);
        await using var writing = corpus.Open();
        await using var transaction = await writing.Database.BeginTransactionAsync(Cancellation);
        await using var other = corpus.Open();
        other.Database.SetCommandTimeout(1);

        var busy = await Assert.ThrowsAsync<SqliteException>(
            () => other.Documents.ExecuteUpdateAsync(document => document.SetProperty(row => row.Author, "Ada"), Cancellation));
        var wrong = await Assert.ThrowsAsync<SqliteException>(() => other.Database.ExecuteSqlAsync($"SELECT nothing FROM nowhere", Cancellation));

        Assert.Equal((true, false), (PassingFailure.Is(busy), PassingFailure.Is(wrong)));
    }
}
