using System.Text;
using CsCheck;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Tests.Text;

public sealed class TextNormaliserTests
{
    [Theory]
    [InlineData("one\r\ntwo\rthree\n", "one\ntwo\nthree\n")]
    [InlineData("\uFEFFtext", "text")]
    [InlineData("cafe\u0301", "caf\u00E9")]
    [InlineData("a\u0000b\u001Fc\u0085d\fe", "a b c d e")]
    [InlineData("a\uFFFFb", "a\uFFFDb")]
    [InlineData("tabs\tand  spaces \n stay\n\n", "tabs\tand  spaces \n stay\n\n")]
    [InlineData("Россия и 中国 😀", "Россия и 中国 😀")]
    public void Raw_text_is_normalised(string raw, string expected) =>
        Assert.Equal(expected, TextNormaliser.Normalise(raw));

    [Fact]
    public void Unpaired_surrogates_are_replaced() =>
        Assert.Equal("a\uFFFDb\uFFFD😀", TextNormaliser.Normalise("a\uD800b\uDC00😀"));

    [Fact]
    public void Normalising_twice_changes_nothing() =>
        AnyText.Arbitrary.Sample(
            raw =>
            {
                var once = TextNormaliser.Normalise(raw);
                Assert.Equal(once, TextNormaliser.Normalise(once));
            },
            iter: 10_000);

    [Fact]
    public void The_result_is_in_form_c_and_valid_in_xml() =>
        AnyText.Arbitrary.Sample(
            raw =>
            {
                var text = TextNormaliser.Normalise(raw);
                Assert.True(text.IsNormalized(NormalizationForm.FormC));
                System.Xml.XmlConvert.VerifyXmlChars(text);
            },
            iter: 10_000);

    [Theory]
    [InlineData("\u0301\u0316")]
    [InlineData("\U0001D16D\U0001D16E")]
    public async Task A_long_run_of_unordered_combining_marks_does_not_hold_it_up(string marks)
    {
        var hostile = string.Concat(Enumerable.Repeat(marks, 500_000));

        var normalising = Task.Run(() => TextNormaliser.Normalise(hostile), TestContext.Current.CancellationToken);
        var text = await normalising.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal(hostile.Length, text.Count(character => character != '\u034F'));
    }
}
