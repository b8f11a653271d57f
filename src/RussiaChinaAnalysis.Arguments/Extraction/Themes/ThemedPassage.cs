using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Codebook;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction.Themes;

/// <summary>A passage while its themes are collected.</summary>
/// <param name="block">The index of the block that the passage lies in.</param>
/// <param name="paragraph">Equal for the passages of one paragraph, which may be less than a block.</param>
internal sealed class ThemedPassage(TextSpan span, int block, int paragraph, bool startsNewPoint)
{
    private readonly List<KeyValuePair<int, ThemeScore>> scores = [];

    public TextSpan Span => span;

    /// <summary>The passage's words are <c>[FirstWord, EndWord)</c>.</summary>
    public int FirstWord { get; init; }

    public int EndWord { get; init; }

    public int Block => block;

    public int Paragraph => paragraph;

    public bool StartsNewPoint => startsNewPoint;

    /// <summary>By the index of the theme in the codebook, in the order of the first sign.</summary>
    public List<KeyValuePair<int, ThemeScore>> Scores => scores;

    public ThemeScore? Find(int theme)
    {
        foreach (var (known, score) in scores)
        {
            if (known == theme)
                return score;
        }

        return null;
    }

    public ThemeScore ScoreOf(int theme)
    {
        if (Find(theme) is { } known)
            return known;

        var score = new ThemeScore();
        scores.Add(new KeyValuePair<int, ThemeScore>(theme, score));
        return score;
    }

    /// <summary>Ends the collection: the themes above the threshold, the strongest first; equal ones in the order of the codebook.</summary>
    public ImmutableArray<ThemeTag> Tags(ThemeCodebook codebook)
    {
        scores.RemoveAll(pair => pair.Value.Score < ThemeWeights.Threshold);
        if (scores.Count > 1)
            scores.Sort((one, other) => one.Value.Score != other.Value.Score ? other.Value.Score.CompareTo(one.Value.Score) : one.Key.CompareTo(other.Key));
        var tags = ImmutableArray.CreateBuilder<ThemeTag>(scores.Count);
        foreach (var (theme, score) in scores)
            tags.Add(score.ToTag(codebook.Themes[theme].Slug));
        return tags.MoveToImmutable();
    }
}
