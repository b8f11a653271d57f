using System.Runtime.ExceptionServices;

namespace RussiaChinaAnalysis.Arguments.Reading;

/// <summary>
/// Runs a library that knows no cancellation on a thread of its own: with a stack that its bounded recursion cannot
/// exceed, and so that the caller can leave when the time is up.
/// </summary>
internal static class BoundedThread
{
    private const int StackBytes = 16 * 1024 * 1024;

    /// <exception cref="OperationCanceledException">The time was up, or the caller cancelled.</exception>
    public static T Run<T>(Func<T> work, CancellationToken cancellation)
    {
        var outcome = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Complete(outcome, work), StackBytes) { IsBackground = true, Name = "Reader" };
        thread.Start();
        try
        {
            outcome.Task.Wait(cancellation);
            return outcome.Task.Result;
        }
        catch (AggregateException failure) when (failure.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }

    private static void Complete<T>(TaskCompletionSource<T> outcome, Func<T> work)
    {
        try
        {
            outcome.SetResult(work());
        }
        catch (Exception exception)
        {
            outcome.SetException(exception);
        }
    }
}
