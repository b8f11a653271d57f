using System.Globalization;
using CsCheck;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Extraction.Quantities;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Tests.Extraction.Themes;
using RussiaChinaAnalysis.Arguments.Tests.Text;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Tests.Extraction.Quantities;

public sealed class QuantityStageTests
{
    private static readonly ArgumentPipeline Pipeline = new ArgumentPipelineBuilder().Build();

    [Theory]
    [InlineData("Rents rose by 14%.", "14% = 14 percent")]
    [InlineData("Rents rose by 14 per cent.", "14 per cent = 14 percent")]
    [InlineData("Rents rose by twenty-five percent.", "twenty-five percent = 25 percent")]
    [InlineData("Rents rose by 2.5 percentage points.", "2.5 percentage points = 2.5 percentage point")]
    [InlineData("Almost a third of pupils left.", "Almost a third = 33.33 percent")]
    [InlineData("Two-thirds of pupils left.", "Two-thirds = 66.67 percent")]
    [InlineData("About half of the pupils left.", "About half = 50 percent")]
    [InlineData("Three quarters of pupils left.", "Three quarters = 75 percent")]
    [InlineData("One in five pupils left.", "One in five = 20 percent")]
    [InlineData("The hall cost $1.2 billion.", "$1.2 billion = 1200000000 USD")]
    [InlineData("The hall cost €3m.", "€3m = 3000000 EUR")]
    [InlineData("The hall cost 50 billion roubles.", "50 billion roubles = 50000000000 RUB")]
    [InlineData("The hall cost 50 million US dollars.", "50 million US dollars = 50000000 USD")]
    [InlineData("The hall cost 2 to 3 million euros.", "2 to 3 million euros = 2000000..3000000 EUR")]
    [InlineData("Between 10 and 15 percent of pupils left.", "10 and 15 percent = 10..15 percent")]
    [InlineData("Some 10–15 percent of pupils left.", "Some 10–15 percent = 10..15 percent")]
    [InlineData("More than 250,000 people left.", "More than 250,000 people = 250000 person")]
    [InlineData("Two hundred and fifty thousand people left.", "Two hundred and fifty thousand people = 250000 person")]
    [InlineData("At least 12 new stations opened.", "At least 12 new stations = 12 station")]
    [InlineData("The line is 200 km long.", "200 km = 200 kilometre")]
    [InlineData("The line is 200km long.", "200km = 200 kilometre")]
    [InlineData("In 2000 the town had 2000 shops.", "2000 shops = 2000 shop")]
    [InlineData("It closed in 1999.", "")]
    [InlineData("The 2014 sanctions failed.", "")]
    [InlineData("Voters liked the 2016 elections.", "")]
    [InlineData("Russia’s 2014 elections and the disputed 2020 elections changed little.", "")]
    [InlineData("The 2014 and 2018 elections changed little.", "")]
    [InlineData("The 1500 soldiers lost 2014 horses.", "1500 soldiers = 1500 soldier; 2014 horses = 2014 hors")]
    [InlineData("The 2,014 shops closed.", "2,014 shops = 2014 shop")]
    [InlineData("A third is that the town needs milk.", "")]
    [InlineData("A fifth, less obvious reason is the milk.", "")]
    [InlineData("One reason is milk, and a third is grain.", "")]
    [InlineData("Prices fell by a third.", "a third = 33.33 percent")]
    [InlineData("The town lost a third in one night.", "a third = 33.33 percent")]
    [InlineData("Nearly a third is imported.", "Nearly a third = 33.33 percent")]
    [InlineData("A quarter is imported.", "A quarter = 25 percent")]
    [InlineData("In the second half of the year exports fell.", "")]
    [InlineData("Half of the year it rains.", "Half = 50 percent")]
    [InlineData("It was the worst one in 20 years.", "20 years = 20 year")]
    [InlineData("Growth was -2.1 percent.", "-2.1 percent = -2.1 percent")]
    [InlineData("Growth was −2.1 percent, or minus 3 percent.", "−2.1 percent = -2.1 percent; minus 3 percent = -3 percent")]
    [InlineData("Growth lay between -2 and 3 percent.", "-2 and 3 percent = -2..3 percent")]
    [InlineData("The school lost a Covid-19 test and 2-3 percent of teachers.", "19 = 19 ; 2-3 percent = 2..3 percent")]
    [InlineData("The share rose from 20 to 39 percent.", "20 = 20 percent; 39 percent = 39 percent")]
    [InlineData("The share fell from 39 to 20 percent.", "39 = 39 percent; 20 percent = 20 percent")]
    [InlineData("Sales rose from 2 to 3 billion euros.", "2 = 2000000000 EUR; 3 billion euros = 3000000000 EUR")]
    [InlineData("Estimates range from 20 to 39 percent.", "20 to 39 percent = 20..39 percent")]
    [InlineData("The hall cost 50 billion Canadian dollars.", "50 billion Canadian dollars = 50000000000 CAD")]
    [InlineData("The hall cost 50 billion U.S. dollars.", "50 billion U.S. dollars = 50000000000 USD")]
    [InlineData("The hall cost 50 million Hong Kong dollars.", "50 million Hong Kong dollars = 50000000 HKD")]
    [InlineData("The hall cost 50 million Utopian dollars.", "50 million Utopian dollars = 50000000 dollar")]
    [InlineData("The hall cost A$50 million, and the other US$40 million.", "$50 million = 50000000 AUD; $40 million = 40000000 USD")]
    [InlineData("No more than 10 percent left.", "No more than 10 percent = 10 percent")]
    [InlineData("The two sides met, and the two towns agreed.", "")]
    [InlineData("A third party came third on 3 May 2021.", "")]
    [InlineData("One shop is left.", "")]
    [InlineData("Version 1,5 is no number.", "")]
    public void Figures_are_read_with_their_unit(string text, string expected) =>
        Assert.Equal(expected, string.Join("; ", Quantities(text).Select(quantity => Describe(quantity, text))));

