using CsCheck;
using RussiaChinaAnalysis.Arguments.Text.Words;

namespace RussiaChinaAnalysis.Arguments.Tests.Text.Words;

public sealed class WordFormTests
{
    [Theory]
    [InlineData("export exports exported exporting Exports")]
    [InlineData("trade trades traded trading")]
    [InlineData("promise promises promised promising")]
    [InlineData("policy policies")]
    [InlineData("ally allies allied")]
    [InlineData("tie ties tied tying")]
    [InlineData("plan plans planned planning")]
    [InlineData("plane planes planed planing")]
    [InlineData("control controls controlled controlling")]
    [InlineData("sell sells sold selling")]
    [InlineData("army armies")]
    [InlineData("crisis crises")]
    [InlineData("tax taxes taxed")]
    [InlineData("agree agrees agreed agreeing")]
    [InlineData("change changes changed changing")]
    [InlineData("normalise normalises normalised normalize normalizing")]
    [InlineData("neighbour neighbor neighbours neighboring")]
    [InlineData("woman women")]
    [InlineData("isolate isolates isolated isolating")]
    [InlineData("U.S US us")]
    public void Inflected_forms_share_a_key(string forms) =>
        Assert.Single(forms.Split(' ').Select(form => WordForm.Key(form)).Distinct());

    [Theory]
    [InlineData("car", "care")]
    [InlineData("hop", "hope")]
    [InlineData("plan", "plane")]
    [InlineData("Asia", "Asian")]
    [InlineData("trade", "trader")]
    [InlineData("gas", "ga")]
    [InlineData("for", "four")]
    public void Different_words_keep_different_keys(string first, string second) =>
        Assert.NotEqual(WordForm.Key(first), WordForm.Key(second));

    [Theory]
    [InlineData("US", true)]
    [InlineData("U.S", true)]
    [InlineData("G20", false)]
    [InlineData("BRICS", true)]
    [InlineData("Us", false)]
    [InlineData("I", false)]
    public void Abbreviations_are_told_by_their_capitals(string word, bool expected) =>
        Assert.Equal(expected, WordForm.IsCapitals(word));

    [Fact]
    public void Any_text_has_a_key_of_bounded_length() =>
        AnyUtf16.String.Sample(word => Assert.True(WordForm.Key(word).Length <= WordForm.MaximumLength));

    [Fact]
    public void Reducing_a_plain_word_never_empties_it() =>
        Gen.Char['a', 'z'].Array[1, 12].Sample(letters => Assert.NotEqual("", WordForm.Key(letters)));
}
