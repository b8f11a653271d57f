using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Arguments.Tests.Extraction.Golden;

namespace RussiaChinaAnalysis.Arguments.Tests.Comparison.Golden;

/// <summary>One case of the golden document on connections: two quotations and what is to be found between them.</summary>
public sealed record ConnectionCase(string Title, ImmutableArray<string> Quotations, ImmutableArray<string> Expectations)
{
    public static IEnumerable<ConnectionCase> All()
    {
        var title = "";
        var quotations = new List<string>();
        var expectations = new List<string>();
        foreach (var line in GoldenLines.Of("golden-connections").Append("## "))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                if (quotations.Count > 0)
                    yield return new ConnectionCase(title, [.. quotations], [.. expectations]);
                title = line[3..];
                quotations.Clear();
                expectations.Clear();
            }
            else if (line.StartsWith("> ", StringComparison.Ordinal))
            {
                quotations.Add(line[2..]);
            }
            else if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                expectations.Add(line[2..]);
            }
        }
    }

    public override string ToString() => $"connections: {Title}";

    public ImmutableArray<PassageConnection> Links() => ComparedEssay.Links(Quotations[0], Quotations[1]);
}
