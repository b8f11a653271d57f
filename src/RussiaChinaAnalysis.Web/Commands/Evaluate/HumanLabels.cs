using RussiaChinaAnalysis.Arguments.Evaluation.Gold;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Evaluate;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Web.Hosting;

namespace RussiaChinaAnalysis.Web.Commands.Evaluate;

/// <summary>What people labelled, and the pipeline with the codebook that they used.</summary>
internal sealed record HumanLabels(List<GoldDocument> Documents, List<SentenceCase> SentenceCases, ArgumentPipeline Pipeline)
{
    /// <exception cref="UserMistakeException">Names every path that is missing or every mistake in the files.</exception>
    public static HumanLabels OfFiles(IReadOnlyList<string> paths, Settings settings, CancellationToken cancellation)
    {
        var missing = paths.Where(path => !Path.Exists(path)).Select(path => $"There is no file or folder '{path}'.").ToList();
        if (missing.Count > 0)
            throw new UserMistakeException(missing);

        var read = paths.Select(path => GoldDirectory.Read(path, cancellation)).ToList();
        var errors = read.SelectMany(gold => gold.Errors).Select(error => error.ToString()).ToList();
        if (errors.Count > 0)
            throw new UserMistakeException(errors);
        if (read.TrueForAll(gold => gold.Documents.IsEmpty && gold.SentenceCases.IsEmpty))
            throw new UserMistakeException($"There are no labelled texts (.gold.md, .gold.tsv with .txt, .tsv) in {string.Join(", ", paths)}.");
        return new(
            read.SelectMany(gold => gold.Documents).ToList(),
            read.SelectMany(gold => gold.SentenceCases).ToList(),
            Extraction.BuildPipeline(settings.Folders.Codebook));
    }

    /// <exception cref="UserMistakeException">There is no corpus, or nothing in it was accepted.</exception>
    public static async Task<HumanLabels> OfCorpusAsync(Settings settings, CancellationToken cancellation)
    {
        var (database, isFile) = (settings.Folders.Database, settings.Storage.Provider == StorageProvider.Sqlite);
        // To measure is no reason to make a corpus.
        if (isFile && !File.Exists(database))
            throw new UserMistakeException($"There is no corpus at {database}. Name labelled texts with --gold, or another folder with --data.");

        await using var services = await CommandCorpus.OpenAsync(settings, cancellation);
        var accepted = await services.GetRequiredService<AcceptedLabels>().ReadAsync(cancellation);
        if (accepted.IsEmpty)
            throw new UserMistakeException($"Nobody has accepted a passage in {(isFile ? database : "the PostgreSQL database")} yet, so there is nothing to compare with.");
        return new([.. accepted], [], await services.GetRequiredService<ArgumentReader>().PipelineAsync(cancellation));
    }
}
