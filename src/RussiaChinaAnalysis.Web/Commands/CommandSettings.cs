using System.CommandLine;
using RussiaChinaAnalysis.Web.Hosting;

namespace RussiaChinaAnalysis.Web.Commands;

/// <summary>Configuration for the commands that serve no site; the sources are those of the site.</summary>
internal static class CommandSettings
{
    /// <exception cref="UserMistakeException">Names every setting that is wrong.</exception>
    public static Settings Read(this ParseResult parsed, IEnumerable<string> settingTokens) =>
        Settings.Read(Configuration.Load(() => new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine(parsed.SettingArguments(settingTokens))
            .Build()));
}
