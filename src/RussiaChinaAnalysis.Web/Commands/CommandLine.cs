using System.CommandLine;
using RussiaChinaAnalysis.Web.Hosting;

namespace RussiaChinaAnalysis.Web.Commands;

internal static class CommandLine
{
    /// <summary>Time for a command to end in good order after it was told to stop.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    /// <summary>Runs the command that <paramref name="arguments"/> name. Complaints go to standard error.</summary>
    public static async Task<int> RunAsync(this RootCommand root, string[] arguments)
    {
        var parsed = root.Parse(arguments);
        var mistakes = parsed.Errors.Select(error => error.Message).ToList();
        if (mistakes.Count > 0)
        {
            Complain([.. mistakes, "See --help."]);
            return ExitCode.UserMistake;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = Grace,
            });
        }
        catch (UserMistakeException mistake)
        {
            Complain(mistake.Messages);
            return ExitCode.UserMistake;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
        // The host stops its entry point with an exception of its own when it is only asked how it is built.
        catch (Exception defect) when (defect is not HostAbortedException)
        {
            Complain(["This is a defect of the program or of this machine:", defect.ToString()]);
            return ExitCode.Failure;
        }
    }

    public static void Complain(IEnumerable<string> messages)
    {
        foreach (var message in messages)
            Console.Error.WriteLine(message);
    }
}
