using RussiaChinaAnalysis.Arguments.Comparison;

namespace RussiaChinaAnalysis.Arguments.Tests.Comparison.Golden;

public sealed class ConnectionTests
{
    public static IEnumerable<TheoryDataRow<ConnectionCase>> Cases() =>
        ConnectionCase.All().Select(golden => new TheoryDataRow<ConnectionCase>(golden) { TestDisplayName = golden.ToString() });

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void The_comparer_finds_what_the_document_says(ConnectionCase golden)
    {
        Assert.Equal(2, golden.Quotations.Length);
        Assert.NotEmpty(golden.Expectations);
        var links = golden.Links();

        Assert.All(golden.Expectations, expected => Assert.True(Holds([.. links], expected), $"There should be {expected}, but there is: {string.Join("; ", links.Select(Describe))}"));
    }

    [Fact]
    public void Every_kind_of_connection_and_every_sign_is_found_in_some_case()
    {
        var links = ConnectionCase.All().SelectMany(golden => golden.Links()).ToList();

        Assert.Equal(Enum.GetValues<ConnectionKind>(), links.Select(link => link.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<ConnectionRule>(), links.SelectMany(link => link.Signs).Select(sign => sign.Rule).Distinct().Order());
    }

    private static bool Holds(List<PassageConnection> links, string expected) => expected.Split(' ', 2) switch
    {
        ["nothing"] => links.Count == 0,
        ["no", var kind] => !links.Exists(link => Words(link.Kind) == Known(kind)),
        ["because", var sign] => links.Exists(link => link.Signs.Any(given => Words(given.Rule) == sign["of ".Length..])),
        _ => links.Exists(link => Words(link.Kind) == Known(expected)),
    };

    /// <summary>A kind that is written wrong would make every “no” right.</summary>
    private static string Known(string kind) =>
        Enum.GetValues<ConnectionKind>().Select(known => Words(known)).Contains(kind) ? kind : throw new InvalidOperationException($"“{kind}” is no kind of connection.");

    private static string Words(Enum value) =>
        string.Concat(value.ToString().Select((letter, index) => char.IsUpper(letter) ? (index > 0 ? " " : "") + char.ToLowerInvariant(letter) : letter.ToString()));

    private static string Describe(PassageConnection link) =>
        $"{Words(link.Kind)} because of {string.Join(", ", link.Signs.Select(sign => Words(sign.Rule)))}";
}
