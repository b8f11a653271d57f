using RussiaChinaAnalysis.Arguments.Extraction.Quantities;
using RussiaChinaAnalysis.Web.Look;

namespace RussiaChinaAnalysis.Web.Tests.Look;

public sealed class FigureWordsTests
{
    [Theory]
    [InlineData(2024, null, "from 2024")]
    [InlineData(null, 2024, "until 2024")]
    [InlineData(2020, 2029, "2020–2029")]
    [InlineData(null, null, null)]
    public void A_period_with_one_known_end_is_told_by_it(int? first, int? last, string? expected) =>
        Assert.Equal(expected, FigureWords.Years(new TimeExpression(default, TimeRelation.In, first, last, null)));
}
