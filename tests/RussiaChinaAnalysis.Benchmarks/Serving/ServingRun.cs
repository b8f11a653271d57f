using System.Globalization;
using RussiaChinaAnalysis.Corpus.Browse.Filters;

namespace RussiaChinaAnalysis.Benchmarks.Serving;

/// <summary>Measures everything in one run, large and small corpus and floor by turns, and writes a table of it, each line as soon as it is known.</summary>
internal sealed class ServingRun(string folder, int passages, TimeSpan duration, TextWriter output)
{
    private const int Connections = 8;
    private const int PageSize = 25;
    private const int IngestedPassages = 60_000;

    internal static readonly string Site = typeof(ServingRun).Assembly.Location.Replace(
        "RussiaChinaAnalysis.Benchmarks.dll", "RussiaChinaAnalysis.Web.dll", StringComparison.Ordinal);

    public async Task MeasureAsync(CancellationToken cancellation)
    {
        var (large, small) = (new CorpusGenerator(folder, passages), new CorpusGenerator(folder, passages / 100));
        foreach (var corpus in new[] { small, large })
            await corpus.EnsureAsync(cancellation);
        await output.WriteLineAsync("| what | target | measured | floor | ratio | |\n| --- | --- | --- | --- | --- | --- |");
        await using var floor = await MeasuredSite.StartAsync(typeof(ServingRun).Assembly.Location, "floor");
        await using var smallSite = await StartAsync(small.Data);
        await using var largeSite = await StartAsync(large.Data);
        using var sql = new SearchFloor(large.Database);
        await ListsAsync(floor, smallSite, largeSite, sql);
        await SearchesAsync(largeSite, sql);
        await PagesAsync(largeSite, sql);
        await largeSite.RateAsync(TwoFacets(), 32, duration);
        Add("resident memory, MB, 32 connections", "< 400", largeSite.Megabytes, 400, largeSite.Megabytes < 400);
        await IngestAsync(cancellation);
    }

    private async Task IngestAsync(CancellationToken cancellation)
    {
        var run = new IngestRun(folder, IngestedPassages);
        var measured = await run.MeasureAsync(withSite: true, onServer: false, IngestedPassages / 20, compares: true, _ => { }, cancellation);
        Add("passages stored per second, with index", "≥ 2000", measured.PerSecond, 2000, measured.PerSecond >= 2000);
        Add("memory at the end of it against its first fifth, MB", "the same", measured.LastMegabytes, measured.EarlyMegabytes, measured.LastMegabytes <= 1.2 * measured.EarlyMegabytes);
        Add("claims meanwhile, 99 of 100 within ms", "answered", measured.SlowAnswer, 1000, measured.SlowAnswer < 1000);
        Add("passages compared per second, afterwards", "", measured.ComparedPerSecond!.Value, measured.PerSecond, met: null);
    }

    private async Task ListsAsync(MeasuredSite floor, MeasuredSite smallSite, MeasuredSite largeSite, SearchFloor sql)
    {
        var lists = TwoFacets();
        var untold = FirstTime(sql);
        foreach (var site in new[] { smallSite, largeSite })
            await site.MedianAsync(WarmUp(sql), TimeSpan.Zero);
        var (smallFirst, largeFirst) = (await MeasuredSite.MedianOnceAsync(untold, smallSite.MillisecondsAsync), await MeasuredSite.MedianOnceAsync(untold, largeSite.MillisecondsAsync));
        Add($"two facets for the first time, median ms at {passages}", "", largeFirst, smallFirst, met: null);
        foreach (var site in new[] { smallSite, largeSite })
            await site.MedianAsync(lists, TimeSpan.Zero);
        var (smallMedian, largeMedian) = (await smallSite.MedianAsync(lists, duration), await largeSite.MedianAsync(lists, duration));
        Add($"two facets, median ms at {passages}", "≤ 3 × a hundredth", largeMedian, smallMedian, largeMedian / smallMedian <= 3);
        await floor.RateAsync(["/floor"], Connections, duration / 2);
        var (floorRate, rate) = (await floor.RateAsync(["/floor"], Connections, duration), await largeSite.RateAsync(lists, Connections, duration));
        Add("two facets, requests/s, 8 connections", "≥ ⅓ of a page from memory", rate, floorRate, rate >= floorRate / 3);
        Add("the same", "≥ 250 (50 × Datasette)", rate, 250, rate >= 250);
    }

