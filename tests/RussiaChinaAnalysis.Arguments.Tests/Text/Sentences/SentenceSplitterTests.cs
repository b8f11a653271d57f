using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Arguments.Text.Sentences;

namespace RussiaChinaAnalysis.Arguments.Tests.Text.Sentences;

public sealed class SentenceSplitterTests
{
    public static TheoryData<string> Cases => [.. GoldenSentences.Load()];

    /// <summary>Every case is a paragraph in which a bar stands where one sentence ends and the next begins.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void A_golden_paragraph_falls_apart_at_its_bars(string marked)
    {
        var expected = marked.Split('|', StringSplitOptions.TrimEntries);
        var text = marked.Replace("| ", "", StringComparison.Ordinal).Replace("|", "", StringComparison.Ordinal);

        var sentences = SentenceSplitter.Split(text, new TextSpan(0, text.Length));

        Assert.Equal(expected, sentences.Select(sentence => sentence.Of(text)));
    }

    [Fact]
    public void Only_the_block_is_split()
    {
        const string text = "Before. One here. Two here. After.";

        var sentences = SentenceSplitter.Split(text, new TextSpan(8, 27));

        Assert.Equal(["One here.", "Two here."], sentences.Select(sentence => sentence.Of(text)));
    }

    [Fact]
    public void A_block_of_white_space_holds_no_sentence() =>
        Assert.Empty(SentenceSplitter.Split(" \n\t ", new TextSpan(0, 4)));
}
