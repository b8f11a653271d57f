using System.Text;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Storage;

public sealed class InsertTests
{
    /// <summary>Those that hold an essay.</summary>
    private static readonly Type[] Kinds =
    [
        typeof(Document), typeof(DocumentVersion), typeof(DocumentText), typeof(OriginalFile), typeof(VersionSketch),
        typeof(Passage), typeof(PassageTheme), typeof(Relation),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_are_the_same_whether_inserted_or_saved()
    {
        await using var inserting = await TestCorpus.StartAsync();
        await using var saving = await TestCorpus.StartAsync();
        foreach (var seed in Directory.EnumerateFiles(RepositoryFiles.Seeds, "why-*.md").Order(StringComparer.Ordinal))
        {
            var text = await File.ReadAllTextAsync(seed, Cancellation);
            await StoreAsync(inserting, text, (context, rows) => context.InsertAsync(rows, Cancellation));
            await StoreAsync(saving, text, (context, rows) =>
            {
                context.AddRange(rows);
                return context.SaveChangesAsync(Cancellation);
            });
        }

        var (inserted, saved) = (await TablesAsync(inserting), await TablesAsync(saving));

        Assert.All(saved, table => Assert.NotEmpty(table.Value));
        Assert.All(saved, table => Assert.Equal(table.Value, inserted[table.Key]));
        await using var context = inserting.Open();
        await TestStorage.AssertSoundAsync(context, Cancellation);
    }

    [Fact]
    public async Task What_the_database_refuses_is_said_as_saving_says_it()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await StoreAsync(corpus, "One essay says this.", (context, rows) => context.InsertAsync(rows, Cancellation));

        await Assert.ThrowsAnyAsync<DbUpdateException>(
            () => StoreAsync(corpus, "One essay says this.", (context, rows) => context.InsertAsync(rows, Cancellation)));

        Assert.Equal(1, (await corpus.Overview.ReadAsync(Cancellation)).Documents);
    }

    private static async Task StoreAsync(TestCorpus corpus, string text, Func<CorpusContext, IReadOnlyList<object>, Task> store)
    {
        var file = new SourceFile("essay.md", Encoding.UTF8.GetBytes(text));
        var read = (ReadResult.Success)DocumentReaders.Default.Read(file, new ReadingLimits(), Cancellation);
        var structure = (await corpus.Get<ArgumentReader>().PipelineAsync(Cancellation)).Extract(read.Document);
        await using var context = corpus.Open();
        var rows = await new IncomingText(file, read.MediaType, $"{text.Length:x64}", structure, Corrections: null, ImportedBy: null).RowsAsync(context, Cancellation);
        // Finer than the databases keep it.
        var now = corpus.Clock.GetUtcNow().UtcDateTime.AddTicks(1234567);
        var version = rows.Version(rows.Document(file, corrections: null, now), file, read.MediaType, $"{text.Length:x64}", now);
        var passages = rows.Passages(version);
        List<object> all = [version, .. passages, .. rows.Relations(passages)];
        foreach (var (place, row) in all.Append(version.Document).OfType<IConcurrencyChecked>().Index())
            row.ConcurrencyToken = new Guid(place, 0xABC, 0xDEF, new byte[8]);
        await using var transaction = await context.Database.BeginTransactionAsync(Cancellation);
        await store(context, all);
        await transaction.CommitAsync(Cancellation);
    }

    /// <summary>The rows of each table, as the database writes their values.</summary>
    private static async Task<Dictionary<Type, List<string>>> TablesAsync(TestCorpus corpus)
    {
        await using var context = corpus.Open();
        var tables = new Dictionary<Type, List<string>>();
        foreach (var kind in Kinds)
        {
            var type = context.Model.FindEntityType(kind)!;
            var columns = type.GetProperties().Select(property => property.GetColumnName())
                .Select(column => context.Database.IsNpgsql() ? $"coalesce(\"{column}\"::text, '–')" : $"quote(\"{column}\")");
            var sql = $"SELECT {string.Join(" || '|' || ", columns)} AS \"Value\" FROM \"{type.GetTableName()}\" ORDER BY 1";
            tables.Add(kind, await context.Database.SqlQueryRaw<string>(sql).ToListAsync(Cancellation));
        }

        return tables;
    }
}
