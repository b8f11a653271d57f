using System.Text;
using RussiaChinaAnalysis.Web.Data;

namespace RussiaChinaAnalysis.Web.Tests.Data;

public sealed class TableTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    public async Task A_text_that_a_spreadsheet_would_run_is_escaped(string text) =>
        Assert.Contains($"'{text}", await WriteAsync(new Line(1, text, null, true)), StringComparison.Ordinal);

    [Fact]
    public async Task Numbers_stay_numbers() =>
        Assert.EndsWith("-3,,,false\r\n", await WriteAsync(new Line(-3, "", null, false)), StringComparison.Ordinal);

    [Fact]
    public async Task Columns_are_named_as_in_JSON() =>
        Assert.Equal("number,someText,other,yes\r\n", await WriteAsync());

    [Fact]
    public async Task Commas_quotes_and_line_ends_are_quoted() =>
        Assert.Contains("\"a, \"\"b\"\"\nc\"", await WriteAsync(new Line(1, "a, \"b\"\nc", null, true)), StringComparison.Ordinal);

    private static async Task<string> WriteAsync(params Line[] lines)
    {
        using var stream = new MemoryStream();
        await Table.Of(lines).WriteAsync(stream, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private sealed record Line(int Number, string SomeText, string? Other, bool Yes);
}
