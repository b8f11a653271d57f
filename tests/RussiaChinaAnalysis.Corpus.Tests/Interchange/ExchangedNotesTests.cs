using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Interchange;

/// <summary>Notes that go to another corpus as W3C annotations.</summary>
public sealed class ExchangedNotesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shared_notes_come_back_to_what_they_are_about()
    {
        await using var edited = await EditedCorpus.StartAsync();
        await AnnotateAsync(edited);
        var file = await edited.Corpus.ExportAsync("jsonld");
        await using var other = await ArchiveTests.EmptyAsync();
        var reader = await other.PersonAsync();

        var first = await other.ImportAsync("all.jsonld", file, reader);
        var second = await other.ImportAsync("all.jsonld", file, reader);

        Assert.Equal((0, 0, 0), (first.Failed, second.Failed, second.Imported));
        Assert.Equal(
            [
                "The buses as a whole. — Ada: Commenting on the document",
                "No wonder. — Ada: Commenting on a passage",
                "Which drivers? — Ada: Questioning on words",
                "Does it? — Ada: Questioning on Rebuts",
                "Hardly. — Ada: Assessing on Undercuts",
                "It does. — Ben: Replying on Rebuts",
            ],
            await NotesAsync(other));
    }

    [Fact]
    public async Task Notes_on_a_link_that_is_not_written_are_left_out_with_their_replies()
    {
        await using var edited = await EditedCorpus.StartAsync();
        await AnnotateAsync(edited);

        using var json = JsonDocument.Parse(await edited.Corpus.ExportAsync("jsonld", new PassageFilter { Search = "Nurses" }));

        var notes = json.RootElement.GetProperty("first").GetProperty("items").EnumerateArray()
            .Where(annotation => annotation.TryGetProperty("creator", out _)).Select(note => note.GetProperty("body").GetProperty("value").GetString());
        Assert.Equal(["The buses as a whole.", "No wonder.", "Which drivers?"], notes);
    }

    private static async Task AnnotateAsync(EditedCorpus edited)
    {
        var (nurses, leeds, critics) = (await edited.PassageAsync("Nurses"), await edited.PassageAsync("Leeds"), await edited.PassageAsync("Critics"));
        var link = EditedCorpus.Done(await edited.Relations.LinkAsync(edited.Ada, critics.Id, leeds.Id, RelationKind.Rebuts, Cancellation));
        var onLink = EditedCorpus.Done(await edited.Relations.LinkToRelationAsync(edited.Ada, nurses.Id, link.Id, RelationKind.Undercuts, Cancellation));
        await WriteAsync(new NoteTarget.OfDocument(edited.Document, []), Motivation.Commenting, "The buses as a whole.");
        await WriteAsync(new NoteTarget.OfPassage(nurses.Id), Motivation.Commenting, "No wonder.");
        await WriteAsync(new NoteTarget.OfDocument(edited.Document, [await edited.SpanAsync("drivers")]), Motivation.Questioning, "Which drivers?");
        var asked = await WriteAsync(new NoteTarget.OfRelation(link.Id), Motivation.Questioning, "Does it?");
        EditedCorpus.Done(await edited.Notes.ReplyAsync(edited.Ben, asked, "It does.", Cancellation));
        await WriteAsync(new NoteTarget.OfRelation(onLink.Id), Motivation.Assessing, "Hardly.");

        async Task<int> WriteAsync(NoteTarget target, Motivation motivation, string body) =>
            EditedCorpus.Done(await edited.Notes.WriteAsync(edited.Ada, target, new(motivation, body), Cancellation)).Id;
    }

    private static async Task<IEnumerable<string>> NotesAsync(TestCorpus corpus)
    {
        await using var context = corpus.Open();
        var kinds = await context.Relations.ToDictionaryAsync(relation => relation.Id, relation => relation.Kind, Cancellation);
        var notes = await context.Annotations.OrderBy(note => note.Id).ToListAsync(Cancellation);
        return notes.Select(note => $"{note.Body.Replace("\n\n", " ", StringComparison.Ordinal)}: {note.Motivation} on {About(note)}");

        string About(Annotation note) => note switch
        {
            { RelationId: { } link } => kinds[link].ToString(),
            { PassageId: not null } => "a passage",
            { Spans.Length: > 0 } => "words",
            _ => "the document",
        };
    }
}