    /// <summary>Each word or phrase is asked for once, and then once again.</summary>
    private async Task SearchesAsync(MeasuredSite site, SearchFloor sql)
    {
        foreach (var (name, searches) in new[] { ("rare", sql.Rare), ("middling", ZipfText.Middling), ("phrase", sql.Phrases), ("frequent", ZipfText.Frequent) })
        {
            string[] paths = [.. searches.Select(search => $"/claims?q={Uri.EscapeDataString(search)}")];
            // The first round brings the file into memory, for both.
            sql.Median(searches);
            var direct = sql.Median(searches);
            var first = await MeasuredSite.MedianOnceAsync(paths, site.MillisecondsAsync);
            var warm = await MeasuredSite.MedianOnceAsync(paths, site.MillisecondsAsync);
            if (name == "frequent")
                Add($"search, {name}, median ms", "< 100", warm, direct, warm < 100);
            else
                Add($"search, {name}, median ms", "≤ 1.5 × the SQL alone", warm, direct, warm <= 1.5 * direct);
            Add($"search, {name}, ms the first time", "", first, direct, met: null);
        }

        var rate = await site.RateAsync([.. sql.Rare.Select(search => $"/claims?q={Uri.EscapeDataString(search)}")], Connections, duration);
        Add("searches/s, 8 connections", "≥ 400 (50 × Datasette)", rate, 400, rate >= 400);
    }

    private async Task PagesAsync(MeasuredSite site, SearchFloor sql)
    {
        var (near, far) = (Pages(sql, 0), Pages(sql, 250_000));
        await MeasuredSite.MedianOnceAsync([.. near.Take(5), .. far.Take(5)], site.MillisecondsAsync);
        var (nearMedian, farMedian) = (
            await MeasuredSite.MedianOnceAsync([.. near.Skip(5)], site.MillisecondsAsync), await MeasuredSite.MedianOnceAsync([.. far.Skip(5)], site.MillisecondsAsync));
        Add("pages from 10,000 on against the first, median ms", "the same", farMedian, nearMedian, farMedian <= 1.3 * nearMedian);
        await site.GetAsync("/documents/1?part=2");
        var book = await MeasuredSite.MedianOnceAsync([.. Enumerable.Range(3, 12).Select(part => $"/documents/1?part={part}")], site.MillisecondsToFirstByteAsync);
        Add("document of 200 pages, a part of it, ms to the first byte", "< 200", book, 200, book < 200);
    }

    private static List<string> Pages(SearchFloor sql, int place) => [.. sql.Cursors(place, pages: 45, PageSize).Select(cursor => $"/claims?after={cursor}")];

    /// <param name="settings">Where the corpus is, unless it is in the folder.</param>
    internal static Task<MeasuredSite> StartAsync(string data, params IEnumerable<string> settings) => MeasuredSite.StartAsync(
        [Site, "serve", "--urls", "http://127.0.0.1:0", "--data", data, "--seeds", Path.Combine(data, "none"), "--Logs:Level=Warning", .. settings]);

    /// <summary>Other filters and words than those that are measured, so that the code is compiled and no answer is known.</summary>
    private static List<string> WarmUp(SearchFloor sql) =>
    [
        .. from theme in sql.Themes
           from role in FacetWords.Of(Facet.Role).ToArray()
           from stance in FacetWords.Of(Facet.Stance).ToArray()
           from status in FacetWords.Of(Facet.Status).ToArray()
           select $"/claims?theme!={theme}&role={role.Value}&stance={stance.Value}&status!={status.Value}",
        .. ZipfText.Unmeasured.Select(word => $"/claims?q={word}"),
    ];

    /// <summary>Every value of two facets with every theme.</summary>
    private static List<string> FirstTime(SearchFloor sql) => [.. new[] { Facet.Role, Facet.Support }
        .SelectMany(facet => FacetWords.Of(facet).ToArray(), (facet, word) => $"{PassageFilterQuery.KeyOf(facet)}={word.Value}")
        .SelectMany(_ => sql.Themes, (choice, theme) => $"/claims?{choice}&theme={theme}")];

    /// <summary>Every value of every known facet, paired with one of another.</summary>
    private static List<string> TwoFacets()
    {
        var values = Enum.GetValues<Facet>().SelectMany(facet => FacetWords.Of(facet).ToArray().Select(word => (Facet: facet, word.Value))).ToList();
        return [.. values.SelectMany((left, place) => values.Skip(place + 1).Where(right => right.Facet != left.Facet)
            .Where((_, other) => (place + other) % 4 == 0)
            .Select(right => $"/claims?{PassageFilterQuery.KeyOf(left.Facet)}={left.Value}&{PassageFilterQuery.KeyOf(right.Facet)}={right.Value}"))];
    }

    private void Add(string what, string target, double measured, double floor, bool? met) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {what} | {target} | {measured:0.##} | {floor:0.##} | {measured / floor:0.##} | {(met switch { true => "met", false => "missed", null => "" })} |"));
}
