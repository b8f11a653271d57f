using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Codebook;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Tests.Codebook;
using RussiaChinaAnalysis.Arguments.Tests.Extraction.Themes;

namespace RussiaChinaAnalysis.Arguments.Tests.Extraction.Golden;

/// <summary>One case of a golden document: a text and what is to be found in it.</summary>
/// <param name="Paragraphs">With <c>#</c> before a heading; one of the first rank at the beginning is the title of the essay.</param>
/// <param name="Published">Null where the case gives no date.</param>
public sealed record GoldenCase(string Document, string Title, ImmutableArray<string> Paragraphs, string? Published, ImmutableArray<GoldenExpectation> Expectations)
{
    private const string Prefix = "golden-extraction/";

    private const string PublishedOn = "Published: ";

    private static readonly ArgumentPipeline Pipeline = new ArgumentPipelineBuilder().UseCodebook(SuppliedCodebook()).Build();

    /// <summary>The rules that the cases are read by.</summary>
    public static RuleCatalogue Rules => Pipeline.Rules;

    /// <summary>The cases of all documents in this folder.</summary>
    public static IEnumerable<GoldenCase> All() =>
        from name in typeof(GoldenCase).Assembly.GetManifestResourceNames()
        where name.StartsWith(Prefix, StringComparison.Ordinal) && !name.EndsWith("README", StringComparison.Ordinal)
        from golden in Read(name[Prefix.Length..], GoldenLines.Of(name))
        select golden;

    public override string ToString() => $"{Document}: {Title}";

    public ArgumentStructure Extract()
    {
        var essay = Essay.Of(string.Join("\n\n", Paragraphs));
        var title = Paragraphs[0].StartsWith("# ", StringComparison.Ordinal) ? Paragraphs[0][2..] : "Golden";
        return Pipeline.Extract(essay with { Metadata = new DocumentMetadata(title, Published: Published) });
    }

    private static IEnumerable<GoldenCase> Read(string document, IEnumerable<string> lines)
    {
        var title = "";
        string? published = null;
        var paragraphs = new List<string>();
        var expectations = new List<GoldenExpectation>();
        foreach (var line in lines.Append("## "))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                if (paragraphs.Count > 0)
                    yield return new GoldenCase(document, title, [.. paragraphs], published, [.. expectations]);
                title = line[3..];
                paragraphs.Clear();
                expectations.Clear();
                published = null;
            }
            else if (line.StartsWith("> ", StringComparison.Ordinal))
            {
                paragraphs.Add(line[2..]);
            }
            else if (line.StartsWith(PublishedOn, StringComparison.Ordinal))
            {
                published = line[PublishedOn.Length..];
            }
            else if (line.StartsWith("- “", StringComparison.Ordinal) && title.Length > 0)
            {
                expectations.Add(GoldenExpectation.Parse(line[3..]));
            }
        }
    }

    private static ThemeCodebook SuppliedCodebook()
    {
        var path = RepositoryFiles.Path("data", "codebook.yaml");
        return ((CodebookResult.Loaded)CodebookYaml.Load(File.ReadAllText(path), path)).Codebook;
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
