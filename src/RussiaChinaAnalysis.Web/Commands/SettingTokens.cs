using System.CommandLine;
using RussiaChinaAnalysis.Web.Hosting;

namespace RussiaChinaAnalysis.Web.Commands;

/// <summary>Settings given as arguments, such as <c>--Limits:FileMegabytes=5</c>, and options that stand for one.</summary>
internal static class SettingTokens
{
    /// <summary>Keys of the host itself, without a section.</summary>
    private static readonly string[] HostKeys = ["urls", "environment", "contentRoot", "applicationName", "AllowedHosts"];

    private static readonly string[] Sections = ["Folders", "Storage", "Telemetry", "Limits", "Logs", "Accounts", "Proxy", "Kestrel"];

    private static Option<string?> DataOption { get; } = new("--data")
    {
        Description = "The folder of the database, the logs and the codebook.",
        HelpName = "FOLDER",
        Recursive = true,
    };

    private static Option<string?> SeedsOption { get; } = new("--seeds")
    {
        Description = "The folder of the essays that are ingested at the start.",
        HelpName = "FOLDER",
        Recursive = true,
    };

    public static RootCommand AddFolders(this RootCommand root)
    {
        root.Options.Add(DataOption);
        root.Options.Add(SeedsOption);
        return root;
    }

    /// <param name="tokens">What the command line's own options left over.</param>
    /// <returns>Arguments for a configuration.</returns>
    /// <exception cref="UserMistakeException">A token is no setting.</exception>
    public static string[] SettingArguments(this ParseResult parsed, IEnumerable<string> tokens)
    {
        var settings = tokens.ToList();
        var unknown = settings.Where(token => !IsSetting(token)).ToList();
        if (unknown.Count > 0)
            throw new UserMistakeException([.. unknown.Select(token => $"'{token}' is neither a command nor a setting."), "See --help."]);

        if (parsed.GetValue(DataOption) is { } data)
            settings.Add($"--Folders:Data={data}");
        if (parsed.GetValue(SeedsOption) is { } seeds)
            settings.Add($"--Folders:Seeds={seeds}");
        return [.. settings];
    }

    /// <summary>Whether the token has the form <c>--Section:Key=value</c> of a section that exists.</summary>
    public static bool IsSetting(string token)
    {
        if (!token.StartsWith("--", StringComparison.Ordinal) || token.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var equals))
            return false;
        var key = token[2..equals];
        var section = key.Split(':')[0];
        return HostKeys.Contains(key, StringComparer.OrdinalIgnoreCase)
            || Sections.Contains(section, StringComparer.OrdinalIgnoreCase);
    }
}
