using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Reports;

/// <summary>Reports as they are made, kept and made anew. Safe to use from several threads.</summary>
public sealed class ReportStore(IDbContextFactory<CorpusContext> contexts, TimeProvider clock)
{
    /// <summary>By title.</summary>
    public async Task<IReadOnlyList<ReportLine>> ListAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Reports.OrderBy(report => report.TitleKey).ThenBy(report => report.Id)
            .Select(report => new ReportLine(report.Id, report.Title, report.CurrentVersion, report.SavedAt)).ToListAsync(cancellation);
    }

    /// <summary>What the report would say now. Nothing is stored.</summary>
    public async Task<ReportContent> PreviewAsync(ReportDefinition definition, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        return await new ReportBuilder(context).BuildAsync(definition, before: null, cancellation);
    }

    /// <param name="version">Null for the last.</param>
    /// <returns>Null when there is no such report or version.</returns>
    public async Task<SavedReport?> FindAsync(int id, int? version, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        return await FindAsync(context, id, version, cancellation);
    }

    /// <returns>The id of the new report, in its first version.</returns>
    public async Task<int> CreateAsync(ReportDefinition definition, string? person, CancellationToken cancellation)
    {
        var content = await PreviewAsync(definition, cancellation);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var report = new Report { Title = definition.Title, CurrentVersion = 1, CreatedAt = now, SavedAt = now };
        context.Add(Version(report, definition, content, 1, now, person));
        await context.SaveChangesAsync(cancellation);
        return report.Id;
    }

    /// <summary>Makes the report anew and keeps it as the next version, in which what changed is marked.</summary>
    /// <param name="definition">Null to ask for the same as before.</param>
    /// <param name="token">The state of the report that the change is based on; null to take it as it is.</param>
    public async Task<ReportSaving> SaveAsync(int id, ReportDefinition? definition, Guid? token, string? person, CancellationToken cancellation)
    {
        await using var reading = await contexts.CreateDbContextAsync(cancellation);
        await using var snapshot = await reading.BeginSnapshotAsync(cancellation);
        if (await FindAsync(reading, id, version: null, cancellation) is not { } before)
            return new ReportSaving.Missing();
        if (token is { } expected && before.Token != expected)
            return new ReportSaving.Collided(before.Versions[0].Version);
        var next = definition ?? before.Definition;
        var content = await new ReportBuilder(reading).BuildAsync(next, before.Content, cancellation);

        // Reading kept nobody waiting, so whether the report is still the one that was read is asked only now.
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.Reports.SingleOrDefaultAsync(report => report.Id == id, cancellation) is not { } report)
            return new ReportSaving.Missing();
        if (report.ConcurrencyToken != before.Token)
            return new ReportSaving.Collided(report.CurrentVersion);
        report.Title = next.Title;
        report.CurrentVersion++;
        report.SavedAt = clock.GetUtcNow().UtcDateTime;
        context.Add(Version(report, next, content, report.CurrentVersion, report.SavedAt, person));
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Somebody else saved at the same moment: the token, or the number of the version, gives it away.
            return new ReportSaving.Collided(report.CurrentVersion);
        }

        return new ReportSaving.Saved(report.CurrentVersion);
    }

    /// <returns>False when there is no such report.</returns>
    public async Task<bool> DeleteAsync(int id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Reports.Where(report => report.Id == id).ExecuteDeleteAsync(cancellation) > 0;
    }

    private static ReportVersion Version(Report report, ReportDefinition definition, ReportContent content, int number, DateTime now, string? person) => new()
    {
        Report = report,
        Number = number,
        SavedAt = now,
        SavedBy = person,
        Definition = definition,
        Text = new() { Content = content with { Edition = new(number, now, person) } },
    };

    private static async Task<SavedReport?> FindAsync(CorpusContext context, int id, int? version, CancellationToken cancellation)
    {
        if (await context.Reports.AsNoTracking().SingleOrDefaultAsync(report => report.Id == id, cancellation) is not { } report)
            return null;
        var number = version ?? report.CurrentVersion;
        if (await context.ReportVersions.Where(row => row.ReportId == id && row.Number == number).Include(row => row.Text)
            .AsNoTracking().SingleOrDefaultAsync(cancellation) is not { } found)
            return null;
        var versions = await context.ReportVersions.Where(row => row.ReportId == id).OrderByDescending(row => row.Number)
            .Select(row => new ReportEdition(row.Number, row.SavedAt, row.SavedBy)).ToListAsync(cancellation);
        return new(id, report.ConcurrencyToken, found.Definition, found.Text.Content, versions);
    }
}

public sealed record ReportLine(int Id, string Title, int Version, DateTime SavedAt);

/// <param name="Token">To be given back when the report is saved again.</param>
/// <param name="Versions">The latest first.</param>
public sealed record SavedReport(int Id, Guid Token, ReportDefinition Definition, ReportContent Content, IReadOnlyList<ReportEdition> Versions);

public abstract record ReportSaving
{
    private ReportSaving() { }

    public sealed record Saved(int Version) : ReportSaving;

    /// <summary>Somebody else has saved the report in the meantime; nothing was stored.</summary>
    public sealed record Collided(int Version) : ReportSaving;

    public sealed record Missing : ReportSaving;
}
