using System.Collections.Immutable;

namespace RussiaChinaAnalysis.Arguments.Evaluation.Gold;

/// <summary>What people labelled, as read from files.</summary>
/// <param name="Documents">Ordered by name, so that equal files give equal figures.</param>
public sealed record GoldDirectory(
    ImmutableArray<GoldDocument> Documents,
    ImmutableArray<SentenceCase> SentenceCases,
    ImmutableArray<GoldError> Errors)
{
    /// <summary>
    /// Reads one file, or all files of a folder but not of the folders within it: labelled essays (<c>.gold.md</c>),
    /// plain texts with a table (<c>.txt</c> and <c>.gold.tsv</c>) and tables of sentence boundaries (<c>.tsv</c>).
    /// </summary>
    /// <exception cref="IOException">The path does not exist or can't be read.</exception>
    public static GoldDirectory Read(string path, CancellationToken cancellation)
    {
        var files = Directory.Exists(path) ? Directory.GetFiles(path) : [path];
        Array.Sort(files, StringComparer.Ordinal);
        if (!Path.Exists(path))
            throw new FileNotFoundException($"There is no file or folder '{path}'.", path);

        var documents = ImmutableArray.CreateBuilder<GoldDocument>();
        var cases = ImmutableArray.CreateBuilder<SentenceCase>();
        var errors = ImmutableArray.CreateBuilder<GoldError>();
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            var name = Path.GetFileName(file);
            if (name.EndsWith(GoldEssayParser.Extension, StringComparison.Ordinal))
                Keep(GoldEssayParser.Parse(name, File.ReadAllText(file)));
            else if (name.EndsWith(MicrotextReader.Extension, StringComparison.Ordinal))
                Keep(ReadMicrotext(file, name));
            else if (name.EndsWith(".tsv", StringComparison.Ordinal))
                KeepCases(file, name);
        }

        return new(documents.ToImmutable(), cases.ToImmutable(), errors.ToImmutable());

        GoldResult ReadMicrotext(string file, string name)
        {
            var text = file[..^MicrotextReader.Extension.Length] + ".txt";
            return File.Exists(text)
                ? MicrotextReader.Read(name, File.ReadAllText(file), File.ReadAllBytes(text), cancellation)
                : new GoldResult.Refused([new(name, 1, $"{Path.GetFileName(text)} is missing beside it")]);
        }

        void KeepCases(string file, string name)
        {
            if (SentenceCase.ParseTable(File.ReadAllText(file)) is { } read)
                cases.AddRange(read);
            else
                errors.Add(new(name, 1, "a table of sentence boundaries has the columns input and expected"));
        }

        void Keep(GoldResult result)
        {
            if (result is GoldResult.Success success)
                documents.Add(success.Document);
            else if (result is GoldResult.Refused refused)
                errors.AddRange(refused.Errors);
        }
    }
}
