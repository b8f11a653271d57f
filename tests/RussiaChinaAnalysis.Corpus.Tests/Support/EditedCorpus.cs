using System.Text;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Corpus.Review;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Tests.Support;

/// <summary>A corpus with one short essay and three people who work on it.</summary>
internal sealed class EditedCorpus : IAsyncDisposable
{
    public const string Essay =
        """
        # On the night buses

        The town should run its buses through the night. Nurses finish work at two in the morning. In Leeds the number of passengers rose by 30 percent within a year. Critics say that the drivers are tired.

        The cost is small. It is therefore time to begin.
        """;

    /// <summary>A revision: the sentence about nurses is gone, the figure is another, a sentence about wards is new.</summary>
    public const string Revised =
        """
        # On the night buses

        The town should run its buses through the night. In Leeds the number of passengers rose by 35 percent within a year. Critics say that the drivers are tired.

        The cost is small. Hospital staff leave their wards long after midnight. It is therefore time to begin.
        """;

    private readonly TestCorpus corpus;

    private EditedCorpus(TestCorpus corpus) => this.corpus = corpus;

    public Actor Ada { get; private set; } = null!;

    public Actor Ben { get; private set; } = null!;

    public Actor Chief { get; private set; } = null!;

    public int Document { get; private set; }

    public TestCorpus Corpus => corpus;

    public PassageEditor Passages => corpus.Get<PassageEditor>();

    public RelationEditor Relations => corpus.Get<RelationEditor>();

    public ThemeTagEditor Themes => corpus.Get<ThemeTagEditor>();

    public NoteEditor Notes => corpus.Get<NoteEditor>();

    public NoteBrowser NoteList => corpus.Get<NoteBrowser>();

    public Undo Undo => corpus.Get<Undo>();

    public HistoryBrowser History => corpus.Get<HistoryBrowser>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<EditedCorpus> StartAsync() => StartAsync(PostgresServer.Chosen);

    public static async Task<EditedCorpus> StartAsync(StorageProvider provider)
    {
        var edited = new EditedCorpus(await TestCorpus.StartAsync(provider));
        edited.Ada = await edited.PersonAsync("ada", PersonRole.Editor);
        edited.Ben = await edited.PersonAsync("ben", PersonRole.Reviewer);
        edited.Chief = await edited.PersonAsync("chief", PersonRole.Administrator);
        edited.Document = Assert.IsType<IngestResult.Imported>(await edited.IngestAsync(Essay)).DocumentId;
        return edited;
    }

    /// <summary>Gives the essay its next version.</summary>
    public async Task<IngestResult.Revised> ReviseAsync(string essay) => Assert.IsType<IngestResult.Revised>(await IngestAsync(essay));

    /// <summary>Where the words stand in the normalised text.</summary>
    public async Task<TextSpan> SpanAsync(string words)
    {
        await using var context = corpus.Open();
        var text = await context.DocumentVersions.Where(version => version.Number == version.Document.CurrentVersion)
            .Select(version => version.Text.Text).SingleAsync(Cancellation);
        var start = text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(start >= 0, $"The essay does not say “{words}”.");
        return new TextSpan(start, start + words.Length);
    }

    /// <summary>The passage that holds the words.</summary>
    public async Task<Passage> PassageAsync(string words)
    {
        await using var context = corpus.Open();
        return await context.Passages.Include(passage => passage.Themes)
            .Where(passage => passage.Quote.Contains(words)).OrderBy(passage => passage.Quote.Length).FirstAsync(Cancellation);
    }

    public async Task<Passage> PassageAsync(int id)
    {
        await using var context = corpus.Open();
        return await context.Passages.Include(passage => passage.Themes).SingleAsync(passage => passage.Id == id, Cancellation);
    }

    /// <summary>Everything that people can change, as text that is equal exactly when it is all the same.</summary>
    public async Task<string> ContentAsync()
    {
        await using var context = corpus.Open();
        var passages = await context.Passages.OrderBy(passage => passage.Id)
            .Select(passage => new { passage.Id, passage.Ordinal, passage.Start, passage.End, passage.Quote, passage.Role, passage.IsThesis, passage.EvidenceKind, passage.Status, passage.SupportCount, passage.AttackCount })
            .ToListAsync(Cancellation);
        var relations = await context.Relations.OrderBy(relation => relation.Id)
            .Select(relation => new { relation.Id, relation.FromPassageId, relation.ToPassageId, relation.ToRelationId, relation.Kind, relation.Status })
            .ToListAsync(Cancellation);
        var tags = await context.PassageThemes.OrderBy(tag => tag.PassageId).ThenBy(tag => tag.ThemeId)
            .Select(tag => new { tag.PassageId, tag.ThemeId, tag.Status, tag.Origin }).ToListAsync(Cancellation);
        var notes = await context.Annotations.OrderBy(note => note.Id)
            .Select(note => new { note.Id, note.PassageId, note.RelationId, note.Body, note.IsDeleted }).ToListAsync(Cancellation);
        return string.Join('\n', [.. passages, .. relations, .. tags, .. notes]);
    }

    public static EditResult.Done Done(EditResult result) => Assert.IsType<EditResult.Done>(result);

    public ValueTask DisposeAsync() => corpus.DisposeAsync();

    private Task<IngestResult> IngestAsync(string essay) => corpus.Get<DocumentIngest>().IngestAsync(
        new SourceFile("buses.md", Encoding.UTF8.GetBytes(essay)), corrections: null, Cancellation);

    private async Task<Actor> PersonAsync(string name, PersonRole role)
    {
        await using var context = corpus.Open();
        var person = new Person
        {
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            DisplayName = $"{char.ToUpperInvariant(name[0])}{name[1..]}",
            Role = role,
            CreatedAt = DateTime.UtcNow,
        };
        context.Add(person);
        await context.SaveChangesAsync(Cancellation);
        return new Actor(person.Id, person.DisplayName, role);
    }
}
