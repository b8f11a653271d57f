using System.Text;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Revise;

public sealed class RevisionTests
{
    private const string First = """
        # On ferries

        Ferries should run at night, because night trains are full. Critics reply that crews are tired and dear.

        In 2024 the night line carried 31 percent more people than in the year before. That was the best result in a decade.

        The harbour is too small for larger ships. A second pier would help the whole coast.

        Nobody has asked the islanders so far. They will have the last word in the matter.
        """;

    /// <summary>One sentence has other figures, one paragraph has moved to the end, one sentence is gone, one is new.</summary>
    private const string Second = """
        # On ferries

        Ferries should run at night, because night trains are full. Critics reply that crews are tired and dear.

        In 2024 the night line carried 34 percent more people than in the year before. That was the best result in a decade.

        They will have the last word in the matter. A vote is planned for the autumn of next year.

        The harbour is too small for larger ships. A second pier would help the whole coast.
        """;

    private const string Kept = "Critics reply that crews are tired and dear.";
    private const string Altered = "In 2024 the night line carried 31 percent more people than in the year before.";
    private const string Rewritten = "In 2024 the night line carried 34 percent more people than in the year before.";
    private const string Moved = "A second pier would help the whole coast.";
    private const string Gone = "Nobody has asked the islanders so far.";
    private const string Added = "A vote is planned for the autumn of next year.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Decisions_hold_where_the_words_are_the_same_and_are_reopened_where_they_changed()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await IngestAsync(corpus, First);
        var kept = await DecideAsync(corpus, Kept, passage => (passage.Role, passage.Status) = (Role.Evidence, Status.Accepted));
        var moved = await DecideAsync(corpus, Moved, passage => passage.Status = Status.Rejected);
        var altered = await DecideAsync(corpus, Altered, passage => passage.Status = Status.Accepted);

        var revised = Assert.IsType<IngestResult.Revised>(await IngestAsync(corpus, Second));

