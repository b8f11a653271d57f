using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Interchange;

namespace RussiaChinaAnalysis.Corpus.Tests.Interchange;

/// <summary>Where notes of other tools come to hang.</summary>
public sealed class ForeignNoteTests
{
    private const string Essay = "Buses run at night. Nurses need them.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_that_stand_where_a_note_says_may_be_of_any_number()
    {
        var text = string.Concat(Enumerable.Range(0, 3000).Select(number => $"word{number} ")).Trim();
        await using var corpus = await ArchiveTests.EmptyAsync();

        var outcome = await corpus.ImportAsync(
            "long.jsonld",
            AnnotationFile.Write(
                text,
                [
                    AnnotationFile.Note(AnnotationFile.Words(text, 0, Anchor.LongestForeignQuote + 1)),
                    AnnotationFile.Note(AnnotationFile.Words(text[1..], 0, Anchor.LongestForeignQuote + 1)),
                ]),
            await corpus.PersonAsync());

        Assert.Contains(outcome.Lines, line => line is { State: ImportState.Failed, What: "1 note", Reason: "it quotes more than 10000 characters, too many to seek" });
        await using var context = corpus.Open();
        var note = await context.Annotations.SingleAsync(Cancellation);
        Assert.Equal(new TextSpan(0, Anchor.LongestForeignQuote + 1), Assert.Single(note.Spans).Position);
        Assert.Equal(AnchorKind.Unchanged, note.Anchoring);
    }

    [Fact]
    public async Task A_note_on_a_part_that_is_told_in_another_way_is_none_on_the_whole()
    {
        await using var corpus = await ArchiveTests.EmptyAsync();

        var outcome = await corpus.ImportAsync(
            "fragment.jsonld",
            AnnotationFile.Write(
                Essay, [AnnotationFile.Note(new { source = AnnotationFile.Source, selector = new { type = "FragmentSelector", value = "second" } }), AnnotationFile.Note(AnnotationFile.Source)]),
            await corpus.PersonAsync());

        Assert.Contains(outcome.Lines, line => line is { State: ImportState.Failed, What: "1 note", Reason: "it says where its words are, but not which" });
        Assert.Contains(outcome.Lines, line => line is { State: ImportState.Imported, What: "1 note" });
    }

    [Fact]
    public async Task Notes_that_say_the_same_of_different_words_are_not_the_same()
    {
        await using var corpus = await ArchiveTests.EmptyAsync();
        var person = await corpus.PersonAsync();
        var file = AnnotationFile.Write(
            Essay,
            [
                AnnotationFile.Note(AnnotationFile.Source, "Yes."), AnnotationFile.Note(AnnotationFile.Words(Essay, 0, 5), "Yes."),
                AnnotationFile.Note(AnnotationFile.Words(Essay, 0, 5), ""), AnnotationFile.Note(AnnotationFile.Words(Essay, 20, 26), ""),
            ]);

        var first = await corpus.ImportAsync("twice.jsonld", file, person);
        var second = await corpus.ImportAsync("twice.jsonld", file, person);

        Assert.Contains(first.Lines, line => line is { State: ImportState.Imported, What: "4 notes" });
        Assert.Contains(second.Lines, line => line is { State: ImportState.Skipped, What: "4 notes" });
        Assert.Equal((0, 0), (second.Imported, second.Failed));
    }
}
