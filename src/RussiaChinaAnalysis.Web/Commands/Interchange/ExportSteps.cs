using RussiaChinaAnalysis.Corpus.Files;

namespace RussiaChinaAnalysis.Web.Commands.Interchange;

/// <summary>Says on standard error how far an export is, when a person is watching.</summary>
internal sealed class ExportSteps : IProgress<ExportProgress>
{
    private readonly string things;

    private ExportSteps(string things) => this.things = things;

    public static ExportSteps? OnTerminal(string things) => Console.IsErrorRedirected ? null : new(things);

    public void Report(ExportProgress value)
    {
        Console.Error.Write(FormattableString.Invariant($"\r{value.Done} of {value.Total} {things}"));
        if (value.Done == value.Total)
            Console.Error.WriteLine();
    }
}
