using RussiaChinaAnalysis.Arguments.Codebook;
using RussiaChinaAnalysis.Arguments.Extraction;

namespace RussiaChinaAnalysis.Web.Hosting;

internal static class Extraction
{
    /// <exception cref="UserMistakeException">The codebook cannot be used.</exception>
    public static ArgumentPipeline BuildPipeline(string codebookPath) =>
        new ArgumentPipelineBuilder().UseCodebook(LoadCodebook(codebookPath)).Build();

    /// <exception cref="UserMistakeException">Names everything that is wrong in the codebook, with file and line.</exception>
    public static ThemeCodebook LoadCodebook(string path)
    {
        string yaml;
        try
        {
            yaml = File.ReadAllText(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserMistakeException($"The codebook cannot be read: {failure.Message}");
        }

        return CodebookYaml.Load(yaml, path) switch
        {
            CodebookResult.Loaded loaded => loaded.Codebook,
            CodebookResult.Refused refused => throw new UserMistakeException([.. refused.Errors.Select(error => error.ToString())]),
            var other => throw new InvalidOperationException($"Unknown outcome {other}."),
        };
    }
}
