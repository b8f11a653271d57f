using System.CommandLine;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Interchange;

namespace RussiaChinaAnalysis.Web.Commands.Interchange;

internal static class ImportDataCommand
{
    /// <summary>Adds <c>import-data</c>, which takes in files of other tools and archives of a corpus.</summary>
    public static RootCommand AddImportData(this RootCommand root)
    {
        var files = new Argument<string[]>("FILE") { Description = $"Files that end in {string.Join(", ", DataImport.Endings)}.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("import-data", "Take in data of other tools, or an archive of a corpus.") { files };
        command.SetAction((parsed, cancellation) => RunAsync(parsed, files, cancellation));
        root.Subcommands.Add(command);
        return root;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Argument<string[]> argument, CancellationToken cancellation)
    {
        var (paths, settings) = PathsArgument.Read(parsed, argument);
        await using var services = await CommandCorpus.OpenAsync(settings, cancellation);
        var import = services.GetRequiredService<DataImport>();
        var complete = true;
        foreach (var path in paths)
        {
            // Whoever can run this has the database in hand already.
            complete &= await ReadAsync(path, cancellation) is { } file
                && Say(path, await import.ImportAsync(file, isAdministrator: true, actor: null, cancellation));
        }

        return complete ? ExitCode.Success : ExitCode.Refused;
    }

    private static bool Say(string path, ImportOutcome outcome)
    {
        switch (outcome)
        {
            case ImportOutcome.Done done:
                Console.Out.WriteLine(FormattableString.Invariant($"{path} ({done.Format.Name}): {done.Imported} imported, {done.Skipped} skipped, {done.Failed} failed"));
                foreach (var line in done.Lines)
                    Console.Out.WriteLine($"  {line.State.ToString().ToLowerInvariant()}: {line.What}{(line.Reason is { } reason ? $", because {reason}" : "")}");
                return done.Failed == 0;
            case ImportOutcome.Refused refused:
                CommandLine.Complain([refused.Message]);
                return false;
            default:
                throw new InvalidOperationException("An import is done or refused.");
        }
    }

    /// <returns>Null when it cannot be read, which is told. That refuses this file alone: those before it are stored by then.</returns>
    private static async Task<SourceFile?> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return new SourceFile(Path.GetFileName(path), await File.ReadAllBytesAsync(path, cancellation));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            CommandLine.Complain([$"{path} cannot be read: {failure.Message}"]);
            return null;
        }
    }
}
