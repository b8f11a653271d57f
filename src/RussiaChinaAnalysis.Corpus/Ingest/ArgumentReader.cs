using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Codebook;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Codebook;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Ingest;

/// <summary>The pipeline for the codebook as it stands in the database. Built again only when the codebook has changed.</summary>
public sealed class ArgumentReader(IDbContextFactory<CorpusContext> contexts)
{
    private volatile Built? latest;

    public async Task<ArgumentPipeline> PipelineAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var codebook = await CodebookStore.ReadAsync(context, cancellation);
        var content = ContentOf(codebook);
        if (latest is { } built && built.Codebook == content)
            return built.Pipeline;
        var pipeline = new ArgumentPipelineBuilder().UseCodebook(codebook).Build();
        latest = new(content, pipeline);
        return pipeline;
    }

    /// <summary>Equal exactly when two codebooks tag alike.</summary>
    private static string ContentOf(ThemeCodebook codebook)
    {
        var content = new StringBuilder();
        foreach (var theme in codebook.Themes)
        {
            content.Append('\n').Append(theme.Slug).Append('\t').Append(theme.Name).Append('\t').Append(theme.Parent);
            foreach (var term in theme.CueTerms)
                content.Append('\t').Append(term.Text).Append('=').Append(term.Weight.ToString("R", CultureInfo.InvariantCulture));
        }

        return content.ToString();
    }

    private sealed record Built(string Codebook, ArgumentPipeline Pipeline);
}
