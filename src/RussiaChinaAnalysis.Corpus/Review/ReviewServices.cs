using Microsoft.Extensions.DependencyInjection;

namespace RussiaChinaAnalysis.Corpus.Review;

internal static class ReviewServices
{
    /// <summary>What editors change in passages and relations.</summary>
    public static void AddReview(this IServiceCollection services)
    {
        services.AddSingleton<PassageEditor>();
        services.AddSingleton<RelationEditor>();
        services.AddSingleton<RelationBrowser>();
        services.AddSingleton<ThemeTagEditor>();
        services.AddSingleton<BulkReview>();
    }
}
