using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Corpus.Tests.Support;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Commands.Evaluate;

public sealed class EvaluateCommandTests : IDisposable
{
    private const string Essay = """
        ---
        title: Benches
        genre: comment
        ---
        [1 thesis] The square should have benches.
        [2 evidence reason, supports 1] Old people tire on the way to the market.
        """;

    private readonly TemporaryFolder temporary = new();

    private static string Codebook => Path.Combine(Build.Root, "data", "codebook.yaml");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task Figures_are_printed_as_plain_tables()
    {
        temporary.Write("gold/one.gold.md", Essay);
        temporary.Write("gold/two.gold.md", Essay);

        var run = await ProgramRun.OfAsync(Cancellation, "evaluate", "--gold", temporary.Child("gold"));

        Assert.Equal((0, ""), (run.ExitCode, run.Complaints));
        Assert.StartsWith("2 documents, 4 labelled segments.", run.Output, StringComparison.Ordinal);
        Assert.Contains("| central claim (macro)", run.Output, StringComparison.Ordinal);
        Assert.Contains("confidence of the role: expected calibration error", run.Output, StringComparison.Ordinal);
        Assert.Contains("confidence of the relation: expected calibration error", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", run.Output, StringComparison.Ordinal);
        Assert.All(run.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 121));
    }

