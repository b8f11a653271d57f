using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Codebook;
using RussiaChinaAnalysis.Corpus.Codebook;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Codebook;

public sealed class CodebookStoreTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_corpus_has_the_themes_of_the_file()
    {
        await using var corpus = await TestCorpus.StartAsync();
        var file = Assert.IsType<CodebookResult.Loaded>(
            CodebookYaml.Load(await File.ReadAllTextAsync(RepositoryFiles.Codebook, Cancellation), "codebook.yaml")).Codebook;

        await using var context = corpus.Open();
        var stored = await CodebookStore.ReadAsync(context, Cancellation);

        Assert.NotEmpty(file.Themes);
        Assert.Equal(file.Themes.Select(Flat), stored.Themes.Select(Flat));

        static string Flat(Theme theme) =>
            $"{theme.Slug}|{theme.Name}|{theme.Definition}|{theme.Colour}|{theme.Parent}|{string.Join(',', theme.CueTerms)}";
    }

    [Fact]
    public async Task What_people_made_of_a_theme_outlives_the_next_start()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await using (var context = corpus.Open())
        {
            var theme = await context.Themes.FirstAsync(Cancellation);
            theme.Name = "Renamed";
            await context.SaveChangesAsync(Cancellation);
        }

        await corpus.Get<CorpusStartup>().RunAsync(progress: null, Cancellation);

        Assert.Single(await corpus.Themes.ListAsync(Cancellation), theme => theme.Theme.Name == "Renamed");
    }

    [Fact]
    public async Task A_retired_theme_is_no_longer_proposed_and_its_children_move_up()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await using var context = corpus.Open();
        var child = await context.Themes.Include(theme => theme.Parent).FirstAsync(theme => theme.Parent != null, Cancellation);
        child.Parent!.IsRetired = true;
        await context.SaveChangesAsync(Cancellation);

        var codebook = await CodebookStore.ReadAsync(context, Cancellation);

        Assert.DoesNotContain(codebook.Themes, theme => theme.Slug == child.Parent.Slug);
        Assert.Null(codebook.Themes.Single(theme => theme.Slug == child.Slug).Parent);
    }

    [Fact]
    public async Task Passages_are_tagged_by_the_codebook_as_it_stands()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await using (var context = corpus.Open())
        {
            var theme = await context.Themes.Include(theme => theme.CueTerms).OrderBy(theme => theme.Id).LastAsync(Cancellation);
            theme.CueTerms.Add(new Corpus.Model.CueTerm { Text = "zebra", Weight = 1 });
            await context.SaveChangesAsync(Cancellation);
        }

        await corpus.Get<DocumentIngest>().IngestAsync(
            new Arguments.Reading.SourceFile("zebras.txt", "Every zebra should be free."u8.ToArray()), corrections: null, Cancellation);

        Assert.Equal(1, (await corpus.Themes.ListAsync(Cancellation)).Sum(theme => theme.Count));
    }

    [Fact]
    public async Task A_broken_codebook_is_refused_with_file_and_line()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("broken.yaml", "themes:\n  - slug: Not a slug\n");

        var refused = Assert.IsType<StartupResult.CodebookRefused>(await TestCorpus.TryStartAsync(path));

        Assert.All(refused.Errors, error => Assert.Equal(path, error.File));
        Assert.Contains(refused.Errors, error => error.Line == 2);
    }

    [Fact]
    public async Task A_missing_codebook_is_refused_by_name()
    {
        var refused = Assert.IsType<StartupResult.CodebookRefused>(await TestCorpus.TryStartAsync("/nowhere/codebook.yaml"));

        Assert.Equal("/nowhere/codebook.yaml", Assert.Single(refused.Errors).File);
    }
}
