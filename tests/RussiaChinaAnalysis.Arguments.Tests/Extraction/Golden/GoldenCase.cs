using System.Collections.Immutable;

namespace RussiaChinaAnalysis.Arguments.Tests.Extraction.Golden;

/// <summary>One case of a golden document: a text and what is to be found in it.</summary>
public sealed record GoldenCase(string Document, string Title, ImmutableArray<string> Paragraphs, ImmutableArray<GoldenExpectation> Expectations)
{
    public override string ToString() => $"{Document}: {Title}";

    public static IEnumerable<GoldenCase> Read(string document, IEnumerable<string> lines)
    {
        var title = "";
        var paragraphs = new List<string>();
        var expectations = new List<GoldenExpectation>();
        foreach (var line in lines.Append("## "))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                if (paragraphs.Count > 0)
                    yield return new GoldenCase(document, title, [.. paragraphs], [.. expectations]);
                title = line[3..];
                paragraphs.Clear();
                expectations.Clear();
            }
            else if (line.StartsWith("> ", StringComparison.Ordinal))
            {
                paragraphs.Add(line[2..]);
            }
            else if (line.StartsWith("- “", StringComparison.Ordinal) && title.Length > 0)
            {
                expectations.Add(GoldenExpectation.Parse(line[3..]));
            }
        }
    }
}

/// <param name="Words">What the passage begins with.</param>
public sealed record GoldenExpectation(string Words, ImmutableArray<string> Labels)
{
    public static GoldenExpectation Parse(string line)
    {
        var end = line.LastIndexOf("”: ", StringComparison.Ordinal);
        return new(line[..end], [.. line[(end + 3)..].Split(", ")]);
    }
}
