using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Pages.Documents;

public sealed class DocumentEventsTests : IAsyncDisposable
{
    private readonly TestSite site = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Whoever_was_locked_out_hears_of_nothing_more()
    {
        using var administrator = await site.ClientAsync(PersonRole.Administrator);
        using var editor = await site.ClientAsync(PersonRole.Editor);
        using var heard = await FollowAsync(editor);
        var page = $"/people/{(await PersonAsync(PersonRole.Editor)).Id}";

        await NoteAsync(administrator, "Heard.");
        Assert.Equal("event: change", await NextEventAsync(heard));
        (await administrator.SubmitAsync(page, $"{page}?handler=Lock", Cancellation, ("locked", "true"))).Dispose();
        await NoteAsync(administrator, "Unheard.");

        Assert.Null(await NextEventAsync(heard));
    }

    [Fact]
    public async Task A_program_whose_token_was_revoked_hears_of_nothing_more()
    {
        using var administrator = await site.ClientAsync(PersonRole.Administrator);
        var person = await PersonAsync(PersonRole.Administrator);
        var owner = new Actor(person.Id, person.DisplayName, person.Role);
        var tokens = site.Services.GetRequiredService<ApiTokens>();
        using var program = site.CreateClient();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", await tokens.CreateAsync(owner, "watch", PersonRole.Reader, TimeSpan.FromDays(1), Cancellation));
        using var heard = await FollowAsync(program);

        await NoteAsync(administrator, "Heard.");
        Assert.Equal("event: change", await NextEventAsync(heard));
        await tokens.RevokeAsync(person.Id, (await tokens.ListAsync(person.Id, Cancellation)).Single().Id, owner, Cancellation);
        await NoteAsync(administrator, "Unheard.");

        Assert.Null(await NextEventAsync(heard));
    }

    [Fact]
    public async Task After_five_minutes_the_browser_must_ask_again()
    {
        await using var hasty = site.WithWebHostBuilder(builder =>
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new HastyClock())));
        using var visitor = hasty.CreateClient();
        using var heard = await FollowAsync(visitor);

        Assert.Null(await NextEventAsync(heard));
    }

    [Fact]
    public async Task Of_a_document_that_is_not_there_nothing_can_be_heard()
    {
        using var reader = await site.ClientAsync(PersonRole.Reader);

        using var answer = await reader.GetAsync("/documents/999999/events", HttpCompletionOption.ResponseHeadersRead, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<StreamReader> FollowAsync(HttpClient client)
    {
        var events = new StreamReader(await client.GetStreamAsync("/documents/1/events", Cancellation));
        Assert.Equal("event: follows", await NextEventAsync(events));
        return events;
    }

    /// <returns>Null when the stream has ended.</returns>
    private static async Task<string?> NextEventAsync(StreamReader events)
    {
        while (await events.ReadLineAsync(Cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(20), Cancellation) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                return line;
        }

        return null;
    }

    private static async Task NoteAsync(HttpClient client, string body)
    {
        using var written = await client.SubmitAsync(
            "/documents/1", "/edit/notes/write", Cancellation, ("document", "1"), ("body", body), ("motivation", "Commenting"));
        Assert.True(written.IsSuccessStatusCode);
    }

    private async Task<Person> PersonAsync(PersonRole role)
    {
        await using var context = await site.Services.GetRequiredService<IDbContextFactory<CorpusContext>>().CreateDbContextAsync(Cancellation);
        return await context.Users.SingleAsync(person => person.UserName == SignIns.NameOf(role), Cancellation);
    }

    /// <summary>Five minutes are over in five seconds.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime == TimeSpan.FromMinutes(5) ? TimeSpan.FromSeconds(5) : dueTime, period);
    }
}
