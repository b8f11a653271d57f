using System.CommandLine;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Web.Commands.Extract.Connections;
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
        var connections = new Option<bool>("--connections")
        {
            Description = "Compare the essays, two or more: what each has to do with those before it, and why. They are held in memory until all are read.",
        };
        var command = new Command("extract", "Print the claims and evidence of essays; store nothing.") { paths, format, connections };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, paths, format, connections, cancellation)));
        root.Subcommands.Add(command);
        return root;
    }

    private static int Run(
        ParseResult parsed, Argument<string[]> pathsArgument, Option<ExtractFormat> format, Option<bool> connections, CancellationToken cancellation)
    {
        var (paths, settings) = PathsArgument.Read(parsed, pathsArgument);
        var files = new EssayFiles(DocumentReaders.Default, settings.Limits.Reading);
        // All folders before the first word is printed: one that cannot be opened means that nothing is done.
        var names = files.Expand(paths);
        var isConnecting = parsed.GetValue(connections);
        if (isConnecting && names.GroupBy(Path.GetFullPath).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new UserMistakeException($"--connections compares essays with each other, and {twice.First()} is given twice; name each file once.");
        if (isConnecting && names.Count < 2)
            throw new UserMistakeException($"--connections compares essays with each other, so two or more are needed; {(names.Count == 1 ? "only one is" : "none is")} given.");
        var pipeline = Extraction.BuildPipeline(settings.Folders.Codebook);
        // Decided by the arguments alone, so that a script knows what it gets whatever a folder holds.
        var several = paths is not [var only] || Directory.Exists(only);
        var refused = false;
        using var output = Console.OpenStandardOutput();
        using var buffered = new BufferedStream(output, 1 << 16);
        using var writer = new ExtractWriter(buffered, parsed.GetValue(format), several);
        var essays = Essays();
        foreach (var document in isConnecting ? Connected([.. essays]) : essays.Select(essay => ExtractedDocuments.From(essay, pipeline.Rules, connections: null)))
            writer.Write(document);
        return refused ? ExitCode.Refused : ExitCode.Success;

        IEnumerable<ReadEssay> Essays()
        {
            foreach (var path in names)
            {
                cancellation.ThrowIfCancellationRequested();
                if (files.TryRead(path, cancellation, out var document, out var refusal))
                {
                    yield return new ReadEssay(path, pipeline.Extract(document));
                    continue;
                }

                CommandLine.Complain([$"{path}: {refusal}"]);
                refused = true;
            }
        }

        IEnumerable<ExtractedDocument> Connected(IReadOnlyList<ReadEssay> all) =>
            all.Zip(EssayConnections.Of(all), (essay, found) =>
            {
                cancellation.ThrowIfCancellationRequested();
                return ExtractedDocuments.From(essay, pipeline.Rules, found);
            });
    }
}