    [Theory]
    [InlineData("Exactly 10 percent left.", Approximation.Exact)]
    [InlineData("About 10 percent left.", Approximation.About)]
    [InlineData("Nearly 10 percent left.", Approximation.Almost)]
    [InlineData("More than 10 percent left.", Approximation.MoreThan)]
    [InlineData("Fewer than 10 percent left.", Approximation.LessThan)]
    [InlineData("At least 10 percent left.", Approximation.AtLeast)]
    [InlineData("Up to 10 percent left.", Approximation.AtMost)]
    [InlineData("No more than 10 percent left.", Approximation.AtMost)]
    [InlineData("No fewer than 10 percent left.", Approximation.AtLeast)]
    [InlineData("Those who left were not over 10 percent.", Approximation.AtMost)]
    public void Hedged_figures_say_how(string text, Approximation expected) =>
        Assert.Equal(expected, Assert.Single(Quantities(text)).Approximation);

    [Theory]
    [InlineData("The town buys 31 percent of the county’s milk and grain.", "county’s milk")]
    [InlineData("The town’s share in the county’s exports has grown to 31 percent.", "town’s share in the county’s exports")]
    [InlineData("It sells 39 percent of its imports.", "its imports")]
    [InlineData("Unemployment stood at 5 percent.", "Unemployment")]
    [InlineData("By 2020, the rate had fallen to 5 percent.", "rate")]
    [InlineData("It was 5 percent.", null)]
    [InlineData("To 5 percent they fell.", null)]
    public void What_is_measured_is_named(string text, string? expected) =>
        Assert.Equal(expected, Assert.Single(Quantities(text)).Measured?.Of(text));

    [Fact]
    public void Two_figures_for_one_thing_share_its_name()
    {
        const string text = "The rate rose from 5 percent to 8 percent.";

        Assert.All(Quantities(text), quantity => Assert.Equal("rate", quantity.Measured?.Of(text)));
        Assert.Equal(2, Quantities(text).Count);
    }

    [Theory]
    [InlineData("Rents rose by 5 percent in 2021, according to the Housing Office of Leeds.", "the Housing Office of Leeds")]
    [InlineData("According to the council, rents rose by 5 percent.", "the council")]
    [InlineData("Figures from the Bank of Wales put inflation at 5 percent.", "the Bank of Wales")]
    [InlineData("Rents rose by 5 percent.", null)]
    public void The_source_is_named(string text, string? expected) =>
        Assert.Equal(expected, Assert.Single(Quantities(text)).Source?.Of(text));

