using System.Globalization;
using RussiaChinaAnalysis.Corpus.Browse;

namespace RussiaChinaAnalysis.Benchmarks.Serving;

/// <summary>Measures everything in one run, large and small corpus and floor by turns, and makes a table of it.</summary>
internal sealed class ServingRun(string folder, int passages, TimeSpan duration)
{
    private const int Connections = 8;

    private static readonly string Site = typeof(ServingRun).Assembly.Location.Replace(
        "RussiaChinaAnalysis.Benchmarks.dll", "RussiaChinaAnalysis.Web.dll", StringComparison.Ordinal);

    public async Task<IReadOnlyList<string>> MeasureAsync(CancellationToken cancellation)
    {
        var (large, small) = (new CorpusGenerator(folder, passages), new CorpusGenerator(folder, passages / 100));
        foreach (var corpus in new[] { small, large })
            await corpus.EnsureAsync(cancellation);
        await using var floor = await MeasuredSite.StartAsync(typeof(ServingRun).Assembly.Location, "floor");
        await using var smallSite = await StartAsync(small);
        await using var largeSite = await StartAsync(large);
        var table = new List<string> { "| what | target | measured | floor | ratio | |", "| --- | --- | --- | --- | --- | --- |" };

        var lists = TwoFacets();
        // The first round loads columns and fills what is kept.
        foreach (var site in new[] { smallSite, largeSite })
            await site.MedianAsync(lists, TimeSpan.Zero);
        var (smallMedian, largeMedian) = (await smallSite.MedianAsync(lists, duration), await largeSite.MedianAsync(lists, duration));
        table.Add(Line($"two facets, median ms at {passages}", "≤ 3 × a hundredth", largeMedian, smallMedian, largeMedian / smallMedian <= 3));
        await floor.RateAsync(["/floor"], Connections, duration / 2);
        var (floorRate, rate) = (await floor.RateAsync(["/floor"], Connections, duration), await largeSite.RateAsync(lists, Connections, duration));
        table.Add(Line("two facets, requests/s, 8 connections", "≥ ⅓ of a page from memory", rate, floorRate, rate >= floorRate / 3));
        table.Add(Line("the same", "≥ 250 (50 × Datasette)", rate, 250, rate >= 250));

        using var sql = new SearchFloor(large.Database);
        foreach (var (name, search) in new[] { ("rare", sql.Rare), ("middling", ZipfText.Middling), ("phrase", sql.Phrase), ("frequent", ZipfText.Frequent) })
        {
            var path = $"/claims?q={Uri.EscapeDataString(search)}";
            var first = await largeSite.MillisecondsAsync(path);
            var warm = await largeSite.MedianAsync([path], duration / 3);
            var direct = sql.Median(search, duration / 3);
            table.Add(name == "frequent"
                ? Line($"search, {name}, median ms", "< 100", warm, direct, warm < 100)
                : Line($"search, {name}, median ms", "≤ 1.5 × the SQL alone", warm, direct, warm <= 1.5 * direct));
            table.Add(Line($"search, {name}, ms the first time", "", first, direct, met: null));
        }

        var (near, far) = ("/claims", $"/claims?after={Cursor(large.Database)}");
        var (nearMedian, farMedian) = (await largeSite.MedianAsync([near], duration / 3), await largeSite.MedianAsync([far], duration / 3));
        table.Add(Line("page 10,000 against page 1, median ms", "the same", farMedian, nearMedian, farMedian <= 1.3 * nearMedian));
        await largeSite.GetAsync("/documents/1");
        var book = await largeSite.MedianAsync(["/documents/1"], duration / 3);
        table.Add(Line("document of 200 pages, median ms", "< 200 to the first byte", book, 200, book < 200));
        await largeSite.RateAsync(lists, 32, duration);
        table.Add(Line("resident memory, MB, 32 connections", "< 400", largeSite.Megabytes, 400, largeSite.Megabytes < 400));
        return table;
    }

    private static Task<MeasuredSite> StartAsync(CorpusGenerator corpus) =>
        MeasuredSite.StartAsync(Site, "serve", "--urls", "http://127.0.0.1:0", "--data", corpus.Data, "--seeds", Path.Combine(corpus.Data, "none"), "--Logs:Level=Warning");

    /// <summary>Every value of every known facet, paired with one of another.</summary>
    private static List<string> TwoFacets()
    {
        var values = Enum.GetValues<Facet>().SelectMany(facet => FacetWords.Of(facet).ToArray().Select(word => (Facet: facet, word.Value))).ToList();
        return [.. values.SelectMany((left, place) => values.Skip(place + 1).Where(right => right.Facet != left.Facet)
            .Where((_, other) => (place + other) % 4 == 0)
            .Select(right => $"/claims?{PassageFilterQuery.KeyOf(left.Facet)}={left.Value}&{PassageFilterQuery.KeyOf(right.Facet)}={right.Value}"))];
    }

    private static string Cursor(string database)
    {
        using var sql = new SearchFloor(database);
        return sql.CursorAt(250_000).ToString();
    }

    private static string Line(string what, string target, double measured, double floor, bool? met) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {what} | {target} | {measured:0.##} | {floor:0.##} | {measured / floor:0.##} | {(met switch { true => "met", false => "missed", null => "" })} |");
}
