using CsCheck;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Browse.Filters;

/// <summary>One corpus for all: nothing here changes it.</summary>
public sealed class FacetTests : IAsyncLifetime
{
    private static readonly string[] Searches = ["trade", "MOSCOW", "\"its limits\"", "naive", "пекин", "31", "absent"];

    private TestCorpus corpus = null!;
    private ReferenceFilter reference = null!;
    private List<Passage> passages = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        corpus = await TestCorpus.StartAsync();
        await SampleEssays.StoreAsync(corpus);
        await using var context = corpus.Open();
        var themes = await context.Themes.Include(theme => theme.Parent).ToListAsync(Cancellation);
        passages = await context.Passages
            .Include(passage => passage.Document).Include(passage => passage.Themes).ToListAsync(Cancellation);
        reference = new ReferenceFilter(passages, await context.Relations.ToListAsync(Cancellation));
        Assert.Equal(SampleEssays.DocumentCount * SampleEssays.PassagesEach, passages.Count);
        Assert.Contains(themes, theme => theme.Parent is not null);
    }

    public ValueTask DisposeAsync() => corpus.DisposeAsync();

    [Fact]
    public async Task Each_value_of_each_facet_alone_gives_what_the_reference_gives()
    {
        var choices = AllChoices();
        foreach (var facet in Enum.GetValues<Facet>())
            Assert.Contains(choices, choice => choice.Facet == facet && choice.Negated);

        foreach (var choice in choices)
            await CompareAsync(new PassageFilter { Choices = [choice] });
    }

    [Fact]
    public async Task Combined_facets_and_searches_give_what_the_reference_gives()
    {
        var filters =
            from choices in Gen.OneOf(AllChoices().ToArray()).Array[0, 5]
            from search in Gen.Int[0, 2 * Searches.Length - 1].Select(index => Searches.ElementAtOrDefault(index))
            select new PassageFilter { Choices = [.. choices.Distinct()], Search = search };

        var matched = 0;
        await filters.SampleAsync(async filter => matched += await CompareAsync(filter) > 0 ? 1 : 0, iter: 80, threads: 1);

        Assert.True(matched >= 10, $"Only {matched} of the filters matched anything.");
    }

    private List<FacetChoice> AllChoices() =>
    [
        .. from facet in Enum.GetValues<Facet>()
           from value in passages.SelectMany(passage => reference.ValuesOf(passage, facet)).Distinct()
           from negated in new[] { false, true }
           select new FacetChoice(facet, value, negated),
    ];

    private async Task<int> CompareAsync(PassageFilter filter)
    {
        var page = await corpus.Passages.ListAsync(new PassageQuery(filter, Size: 200), Cancellation);

        var expected = reference.Matching(filter);
        Assert.Empty(page.Problems);
        Assert.Equal(expected.Count, page.Total);
        Assert.Equal(
            expected.OrderBy(passage => passage.Document.TitleKey, StringComparer.Ordinal)
                .ThenBy(passage => passage.DocumentId).ThenBy(passage => passage.Ordinal).Select(passage => passage.Id),
            page.Rows.Select(row => row.Id));
        Assert.Equal(Enum.GetValues<Facet>(), page.Facets.Select(facet => facet.Facet));
        foreach (var facet in page.Facets)
        {
            var counts = reference.Matching(filter, except: facet.Facet)
                .SelectMany(passage => reference.ValuesOf(passage, facet.Facet))
                .CountBy(value => value).ToDictionary(count => count.Key, count => count.Value);
            foreach (var choice in filter.Choices.Where(choice => choice.Facet == facet.Facet))
                counts.TryAdd(choice.Value, 0);
            Assert.Equal(
                counts.OrderBy(count => count.Key, StringComparer.Ordinal),
                facet.Values.Select(value => KeyValuePair.Create(value.Value, value.Count)).OrderBy(count => count.Key, StringComparer.Ordinal));
        }

        return expected.Count;
    }
}