        Assert.Equal(2, revised.Version);
        Assert.Equal((2, 1, 0), (revised.Counts.Kept, revised.Counts.Reopened, revised.Counts.Unplaced));
        await using var context = corpus.Open();
        var passages = await context.Passages.AsNoTracking().ToDictionaryAsync(passage => passage.Id, Cancellation);
        Assert.Equal((Kept, Role.Evidence, Status.Accepted, (Status?)null), Labels(passages[kept]));
        Assert.Equal((Moved, Status.Rejected), (passages[moved].Quote, passages[moved].Status));
        Assert.Equal((Rewritten, Status.Suggested, (Status?)Status.Accepted), (passages[altered].Quote, passages[altered].Status, passages[altered].FormerStatus));
        await AssertWholeAsync(corpus, Second);
    }

    [Fact]
    public async Task What_is_gone_is_listed_with_its_decision_and_its_links()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await IngestAsync(corpus, First);
        var gone = await DecideAsync(corpus, Gone, passage => passage.Status = Status.Accepted);
        await RelateAsync(corpus, Gone, Moved);

        await IngestAsync(corpus, Second);

        await using var context = corpus.Open();
        var unplaced = await context.UnplacedPassages.SingleAsync(Cancellation);
        Assert.Equal((gone, Gone, Status.Accepted), (unplaced.PassageId, unplaced.Quote, unplaced.Status));
        Assert.Contains(unplaced.Links, link => link.Contains(Moved, StringComparison.Ordinal));
        Assert.DoesNotContain(await context.Passages.ToListAsync(Cancellation), passage => passage.Id == gone);
        Assert.DoesNotContain(await context.Relations.ToListAsync(Cancellation), relation => relation.Origin == Origin.Person);
        await AssertWholeAsync(corpus, Second);
    }

    [Fact]
    public async Task What_nobody_decided_keeps_its_number_where_the_words_are_the_same()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await IngestAsync(corpus, First);
        var before = await NumbersAsync(corpus);

        await IngestAsync(corpus, Second);

        var after = await NumbersAsync(corpus);
        Assert.Equal(before[Kept], after[Kept]);
        Assert.Equal(before[Moved], after[Moved]);
        Assert.DoesNotContain(Gone, after.Keys);
        Assert.DoesNotContain(after[Added], before.Values);
    }

    [Fact]
    public async Task A_relation_between_words_that_stayed_is_kept_and_one_onto_changed_words_is_reopened()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await IngestAsync(corpus, First);
        await RelateAsync(corpus, Kept, Moved);
        await RelateAsync(corpus, Altered, Moved);

        await IngestAsync(corpus, Second);

        await using var context = corpus.Open();
        var relations = await context.Relations.Where(relation => relation.Origin == Origin.Person)
            .Select(relation => new { relation.FromPassage.Quote, relation.Status, relation.FormerStatus }).ToListAsync(Cancellation);
        Assert.Contains(relations, relation => relation is { Quote: Kept, Status: Status.Accepted, FormerStatus: null });
        Assert.Contains(relations, relation => relation is { Quote: Rewritten, Status: Status.Suggested, FormerStatus: Status.Accepted });
        await AssertWholeAsync(corpus, Second);
    }

    [Fact]
    public async Task The_former_version_stays_and_says_what_became_of_it()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await IngestAsync(corpus, First);
        await DecideAsync(corpus, Gone, passage => passage.Status = Status.Accepted);

        await IngestAsync(corpus, Second);

        await using var context = corpus.Open();
        var texts = await context.DocumentVersions.OrderBy(version => version.Number).Select(version => version.Text.Text).ToListAsync(Cancellation);
        Assert.Contains("31 percent", texts[0], StringComparison.Ordinal);
        Assert.Contains("34 percent", texts[1], StringComparison.Ordinal);
        var changes = (await context.VersionChanges.SingleAsync(Cancellation)).Passages;
        Assert.All(changes.Where(change => change.Kind == ChangeKind.Unchanged), change =>
            Assert.Equal(change.Before!.Value.Of(texts[0]), change.After!.Value.Of(texts[1])));
        Assert.Equal(Rewritten, Assert.Single(changes, change => change.Kind == ChangeKind.Altered).After!.Value.Of(texts[1]));
        var gone = Assert.Single(changes, change => change.Kind == ChangeKind.Gone);
        Assert.Equal((Gone, Fate.Unplaced), (gone.Before!.Value.Of(texts[0]), gone.Fate));
        Assert.Equal(Added, Assert.Single(changes, change => change.Kind == ChangeKind.New).After!.Value.Of(texts[1]));
    }

    [Fact]
    public async Task A_passage_that_a_person_made_stays_beside_those_of_the_program()
    {
        await using var corpus = await TestCorpus.StartAsync();
        var document = Assert.IsType<IngestResult.Imported>(await IngestAsync(corpus, First)).DocumentId;
        await using (var context = corpus.Open())
        {
            var sentence = await context.Passages.Include(passage => passage.Document).Include(passage => passage.Version)
                .SingleAsync(passage => passage.Quote == Moved, Cancellation);
            context.Add(new Passage
            {
                Document = sentence.Document,
                Version = sentence.Version,
                Ordinal = 99,
                Start = sentence.Start,
                End = sentence.Start + "A second pier".Length,
                Quote = "A second pier",
                Prefix = sentence.Prefix,
                Suffix = " would help the whole coast.",
                Origin = Origin.Person,
                Status = Status.Accepted,
            });
            await context.SaveChangesAsync(Cancellation);
        }

        await IngestAsync(corpus, Second);

        var view = (await corpus.Documents.FindAsync(document, Cancellation))!;
        Assert.Contains(view.Passages, passage => passage.Quote == Moved);
        var own = Assert.Single(view.Passages, passage => passage.Origin == Origin.Person);
        Assert.Equal(("A second pier", Status.Accepted), (own.Span.Of(view.Text), own.Status));
    }

    [Fact]
    public async Task A_file_of_the_same_name_with_other_words_is_a_document_of_its_own()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await IngestAsync(corpus, First);

        Assert.IsType<IngestResult.Imported>(await IngestAsync(corpus, "# On bees\n\nBees should be kept on every roof of the town, since they need little room."));
    }

    [Fact]
    public async Task A_title_that_somebody_corrected_survives_a_revision()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await IngestAsync(corpus, First);
        await using (var context = corpus.Open())
        {
            (await context.Documents.SingleAsync(Cancellation)).Title = "Ferries, corrected";
            await context.SaveChangesAsync(Cancellation);
        }

        await IngestAsync(corpus, Second);

        await using var after = corpus.Open();
        Assert.Equal("Ferries, corrected", (await after.Documents.SingleAsync(Cancellation)).Title);
    }

    private static (string Quote, Role Role, Status Status, Status? Former) Labels(Passage passage) =>
        (passage.Quote, passage.Role, passage.Status, passage.FormerStatus);

    private static Task<IngestResult> IngestAsync(TestCorpus corpus, string essay) =>
        corpus.Get<DocumentIngest>().IngestAsync(new SourceFile("ferries.md", Encoding.UTF8.GetBytes(essay)), corrections: null, Cancellation);

    private static async Task<int> DecideAsync(TestCorpus corpus, string quote, Action<Passage> decide)
    {
        await using var context = corpus.Open();
        var passage = await context.Passages.SingleAsync(passage => passage.Quote == quote, Cancellation);
        decide(passage);
        await context.SaveChangesAsync(Cancellation);
        return passage.Id;
    }

    private static async Task RelateAsync(TestCorpus corpus, string from, string to)
    {
        await using var context = corpus.Open();
        context.Add(new Relation
        {
            FromPassage = await context.Passages.SingleAsync(passage => passage.Quote == from, Cancellation),
            ToPassage = await context.Passages.SingleAsync(passage => passage.Quote == to, Cancellation),
            Kind = RelationKind.Supports,
            Origin = Origin.Person,
            Status = Status.Accepted,
        });
        await context.SaveChangesAsync(Cancellation);
    }

    private static async Task<Dictionary<string, int>> NumbersAsync(TestCorpus corpus)
    {
        await using var context = corpus.Open();
        return await context.Passages.ToDictionaryAsync(passage => passage.Quote, passage => passage.Id, Cancellation);
    }

    /// <summary>Every passage stands in the new text, in order, with its figures and reasons inside the text, and the whole corpus is sound.</summary>
    private static async Task AssertWholeAsync(TestCorpus corpus, string essay)
    {
        await using var context = corpus.Open();
        await TestStorage.AssertSoundAsync(context, Cancellation);
        var document = await context.Documents.SingleAsync(Cancellation);
        var view = (await corpus.Documents.FindAsync(document.Id, Cancellation))!;
        Assert.Contains(essay.Split('\n')[4], view.Text, StringComparison.Ordinal);
        Assert.All(view.Passages, passage => Assert.Equal(passage.Quote, passage.Span.Of(view.Text)));
        Assert.Equal(Enumerable.Range(1, view.Passages.Count), view.Passages.Select(passage => passage.Ordinal));
        Assert.Equal(view.Passages.OrderBy(passage => passage.Span), view.Passages);
        var version = await context.DocumentVersions.SingleAsync(version => version.Number == document.CurrentVersion, Cancellation);
        var rows = await context.Passages.ToListAsync(Cancellation);
        Assert.All(rows, passage =>
        {
            Assert.Equal(version.Id, passage.VersionId);
            Assert.All(passage.Cues, cue => Assert.InRange(cue.Span.End, 1, view.Text.Length));
            Assert.All(passage.Quantities, quantity => Assert.True(passage.Span.Contains(quantity.Span)));
        });
    }
}
