using System.Globalization;
using System.Text;
using RussiaChinaAnalysis.Benchmarks.Extraction;

namespace RussiaChinaAnalysis.Benchmarks.Serving;

/// <summary>Essays as files, of words as frequent as in the seeds, so that they are taken for English and no two sentences are alike.</summary>
internal static class EssayFiles
{
    /// <summary>The title is one of them.</summary>
    public const int PassagesOfEssay = Paragraphs * SentencesOfParagraph + 1;

    private const int Paragraphs = 10;
    private const int SentencesOfParagraph = 6;
    private const int EssaysOfFolder = 1000;

    public static void Write(string folder, int essays)
    {
        var random = new Random(20260102);
        for (var number = 0; number < essays; number++)
        {
            var essay = new StringBuilder().Append("# ").Append(Sentence(random)).AppendLine();
            for (var paragraph = 0; paragraph < Paragraphs; paragraph++)
                essay.AppendLine().AppendJoin(' ', Enumerable.Range(0, SentencesOfParagraph).Select(_ => Sentence(random))).AppendLine();
            var part = Directory.CreateDirectory(Path.Combine(folder, (number / EssaysOfFolder).ToString("000", CultureInfo.InvariantCulture)));
            File.WriteAllText(Path.Combine(part.FullName, $"essay-{number:0000000}.md"), essay.ToString());
        }
    }

    private static string Sentence(Random random)
    {
        var words = string.Join(' ', Enumerable.Range(0, 12 + random.Next(16)).Select(_ => SeedText.Words[random.Next(SeedText.Words.Length)]));
        return $"{char.ToUpperInvariant(words[0])}{words[1..]}.";
    }
}
