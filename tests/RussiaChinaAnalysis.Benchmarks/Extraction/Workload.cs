using RussiaChinaAnalysis.Arguments.Codebook;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Arguments.Text.Sentences;

namespace RussiaChinaAnalysis.Benchmarks.Extraction;

/// <summary>The work that is measured.</summary>
internal static class Workload
{
    /// <summary>With every theme of the codebook, as the product runs.</summary>
    public static ArgumentPipeline Pipeline() => new ArgumentPipelineBuilder().UseCodebook(Codebook()).Build();

    public static int SplitSentences(SourceDocument document)
    {
        var sentences = new List<TextSpan>();
        foreach (var block in document.Blocks)
            SentenceSplitter.Split(document.Text, block.Span, sentences);
        return sentences.Count;
    }

    private static ThemeCodebook Codebook() => CodebookYaml.Load(File.ReadAllText(Repository.Codebook), Repository.Codebook) switch
    {
        CodebookResult.Loaded loaded => loaded.Codebook,
        CodebookResult.Refused refused => throw new InvalidOperationException(string.Join(Environment.NewLine, refused.Errors)),
        _ => throw new InvalidOperationException("A codebook is either loaded or refused."),
    };
}
