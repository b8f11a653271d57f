using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.People;

/// <summary>Writes into the audit log what is done to accounts, in one transaction with it.</summary>
public sealed class AccountLog(CorpusContext context, TimeProvider clock)
{
    private const string CommandLine = "The command line";

    /// <param name="told">Asked after the change; rows that it made have their ids.</param>
    /// <returns>The outcome of the change. Where it failed nothing is stored.</returns>
    public async Task<IdentityResult> RunAsync(Func<Task<IdentityResult>> change, Func<AccountEvent> told, CancellationToken cancellation)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var outcome = await change();
        if (!outcome.Succeeded)
            return outcome;
        await AddAsync(told(), cancellation);
        await transaction.CommitAsync(cancellation);
        return outcome;
    }

    /// <summary>For what changes no row, or within the caller's transaction.</summary>
    public async Task AddAsync(AccountEvent told, CancellationToken cancellation)
    {
        Add(context, clock.GetUtcNow().UtcDateTime, told);
        await context.SaveChangesAsync(cancellation);
    }

    /// <summary>Saved with whatever else the context holds.</summary>
    internal static void Add(CorpusContext context, DateTime now, AccountEvent told)
    {
        var change = new Change
        {
            At = now,
            PersonId = told.By?.PersonId ?? 0,
            PersonName = told.By?.Name ?? CommandLine,
            Action = Change.AccountActions + told.What,
            Summary = told.Summary,
        };
        if (told.Row is { } row)
        {
            change.Rows.Add(new ChangedRow
            {
                Position = 1,
                Entity = row.Entity,
                Key = FormattableString.Invariant($"{row.Id}"),
                Before = Write(row.Before),
                After = Write(row.After),
            });
        }

        context.Add(change);
    }

    private static string? Write(object? state) => state is null ? null : JsonSerializer.Serialize(state);
}

/// <param name="By">Null on the command line.</param>
/// <param name="What">In a word or two: <c>role</c>, <c>lock</c>.</param>
/// <param name="Summary">One sentence without a full stop, for people. Never a secret.</param>
public sealed record AccountEvent(Actor? By, string What, string Summary)
{
    public AccountRow? Row { get; init; }
}

/// <param name="Entity"><c>Person</c>, <c>Invitation</c> or <c>ApiToken</c>.</param>
/// <param name="Before">An object whose properties were so; null when the row is new.</param>
/// <param name="After">Null when the row is gone.</param>
public sealed record AccountRow(string Entity, int Id, object? Before, object? After);
