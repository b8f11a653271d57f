using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Browse.Columns;

/// <summary>Counts stay exact whatever is changed, and by whom: the other corpus is another process on the same database.</summary>
public sealed class ColumnStoreTests : IAsyncLifetime
{
    private TestCorpus corpus = null!;
    private TestCorpus other = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        corpus = await TestCorpus.StartAsync();
        await SampleEssays.StoreAsync(corpus);
        other = corpus.SecondNode();
    }

    public async ValueTask DisposeAsync()
    {
        await other.DisposeAsync();
        await corpus.DisposeAsync();
    }

    [Fact]
    public async Task Every_change_is_in_the_next_answer_of_every_node()
    {
        var random = new Random(11);
        await CompareAsync();
        for (var round = 0; round < 12; round++)
        {
            await using (var context = (round % 2 == 0 ? corpus : other).Open())
                await ChangeAsync(context, round, random);
            await CompareAsync();
        }
    }

    [Fact]
    public async Task Counts_are_exact_while_several_write()
    {
        var writers = Enumerable.Range(0, 3).Select(async writer =>
        {
            for (var round = 0; round < 8; round++)
            {
                await using var context = (writer % 2 == 0 ? corpus : other).Open();
                var passages = await context.Passages.Where(passage => passage.DocumentId == writer + 1).ToListAsync(Cancellation);
                foreach (var passage in passages)
                    passage.Status = (Status)((round + passage.Ordinal) % 3);
                await context.SaveChangesAsync(Cancellation);
            }
        }).ToList();
        // Each transaction changes a whole document, so that no answer may ever be torn.
        while (!writers.TrueForAll(writer => writer.IsCompleted))
        {
            var page = await ListAsync(corpus, PassageFilter.Everything);
            Assert.Equal(SampleEssays.DocumentCount * SampleEssays.PassagesEach, page.Facets.Single(facet => facet.Facet == Facet.Status).Values.Sum(value => value.Count));
            Assert.Equal(page.Total, page.Facets.Single(facet => facet.Facet == Facet.Role).Values.Sum(value => value.Count));
        }

        await Task.WhenAll(writers);
        await CompareAsync();
    }

    private static async Task ChangeAsync(Corpus.Storage.CorpusContext context, int round, Random random)
    {
        var passages = await context.Passages.Include(passage => passage.Themes).OrderBy(passage => passage.Id).ToListAsync(Cancellation);
        var passage = passages[random.Next(passages.Count)];
        switch (round % 6)
        {
            case 0:
                (passage.Role, passage.EvidenceKind, passage.ClaimKind) = (Role.Evidence, EvidenceKind.Testimony, null);
                break;
            case 1:
                passage.Themes.ForEach(tag => tag.Status = Status.Rejected);
                var used = passage.Themes.Select(tag => tag.ThemeId).ToHashSet();
                passage.Themes.Add(new PassageTheme { ThemeId = (await context.Themes.FirstAsync(theme => !used.Contains(theme.Id), Cancellation)).Id, Score = 1 });
                break;
            case 2:
                context.Remove(passage);
                break;
            case 3:
                (await context.Documents.FirstAsync(Cancellation)).Title = $"Zeal {round}";
                break;
            case 4:
                await context.Relations.OrderBy(relation => relation.Id).Take(40).ExecuteDeleteAsync(Cancellation);
                break;
            case 5:
                await context.Documents.OrderByDescending(document => document.Id).Take(1).ExecuteDeleteAsync(Cancellation);
                (await context.Themes.FirstAsync(Cancellation)).Name = $"Renamed {round}";
                break;
        }

        await context.SaveChangesAsync(Cancellation);
    }

    private async Task CompareAsync()
    {
        await using var context = corpus.Open();
        var passages = await context.Passages.Include(passage => passage.Document).Include(passage => passage.Themes).ThenInclude(tag => tag.Theme)
            .AsNoTrackingWithIdentityResolution().ToListAsync(Cancellation);
        var themes = await context.Themes.AsNoTracking().ToListAsync(Cancellation);
        foreach (var node in new[] { corpus, other })
        {
            var page = await ListAsync(node, PassageFilter.Everything);
            Assert.Equal(passages.Count, page.Total);
            Assert.Equal(
                passages.OrderBy(passage => passage.Document.TitleKey, StringComparer.Ordinal).ThenBy(passage => passage.DocumentId)
                    .ThenBy(passage => passage.Ordinal).Select(passage => passage.Id),
                page.Rows.Select(row => row.Id));
            AssertCounts(page, Facet.Role, passages.Select(passage => FacetWords.Key(passage.Role)));
            AssertCounts(page, Facet.Status, passages.Select(passage => FacetWords.Key(passage.Status)));
            AssertCounts(page, Facet.Support, passages.Select(passage => passage.SupportCount > 0 ? FacetWords.Supported : FacetWords.Unsupported));
            AssertCounts(page, Facet.Document, passages.Select(passage => $"{passage.DocumentId}"));
            Assert.All(page.Facets.Single(facet => facet.Facet == Facet.Theme).Values, value => Assert.Equal(
                themes.Single(theme => theme.Slug == value.Value).Name, value.Label));
            var overview = await node.Overview.ReadAsync(Cancellation);
            Assert.Equal(
                passages.SelectMany(passage => passage.Themes).Count(tag => tag.Status != Status.Rejected),
                overview.Themes.Sum(theme => theme.Count));
        }
    }

    private static void AssertCounts(PassagePage page, Facet facet, IEnumerable<string> values) => Assert.Equal(
        values.CountBy(value => value).OrderBy(count => count.Key, StringComparer.Ordinal),
        page.Facets.Single(counts => counts.Facet == facet).Values.Where(value => value.Count > 0)
            .Select(value => KeyValuePair.Create(value.Value, value.Count)).OrderBy(count => count.Key, StringComparer.Ordinal));

    private static Task<PassagePage> ListAsync(TestCorpus node, PassageFilter filter) =>
        node.Passages.ListAsync(new PassageQuery(filter, Size: 200), Cancellation);
}
