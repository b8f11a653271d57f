using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using RussiaChinaAnalysis.Corpus.History;

namespace RussiaChinaAnalysis.Corpus.Tests.Support;

/// <summary>Somebody's edit at the very moment at which the program is about to send a certain statement to the corpus. Made before the corpus is opened for the first time.</summary>
internal sealed class Interruption : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    /// <summary>An edit that is not done by then waits for what it interrupts, which goes on.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly List<IDisposable> subscriptions = [];
    private readonly TaskCompletionSource<EditResult> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Plan? plan;
    private int isBegun;

    public Interruption() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <param name="words">Of the statement.</param>
    public void Await(TestCorpus corpus, string words, Func<Task<EditResult>> edit)
    {
        using var context = corpus.Open();
        plan = new(context.Database.GetConnectionString(), words, edit);
    }

    /// <summary>What became of the edit, which must have begun.</summary>
    public Task<EditResult> Result => isBegun == 1 ? result.Task : throw new InvalidOperationException($"No statement holds “{plan?.Words}”.");

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData { Context: { } context, Command: { } command }
            && plan is { } next && command.CommandText.Contains(next.Words, StringComparison.Ordinal)
            && context.Database.GetConnectionString() == next.Corpus && Interlocked.Exchange(ref isBegun, 1) == 0)
        {
            var editing = Task.Run(() => EditAsync(next.Edit));
            editing.Wait(Patience);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
            subscription.Dispose();
    }

    private async Task EditAsync(Func<Task<EditResult>> edit)
    {
        try
        {
            result.SetResult(await edit());
        }
        catch (Exception failure)
        {
            result.SetException(failure);
        }
    }

    private sealed record Plan(string? Corpus, string Words, Func<Task<EditResult>> Edit);
}
