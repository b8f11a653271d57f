using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Reports;
using RussiaChinaAnalysis.Corpus.Review;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Reports;

public sealed class ReportBuilderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Evidence_that_only_says_a_claim_again_stands_by_itself()
    {
        await using var edited = await StartAsync();
        var (claim, evidence) = (await LabelAsync(edited, "should run", Role.Claim), await LabelAsync(edited, "Nurses", Role.Evidence));
        await LinkAsync(edited, evidence, claim, RelationKind.Restates);

        var content = await PreviewAsync(edited, new() { Title = "On nights" });

        Assert.Contains(content.Sections.SelectMany(section => section.Items), item => content.Reference(item.Reference).PassageId == evidence);
    }

    [Fact]
    public async Task What_only_says_the_thesis_again_is_no_reference_that_nothing_cites()
    {
        await using var edited = await StartAsync();
        var (claim, conclusion) = (await LabelAsync(edited, "should run", Role.Claim), await LabelAsync(edited, "time to begin", Role.Context));
        await LinkAsync(edited, conclusion, claim, RelationKind.Restates);

        var content = await PreviewAsync(edited, new() { Title = "On nights" });

        Assert.Contains(content.References, reference => reference.PassageId == claim);
        Assert.DoesNotContain(content.References, reference => reference.PassageId == conclusion);
    }

    [Fact]
    public async Task A_map_leaves_out_what_bears_only_on_evidence_and_was_not_selected()
    {
        await using var edited = await StartAsync();
        var (claim, evidence, reason) = (await LabelAsync(edited, "should run", Role.Claim), await LabelAsync(edited, "Nurses", Role.Evidence), await LabelAsync(edited, "Leeds", Role.Evidence));
        await LinkAsync(edited, evidence, claim, RelationKind.Supports);
        await LinkAsync(edited, reason, evidence, RelationKind.Supports);
        await edited.Corpus.Get<BulkReview>().DecideAsync(
            edited.Ben, await StatusesAsync(edited, claim, evidence), Status.Accepted, Cancellation);

        var content = await PreviewAsync(edited, new() { Title = "On nights", Filter = [KeyValuePair.Create("status", "accepted")] });

        Assert.Equal([claim, evidence], content.References.Select(reference => reference.PassageId));
        Assert.Equal([1, 2], Assert.Single(content.Maps).Nodes);
    }

    /// <summary>The essay without the relations that the program found.</summary>
    private static async Task<EditedCorpus> StartAsync()
    {
        var edited = await EditedCorpus.StartAsync();
        await using var context = edited.Corpus.Open();
        await context.Relations.ExecuteDeleteAsync(Cancellation);
        return edited;
    }

    private static async Task<int> LabelAsync(EditedCorpus edited, string words, Role role)
    {
        var passage = await edited.PassageAsync(words);
        EditedCorpus.Done(await edited.Passages.LabelAsync(edited.Ada, passage.Id, passage.ConcurrencyToken, new(role), Cancellation));
        await using var context = edited.Corpus.Open();
        await context.Passages.Where(row => row.Id == passage.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Status, Status.Suggested), Cancellation);
        return passage.Id;
    }

    private static async Task LinkAsync(EditedCorpus edited, int from, int to, RelationKind kind) =>
        EditedCorpus.Done(await edited.Relations.LinkAsync(edited.Ada, from, to, kind, Cancellation));

    private static async Task<Dictionary<int, Status>> StatusesAsync(EditedCorpus edited, params int[] ids)
    {
        await using var context = edited.Corpus.Open();
        return await context.Passages.Where(passage => ids.Contains(passage.Id)).ToDictionaryAsync(passage => passage.Id, passage => passage.Status, Cancellation);
    }

    private static Task<ReportContent> PreviewAsync(EditedCorpus edited, ReportDefinition definition) =>
        edited.Corpus.Get<ReportStore>().PreviewAsync(definition, Cancellation);
}
