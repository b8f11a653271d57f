using System.Text.Json;
using RussiaChinaAnalysis.Corpus.Interchange;
using RussiaChinaAnalysis.Corpus.Interchange.WebAnnotations;

namespace RussiaChinaAnalysis.Corpus.Tests.Interchange;

/// <summary>W3C annotations that are made to cost more than they are worth.</summary>
public sealed class HostileAnnotationsTests
{
    [Fact]
    public async Task Links_that_lead_to_links_without_end_are_refused()
    {
        const int Links = 50_000;
        object[] annotations =
        [
            AnnotationFile.Passage("p0", 0, 5), AnnotationFile.Passage("p1", 6, 11),
            AnnotationFile.Link("r0", "p1"), .. Enumerable.Range(1, Links).Select(number => AnnotationFile.Link($"r{number}", $"r{number - 1}")),
            AnnotationFile.Note($"r{Links}"), AnnotationFile.Note("r15"), AnnotationFile.Note("r16"),
        ];
        await using var corpus = await ArchiveTests.EmptyAsync();

        var outcome = await corpus.ImportAsync("links.jsonld", AnnotationFile.Write("First words.", annotations), await corpus.PersonAsync());

        Assert.Contains(outcome.Lines, line => line is { State: ImportState.Failed, Count: 1, Reason: "it leads to a passage through more than 16 others" });
        Assert.Contains(outcome.Lines, line => line is { State: ImportState.Imported, Count: 16 } && line.What.StartsWith("16 relations", StringComparison.Ordinal));
        Assert.Contains(outcome.Lines, line => line is { State: ImportState.Imported, What: "1 note" });
    }

    [Fact]
    public void A_text_is_hashed_once_for_all_notes_on_it()
    {
        const int Notes = 200;
        var text = new string('a', 100_000);
        using var json = JsonDocument.Parse(AnnotationFile.Write(text, [.. Enumerable.Repeat(AnnotationFile.Note(AnnotationFile.Source), Notes)]));
        var reader = new WebAnnotationReader("notes.jsonld", new ImportLog());
        Assert.Single(reader.Read(json.RootElement));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var notes = reader.Notes(json.RootElement).ToList();

        Assert.Equal(Notes, notes.Count);
        // The bytes of the text are needed for each hash.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10 * text.Length);
    }
}