    [Fact]
    public void The_figure_of_the_first_corpus_is_read_whole()
    {
        const string text = "By early 2025 China bought 31 percent of Russia’s exports and delivered 39 percent of its imports, according to the Central Bank of Russia.";

        Assert.Equal(
            ["31 percent | Russia’s exports | By early 2025 | the Central Bank of Russia", "39 percent | its imports | By early 2025 | the Central Bank of Russia"],
            Quantities(text).Select(quantity => $"{quantity.Span.Of(text)} | {quantity.Measured?.Of(text)} | {quantity.Period?.Span.Of(text)} | {quantity.Source?.Of(text)}"));
    }

    [Theory]
    [InlineData("It closed in 1999.", "in 1999: In 1999..1999")]
    [InlineData("It closed by early 2025.", "by early 2025: By 2025..2025")]
    [InlineData("It grew in the 1970s.", "in the 1970s: In 1970..1979")]
    [InlineData("It grew in the early 2000s.", "in the early 2000s: In 2000..2003")]
    [InlineData("It grew in the ’80s.", "in the ’80s: In 1980..1989")]
    [InlineData("It has grown since 2022.", "since 2022: Since 2022..")]
    [InlineData("Before 2022 it grew.", "Before 2022: Before ..2021")]
    [InlineData("It grew after 2014.", "after 2014: After 2014..")]
    [InlineData("It grew until 2014.", "until 2014: Until ..2014")]
    [InlineData("It began in February 2022.", "in February 2022: In 2022..2022 month 2")]
    [InlineData("It began on 23 February 2022.", "23 February 2022: In 2022..2022 month 2")]
    [InlineData("It began on February 23, 2022.", "February 23, 2022: In 2022..2022 month 2")]
    [InlineData("It began on 2022-02-24.", "2022-02-24: In 2022..2022 month 2")]
    [InlineData("It began in spring 2022.", "in spring 2022: In 2022..2022")]
    [InlineData("They were rivals in the nineteenth century.", "in the nineteenth century: In 1801..1900")]
    [InlineData("They were rivals in the 19th and 20th centuries.", "in the 19th and 20th centuries: In 1801..2000")]
    [InlineData("They were rivals in the late 19th century.", "in the late 19th century: In 1867..1900")]
    [InlineData("It grew from 2014 to 2022.", "from 2014 to 2022: In 2014..2022")]
    [InlineData("It grew between 2014 and 2022.", "between 2014 and 2022: In 2014..2022")]
    [InlineData("It grew (2014–2022).", "2014–2022: In 2014..2022")]
    [InlineData("The war of 1969 was short.", "1969: In 1969..1969")]
    [InlineData("It opened last year.", "last year: In 2023..2023")]
    [InlineData("It opens next year.", "next year: In 2025..2025")]
    [InlineData("It opened in April this year.", "in April this year: In 2024..2024 month 4")]
    [InlineData("It changed over the past two decades.", "the past two decades: In 2004..2024")]
    [InlineData("The 2014 sanctions failed.", "2014: In 2014..2014")]
    [InlineData("Voters liked Russia’s 2016 elections.", "2016: In 2016..2016")]
    [InlineData("It will change in the coming years.", "in the coming years: In 2024..")]
    [InlineData("It has changed in recent years.", "in recent years: In ..2024")]
    [InlineData("It will change by the end of this decade.", "by the end of this decade: By 2026..2029")]
    [InlineData("It changed last decade and will change next century.", "last decade: In 2010..2019; next century: In 2101..2200")]
    [InlineData("It changed over the last decade.", "the last decade: In 2014..2024")]
    [InlineData("It will change by the end of the next decade.", "by the end of the next decade: By 2036..2039")]
    [InlineData("It changed between March 2022 and May 2022.", "between March 2022 and May 2022: In 2022..2022")]
    [InlineData("Some 1999 shops may close.", "")]
    [InlineData("They may march in line.", "")]
    public void Times_are_resolved_to_years(string text, string expected) =>
        Assert.Equal(expected, string.Join("; ", Extract(text).SelectMany(passage => passage.Times).Select(time =>
            $"{time.Span.Of(text)}: {time.Relation} {time.FirstYear}..{time.LastYear}{(time.Month is { } month ? $" month {month}" : "")}")));

