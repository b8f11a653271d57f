using System.Diagnostics;
using RussiaChinaAnalysis.Browser.Tests.Support;
using RussiaChinaAnalysis.Corpus.Model;
using static Microsoft.Playwright.Assertions;

namespace RussiaChinaAnalysis.Browser.Tests.Edit;

/// <summary>Two browsers on one essay.</summary>
public sealed class TwoEditorsTests(Chromium browser, EditedSite site)
{
    private static readonly Visitor Editor = Visitor.AtDesk.As(PersonRole.Editor);
    private static readonly Visitor Reviewer = Visitor.AtDesk.As(PersonRole.Reviewer);

    /// <summary>The page itself looks: a test that asks it does so twice a second only.</summary>
    private const string UntilTheSelectedSays = """
        word => new Promise(done => {
            const look = () => {
                if (!document.querySelector('.note.selected .facts')?.textContent.includes(word)) return;
                changes.disconnect();
                done();
            };
            const changes = new MutationObserver(look);
            changes.observe(document.querySelector('[data-reader]'), { childList: true, subtree: true });
            look();
        })
        """;

    [Fact]
    public async Task Each_sees_what_the_other_does_within_two_seconds()
    {
        var essay = site.NewEssay();
        await browser.VisitAsync(essay, Editor, one => browser.VisitAsync(essay, Reviewer, async two =>
        {
            var passage = (await one.MarkedAsync())[4];
            // Only this counts from now on, not how long the pages took to load.
            await one.SelectAsync(passage);
            await two.SelectAsync(passage);

            // A machine that has much else to do may be late now and then.
            var fastest = TimeSpan.MaxValue;
            foreach (var (key, word) in new[] { ("a", "Accepted"), ("x", "Rejected"), ("a", "Accepted"), ("x", "Rejected"), ("a", "Accepted") })
            {
                var shown = two.EvaluateAsync(UntilTheSelectedSays, word);
                var started = Stopwatch.GetTimestamp();
                await one.Keyboard.PressAsync(key);
                await shown.WaitAsync(Visitor.Patience, TestContext.Current.CancellationToken);
                var elapsed = Stopwatch.GetElapsedTime(started);
                fastest = elapsed < fastest ? elapsed : fastest;
                await two.SaysAsync($"The Editor: {word}");
            }

            Assert.True(fastest < TimeSpan.FromSeconds(2), $"It took {fastest.TotalSeconds:0.0} seconds.");
            await two.Keyboard.PressAsync("x");
            await Expect(one.Locator(".note.selected .facts")).ToContainTextAsync("Rejected");
        }));
    }

    [Fact]
    public async Task What_is_pressed_before_another_s_change_was_seen_collides_with_it()
    {
        var essay = site.NewEssay();
        await browser.VisitAsync(essay, Editor, one => browser.VisitAsync(essay, Reviewer with { ExpectedStatus = 409 }, async two =>
        {
            var passage = (await one.MarkedAsync())[4];
            await one.SelectAsync(passage);
            await two.SelectAsync(passage);
            await two.RememberSayingsAsync();
            await using (await two.HoldAnswersAsync("**/edit/passages/decide"))
            {
                await two.Keyboard.PressAsync("a");
                await Expect(one.Locator(".note.selected .facts")).ToContainTextAsync("Accepted");
                await one.Keyboard.PressAsync("e");
                await one.Locator("#work-role").SelectOptionAsync("Context");
                await one.Locator("#work-labels button.main").ClickAsync();
                await one.SaysAsync("Labelled");
                await two.Keyboard.PressAsync("x");
            }

            var collision = two.Locator("#work-collision");
            await Expect(collision).ToContainTextAsync("The Editor changed it after you opened it");
            await Expect(collision).ToContainTextAsync("Context");
            await collision.Locator("[data-keep-theirs]").ClickAsync();
            await two.HasSaidAsync("Kept what is there");
            await Expect(two.Locator(".note.selected.is-context .facts")).Not.ToContainTextAsync("Rejected");
        }));
    }

    [Fact]
    public async Task Nothing_is_merged_with_a_passage_that_another_has_changed_unseen()
    {
        var essay = site.NewEssay();
        await browser.VisitAsync(essay, Editor, one => browser.VisitAsync(essay, Reviewer, async two =>
        {
            var marked = await one.MarkedAsync();
            var notes = await two.EvaluateAsync<string[]>("[...document.querySelectorAll('[data-note]')].map(note => note.dataset.note)");
            var passage = marked.First(id => Array.IndexOf(notes, id) is >= 0 and var place && place + 1 < notes.Length && marked.Contains(notes[place + 1]));
            await one.SelectAsync(notes[Array.IndexOf(notes, passage) + 1]);
            await two.SelectAsync(passage);
            await two.RememberSayingsAsync();
            await using (await two.HoldAnswersAsync("**/edit/passages/decide"))
            {
                await two.Keyboard.PressAsync("a");
                await Expect(one.Locator($"[data-note='{passage}'] .facts")).ToContainTextAsync("Accepted");
                await one.Keyboard.PressAsync("x");
                await one.SaysAsync("Rejected");
                await two.Keyboard.PressAsync("m");
            }

            await two.HasSaidAsync("Somebody has changed the passage after this one");
            await Expect(two.Locator("[data-note]")).ToHaveCountAsync(notes.Length);
        }));
    }

    [Fact]
    public async Task Who_collides_sees_both_versions_and_chooses()
    {
        var essay = site.NewEssay();
        await browser.VisitAsync(essay, Editor, one => browser.VisitAsync(essay, Reviewer with { ExpectedStatus = 409 }, async two =>
        {
            var passage = (await one.MarkedAsync())[4];
            await one.SelectAsync(passage);
            await two.SelectAsync(passage);
            // Both have the form open, on the basis of the same state.
            await one.Keyboard.PressAsync("e");
            await two.Keyboard.PressAsync("e");
            await one.Locator("#work-stance").SelectOptionAsync("Opp");
            await one.Locator("#work-labels button.main").ClickAsync();
            await one.SaysAsync("Labelled");
            // Else two might be told of it after the collision, in place of what is said then.
            await two.SaysAsync("The Editor: Labelled");

            await two.Locator("#work-role").SelectOptionAsync("Context");
            await two.Locator("#work-labels button.main").ClickAsync();

            var collision = two.Locator("#work-collision");
            await Expect(collision).ToContainTextAsync("The Editor changed it after you opened it");
            await Expect(collision.Locator("tr.differs", new() { HasTextString = "Stance" })).ToContainTextAsync("Against the thesis");
            await Expect(collision.Locator("tr.differs", new() { HasTextString = "Role" })).ToContainTextAsync("Context");
            await collision.Locator("[data-keep-mine]").ClickAsync();
            await two.SaysAsync("context");
            await Expect(one.Locator($"[data-note='{passage}'].is-context")).ToHaveCountAsync(1);
        }));
    }
}
