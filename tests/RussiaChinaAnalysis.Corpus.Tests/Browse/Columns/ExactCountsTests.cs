using CsCheck;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Browse.Columns;

/// <summary>Whatever is edited, every count of every facet is the one that the database itself counts, in plain SQL.</summary>
public sealed class ExactCountsTests : SampleEssaysTests
{
    private static readonly FacetChoice[] Choices =
    [
        .. from value in (IEnumerable<(Facet Facet, string Value)>)
           [
               .. Enum.GetValues<Facet>().SelectMany(facet => FacetWords.Of(facet).ToArray(), (facet, word) => (facet, word.Value)),
               (Facet.Theme, "region"), (Facet.Theme, "central-area"), (Facet.Theme, "commerce"), (Facet.Theme, "unused"),
               (Facet.Document, "1"), (Facet.Document, "2"), (Facet.Author, "ADA WAŻNA"), (Facet.Author, "WRITER 0"),
           ]
           from negated in new[] { false, true }
           select new FacetChoice(value.Facet, value.Value, negated),
    ];

    private static readonly string[] Searches = ["", "", "trade", "\"its limits\"", "edited"];

    private static readonly Gen<PassageFilter> Filters =
        from choices in Gen.OneOf(Choices).Array[0, 3]
        from search in Gen.OneOf(Searches)
        select new PassageFilter { Choices = [.. choices.Distinct()], Search = search };

    [Fact]
    public Task Counts_are_those_of_plain_sql_after_every_edit() =>
        Gen.Select(Gen.Int[0, 7], Gen.Int, Filters).SampleAsync(
            async (edit, seed, filter) =>
            {
                await EditAsync(edit, new Random(seed));
                await CompareAsync(filter);
            },
            iter: 40,
            threads: 1);

    private async Task EditAsync(int edit, Random random)
    {
        await using var context = Corpus.Open();
        var passages = await context.Passages.Include(passage => passage.Themes).OrderBy(passage => passage.Id).ToListAsync(Cancellation);
        var passage = passages[random.Next(passages.Count)];
        switch (edit)
        {
            case 0:
                passage.Role = (Role)random.Next(3);
                passage.EvidenceKind = passage.Role == Role.Evidence ? (EvidenceKind)random.Next(4) : null;
                passage.ClaimKind = passage.Role == Role.Claim ? (ClaimKind)random.Next(5) : null;
                break;
            case 1:
                (passage.Status, passage.Stance, passage.IsThesis) = ((Status)random.Next(3), (Stance)random.Next(2), random.Next(2) == 0);
                break;
            case 2:
                passage.Quote = random.Next(2) == 0 ? "Edited trade" : "The railway has its limits";
                break;
            case 3 when passage.Themes.Count > 0:
                passage.Themes[0].Status = (Status)random.Next(3);
                break;
            case 3 or 4:
                var parents = await context.Themes.OrderBy(theme => theme.Id).ToListAsync(Cancellation);
                parents.Single(theme => theme.Slug == "commerce").Parent = random.Next(2) == 0 ? parents.Single(theme => theme.Slug == "region") : null;
                break;
            case 5:
                context.Relations.Add(new Relation { FromPassage = passages[0], ToPassage = passage, Kind = RelationKind.Supports });
                break;
            case 6 when passages.Count > 60:
                context.Remove(passage);
                break;
            default:
                var document = await context.Documents.SingleAsync(document => document.Id == passage.DocumentId, Cancellation);
                (document.Title, document.Author) = ($"Title {random.Next(9)}", random.Next(3) == 0 ? null : "Ada Ważna");
                break;
        }

        await context.SaveChangesAsync(Cancellation);
    }

    private async Task CompareAsync(PassageFilter filter)
    {
        var page = await Corpus.Passages.ListAsync(new PassageQuery(filter, Size: 200), Cancellation);
        await using var context = Corpus.Open();
        var matching = await SelectAsync(context, page.Filter);
        Assert.Equal(await matching.CountAsync(Cancellation), page.Total);
        Assert.Equal(await matching.Select(passage => passage.Id).Order().ToListAsync(Cancellation), page.Rows.Select(row => row.Id).Order());
        foreach (var counts in page.Facets)
        {
            var shown = counts.Values.ToDictionary(value => value.Value, value => value.Count, StringComparer.Ordinal);
            foreach (var value in await ValuesAsync(context, counts.Facet))
            {
                // What meets the choices of all other facets, and has this value.
                var others = page.Filter.Choices.RemoveAll(choice => choice.Facet == counts.Facet);
                var having = await SelectAsync(context, page.Filter with { Choices = others.Add(new FacetChoice(counts.Facet, value)) });
                Assert.Equal(await having.CountAsync(Cancellation), shown.GetValueOrDefault(value));
            }
        }
    }

    private static async Task<IQueryable<Passage>> SelectAsync(CorpusContext context, PassageFilter filter) =>
        new PassageSelection(context, await ResolvedFilter.ReadAsync(context, filter, Cancellation)).Passages();

    private static async Task<List<string>> ValuesAsync(CorpusContext context, Facet facet) => facet switch
    {
        Facet.Theme => await context.Themes.Select(theme => theme.Slug).ToListAsync(Cancellation),
        Facet.Document => [.. (await context.Documents.Select(document => document.Id).ToListAsync(Cancellation)).Select(id => $"{id}")],
        Facet.Author => await context.Documents.Where(document => document.AuthorKey != null).Select(document => document.AuthorKey!).Distinct().ToListAsync(Cancellation),
        _ => [.. FacetWords.Of(facet).Select(word => word.Value)],
    };
}
