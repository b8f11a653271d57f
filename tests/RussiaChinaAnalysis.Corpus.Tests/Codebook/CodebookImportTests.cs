using System.Text;
using RussiaChinaAnalysis.Corpus.Codebook;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Codebook;

public sealed class CodebookImportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_written_as_csv_changes_nothing_when_it_is_taken_in()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var import = edited.Corpus.Get<CodebookImport>();
        EditedCorpus.Done(await edited.Corpus.Get<CodebookEditor>().CreateAsync(
            edited.Chief, new("=Nights, \"late\"", "On two\nlines; and more.", "#112233", "central-asia", "night\nafter dark = 0.5"), Cancellation));
        using var file = new MemoryStream();
        CodebookFile.WriteCsv(await import.ListAsync(Cancellation), file);

        var plan = await import.PlanAsync("codebook.csv", file.ToArray(), Cancellation);

        Assert.Empty(plan.Problems);
        Assert.Equal((0, 0), (plan.New, plan.Changed));
        Assert.True(plan.Same > 1);
    }

    [Fact]
    public async Task A_table_adds_renames_and_moves_themes_in_one_change_that_can_be_undone()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var (import, editor) = (edited.Corpus.Get<CodebookImport>(), edited.Corpus.Get<CodebookEditor>());
        // As spreadsheets of some countries write it.
        var file = "slug;name;parent;cueTerms\ncentral-asia;Middle of Asia;Roads;\"steppe\nsilk road = 0.5\"\n;Roads;;road\n"u8.ToArray();

        var plan = await import.PlanAsync("themes.csv", file, Cancellation);

        Assert.Equal((1, 1, 0), (plan.New, plan.Changed, plan.Problems.Count));
        var changed = plan.Themes.Single(theme => !theme.IsNew);
        Assert.Equal(["Name", "Below", "Cue terms"], changed.Changes.Select(change => change.What));
        Assert.Equal(("Central Asia", "Middle of Asia"), (changed.Changes[0].Before, changed.Changes[0].After));
        Assert.Null(await editor.FindAsync("roads", Cancellation));
        var before = (await editor.FindAsync("central-asia", Cancellation))!.Value.Theme;

        var done = EditedCorpus.Done(await import.StoreAsync(edited.Chief, "themes.csv", file, plan.State, Cancellation));

        var after = (await editor.FindAsync("central-asia", Cancellation))!.Value.Theme;
        Assert.Equal(("Middle of Asia", "roads", "steppe\nsilk road = 0.5"), (after.Name, after.Parent, after.CueTerms));
        Assert.Equal(before.Definition, after.Definition);
        Assert.IsType<EditResult.Collision>(await editor.RetireAsync(edited.Chief, "central-asia", before.Token, retired: true, Cancellation));
        EditedCorpus.Done(await edited.Undo.RunAsync(edited.Chief, done.Change, Cancellation));
        Assert.Null(await editor.FindAsync("roads", Cancellation));
        Assert.Equal(before with { Token = default }, (await editor.FindAsync("central-asia", Cancellation))!.Value.Theme with { Token = default });
    }

    [Fact]
    public async Task Themes_that_take_each_others_names_get_them_and_that_is_undone()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var (import, editor) = (edited.Corpus.Get<CodebookImport>(), edited.Corpus.Get<CodebookEditor>());
        foreach (var name in new[] { "Roads", "Rails", "Rivers" })
            EditedCorpus.Done(await editor.CreateAsync(edited.Chief, new(name, "", "#112233", null, null), Cancellation));
        var file = "slug,name\nroads,Rails\nrails,Rivers\nrivers,Roads\n"u8.ToArray();
        var plan = await import.PlanAsync("themes.csv", file, Cancellation);
        Assert.Empty(plan.Problems);

        var done = EditedCorpus.Done(await import.StoreAsync(edited.Chief, "themes.csv", file, plan.State, Cancellation));

        Assert.Equal(["Rails", "Rivers", "Roads"], await NamesAsync());
        EditedCorpus.Done(await edited.Undo.RunAsync(edited.Chief, done.Change, Cancellation));
        Assert.Equal(["Roads", "Rails", "Rivers"], await NamesAsync());

        async Task<IEnumerable<string>> NamesAsync()
        {
            var themes = await import.ListAsync(Cancellation);
            return new[] { "roads", "rails", "rivers" }.Select(slug => themes.Single(theme => theme.Slug == slug).Name);
        }
    }

    [Fact]
    public async Task Nothing_is_stored_when_the_codebook_is_another_one_than_was_shown()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var (import, editor) = (edited.Corpus.Get<CodebookImport>(), edited.Corpus.Get<CodebookEditor>());
        var file = "name\nRoads\n"u8.ToArray();
        var plan = await import.PlanAsync("themes.csv", file, Cancellation);
        EditedCorpus.Done(await editor.CreateAsync(edited.Chief, new("Rails", "", "#112233", null, null), Cancellation));

        var refused = Assert.IsType<EditResult.Refused>(await import.StoreAsync(edited.Chief, "themes.csv", file, plan.State, Cancellation));

        Assert.Contains("Look again", refused.Message, StringComparison.Ordinal);
        Assert.Null(await editor.FindAsync("roads", Cancellation));
    }

    [Fact]
    public async Task A_codebook_of_another_tool_keeps_its_hierarchy_and_leaves_what_it_does_not_know()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var import = edited.Corpus.Get<CodebookImport>();
        var before = (await edited.Corpus.Get<CodebookEditor>().FindAsync("central-asia", Cancellation))!.Value.Theme;
        var file = Encoding.UTF8.GetBytes(
            """
            <CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>
              <Code guid="0CA1B5C8-0000-4000-8000-000000000001" name="Places" isCodable="true" color="#AA5500">
                <Code guid="0CA1B5C8-0000-4000-8000-000000000002" name="central asia" isCodable="true"><Description>The five republics.</Description></Code>
              </Code>
            </Codes></CodeBook>
            """);

        var plan = await import.PlanAsync("tool.qdc", file, Cancellation);
        EditedCorpus.Done(await import.StoreAsync(edited.Chief, "tool.qdc", file, plan.State, Cancellation));

        var after = (await edited.Corpus.Get<CodebookEditor>().FindAsync("central-asia", Cancellation))!.Value.Theme;
        Assert.Equal(("places", "The five republics.", before.CueTerms, before.Colour), (after.Parent, after.Definition, after.CueTerms, after.Colour));
    }

    [Theory]
    [InlineData("themes.csv", "title\nRoads\n", "has no column “name”")]
    [InlineData("themes.csv", "name\n", "holds no theme")]
    [InlineData("themes.csv", "name,colour\nRoads,brown\n", "Line 2, “Roads”: “brown” is no colour")]
    [InlineData("themes.csv", "name,parent\nRoads,Nowhere\n", "there is no theme “Nowhere”")]
    [InlineData("themes.csv", "name,parent\nRoads,Paths\nPaths,Roads\n", "would stand below itself")]
    [InlineData("themes.csv", "name\nRoads\nroads\n", "are both about “Roads”")]
    [InlineData("themes.csv", "slug,name\ncentral-asia,Roads\n,Roads\n", "are both about")]
    [InlineData("themes.csv", "name,cueTerms\nRoads,road = 7\n", "must be greater than 0 and at most 1")]
    [InlineData("themes.csv", "name,retired\nRoads,perhaps\n", "write true or false")]
    [InlineData("themes.csv", "name\n\"Roads", "is no CSV")]
    [InlineData("themes.qdc", "<CodeBook><Codes>", "is no XML")]
    [InlineData("themes.qdc", "<!DOCTYPE x [<!ENTITY a \"b\">]><CodeBook>&a;</CodeBook>", "is no XML")]
    [InlineData("themes.qdc", "<Project/>", "holds no list of codes")]
    [InlineData("themes.txt", "name\nRoads\n", "must be .csv or .qdc")]
    public async Task A_mistake_in_the_file_is_named_and_nothing_is_stored(string name, string content, string message)
    {
        await using var edited = await EditedCorpus.StartAsync();
        var import = edited.Corpus.Get<CodebookImport>();
        var count = (await import.ListAsync(Cancellation)).Count;

        var plan = await import.PlanAsync(name, Encoding.UTF8.GetBytes(content), Cancellation);
        var result = await import.StoreAsync(edited.Chief, name, Encoding.UTF8.GetBytes(content), plan.State, Cancellation);

        Assert.Contains(plan.Problems, problem => problem.Contains(message, StringComparison.Ordinal));
        Assert.IsType<EditResult.Refused>(result);
        Assert.Equal(count, (await import.ListAsync(Cancellation)).Count);
    }
}
