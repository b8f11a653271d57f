using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Interchange;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Interchange;

/// <summary>Out of one corpus and into another, as a user would do it.</summary>
internal static class Exchange
{
    public static async Task<byte[]> ExportAsync(this TestCorpus corpus, string format, PassageFilter? filter = null)
    {
        using var output = new MemoryStream();
        await corpus.Get<CorpusExport>().WriteAsync(
            CorpusExport.Find(format)!, filter ?? PassageFilter.Everything, output, progress: null, TestContext.Current.CancellationToken);
        return output.ToArray();
    }

    public static Task<ImportOutcome> TryImportAsync(this TestCorpus corpus, string fileName, byte[] content, Actor? actor = null) =>
        corpus.Get<DataImport>().ImportAsync(new SourceFile(fileName, content), isAdministrator: true, actor, TestContext.Current.CancellationToken);

    public static async Task<ImportOutcome.Done> ImportAsync(this TestCorpus corpus, string fileName, byte[] content, Actor? actor = null)
    {
        var outcome = await corpus.TryImportAsync(fileName, content, actor);
        return outcome as ImportOutcome.Done ?? throw new Xunit.Sdk.XunitException(((ImportOutcome.Refused)outcome).Message);
    }

    /// <summary>Somebody in whose name notes can be taken in.</summary>
    public static async Task<Actor> PersonAsync(this TestCorpus corpus)
    {
        await using var context = corpus.Open();
        var person = new Person { UserName = "eve", NormalizedUserName = "EVE", DisplayName = "Eve", Role = PersonRole.Editor, CreatedAt = DateTime.UtcNow };
        context.Add(person);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        return new Actor(person.Id, person.DisplayName, person.Role);
    }

    /// <summary>What a document's argument is made of, without ids, in the order of the text.</summary>
    public static async Task<IReadOnlyList<string>> ArgumentAsync(
        this TestCorpus corpus, Func<PassageRow, string> labels, bool withRelations = true)
    {
        var lines = new List<string>();
        var page = await corpus.Documents.ListAsync(null, 200, TestContext.Current.CancellationToken);
        foreach (var summary in page.Documents)
        {
            var document = (await corpus.Documents.FindAsync(summary.Id, TestContext.Current.CancellationToken))!;
            var passages = document.Passages.ToDictionary(passage => passage.Id);
            lines.AddRange(document.Passages.Select(passage => $"{passage.Quote} {labels(passage)}"));
            if (withRelations)
                lines.AddRange(document.Relations.Where(relation => relation.To != 0)
                    .Select(relation => $"{passages[relation.From].Span.Start} {relation.Kind} {passages[relation.To].Span.Start}"));
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }
}
