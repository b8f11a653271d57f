using CsCheck;
using RussiaChinaAnalysis.Arguments.Text.Words;

namespace RussiaChinaAnalysis.Arguments.Tests.Text.Words;

public sealed class WordScannerTests
{
    [Theory]
    [InlineData("Russia’s exports", "Russia’s:Russia exports:exports")]
    [InlineData("the states' armies", "the:the states':states armies:armies")]
    [InlineData("don't", "don't:don't")]
    [InlineData("The U.S. bought it.", "The:The U.S:U.S bought:bought it:it")]
    [InlineData("Plan A.Then", "Plan:Plan A:A Then:Then")]
    [InlineData("naïve Çelik", "naïve:naïve Çelik:Çelik")]
    [InlineData("𐐀𐐁 x", "𐐀𐐁:𐐀𐐁 x:x")]
    public void Words_stand_with_and_without_their_possessive(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Read(text).Select(word => $"{word.Span.Of(text)}:{word.Stem.Of(text)}")));

    [Theory]
    [InlineData("Central Asia", WordJoint.Space)]
    [InlineData("Indo-Pacific", WordJoint.Hyphen)]
    [InlineData("Indo‑Pacific", WordJoint.Hyphen)]
    [InlineData("“no” limits", WordJoint.Space)]
    [InlineData("Central\nAsia", WordJoint.Space)]
    [InlineData("Central\n\nAsia", WordJoint.Break)]
    [InlineData("Asia. Central", WordJoint.Break)]
    [InlineData("Asia, Africa", WordJoint.Break)]
    [InlineData("Asia – Africa", WordJoint.Break)]
    public void What_joins_two_words_is_told(string text, WordJoint expected) =>
        Assert.Equal(expected, Read(text)[1].Before);

    [Fact]
    public void Words_of_any_text_are_ordered_and_within_it() =>
        AnyUtf16.String.Sample(text =>
        {
            var end = 0;
            foreach (var word in Read(text))
            {
                Assert.True(word.Span.Start >= end);
                Assert.True(word.Span.Contains(word.Stem));
                Assert.False(word.Stem.IsEmpty);
                end = word.Span.End;
            }

            Assert.True(end <= text.Length);
        });

    private static List<Word> Read(string text)
    {
        var words = new List<Word>();
        var scanner = new WordScanner(text);
        while (scanner.MoveNext())
            words.Add(scanner.Current);
        return words;
    }
}
