using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Codebook;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Codebook;

public sealed class CodebookEditorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_theme_is_made_renamed_moved_and_given_other_cue_terms_and_all_is_undone()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var codebook = edited.Corpus.Get<CodebookEditor>();
        EditedCorpus.Done(await codebook.CreateAsync(edited.Chief, new("Night life", "What happens after dark.", "#112233", null, "night\nafter dark = 0.5"), Cancellation));
        var (theme, reach) = (await codebook.FindAsync("night-life", Cancellation))!.Value;
        Assert.Equal(("Night life", "night\nafter dark = 0.5", 0), (theme.Name, theme.CueTerms, reach.Passages));

        var changed = EditedCorpus.Done(await codebook.ChangeAsync(
            edited.Chief, theme.Slug, theme.Token, new("Nights", "Other words.", "#445566", "central-asia", "night = 0.75\nmoon"), Cancellation));

        var after = (await codebook.FindAsync("night-life", Cancellation))!.Value.Theme;
        Assert.Equal(("Nights", "#445566", "central-asia", "night = 0.75\nmoon"), (after.Name, after.Colour, after.Parent, after.CueTerms));
        Assert.IsType<EditResult.Collision>(await codebook.RetireAsync(edited.Chief, theme.Slug, theme.Token, retired: true, Cancellation));
        Assert.IsType<EditResult.Forbidden>(await edited.Undo.RunAsync(edited.Ada, changed.Change, Cancellation));
        EditedCorpus.Done(await edited.Undo.RunAsync(edited.Chief, changed.Change, Cancellation));
        Assert.Equal(theme with { Token = default }, (await codebook.FindAsync("night-life", Cancellation))!.Value.Theme with { Token = default });
    }

    [Fact]
    public async Task A_merged_theme_hands_its_passages_and_narrower_themes_over()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var codebook = edited.Corpus.Get<CodebookEditor>();
        EditedCorpus.Done(await codebook.CreateAsync(edited.Chief, new("Nights", "", "#112233", null, null), Cancellation));
        EditedCorpus.Done(await codebook.CreateAsync(edited.Chief, new("Moons", "", "#112233", "nights", null), Cancellation));
        EditedCorpus.Done(await codebook.CreateAsync(edited.Chief, new("Evenings", "", "#112233", null, null), Cancellation));
        var passage = await edited.PassageAsync("Leeds");
        await edited.Themes.AddAsync(edited.Ada, passage.Id, passage.ConcurrencyToken, "nights", Cancellation);
        var (theme, reach) = (await codebook.FindAsync("nights", Cancellation))!.Value;
        Assert.Equal((1, 1, 1), (reach.Passages, reach.Decided, reach.Documents));
        Assert.Equal(["Moons"], reach.Narrower);

        var merged = EditedCorpus.Done(await codebook.MergeAsync(edited.Chief, "nights", theme.Token, "evenings", Cancellation));

        await using var context = edited.Corpus.Open();
        Assert.Equal(["evenings"], (await edited.PassageAsync(passage.Id)).Themes.Join(context.Themes, tag => tag.ThemeId, one => one.Id, (_, one) => one.Slug).Where(slug => slug is "nights" or "evenings"));
        Assert.Equal("evenings", (await codebook.FindAsync("moons", Cancellation))!.Value.Theme.Parent);
        Assert.True((await codebook.FindAsync("nights", Cancellation))!.Value.Theme.IsRetired);
        EditedCorpus.Done(await edited.Undo.RunAsync(edited.Chief, merged.Change, Cancellation));
        Assert.Equal("nights", (await codebook.FindAsync("moons", Cancellation))!.Value.Theme.Parent);
    }

    [Fact]
    public async Task What_a_person_accepted_with_a_merged_theme_is_accepted_with_the_other()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var codebook = edited.Corpus.Get<CodebookEditor>();
        await MakeAsync(edited, "Nights", null);
        await MakeAsync(edited, "Evenings", null);
        var passage = await edited.PassageAsync("Leeds");
        EditedCorpus.Done(await edited.Themes.AddAsync(edited.Ada, passage.Id, passage.ConcurrencyToken, "nights", Cancellation));
        await using var context = edited.Corpus.Open();
        context.Add(new PassageTheme
        {
            Passage = await context.Passages.SingleAsync(one => one.Id == passage.Id, Cancellation),
            ThemeId = await context.Themes.Where(theme => theme.Slug == "evenings").Select(theme => theme.Id).SingleAsync(Cancellation),
            Score = 0.5,
        });
        await context.SaveChangesAsync(Cancellation);

        var merged = EditedCorpus.Done(await codebook.MergeAsync(edited.Chief, "nights", (await ThemeAsync(edited, "nights")).Token, "evenings", Cancellation));

        Assert.Equal(Status.Accepted, await StatusAsync());
        EditedCorpus.Done(await edited.Undo.RunAsync(edited.Chief, merged.Change, Cancellation));
        Assert.Equal(Status.Suggested, await StatusAsync());

        Task<Status> StatusAsync() =>
            context.PassageThemes.Where(tag => tag.PassageId == passage.Id && tag.Theme.Slug == "evenings").Select(tag => tag.Status).SingleAsync(Cancellation);
    }

    [Theory]
    [InlineData("", "#112233", null, null)]
    [InlineData("Central Asia", "#112233", null, null)]
    [InlineData("Nights", "blue", null, null)]
    [InlineData("Nights", "#112233", "no-such-theme", null)]
    [InlineData("Nights", "#112233", null, "night = 2")]
    public async Task What_cannot_be_a_theme_is_refused_with_a_reason(string name, string colour, string? parent, string? terms)
    {
        await using var edited = await EditedCorpus.StartAsync();
        await using var context = edited.Corpus.Open();
        var before = await context.Themes.CountAsync(Cancellation);

        Assert.IsType<EditResult.Refused>(await edited.Corpus.Get<CodebookEditor>().CreateAsync(edited.Chief, new(name, "", colour, parent, terms), Cancellation));

        Assert.Equal(before, await context.Themes.CountAsync(Cancellation));
    }

    [Fact]
    public async Task A_theme_cannot_stand_below_itself()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var codebook = edited.Corpus.Get<CodebookEditor>();
        EditedCorpus.Done(await codebook.CreateAsync(edited.Chief, new("Nights", "", "#112233", null, null), Cancellation));
        EditedCorpus.Done(await codebook.CreateAsync(edited.Chief, new("Moons", "", "#112233", "nights", null), Cancellation));
        var theme = (await codebook.FindAsync("nights", Cancellation))!.Value.Theme;

        Assert.IsType<EditResult.Refused>(await codebook.ChangeAsync(edited.Chief, "nights", theme.Token, new("Nights", "", "#112233", "moons", null), Cancellation));
    }

    [Fact]
    public async Task A_theme_merged_into_one_far_below_it_leaves_no_circle()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var codebook = edited.Corpus.Get<CodebookEditor>();
        await MakeAsync(edited, "Nights", "central-asia");
        await MakeAsync(edited, "Moons", "nights");
        await MakeAsync(edited, "Half moons", "moons");

        EditedCorpus.Done(await codebook.MergeAsync(edited.Chief, "nights", (await ThemeAsync(edited, "nights")).Token, "half-moons", Cancellation));

        Assert.Equal("central-asia", (await ThemeAsync(edited, "half-moons")).Parent);
        Assert.Equal("half-moons", (await ThemeAsync(edited, "moons")).Parent);
        await edited.ReviseAsync(EditedCorpus.Revised);
    }

    [Fact]
    public async Task A_move_is_not_undone_where_that_would_close_a_circle()
    {
        await using var edited = await EditedCorpus.StartAsync();
        await MakeAsync(edited, "Nights", null);
        await MakeAsync(edited, "Moons", "nights");
        var raised = EditedCorpus.Done(await MoveAsync(edited, "Moons", null));
        EditedCorpus.Done(await MoveAsync(edited, "Nights", "moons"));

        var refused = Assert.IsType<EditResult.Refused>(await edited.Undo.RunAsync(edited.Chief, raised.Change, Cancellation));

        Assert.Contains("below itself", refused.Message, StringComparison.Ordinal);
        Assert.Null((await ThemeAsync(edited, "moons")).Parent);
        await edited.ReviseAsync(EditedCorpus.Revised);
    }

    [Fact]
    public async Task Of_two_who_put_two_themes_below_each_other_at_once_one_is_refused()
    {
        await using var edited = await EditedCorpus.StartAsync();
        await MakeAsync(edited, "Nights", null);
        await MakeAsync(edited, "Moons", null);
        for (var round = 0; round < 5; round++)
        {
            var results = await Task.WhenAll(MoveAsync(edited, "Nights", "moons"), MoveAsync(edited, "Moons", "nights"));

            Assert.Single(results.OfType<EditResult.Refused>());
            await MoveAsync(edited, "Nights", null);
            await MoveAsync(edited, "Moons", null);
        }
    }

    [Fact]
    public async Task Of_several_who_make_the_same_theme_at_once_all_but_one_are_refused()
    {
        await using var edited = await EditedCorpus.StartAsync();
        for (var round = 0; round < 4; round++)
        {
            var draft = new ThemeDraft($"Night {round}", "", "#112233", null, null);

            var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
                Task.Run(() => edited.Corpus.Get<CodebookEditor>().CreateAsync(edited.Chief, draft, Cancellation), Cancellation)));

            Assert.Single(results.OfType<EditResult.Done>());
            Assert.Equal(5, results.OfType<EditResult.Refused>().Count());
        }
    }

    private static async Task MakeAsync(EditedCorpus edited, string name, string? parent) =>
        EditedCorpus.Done(await edited.Corpus.Get<CodebookEditor>().CreateAsync(edited.Chief, new(name, "", "#112233", parent, null), Cancellation));

    private static async Task<EditResult> MoveAsync(EditedCorpus edited, string name, string? parent)
    {
        var theme = await ThemeAsync(edited, name.ToLowerInvariant());
        return await edited.Corpus.Get<CodebookEditor>().ChangeAsync(edited.Chief, theme.Slug, theme.Token, new(name, "", "#112233", parent, null), Cancellation);
    }

    private static async Task<EditableTheme> ThemeAsync(EditedCorpus edited, string slug) =>
        (await edited.Corpus.Get<CodebookEditor>().FindAsync(slug, Cancellation))!.Value.Theme;
}