    [Theory]
    [InlineData("A new mayor could reverse it in 2028.", "could Possible in 2028")]
    [InlineData("Prices will fall by 2030.", "will Certain by 2030")]
    [InlineData("Prices will not fall before 2030.", "will not Excluded before 2030")]
    [InlineData("The plan is unlikely to work.", "unlikely to Unlikely ")]
    [InlineData("The plan is likely to work.", "likely to Likely ")]
    [InlineData("It is far from clear that the plan will work.", "will Unlikely ")]
    [InlineData("I doubt that the plan will work.", "will Unlikely ")]
    [InlineData("There is no doubt that the plan will work.", "will Certain ")]
    [InlineData("There is little doubt that the plan will work.", "will Certain ")]
    [InlineData("Beyond any doubt the plan will work.", "will Certain ")]
    [InlineData("Without a doubt the plan will work.", "will Certain ")]
    [InlineData("Few observers doubt that the plan will work.", "will Certain ")]
    [InlineData("No one doubts that the plan will work.", "will Certain ")]
    [InlineData("I don’t doubt that the plan will work.", "will Certain ")]
    [InlineData("A few doubt that the plan will work.", "will Unlikely ")]
    [InlineData("There is no money, and I doubt that the plan will work.", "will Unlikely ")]
    [InlineData("The tilt may pay.", "may Possible ")]
    [InlineData("The town could build ties in the 1970s.", "")]
    [InlineData("He could swim.", "")]
    [InlineData("The political will is missing.", "")]
    [InlineData("The town built ties.", "")]
    public void Forecasts_have_a_horizon_where_one_is_named(string text, string expected) =>
        Assert.Equal(expected, string.Join("; ", Extract(text).Select(passage => passage.Forecast).OfType<Forecast>().Select(forecast =>
            $"{forecast.Span.Of(text)} {forecast.Likelihood} {forecast.Horizon?.Span.Of(text)}")));

    [Fact]
    public void Without_a_date_of_publication_the_past_is_told_from_the_other_years()
    {
        var essay = Essay.Of("The bridge was built in 2010. In the 1970s the town could trade freely. A new mayor could close it in 2028.");

        Assert.Equal([null, null, "in 2028"], Pipeline.Extract(essay).Passages.Select(passage => passage.Forecast?.Horizon?.Span.Of(essay.Text)));
    }

    [Fact]
    public void Every_figure_time_and_forecast_is_explained()
    {
        const string text = "Rents will rise by 5 percent by 2030, according to the council.";

        var passage = Assert.Single(Extract(text));

        Assert.Equal(
            ["forecast.horizon", "forecast.prediction", "quantity.figure", "quantity.measured", "quantity.period", "quantity.source", "time.expression"],
            passage.Cues.Where(cue => cue.Label is Label.Quantity or Label.Time or Label.Forecast).Select(cue => cue.Rule).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Any_text_gives_finite_figures_within_it() =>
        Gen.OneOf(
                Gen.OneOf([.. new[] { "31 ", "1970s ", "percent ", "between ", "and ", "$", "-7 ", "from ", "rose ", "no ", "more than ", "coming ", "decades ", "dollars ", "2–3 ", "to ", "a third ", "of ", "in ", "two ", "hundred ", "billion ", "early ", "May ", "2022 ", "-", "19th ", "century ", "last ", "year ", "% ", ". ", "9,999,999,999,999,999,999,999 ", "’80s " }.Select(word => Gen.Const(word))]),
                AnyUtf16.String)
            .Array[0, 25]
            .Sample(parts =>
            {
                var essay = Essay.Of(string.Concat(parts));
                foreach (var passage in Pipeline.Extract(essay).Passages)
                {
                    Assert.All(passage.Quantities, quantity =>
                    {
                        Assert.True(passage.Span.Contains(quantity.Span) && !quantity.Span.IsEmpty);
                        Assert.True(double.IsFinite(quantity.Low) && quantity.Low <= quantity.High);
                    });
                    Assert.All(passage.Times, time => Assert.True(passage.Span.Contains(time.Span) && !(time.LastYear < time.FirstYear)));
                }
            });

    private static string Describe(Quantity quantity, string text)
    {
        var value = quantity.Low == quantity.High ? Number(quantity.Low) : $"{Number(quantity.Low)}..{Number(quantity.High)}";
        return $"{quantity.Span.Of(text)} = {value} {quantity.Unit}";
    }

    private static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    private static List<Quantity> Quantities(string text) => [.. Extract(text).SelectMany(passage => passage.Quantities)];

    private static IEnumerable<ExtractedPassage> Extract(string text) =>
        Pipeline.Extract(new SourceDocument(text, [new Block(BlockKind.Paragraph, new TextSpan(0, text.Length))], new DocumentMetadata("Essay", Published: "2024"))).Passages;
}
