using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RussiaChinaAnalysis.Arguments.Reading.Markdown;

/// <summary>The metadata at the top of a Markdown file, between two lines of three hyphens.</summary>
internal sealed record FrontMatter(string? Title, string? Author, string? Published, string? Language)
{
    private const int LongestInCharacters = 64_000;
    private const int DeepestNesting = 20;
    private static readonly FrontMatter None = new(null, null, null, null);

    /// <summary>Reads no more than it must: scalars, and lists of them, under the keys that it knows; other keys may hold anything.</summary>
    /// <param name="body">Where the text after the front matter begins.</param>
    /// <param name="problem">What is wrong and in which line of the file, when the result is false.</param>
    public static bool TryRead(string source, out FrontMatter frontMatter, out int body, out string problem)
    {
        frontMatter = None;
        problem = "";
        if (!TryFind(source, out var yaml, out body, out problem))
            return problem.Length == 0;
        var parser = new Parser(new StringReader(yaml));
        try
        {
            var values = ReadMapping(parser);
            frontMatter = new FrontMatter(
                Find(values, "title"), Find(values, "author", "authors"), Find(values, "published", "date"), Find(values, "language", "lang"));
            return true;
        }
        catch (YamlException exception)
        {
            problem = Invalid(exception.Start.Line, Reason(exception));
            return false;
        }
        catch (InvalidOperationException)
        {
            // How the library says that some texts end within a list or a mapping.
            problem = Invalid(parser.Current?.End.Line ?? 1, "a bracket is never closed");
            return false;
        }
    }

    // Line 1 of the file holds the hyphens.
    private static string Invalid(long line, string reason) => string.Create(CultureInfo.InvariantCulture,
        $"has front matter that is not valid YAML in line {line + 1} ({reason}); write it as lines of \"key: value\", with quotation marks around values that hold a colon or a bracket.");

    private static bool TryFind(string source, out string yaml, out int body, out string problem)
    {
        (yaml, body, problem) = ("", 0, "");
        if (!IsFence(source, 0, out var start))
            return false;
        for (var line = start; line < source.Length; line = NextLine(source, line))
        {
            if (line - start > LongestInCharacters)
                break;
            if (!IsFence(source, line, out body))
                continue;
            yaml = source[start..line];
            return true;
        }

        body = 0;
        if (LooksLikeKey(source, start))
            problem = "has front matter that begins in line 1 and is never closed; put a line of three hyphens after it.";
        return false;
    }

    private static Dictionary<string, string> ReadMapping(Parser parser)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
            return values;
        parser.Consume<DocumentStart>();
        if (parser.TryConsume<Scalar>(out var empty))
        {
            if (empty.Value.Length > 0)
                throw new YamlException(empty.Start, empty.End, "a value without a key");
            return values;
        }

        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadValue(parser);
            values[key] = ReadValue(parser);
        }

        return values;
    }

    // The scalars of one value, however it is nested, joined by commas: "authors: [Li Wei, Anna Petrova]".
    private static string ReadValue(Parser parser)
    {
        var scalars = new List<string>();
        var depth = 0;
        do
        {
            var next = parser.Consume<ParsingEvent>();
            depth += next.NestingIncrease;
            if (depth > DeepestNesting)
                throw new YamlException(next.Start, next.End, "nested too deeply");
            if (next is Scalar scalar)
                scalars.Add(scalar.Value);
        }
        while (depth > 0);
        return string.Join(", ", scalars);
    }

    private static string? Find(Dictionary<string, string> values, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            if (values.TryGetValue(key, out var value) && !string.IsNullOrWhiteSpace(value) && value is not ("null" or "~"))
                return value;
        return null;
    }

    private static string Reason(YamlException exception)
    {
        var reason = exception.Message;
        return reason[(reason.LastIndexOf("): ", StringComparison.Ordinal) is var at and >= 0 ? at + 3 : 0)..].TrimEnd('.');
    }

    private static bool IsFence(string source, int line, out int next)
    {
        next = NextLine(source, line);
        var content = source.AsSpan(line, next - line).TrimEnd();
        return content is "---" || (line > 0 && content is "...");
    }

    private static int NextLine(string source, int line)
    {
        var end = source.IndexOf('\n', line);
        return end < 0 ? source.Length : end + 1;
    }

    private static bool LooksLikeKey(string source, int line)
    {
        var content = source.AsSpan(line, NextLine(source, line) - line);
        var colon = content.IndexOf(':');
        return colon > 0 && content[..colon].IndexOfAny(' ', '*', '[') < 0;
    }
}
