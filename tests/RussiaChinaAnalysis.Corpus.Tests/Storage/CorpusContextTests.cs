using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Storage;

public sealed class CorpusContextTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_changes_to_one_passage_the_second_is_told()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await SampleEssays.StoreAsync(corpus);
        await using var one = corpus.Open();
        await using var other = corpus.Open();
        var mine = await one.Passages.FirstAsync(Cancellation);
        var theirs = await other.Passages.FirstAsync(passage => passage.Id == mine.Id, Cancellation);
        var token = mine.ConcurrencyToken;

        mine.Status = mine.Status == Status.Accepted ? Status.Rejected : Status.Accepted;
        theirs.IsThesis = !theirs.IsThesis;
        await one.SaveChangesAsync(Cancellation);

        Assert.NotEqual(token, mine.ConcurrencyToken);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync(Cancellation));
    }

    [Fact]
    public async Task Support_and_attack_counts_follow_every_change_of_relations()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await SampleEssays.StoreAsync(corpus);
        var random = new Random(7);
        for (var round = 0; round < 20; round++)
        {
            await using var context = corpus.Open();
            var relations = await context.Relations.OrderBy(relation => relation.Id).ToListAsync(Cancellation);
            foreach (var relation in relations.Where(_ => random.Next(5) == 0))
                (relation.Kind, relation.Status) = ((RelationKind)random.Next(5), (Status)random.Next(3));
            context.Remove(relations[random.Next(relations.Count)]);
            await context.SaveChangesAsync(Cancellation);
        }

        await AssertCountsAsync(corpus);
    }

    [Fact]
    public async Task What_is_rejected_bears_on_nothing_until_it_is_brought_back()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await SampleEssays.StoreAsync(corpus);
        await AssertCountsAsync(corpus);
        var random = new Random(11);
        for (var round = 0; round < 10; round++)
        {
            await using var context = corpus.Open();
            foreach (var passage in (await context.Passages.OrderBy(passage => passage.Id).ToListAsync(Cancellation)).Where(_ => random.Next(3) == 0))
                passage.Status = (Status)random.Next(3);
            await context.SaveChangesAsync(Cancellation);
            await AssertCountsAsync(corpus);
        }

        // What is drawn from a rejected passage does not count either, nor does it when the passage goes.
        await using var after = corpus.Open();
        await after.Passages.Where(passage => passage.Id % 3 == 0).ExecuteUpdateAsync(rows => rows.SetProperty(row => row.Status, Status.Rejected), Cancellation);
        var (from, to) = (await after.Passages.FirstAsync(row => row.Id % 3 == 0, Cancellation), await after.Passages.FirstAsync(row => row.Id % 3 == 1, Cancellation));
        after.Relations.Add(new Relation { FromPassage = from, ToPassage = to, Kind = RelationKind.Supports });
        await after.SaveChangesAsync(Cancellation);
        await AssertCountsAsync(corpus);
        await after.Passages.Where(passage => passage.Id % 3 == 0).ExecuteDeleteAsync(Cancellation);
        await AssertCountsAsync(corpus);
    }

    [Fact]
    public async Task Whoever_links_a_passage_and_whoever_rejects_it_at_the_same_time_leave_the_right_counts()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var from = await edited.PassageAsync("Nurses");
        var to = await edited.PassageAsync("cost is small");
        for (var round = 0; round < 12; round++)
        {
            var now = await edited.PassageAsync(from.Id);
            await Task.WhenAll(
                Task.Run(() => edited.Passages.DecideAsync(edited.Ada, from.Id, now.ConcurrencyToken, round % 2 == 0 ? Status.Rejected : Status.Accepted, Cancellation), Cancellation),
                Task.Run(async () =>
                {
                    await using var context = edited.Corpus.Open();
                    context.Relations.Add(new Relation
                    {
                        FromPassage = await context.Passages.SingleAsync(passage => passage.Id == from.Id, Cancellation),
                        ToPassage = await context.Passages.SingleAsync(passage => passage.Id == to.Id, Cancellation),
                        Kind = RelationKind.Rebuts,
                    });
                    await context.SaveChangesAsync(Cancellation);
                }, Cancellation));
        }

        var isRejected = (await edited.PassageAsync(from.Id)).Status == Status.Rejected;
        Assert.Equal(isRejected ? 0 : 12, (await edited.PassageAsync(to.Id)).AttackCount);
    }

    [Fact]
    public async Task What_bore_on_others_no_longer_counts_once_it_is_deleted()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await SampleEssays.StoreAsync(corpus);
        await using (var context = corpus.Open())
        {
            context.RemoveRange(await context.Passages.Where(passage => passage.Ordinal % 2 == 0).ToListAsync(Cancellation));
            await context.SaveChangesAsync(Cancellation);
            // The database cascades, beyond what the context knows of.
            await context.Documents.Where(document => document.Id == 1).ExecuteDeleteAsync(Cancellation);
        }

        await AssertCountsAsync(corpus);
        await using var after = corpus.Open();
        Assert.False(await after.Passages.AnyAsync(passage => passage.DocumentId == 1, Cancellation));
        await TestStorage.AssertSoundAsync(after, Cancellation);
    }

    [Fact]
    public async Task A_relation_has_one_target()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await SampleEssays.StoreAsync(corpus);
        await using var context = corpus.Open();
        var relation = await context.Relations.Include(relation => relation.FromPassage).FirstAsync(Cancellation);
        context.Relations.Add(new Relation { FromPassage = relation.FromPassage, ToRelation = relation, Kind = RelationKind.Undercuts });
        await context.SaveChangesAsync(Cancellation);

        context.Relations.Add(new Relation { FromPassage = relation.FromPassage, Kind = RelationKind.Supports });

        await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync(Cancellation));
    }

    [Fact]
    public async Task The_names_of_themes_are_unique_whatever_their_case()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await using var context = corpus.Open();
        context.Themes.Add(NewTheme("china-one", "Китай и мир"));
        await context.SaveChangesAsync(Cancellation);

        context.Themes.Add(NewTheme("china-two", "КИТАЙ  И МИР"));

        await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync(Cancellation));
    }

    [Fact]
    public async Task Times_come_back_as_UTC()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await SampleEssays.StoreAsync(corpus);
        await using var context = corpus.Open();

        var time = (await context.Documents.FirstAsync(Cancellation)).ImportedAt;

        Assert.Equal((DateTimeKind.Utc, new DateTime(2025, 7, 1, 12, 0, 0, DateTimeKind.Utc)), (time.Kind, time));
    }

    [Fact]
    public void Stored_numbers_keep_their_meaning()
    {
        // The database holds these numbers; whoever reorders an enumeration must migrate it.
        Assert.Equal(["Claim", "Evidence", "Context"], Enum.GetNames<Role>());
        Assert.Equal(["Statistic", "Testimony", "Example", "Reason"], Enum.GetNames<EvidenceKind>());
        Assert.Equal(["Author", "Reported"], Enum.GetNames<AttributionKind>());
        Assert.Equal(["Pro", "Opp"], Enum.GetNames<Stance>());
        Assert.Equal(["Supports", "Rebuts", "Undercuts", "Exemplifies", "Restates"], Enum.GetNames<RelationKind>());
        Assert.Equal(["Extracted", "Person"], Enum.GetNames<Origin>());
        Assert.Equal(["Suggested", "Accepted", "Rejected"], Enum.GetNames<Status>());
    }

    private static Theme NewTheme(string slug, string name) =>
        new() { Slug = slug, Name = name, Definition = "A theme.", Colour = "#000000", Position = 99 };

    private static async Task AssertCountsAsync(TestCorpus corpus)
    {
        await using var context = corpus.Open();
        var relations = await context.Relations
            .Where(relation => relation.Status != Status.Rejected && relation.FromPassage.Status != Status.Rejected).ToListAsync(Cancellation);
        var passages = await context.Passages.ToListAsync(Cancellation);
        Assert.Contains(passages, passage => passage.SupportCount > 0);
        Assert.All(passages, passage => Assert.Equal(
            (Count(passage, RelationKind.Supports, RelationKind.Exemplifies), Count(passage, RelationKind.Rebuts, RelationKind.Undercuts)),
            (passage.SupportCount, passage.AttackCount)));

        int Count(Passage passage, params RelationKind[] kinds) =>
            relations.Count(relation => relation.ToPassageId == passage.Id && kinds.Contains(relation.Kind));
    }
}
