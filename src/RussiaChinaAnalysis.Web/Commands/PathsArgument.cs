using System.CommandLine;
using RussiaChinaAnalysis.Web.Hosting;

namespace RussiaChinaAnalysis.Web.Commands;

/// <summary>The <c>PATH…</c> of a command, among which settings may stand.</summary>
internal static class PathsArgument
{
    /// <param name="description">What may be named.</param>
    public static Argument<string[]> Create(string description) => new("PATH")
    {
        Description = description,
        Arity = ArgumentArity.OneOrMore,
    };

    /// <exception cref="UserMistakeException">An option is unknown, or no path is left.</exception>
    public static (IReadOnlyList<string> Paths, Settings Settings) Read(ParseResult parsed, Argument<string[]> argument)
    {
        var tokens = parsed.GetRequiredValue(argument);
        // A name that begins with a hyphen can still be given, as ./-name.
        var options = tokens.Where(token => token.StartsWith('-')).ToList();
        var settings = parsed.Read(options);
        var paths = tokens.Except(options).ToList();
        return paths.Count > 0 ? (paths, settings) : throw new UserMistakeException("No path is given.", "See --help.");
    }
}
