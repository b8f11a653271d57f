using CsCheck;
using RussiaChinaAnalysis.Arguments.Tests.Text;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Tests.Model;

public sealed class NormalisedKeyTests
{
    [Theory]
    [InlineData("  Ada \t Lovelace ", "ada lovelace")]
    [InlineData("ПЁТР", "пётр")]
    [InlineData("ΟΔΟΣ", "οδοσ")]
    [InlineData("οδος", "οδοσ")]
    [InlineData("ﬁle", "file")]
    [InlineData("e\u0301", "é")]
    [InlineData("J\u030C", "\u01F0")]
    [InlineData(" \uFEFFAda", "ada")]
    public void Names_that_read_alike_have_one_key(string name, string key) => Assert.Equal(key, NormalisedKey.Of(name));

    [Theory]
    [InlineData(null)]
    [InlineData(" \n ")]
    public void Nothing_has_no_key(string? name) => Assert.Null(NormalisedKey.OfOptional(name));

    [Fact]
    public void The_key_of_a_key_is_itself() =>
        AnyUtf16.String.Sample(text => NormalisedKey.Of(NormalisedKey.Of(text)) == NormalisedKey.Of(text), iter: 1000);
}
