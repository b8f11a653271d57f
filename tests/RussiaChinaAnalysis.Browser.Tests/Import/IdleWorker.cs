using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Browser.Tests.Support;
using RussiaChinaAnalysis.Corpus.Jobs;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Browser.Tests.Import;

/// <summary>
/// Another worker at a site's queue, which takes a job away from the site and lets it lie until disposed: so a browser
/// finds it under way, however slow the browser and fast the site.
/// </summary>
internal sealed class IdleWorker(ServiceProvider corpus) : IAsyncDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan Hold = TimeSpan.FromHours(1);

    private readonly Guid owner = Guid.NewGuid();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Waits for a job of this kind that has not ended, and takes it.</summary>
    public Task TakeAsync(Expression<Func<Job, bool>> which) => WaitAndTakeAsync(which).WaitAsync(Visitor.Patience, Cancellation);

    private async Task WaitAndTakeAsync(Expression<Func<Job, bool>> which)
    {
        await using var context = Open();
        var open = context.Jobs.Where(job => job.State == JobState.Waiting || job.State == JobState.Running).Where(which);
        while (!await open.AnyAsync(Cancellation) || await TakeAsync(open) == 0)
            await Task.Delay(BetweenLooks, Cancellation);
    }

    private Task<int> TakeAsync(IQueryable<Job> open) => open.ExecuteUpdateAsync(
        job => job.SetProperty(row => row.State, JobState.Running)
            .SetProperty(row => row.LeaseOwner, owner)
            .SetProperty(row => row.LeaseExpiresAt, DateTime.UtcNow + Hold),
        Cancellation);

    /// <summary>The site takes the job up again as that of a worker that has died.</summary>
    public async ValueTask DisposeAsync()
    {
        await using (var context = Open())
        {
            await context.Jobs.Where(job => job.LeaseOwner == owner)
                .ExecuteUpdateAsync(job => job.SetProperty(row => row.LeaseExpiresAt, DateTime.UtcNow), CancellationToken.None);
        }

        await corpus.DisposeAsync();
    }

    private CorpusContext Open() => corpus.GetRequiredService<IDbContextFactory<CorpusContext>>().CreateDbContext();
}
