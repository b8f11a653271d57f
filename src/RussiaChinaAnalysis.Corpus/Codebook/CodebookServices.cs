using Microsoft.Extensions.DependencyInjection;

namespace RussiaChinaAnalysis.Corpus.Codebook;

internal static class CodebookServices
{
    /// <summary>The themes, and the changes that administrators make to them.</summary>
    public static void AddCodebook(this IServiceCollection services)
    {
        services.AddSingleton<CodebookEditor>();
        services.AddSingleton<CodebookImport>();
    }
}