    [Fact]
    public async Task Each_theme_has_figures_of_its_own()
    {
        var labelled = Essay.Replace("supports 1]", "supports 1, theme trade-share]", StringComparison.Ordinal);
        temporary.Write("gold/one.gold.md", labelled);
        temporary.Write("gold/two.gold.md", labelled);

        var tables = await ProgramRun.OfAsync(Cancellation, "evaluate", "--gold", temporary.Child("gold"));
        var run = await ProgramRun.OfAsync(Cancellation, "evaluate", "--gold", temporary.Child("gold"), "--format", "json");

        Assert.Contains("| themes (macro)", tables.Output, StringComparison.Ordinal);
        Assert.Contains("| trade-share | 2 ", tables.Output, StringComparison.Ordinal);
        Assert.All(tables.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 121));
        using var json = JsonDocument.Parse(run.Output);
        var themes = json.RootElement.GetProperty("themes");
        Assert.InRange(themes.GetProperty("macroF1").GetDouble(), 0, 1);
        Assert.True(themes.TryGetProperty("macroF1Interval", out _));
        var theme = Assert.Single(themes.GetProperty("themes").EnumerateArray().ToList(), theme => theme.GetProperty("slug").GetString() == "trade-share");
        Assert.Equal(2, theme.GetProperty("found").GetInt32() + theme.GetProperty("missed").GetInt32());
    }

    [Fact]
    public async Task Two_people_are_compared_with_each_other()
    {
        temporary.Write("first/one.gold.md", Essay);
        temporary.Write("second/one.gold.md", """
            ---
            title: Benches
            genre: comment
            ---
            [thesis] The square should have benches.
            [context] Old people tire on the way to the market.
            """);

        var run = await ProgramRun.OfAsync(Cancellation, "evaluate", "--gold", temporary.Child("first"), "--second", temporary.Child("second"), "--format", "json");

        using var json = JsonDocument.Parse(run.Output);
        var checks = json.RootElement.GetProperty("classifications").EnumerateArray().ToDictionary(check => check.GetProperty("name").GetString()!);
        Assert.Equal(1, checks["role"].GetProperty("confusion").GetProperty("evidence").GetProperty("context").GetInt32());
        Assert.Equal(1, checks["central claim"].GetProperty("macroF1").GetDouble());
        // The second person drew no relations, and program and confidence have no part in it.
        Assert.DoesNotContain("function", checks.Keys);
        Assert.False(json.RootElement.TryGetProperty("calibration", out _));
    }

    [Fact]
    public async Task Second_labels_of_other_words_are_refused()
    {
        temporary.Write("first/one.gold.md", Essay);
        temporary.Write("first/two.gold.md", Essay);
        temporary.Write("second/one.gold.md", Essay.Replace("tire", "rest", StringComparison.Ordinal));

        var run = await ProgramRun.OfAsync(Cancellation, "evaluate", "--gold", temporary.Child("first"), "--second", temporary.Child("second"));

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("one has other words in its second labels, from “tire on the way to the market.” on.", run.Complaints, StringComparison.Ordinal);
        Assert.Contains("two has no second labels", run.Complaints, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Second_labels_stand_for_first_ones_each_once()
    {
        temporary.Write("first/one.gold.md", Essay);
        temporary.Write("second/one.gold.md", Essay);
        temporary.Write("second/two.gold.md", Essay);
        temporary.Write("third/one.gold.md", Essay);
        var (first, second) = (temporary.Child("first"), temporary.Child("second"));

        var alone = await ProgramRun.OfAsync(Cancellation, "evaluate", "--second", second);
        var more = await ProgramRun.OfAsync(Cancellation, "evaluate", "--gold", first, "--second", second);
        var twice = await ProgramRun.OfAsync(Cancellation, "evaluate", "--gold", first, "--second", second, temporary.Child("third"));

        Assert.Contains("name them with --gold", alone.Complaints, StringComparison.Ordinal);
        Assert.Contains("two has second labels, but no first ones", more.Complaints, StringComparison.Ordinal);
        Assert.Contains("one has second labels in more than one file", twice.Complaints, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_figures_are_there_as_json()
    {
        temporary.Write("gold/one.gold.md", Essay);
        temporary.Write("gold/cases.tsv", "input\texpected\tnumber\tin_pysbd_48\nIt rains. Stay in.\tIt rains. ||| Stay in.\t1\tyes\n");

        var run = await ProgramRun.OfAsync(Cancellation, "evaluate", "--gold", temporary.Child("gold"), "--format", "json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(2, json.RootElement.GetProperty("segments").GetInt32());
        Assert.Equal(1, json.RootElement.GetProperty("sentenceCases").GetProperty("usualRight").GetInt32());
        var role = json.RootElement.GetProperty("classifications").EnumerateArray().First(check => check.GetProperty("name").GetString() == "role");
        Assert.Equal(2, role.GetProperty("units").GetInt32());
        Assert.Equal(3, role.GetProperty("confusion").GetProperty("claim").EnumerateObject().Count());
        Assert.InRange(role.GetProperty("macroF1").GetDouble(), 0, 1);
    }

    [Fact]
    public async Task Without_layout_an_essay_is_one_paragraph()
    {
        temporary.Write("gold/one.gold.md", Essay.Replace("\n[2", "\n\n# More\n\n[2", StringComparison.Ordinal));

        var run = await ProgramRun.OfAsync(Cancellation, "evaluate", "--gold", temporary.Child("gold"), "--flat", "--format", "json");

        using var json = JsonDocument.Parse(run.Output);
        var sentences = json.RootElement.GetProperty("detections").EnumerateArray().First();
        Assert.Equal(1, sentences.GetProperty("found").GetInt32() + sentences.GetProperty("missed").GetInt32());
    }

    [Fact]
    public async Task Every_mistake_in_the_labels_is_named_with_file_and_line()
    {
        temporary.Write("gold/one.gold.md", Essay.Replace("supports 1", "supports 7", StringComparison.Ordinal));
        temporary.Write("gold/two.gold.md", Essay.Replace("thesis", "opinion", StringComparison.Ordinal));

        var run = await ProgramRun.OfAsync(Cancellation, "evaluate", "--gold", temporary.Child("gold"));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("one.gold.md:6: there is no segment 7", run.Complaints, StringComparison.Ordinal);
        Assert.Contains("two.gold.md:5: \"1 opinion\" is no role", run.Complaints, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere", "There is no file or folder")]
    [InlineData(".", "There are no labelled texts")]
    public async Task A_path_without_labelled_texts_is_named(string path, string complaint)
    {
        var run = await ProgramRun.OfAsync(Cancellation, "evaluate", "--gold", temporary.Child(path));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(complaint, run.Complaints, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_corpus_there_is_nothing_to_measure_on()
    {
        var run = await ProgramRun.OfAsync(Cancellation, "evaluate", "--data", temporary.Child("data"));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("There is no corpus at", run.Complaints, StringComparison.Ordinal);
        Assert.False(Directory.Exists(temporary.Child("data")));
    }

    [Fact]
    public async Task What_people_accepted_in_the_corpus_is_measured_on()
    {
        await AcceptEverythingAsync(new(temporary.Child("data/corpus.db"), Codebook, SeedFolder: null, MaximumFileBytes: 1000));

        await MeasuresOnOneEssayAsync("--data", temporary.Child("data"));
    }

    [Fact]
    public async Task Checks_without_labels_are_named()
    {
        await AcceptEverythingAsync(new(temporary.Child("data/corpus.db"), Codebook, SeedFolder: null, MaximumFileBytes: 1000));

        var tables = await ProgramRun.OfAsync(Cancellation, "evaluate", "--data", temporary.Child("data"));
        var run = await ProgramRun.OfAsync(Cancellation, "evaluate", "--data", temporary.Child("data"), "--format", "json");

        using var json = JsonDocument.Parse(run.Output);
        var unmeasured = json.RootElement.GetProperty("unmeasured").EnumerateArray().Select(name => name.GetString()).ToList();
        Assert.Contains("sentence boundaries", unmeasured);
        Assert.Contains("role by sentence", unmeasured);
        Assert.Contains("attachment", unmeasured);
        Assert.Contains("themes", unmeasured);
        Assert.DoesNotContain("role", unmeasured);
        // The sentence is broken into lines.
        var printed = string.Join(' ', tables.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains($"Not measured, since the labels hold nothing to compare: {string.Join("; ", unmeasured)}.", printed, StringComparison.Ordinal);
        Assert.All(tables.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 121));
    }

    [Fact]
    public async Task A_corpus_in_postgres_is_measured_on_without_a_file_of_that_name()
    {
        var database = await PostgresServer.CreateAsync();
        try
        {
            await AcceptEverythingAsync(new(temporary.Child("corpus.db"), Codebook, SeedFolder: null, MaximumFileBytes: 1000)
            {
                Provider = StorageProvider.Postgres,
                ConnectionString = database,
            });

            await MeasuresOnOneEssayAsync("--data", temporary.Child("data"), "--Storage:Provider=Postgres", $"--Storage:ConnectionString={database}");
        }
        finally
        {
            await PostgresServer.DropAsync(database);
        }
    }

    [Theory]
    [InlineData("'elsewhere' is neither", "elsewhere")]
    [InlineData("'--flatt' is neither", "--flatt")]
    [InlineData("'--flatt' is neither", "--gold", "gold", "--flatt")]
    [InlineData("'elsewhere' is neither", "--gold", "gold", "--flat", "elsewhere")]
    [InlineData("Logs:Days must be", "--gold", "gold", "--Logs:Days=never")]
    [InlineData("--gold names no path", "--gold", "--Logs:Days=3")]
    public async Task What_is_no_option_of_it_is_refused(string complaint, params string[] arguments)
    {
        temporary.Write("gold/one.gold.md", Essay);

        var run = await ProgramRun.OfAsync(Cancellation, ["evaluate", .. arguments.Select(argument => argument == "gold" ? temporary.Child("gold") : argument)]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(complaint, run.Complaints, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_may_follow_the_paths()
    {
        temporary.Write("gold/one.gold.md", Essay);

        var run = await ProgramRun.OfAsync(Cancellation, "evaluate", "--gold", temporary.Child("gold"), "--Logs:Days=3");

        Assert.Equal((0, ""), (run.ExitCode, run.Complaints));
    }

    private static async Task MeasuresOnOneEssayAsync(params string[] settings)
    {
        var run = await ProgramRun.OfAsync(Cancellation, ["evaluate", "--format", "json", .. settings]);

        Assert.Equal((0, ""), (run.ExitCode, run.Complaints));
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(1, json.RootElement.GetProperty("documents").GetInt32());
        var role = json.RootElement.GetProperty("classifications").EnumerateArray().First(check => check.GetProperty("name").GetString() == "role");
        Assert.Equal(1, role.GetProperty("accuracy").GetDouble());
    }

    private static async Task AcceptEverythingAsync(CorpusOptions corpus)
    {
        await using var services = new ServiceCollection().AddCorpus(corpus).BuildServiceProvider();
        await services.GetRequiredService<CorpusStartup>().RunAsync(progress: null, Cancellation);
        await services.GetRequiredService<DocumentIngest>().IngestAsync(
            new SourceFile("benches.txt", "The square should have benches. Old people tire on the way."u8.ToArray()), corrections: null, Cancellation);
        await using var context = await services.GetRequiredService<IDbContextFactory<CorpusContext>>().CreateDbContextAsync(Cancellation);
        await context.Passages.ExecuteUpdateAsync(passages => passages.SetProperty(passage => passage.Status, Status.Accepted), Cancellation);
    }
}
