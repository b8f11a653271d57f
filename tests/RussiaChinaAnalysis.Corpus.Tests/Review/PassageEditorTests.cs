using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Extraction.Quantities;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Review;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Review;

public sealed class PassageEditorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whose_view_it_is_holds_nothing_unseen_and_no_half_of_a_character()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var passage = await edited.PassageAsync("Leeds");
        var start = new string('a', PassageLabels.LongestName - 3);

        EditedCorpus.Done(await edited.Passages.LabelAsync(
            edited.Ada,
            passage.Id,
            passage.ConcurrencyToken,
            new(Role.Claim, Attribution: AttributionKind.Reported, AttributedTo: $"{start}\u000Bb\u200B\U0001F600"),
            Cancellation));

        Assert.Equal($"{start} b", (await edited.PassageAsync(passage.Id)).AttributedTo);
    }

    [Fact]
    public async Task Words_become_a_passage_of_the_person_in_its_place_in_the_text()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var span = await edited.SpanAsync("Nurses finish");

        var done = EditedCorpus.Done(await edited.Passages.CreateAsync(
            edited.Ada, edited.Document, seen: null, new(span.Start - 1, span.End + 1), new(Role.Evidence, EvidenceKind: EvidenceKind.Example), Cancellation));

        var passage = await edited.PassageAsync(done.Id);
        Assert.Equal(("Nurses finish", span), (passage.Quote, passage.Span));
        Assert.Equal((Role.Evidence, EvidenceKind.Example, Origin.Person, Status.Accepted), (passage.Role, passage.EvidenceKind, passage.Origin, passage.Status));
        var document = await edited.Corpus.Documents.FindAsync(edited.Document, Cancellation);
        Assert.Equal(document!.Passages.OrderBy(row => row.Span).Select(row => row.Id), document.Passages.Select(row => row.Id));
        Assert.Equal(Enumerable.Range(1, document.Passages.Count), document.Passages.Select(row => row.Ordinal));
        Assert.Contains("Nurses finish", done.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(3, 3)]
    [InlineData(0, 1_000_000)]
    [InlineData(18, 20)]
    public async Task A_selection_without_words_is_refused(int start, int end)
    {
        await using var edited = await EditedCorpus.StartAsync();
        var gap = await edited.SpanAsync("\n\n");
        var span = (start, end) == (18, 20) ? gap : new TextSpan(start, end);

        Assert.IsType<EditResult.Refused>(await edited.Passages.CreateAsync(edited.Ada, edited.Document, seen: null, span, new(Role.Claim), Cancellation));
    }

    [Fact]
    public async Task A_resized_passage_keeps_its_relations_themes_and_notes()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var passage = await edited.PassageAsync("Nurses");
        var thesis = await edited.PassageAsync("town should");
        var link = EditedCorpus.Done(await edited.Relations.LinkAsync(edited.Ada, passage.Id, thesis.Id, RelationKind.Supports, Cancellation));
        var note = EditedCorpus.Done(await edited.Notes.WriteAsync(edited.Ada, new NoteTarget.OfPassage(passage.Id), new(Motivation.Commenting, "Who says so?"), Cancellation));
        passage = await edited.PassageAsync(passage.Id);

        var shorter = await edited.SpanAsync("Nurses finish work");
        EditedCorpus.Done(await edited.Passages.ResizeAsync(edited.Ada, passage.Id, passage.ConcurrencyToken, shorter, Cancellation));

        var resized = await edited.PassageAsync(passage.Id);
        Assert.Equal(("Nurses finish work", Status.Accepted), (resized.Quote, resized.Status));
        Assert.Equal(passage.Themes.Select(tag => tag.ThemeId), resized.Themes.Select(tag => tag.ThemeId));
        await using var context = edited.Corpus.Open();
        Assert.True(await context.Relations.AnyAsync(relation => relation.Id == link.Id && relation.FromPassageId == passage.Id, Cancellation));
        Assert.True(await context.Annotations.AnyAsync(one => one.Id == note.Id && one.PassageId == passage.Id, Cancellation));
    }

    [Fact]
    public async Task A_split_passage_and_its_rest_merge_into_the_same_again()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var passage = await edited.PassageAsync("Nurses");
        var at = (await edited.SpanAsync("work at two")).Start;

        var rest = EditedCorpus.Done(await edited.Passages.SplitAsync(edited.Ada, passage.Id, passage.ConcurrencyToken, at, Cancellation));

        var (first, second) = (await edited.PassageAsync(passage.Id), await edited.PassageAsync(rest.Id));
        Assert.Equal((passage.Start, passage.End), (first.Start, second.End));
        Assert.StartsWith("work at two", second.Quote, StringComparison.Ordinal);
        Assert.Equal(first.Ordinal + 1, second.Ordinal);

        EditedCorpus.Done(await edited.Passages.MergeAsync(edited.Ada, first.Id, first.ConcurrencyToken, second.Id, second.ConcurrencyToken, Cancellation));

        var merged = await edited.PassageAsync(passage.Id);
        Assert.Equal((passage.Quote, passage.Ordinal), (merged.Quote, merged.Ordinal));
        await using var context = edited.Corpus.Open();
        Assert.False(await context.Passages.AnyAsync(one => one.Id == rest.Id, Cancellation));
    }

    [Theory]
    [InlineData("Nurses finish", false)]
    [InlineData("two in the morning", true)]
    [InlineData("finish work", null)]
    public async Task A_forecast_goes_with_the_half_that_holds_its_words(string words, bool? second)
    {
        await using var edited = await EditedCorpus.StartAsync();
        var forecast = new Forecast(await edited.SpanAsync(words), Likelihood.Likely, Horizon: null);
        await using (var context = edited.Corpus.Open())
        {
            (await context.Passages.SingleAsync(one => one.Quote.StartsWith("Nurses"), Cancellation)).Forecast = forecast;
            await context.SaveChangesAsync(Cancellation);
        }

        var passage = await edited.PassageAsync("Nurses");
        var rest = EditedCorpus.Done(await edited.Passages.SplitAsync(
            edited.Ada, passage.Id, passage.ConcurrencyToken, (await edited.SpanAsync("work at two")).Start, Cancellation));

        Assert.Equal(second == false ? forecast : null, (await edited.PassageAsync(passage.Id)).Forecast);
        Assert.Equal(second == true ? forecast : null, (await edited.PassageAsync(rest.Id)).Forecast);
    }

    [Fact]
    public async Task Of_two_who_saw_the_same_the_second_is_told_what_the_first_did()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var passage = await edited.PassageAsync("Leeds");
        EditedCorpus.Done(await edited.Passages.LabelAsync(edited.Ada, passage.Id, passage.ConcurrencyToken, new(Role.Claim), Cancellation));

        var result = await edited.Passages.DecideAsync(edited.Ben, passage.Id, passage.ConcurrencyToken, Status.Rejected, Cancellation);

        var collision = Assert.IsType<EditResult.Collision>(result);
        Assert.Contains("Ada changed it", collision.Message, StringComparison.Ordinal);
        Assert.Equal(Status.Accepted, (await edited.PassageAsync(passage.Id)).Status);
        EditedCorpus.Done(await edited.Passages.DecideAsync(edited.Ben, passage.Id, collision.Token, Status.Rejected, Cancellation));
        var after = await edited.PassageAsync(passage.Id);
        Assert.Equal((Role.Claim, Status.Rejected), (after.Role, after.Status));
    }

    [Fact]
    public async Task Labels_that_do_not_go_together_are_brought_into_line()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var passage = await edited.PassageAsync("Critics");

        await edited.Passages.LabelAsync(
            edited.Ada, passage.Id, passage.ConcurrencyToken, new(Role.Evidence, IsThesis: true, ClaimKind: ClaimKind.Causal, AttributedTo: "nobody"), Cancellation);

        var after = await edited.PassageAsync(passage.Id);
        Assert.Equal((false, EvidenceKind.Reason, null, null), (after.IsThesis, after.EvidenceKind, after.ClaimKind, after.AttributedTo));
    }

    [Fact]
    public async Task A_link_stays_within_one_document()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var here = await edited.PassageAsync("Leeds");
        await edited.Corpus.Get<DocumentIngest>().IngestAsync(
            new SourceFile("other.md", "A wholly different town should close its station. Trains are late there."u8.ToArray()), corrections: null, Cancellation);
        await using var context = edited.Corpus.Open();
        var there = await context.Passages.Where(passage => passage.DocumentId != edited.Document).Select(passage => passage.Id).FirstAsync(Cancellation);

        var refused = Assert.IsType<EditResult.Refused>(await edited.Relations.LinkAsync(edited.Ada, here.Id, there, RelationKind.Supports, Cancellation));

        Assert.Contains("within one document", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_halves_of_a_rejected_passage_are_rejected()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var passage = await edited.PassageAsync("Nurses");
        EditedCorpus.Done(await edited.Passages.DecideAsync(edited.Ada, passage.Id, passage.ConcurrencyToken, Status.Rejected, Cancellation));
        passage = await edited.PassageAsync(passage.Id);

        var rest = EditedCorpus.Done(await edited.Passages.SplitAsync(edited.Ada, passage.Id, passage.ConcurrencyToken, (await edited.SpanAsync("work at two")).Start, Cancellation));

        Assert.Equal((Status.Rejected, Status.Rejected), ((await edited.PassageAsync(passage.Id)).Status, (await edited.PassageAsync(rest.Id)).Status));
    }

    [Fact]
    public async Task What_the_program_proposed_is_rejected_not_removed()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var passage = await edited.PassageAsync("Leeds");

        Assert.IsType<EditResult.Refused>(await edited.Passages.RemoveAsync(edited.Ada, passage.Id, passage.ConcurrencyToken, Cancellation));
    }

    [Fact]
    public async Task A_theme_is_given_and_taken_away_and_an_extracted_one_is_rejected()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var passage = await edited.PassageAsync("Leeds");
        await using var context = edited.Corpus.Open();
        var theme = await context.Themes.OrderBy(one => one.Id).FirstAsync(Cancellation);

        EditedCorpus.Done(await edited.Themes.AddAsync(edited.Ada, passage.Id, passage.ConcurrencyToken, theme.Slug, Cancellation));
        Assert.IsType<EditResult.Collision>(await edited.Themes.RemoveAsync(edited.Ben, passage.Id, passage.ConcurrencyToken, theme.Slug, Cancellation));
        passage = await edited.PassageAsync(passage.Id);
        Assert.Contains(passage.Themes, tag => tag.ThemeId == theme.Id && tag.Origin == Origin.Person);
        EditedCorpus.Done(await edited.Themes.RemoveAsync(edited.Ben, passage.Id, passage.ConcurrencyToken, theme.Slug, Cancellation));
        Assert.DoesNotContain((await edited.PassageAsync(passage.Id)).Themes, tag => tag.ThemeId == theme.Id);
        Assert.IsType<EditResult.Refused>(await edited.Themes.AddAsync(edited.Ada, passage.Id, passage.ConcurrencyToken, "no-such-theme", Cancellation));
    }
}
