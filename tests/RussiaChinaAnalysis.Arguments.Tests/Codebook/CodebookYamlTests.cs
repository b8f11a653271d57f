using System.Collections.Immutable;
using CsCheck;
using RussiaChinaAnalysis.Arguments.Codebook;
using RussiaChinaAnalysis.Arguments.Tests.Text;

namespace RussiaChinaAnalysis.Arguments.Tests.Codebook;

public sealed class CodebookYamlTests
{
    private const string Valid =
        """
        themes:
          - slug: transport
            name: Transport
            definition: Roads and rails.
            colour: "#1B6CA8"
          - slug: cycling
            name: Cycling
            definition: >-
              Bicycles, their lanes
              and their riders.
            colour: "#bd300b"
            parent: transport
            cues:
              cycle lane: 0.9
              helmet: 1
        """;

    [Fact]
    public void A_valid_file_is_loaded_in_its_order()
    {
        var codebook = Loaded(Valid);

        Assert.Equal(["transport", "cycling"], codebook.Themes.Select(theme => theme.Slug));
        var cycling = codebook.Themes.SingleOrDefault(theme => theme.Slug == "cycling");
        Assert.NotNull(cycling);
        Assert.Equal("Cycling", cycling.Name);
        Assert.Equal("Bicycles, their lanes and their riders.", cycling.Definition);
        Assert.Equal("transport", cycling.Parent);
        Assert.Equal([new CueTerm("cycle lane", 0.9), new CueTerm("helmet", 1)], cycling.CueTerms);
    }

    [Fact]
    public void Colours_are_kept_in_lower_case() =>
        Assert.Equal("#1b6ca8", Loaded(Valid).Themes.Single(theme => theme.Slug == "transport").Colour);

