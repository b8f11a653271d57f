using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Pages.History;

public sealed class AuditLogTests
{
    private const int Rows = 4000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/history/log.csv")]
    [InlineData("/history/log.jsonl")]
    public async Task A_large_log_may_take_longer_than_a_page(string address)
    {
        await using var site = new TestSite().With("Limits:RequestSeconds", "5");
        using var administrator = await site.ClientAsync(PersonRole.Administrator);
        await using (var context = await site.Services.GetRequiredService<IDbContextFactory<CorpusContext>>().CreateDbContextAsync(Cancellation))
        {
            var change = new Change { At = DateTime.UtcNow, PersonId = 1, PersonName = "Ada", Action = "decide passage", Summary = "Decided a whole book" };
            change.Rows.AddRange(Enumerable.Range(1, Rows).Select(position => new ChangedRow
            {
                Position = position,
                Entity = nameof(Passage),
                Key = FormattableString.Invariant($"{position}"),
                After = $"{{\"quote\":\"{new string('q', 500)}\"}}",
            }));
            context.Add(change);
            await context.SaveChangesAsync(Cancellation);
        }

        using var answer = await administrator.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        // More than fits between the site and somebody who takes it slowly.
        await Task.Delay(TimeSpan.FromSeconds(6), Cancellation);
        var log = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(Rows, log.Split('\n').Count(line => line.Contains("Decided a whole book", StringComparison.Ordinal)));
    }
}
