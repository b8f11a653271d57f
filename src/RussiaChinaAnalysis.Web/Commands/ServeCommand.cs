using System.CommandLine;
using RussiaChinaAnalysis.Corpus;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Hosting;

namespace RussiaChinaAnalysis.Web.Commands;

internal static class ServeCommand
{
    /// <summary>Adds <c>serve</c>, which is also what happens when no command is named.</summary>
    public static RootCommand AddServe(this RootCommand root, Func<WebApplicationBuilder, WebApplication> build)
    {
        var command = new Command("serve", "Serve the site (the default).");
        foreach (var serving in new[] { root, command })
        {
            serving.Options.Add(UrlsOption);
            // What is left over are settings, such as --Limits:FileMegabytes=5.
            serving.TreatUnmatchedTokensAsErrors = false;
            serving.SetAction((parsed, cancellation) => ServeAsync(parsed, build, cancellation));
        }

        root.Subcommands.Add(command);
        return root.AddFolders();
    }

    private static Option<string?> UrlsOption { get; } = new("--urls")
    {
        Description = $"Where to listen, such as http://127.0.0.1:5081. Default: {Addresses.Default}.",
        HelpName = "ADDRESSES",
    };

    private static async Task<int> ServeAsync(
        ParseResult parsed, Func<WebApplicationBuilder, WebApplication> build, CancellationToken cancellation)
    {
        var builder = SiteBuilder.Create(parsed.SettingArguments(parsed.UnmatchedTokens), parsed.GetValue(UrlsOption));
        await using var app = build(builder);
        await app.Services.GetRequiredService<CorpusStartup>().EnsureReadyAsync(progress: null, cancellation);
        await Addresses.StartAsync(app, cancellation);
        var link = await app.Services.GetRequiredService<FirstLink>().OpenAsync(cancellation);
        foreach (var address in app.Urls)
            Console.Out.WriteLine($"Open {address}{link}");
        await app.WaitForShutdownAsync(cancellation);
        return ExitCode.Success;
    }
}
