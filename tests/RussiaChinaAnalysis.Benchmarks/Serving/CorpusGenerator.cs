using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Benchmarks.Serving;

/// <summary>Makes a corpus of a given size: documents of some sixty passages, one book of two hundred pages, themes, relations and notes.</summary>
internal sealed class CorpusGenerator(string folder, int passages)
{
    public const int BookPassages = 6000;

    private const int Themes = 12;
    private const int PassagesForOneNote = 20;
    private const int DocumentsInOneTransaction = 200;

    private readonly Random random = new(20260101);
    private int passage;
    private int relation;
    private int note;

    public string Data { get; } = Path.Combine(folder, $"corpus-{passages}");

    public string Database => Path.Combine(Data, "corpus.db");

    /// <summary>Does nothing when it was made before.</summary>
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        var finished = Path.Combine(Data, "finished");
        if (File.Exists(finished))
            return;
        if (Directory.Exists(Data))
            Directory.Delete(Data, recursive: true);
        await using (var services = new ServiceCollection()
            .AddCorpus(new CorpusOptions(Database, Repository.Codebook, SeedFolder: null, MaximumFileBytes: 1 << 20)).BuildServiceProvider())
        {
            await services.GetRequiredService<CorpusStartup>().RunAsync(progress: null, cancellation);
            await using var context = await services.GetRequiredService<IDbContextFactory<CorpusContext>>().CreateDbContextAsync(cancellation);
            var editor = new Person { UserName = "editor", NormalizedUserName = "EDITOR", DisplayName = "Editor", Role = PersonRole.Editor, CreatedAt = DateTime.UnixEpoch };
            context.Users.Add(editor);
            await context.SaveChangesAsync(cancellation);
            Write(context, [.. context.Themes.OrderBy(theme => theme.Id).Select(theme => theme.Id).Take(Themes)], editor.Id);
        }

        SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(finished, string.Empty, cancellation);
    }

    private void Write(CorpusContext context, int[] themes, int editor)
    {
        context.Database.OpenConnection();
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        var text = new ZipfText(random);
        for (var document = 1; passage < passages;)
        {
            using var transaction = connection.BeginTransaction();
            using var rows = new DocumentWriter(context, connection);
            for (var written = 0; written < DocumentsInOneTransaction && passage < passages; written++, document++)
                WriteDocument(rows, text, document, themes, editor, Math.Min(document == 1 ? BookPassages : 40 + random.Next(40), passages - passage));
            transaction.Commit();
        }

        using var optimise = connection.CreateCommand();
        optimise.CommandText = "PRAGMA analysis_limit = 1000; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);";
        optimise.ExecuteNonQuery();
    }

    private void WriteDocument(DocumentWriter rows, ZipfText text, int id, int[] themes, int editor, int count)
    {
        var quotes = Enumerable.Range(0, count).Select(_ => text.Sentence()).ToArray();
        var whole = string.Join(' ', quotes);
        var now = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(id);
        var blocks = new List<Block>();
        var first = passage + 1;
        var start = 0;
        rows.Document(id, text.Sentence()[..20], $"Author {random.Next(1, 400)}", now, whole.Length / 6);
        for (var ordinal = 1; ordinal <= count; ordinal++)
        {
            var quote = quotes[ordinal - 1];
            var role = (Role)random.Next(3);
            rows.Passage(++passage, id, new Passage
            {
                Ordinal = ordinal,
                Start = start,
                End = start + quote.Length,
                Quote = quote,
                Prefix = string.Empty,
                Suffix = string.Empty,
                Role = role,
                IsThesis = ordinal == 1,
                EvidenceKind = role == Role.Evidence ? (EvidenceKind)random.Next(4) : null,
                Attribution = (AttributionKind)(random.Next(5) / 4),
                Stance = (Stance)(random.Next(4) / 3),
                Confidence = 0.3 + random.NextDouble() * 0.7,
                Status = (Status)(random.Next(10) / 8),
            });
            blocks.Add(new Block(BlockKind.Paragraph, new TextSpan(start, start + quote.Length)));
            foreach (var theme in themes.Where((_, place) => random.Next(10 + place * 2) == 0))
                rows.Theme(passage, theme, random.NextDouble());
            if (ordinal > 1 && random.Next(2) == 0)
                rows.Relation(++relation, passage, random.Next(first, passage), (RelationKind)random.Next(5));
            if (random.Next(PassagesForOneNote) == 0)
                rows.Note(++note, id, passage, editor, text.Sentence(), now);
            start += quote.Length + 1;
        }

        rows.Text(id, whole, [.. blocks]);
    }
}