    [Theory]
    [InlineData("""    color: "#1b6ca8" """, 6, 5, "“color” is unknown", "Did you mean “colour”?")]
    [InlineData("""    weight: 3""", 6, 5, "“weight” is unknown in the theme “transport”", "Known keys")]
    [InlineData("""    name: Again""", 6, 5, "“name” stands twice", "Keep one")]
    [InlineData("""    parent: transprot""", 6, 13, "“transprot” is not the slug of any theme", "Did you mean “transport”?")]
    [InlineData("""    parent: transport""", 2, 11, "its own ancestor: transport → transport", "another parent")]
    [InlineData("""    cues: [lane, road]""", 6, 11, "“cues” in the theme “transport” is a list", "trading partner: 0.8")]
    [InlineData("""    cues: { lane: 1.5 }""", 6, 19, "is “1.5”", "at most 1")]
    [InlineData("""    cues: { lane: 0 }""", 6, 19, "is “0”", "above 0")]
    [InlineData("""    cues: { lane: -0.5 }""", 6, 19, "is “-0.5”", "above 0")]
    [InlineData("""    cues: { lane: NaN }""", 6, 19, "is “NaN”", "a number")]
    [InlineData("""    cues: { lane: "0,5" }""", 6, 19, "is “0,5”", "such as 0.8")]
    [InlineData("""    cues: { lane: }""", 6, 19, "is “”", "a number")]
    [InlineData("""    cues: { "?!": 0.5 }""", 6, 13, "holds no word", "letters or digits")]
    [InlineData("""    cues: { lane: 0.5, Lanes: 0.5 }""", 6, 24, "matches the same words as “lane”", "Keep one")]
    [InlineData("""    cues: { a b c d e f g h i: 0.5 }""", 6, 13, "has 9 words", "at most 8")]
    [InlineData("""    parent: *anchor""", 6, 13, "aliases", "quotation marks")]
    public void A_mistake_is_reported_where_it_stands_with_the_way_to_mend_it(string added, int line, int column, string what, string remedy)
    {
        var yaml =
            $"""
            themes:
              - slug: transport
                name: Transport
                definition: Roads and rails.
                colour: "#1b6ca8"
            {added}
            """;

        var error = Assert.Single(Refused(yaml));

        Assert.Equal(("book.yaml", line, column), (error.File, error.Line, error.Column));
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Trade share")]
    [InlineData("trade--share")]
    [InlineData("-trade")]
    [InlineData("trade_share")]
    [InlineData("тема")]
    public void A_slug_must_fit_an_address(string slug)
    {
        var error = Assert.Single(Refused(Valid.Replace("slug: transport", $"slug: {slug}", StringComparison.Ordinal).Replace("parent: transport", $"parent: {slug}", StringComparison.Ordinal)));

        Assert.Equal((2, 11), (error.Line, error.Column));
        Assert.Contains("is no slug", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"#12345\"")]
    [InlineData("\"#1b6ca88\"")]
    [InlineData("red")]
    [InlineData("\"#1b6cag\"")]
    public void A_colour_must_be_hexadecimal(string colour)
    {
        var error = Assert.Single(Refused(Valid.Replace("\"#1B6CA8\"", colour, StringComparison.Ordinal)));

        Assert.Equal((5, 13), (error.Line, error.Column));
        Assert.Contains("is no colour", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_colour_without_quotation_marks_is_explained()
    {
        var error = Assert.Single(Refused(Valid.Replace("\"#1B6CA8\"", "#1B6CA8", StringComparison.Ordinal)));

        Assert.Equal(5, error.Line);
        Assert.Contains("YAML takes # for a comment", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slug_used_twice_names_the_first_line()
    {
        var error = Assert.Single(Refused(Valid.Replace("slug: cycling", "slug: transport", StringComparison.Ordinal).Replace("    parent: transport\n", "", StringComparison.Ordinal)));

        Assert.Equal((6, 11), (error.Line, error.Column));
        Assert.Contains("already used on line 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cycle_of_parents_is_spelt_out_once()
    {
        var error = Assert.Single(Refused(Valid.Replace("name: Transport", "name: Transport\n    parent: cycling", StringComparison.Ordinal)));

        Assert.Contains("transport → cycling → transport", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_reported_at_once_in_the_order_of_the_file()
    {
        const string yaml =
            """
            themes:
              - slug: Bad Slug
                name: ""
                colour: blue
                extra: 1
              - just a text
              - slug: fine
                name: Fine
                parent: nowhere
                colour: "#000000"
                cues: { word: 2 }
            """;

        var errors = Refused(yaml);

        Assert.Equal([2, 2, 3, 4, 5, 6, 7, 9, 11], errors.Select(error => error.Line));
        Assert.Contains(errors, error => error.Message.Contains("“definition” is missing in the theme “fine”", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("# only a comment\n", "is empty")]
    [InlineData("just words", "a text where the key “themes:”")]
    [InlineData("- a\n- b", "a list where the key “themes:”")]
    [InlineData("themes:", "must be a list")]
    [InlineData("themes: []", "list of themes is empty")]
    [InlineData("topics: []", "“topics” is unknown")]
    [InlineData("themes:\n  - slug: \"unclosed", "not valid YAML")]
    [InlineData("themes:\n\t- slug: tab", "not valid YAML")]
    [InlineData("themes: [", "not valid YAML")]
    [InlineData("themes: !!binary aGk=", "Tags")]
    [InlineData("a: &a [*a]", "Anchors")]
    public void A_file_of_another_shape_is_refused(string yaml, string what) =>
        Assert.Contains(Refused(yaml), error => error.Message.Contains(what, StringComparison.Ordinal));

    [Fact]
    public void A_syntax_error_has_its_line()
    {
        var error = Assert.Single(Refused(Valid.Replace("name: Cycling", "name: \"Cycling\" and more", StringComparison.Ordinal)));

        Assert.Equal(7, error.Line);
        Assert.StartsWith("book.yaml:7:", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_document_is_refused() =>
        Assert.Contains(Refused(Valid + "\n---\n" + Valid), error => error.Line == 16 && error.Message.Contains("second YAML document", StringComparison.Ordinal));

    [Fact]
    public void Deep_nesting_is_refused_and_not_followed() =>
        Assert.Contains(Refused("themes: " + new string('[', 50_000)), error => error.Message.Contains("nested deeper", StringComparison.Ordinal));

    [Fact]
    public void A_file_beyond_the_limit_is_refused_unread() =>
        Assert.Contains("1,000,000", Assert.Single(Refused(new string('#', CodebookYaml.MaximumLength + 1))).Message, StringComparison.Ordinal);

    [Fact]
    public void Any_damage_to_a_file_is_an_outcome() =>
        Gen.Select(Gen.Int[0, Valid.Length - 1], Gen.Int[0, 20], AnyUtf16.String)
            .Sample((start, length, inserted) =>
            {
                var damaged = Valid.Remove(start, Math.Min(length, Valid.Length - start)).Insert(start, inserted);
                if (CodebookYaml.Load(damaged, "book.yaml") is CodebookResult.Refused refused)
                {
                    Assert.NotEmpty(refused.Errors);
                    Assert.All(refused.Errors, error => Assert.True(error is { Line: > 0, Column: > 0, Message: not "" }));
                }
            });

    private static ThemeCodebook Loaded(string yaml) =>
        Assert.IsType<CodebookResult.Loaded>(CodebookYaml.Load(yaml, "book.yaml")).Codebook;

    private static ImmutableArray<CodebookError> Refused(string yaml) =>
        Assert.IsType<CodebookResult.Refused>(CodebookYaml.Load(yaml, "book.yaml")).Errors;
}
