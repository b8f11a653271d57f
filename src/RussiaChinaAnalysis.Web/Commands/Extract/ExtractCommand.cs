using System.CommandLine;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Web.Hosting;

namespace RussiaChinaAnalysis.Web.Commands.Extract;

internal static class ExtractCommand
{
    /// <summary>
    /// Adds <c>extract</c>, which prints the argument structure of essays and stores nothing. Only the result goes to
    /// standard output.
    /// </summary>
    public static RootCommand AddExtract(this RootCommand root)
    {
        var paths = PathsArgument.Create("Essays, or folders of essays.");
        var format = new Option<ExtractFormat>("--format")
        {
            Description = "json: one object, or an array for several files. jsonl: one object per line. text: for people.",
            DefaultValueFactory = _ => ExtractFormat.Json,
        };
        var command = new Command("extract", "Print the claims and evidence of essays; store nothing.") { paths, format };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, paths, format, cancellation)));
        root.Subcommands.Add(command);
        return root;
    }

    private static int Run(
        ParseResult parsed, Argument<string[]> pathsArgument, Option<ExtractFormat> format, CancellationToken cancellation)
    {
        var (paths, settings) = PathsArgument.Read(parsed, pathsArgument);
        var files = new EssayFiles(DocumentReaders.Default, settings.Limits.Reading);
        // All folders before the first word is printed: one that cannot be opened means that nothing is done.
        var essays = files.Expand(paths);
        var pipeline = Extraction.BuildPipeline(settings.Folders.Codebook);
        // Decided by the arguments alone, so that a script knows what it gets whatever a folder holds.
        var several = paths is not [var only] || Directory.Exists(only);
        var refused = false;
        using var output = Console.OpenStandardOutput();
        using var buffered = new BufferedStream(output, 1 << 16);
        using var writer = new ExtractWriter(buffered, parsed.GetValue(format), several);
        foreach (var path in essays)
        {
            cancellation.ThrowIfCancellationRequested();
            if (files.TryRead(path, cancellation, out var document, out var refusal))
            {
                writer.Write(ExtractedDocuments.From(path, pipeline.Extract(document), pipeline.Rules));
                continue;
            }

            CommandLine.Complain([$"{path}: {refusal}"]);
            refused = true;
        }

        return refused ? ExitCode.Refused : ExitCode.Success;
    }
}
