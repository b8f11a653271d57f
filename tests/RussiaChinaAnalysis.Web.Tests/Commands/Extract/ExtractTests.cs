using System.Diagnostics;
using System.Text.Json;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Commands.Extract;

/// <summary>The real program as other programs call it; docs/extract.md is the contract.</summary>
public sealed class ExtractTests : IDisposable
{
    private const string Essay =
        """
        Why the ferry should stay

        The ferry must not be closed. It carried 41,000 people in 2023, according to the port’s own count, and no bridge is planned.
        “Nobody needs it”, critics say. But the island’s school has 60 pupils, and they would have to leave.

        So the county should keep paying. 🚢 Хорошо, 很好.

        """;

    private readonly TemporaryFolder temporary = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task Every_span_of_a_plain_text_counts_in_the_file_itself()
    {
        var file = temporary.Write("ferry.txt", Essay);

        var document = await ExtractOneAsync(file);

        Assert.Equal(file, document.GetProperty("source").GetString());
        Assert.False(string.IsNullOrWhiteSpace(document.GetProperty("title").GetString()));
        Assert.Equal(Essay, document.GetProperty("text").GetString());
        var passages = document.GetProperty("passages").EnumerateArray().ToList();
        Assert.True(passages.Count > 4);
        Assert.All(passages, passage => Assert.Equal(passage.GetProperty("text").GetString(), Words(passage)));
        var cues = passages.SelectMany(passage => passage.GetProperty("cues").EnumerateArray()).ToList();
        Assert.NotEmpty(cues);
        Assert.All(cues, cue => Assert.Equal(cue.GetProperty("text").GetString(), Words(cue)));
    }

    [Fact]
    public async Task Sentences_are_pairs_in_the_order_of_the_text()
    {
        var document = await ExtractOneAsync(temporary.Write("ferry.txt", Essay));

        var ends = 0;
        foreach (var sentence in document.GetProperty("sentences").EnumerateArray())
        {
            Assert.Equal(2, sentence.GetArrayLength());
            Assert.InRange(sentence[0].GetInt32(), ends, Essay.Length);
            Assert.True(sentence[1].GetInt32() > sentence[0].GetInt32());
            ends = sentence[1].GetInt32();
        }

        Assert.InRange(ends, 1, Essay.Length);
    }

    [Fact]
    public async Task Figures_come_with_their_value_unit_subject_time_and_source()
    {
        var document = await ExtractOneAsync(temporary.Write("ferry.txt", Essay));

        var passages = document.GetProperty("passages").EnumerateArray().ToList();
        var figures = passages.SelectMany(passage => passage.GetProperty("quantities").EnumerateArray()).ToList();
        Assert.All(figures, figure => Assert.Equal(figure.GetProperty("text").GetString(), Words(figure)));
        var carried = Assert.Single(figures, figure => figure.GetProperty("low").GetDouble() == 41_000);
        Assert.Equal("count", carried.GetProperty("kind").GetString());
        Assert.Equal("exact", carried.GetProperty("approximation").GetString());
        Assert.Equal(2023, carried.GetProperty("period").GetProperty("firstYear").GetInt32());
        Assert.Equal("the port’s own count", carried.GetProperty("source").GetProperty("text").GetString());
        Assert.Equal("41,000 people", carried.GetProperty("measured").GetProperty("text").GetString());
    }

    [Fact]
    public async Task Claims_have_a_kind_and_forecasts_a_horizon()
    {
        var document = await ExtractOneAsync(temporary.Write(
            "port.txt", "The port must be rebuilt. By 2040 its quays will perhaps have sunk. Ships bring trade."));

        var passages = document.GetProperty("passages").EnumerateArray().ToList();
        Assert.All(passages, passage => Assert.Equal(
            passage.GetProperty("role").GetString() == "claim", passage.GetProperty("claimKind").ValueKind == JsonValueKind.String));
        Assert.Equal("normative", passages[0].GetProperty("claimKind").GetString());
        Assert.Equal("hedged", passages[1].GetProperty("certainty").GetString());
        var forecast = passages[1].GetProperty("forecast");
        Assert.Equal("will", forecast.GetProperty("text").GetString());
        Assert.Equal("certain", forecast.GetProperty("likelihood").GetString());
        Assert.Equal(2040, forecast.GetProperty("horizon").GetProperty("lastYear").GetInt32());
        Assert.Equal(JsonValueKind.Null, passages[2].GetProperty("forecast").ValueKind);
    }

    [Fact]
    public async Task Labels_are_the_words_of_the_field_in_lower_case()
    {
        var document = await ExtractOneAsync(temporary.Write("ferry.txt", Essay));

        var passages = document.GetProperty("passages").EnumerateArray().ToList();
        Assert.All(passages, passage =>
        {
            Assert.Contains(passage.GetProperty("role").GetString(), new[] { "claim", "evidence", "context" });
            Assert.Contains(passage.GetProperty("attribution").GetString(), new[] { "author", "reported" });
            Assert.Contains(passage.GetProperty("stance").GetString(), new[] { "pro", "opp" });
            Assert.InRange(passage.GetProperty("confidence").GetDouble(), 0, 1);
            var kind = passage.GetProperty("evidenceKind").GetString();
            if (passage.GetProperty("role").GetString() == "evidence")
                Assert.Contains(kind, new[] { "statistic", "testimony", "example", "reason" });
            else
                Assert.Null(kind);
        });
        Assert.Contains(passages, passage => passage.GetProperty("thesis").GetBoolean());
        var ids = passages.Select(passage => passage.GetProperty("id").GetInt32()).ToList();
        Assert.All(document.GetProperty("relations").EnumerateArray(), relation =>
        {
            Assert.Contains(relation.GetProperty("from").GetInt32(), ids);
            Assert.Contains(relation.GetProperty("to").GetInt32(), ids);
            Assert.NotEqual("", relation.GetProperty("kind").GetString());
        });
    }

    [Fact]
    public async Task Line_endings_and_decomposed_letters_are_normalised()
    {
        var document = await ExtractOneAsync(temporary.Write("cafe.txt", "The cafe\u0301 must stay.\r\nIt is full.\r\n"));

        Assert.Equal("The caf\u00e9 must stay.\nIt is full.\n", document.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Json_of_a_folder_is_an_array_in_the_order_of_the_paths()
    {
        temporary.Write("essays/b.txt", Essay);
        temporary.Write("essays/a.md", "# Parks\n\nParks should stay open.\n");
        temporary.Write("essays/README.md", "Put essays here.");
        temporary.Write("essays/picture.png", "not an essay");

        var run = await RunAsync("extract", temporary.Child("essays"), "--format", "json");

        Assert.Equal((0, ""), (run.ExitCode, run.Complaints));
        using var documents = JsonDocument.Parse(run.Output);
        Assert.Equal(["a.md", "b.txt"], documents.RootElement.EnumerateArray().Select(FileName));
    }

    [Fact]
    public async Task Json_of_an_empty_folder_is_an_empty_array()
    {
        Directory.CreateDirectory(temporary.Child("empty"));

        var run = await RunAsync("extract", temporary.Child("empty"));

        Assert.Equal((0, "[]\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task Json_lines_hold_one_document_each()
    {
        var run = await RunAsync(
            "extract", temporary.Write("one.txt", Essay), temporary.Write("two.txt", "It is full."), "--format", "jsonl");

        Assert.Equal(0, run.ExitCode);
        var lines = run.Output.Split('\n');
        Assert.Equal("", lines[^1]);
        Assert.Equal(["one.txt", "two.txt"], lines[..^1].Select(line => FileName(JsonDocument.Parse(line).RootElement)));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("jsonl")]
    public async Task The_rules_that_occur_are_explained_beside_the_cues(string format)
    {
        var run = await RunAsync(
            "extract", temporary.Write("ferry.txt", Essay), temporary.Write("park.txt", "Trade with China grows."), "--format", format);

        Assert.Equal(0, run.ExitCode);
        using var all = JsonDocument.Parse(format == "json" ? run.Output : $"[{run.Output.TrimEnd().ReplaceLineEndings(",")}]");
        Assert.Equal(2, all.RootElement.GetArrayLength());
        foreach (var document in all.RootElement.EnumerateArray())
        {
            var passages = document.GetProperty("passages").EnumerateArray().ToList();
            var named = passages.Concat(document.GetProperty("relations").EnumerateArray())
                .Concat(passages.SelectMany(passage => passage.GetProperty("themes").EnumerateArray()))
                .SelectMany(bearer => bearer.GetProperty("cues").EnumerateArray())
                .Select(cue => cue.GetProperty("rule").GetString()!)
                .ToHashSet();
            var rules = document.GetProperty("rules").EnumerateObject().ToList();
            Assert.Equal(named.Order(StringComparer.Ordinal), rules.Select(rule => rule.Name).Order(StringComparer.Ordinal));
            Assert.All(rules, rule =>
            {
                Assert.False(string.IsNullOrEmpty(rule.Value.GetProperty("title").GetString()));
                Assert.EndsWith(".", rule.Value.GetProperty("explanation").GetString(), StringComparison.Ordinal);
            });
        }
    }

    [Fact]
    public async Task Refused_files_are_named_on_standard_error_and_the_rest_is_printed()
    {
        var run = await RunAsync(
            "extract",
            temporary.Write("empty.txt", ""),
            temporary.Write("picture.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]),
            temporary.Write("table.xyz", "words"),
            temporary.Child("missing.txt"),
            temporary.Write("good.txt", Essay),
            "--format", "jsonl");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("good.txt", FileName(JsonDocument.Parse(run.Output).RootElement));
        foreach (var name in new[] { "empty.txt", "picture.txt", "table.xyz", "missing.txt" })
            Assert.Contains(temporary.Child(name) + ": ", run.Complaints, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Complaints, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_opened_is_told_before_anything_is_printed()
    {
        var essay = temporary.Write("ferry.txt", Essay);
        Directory.CreateDirectory(temporary.Child("deep"));
        // Names too long together can be opened by nobody, not even by root.
        await ShellAsync("cd \"$1\" && name=$(printf 'x%.0s' $(seq 250)) && for i in $(seq 20); do mkdir $name && cd $name || break; done 2>/dev/null");
        try
        {
            var run = await RunAsync("extract", essay, temporary.Child("deep"), "--format", "jsonl");

            Assert.Equal((2, ""), (run.ExitCode, run.Output));
            Assert.NotEmpty(run.Complaints);
            Assert.DoesNotContain("   at ", run.Complaints, StringComparison.Ordinal);
        }
        finally
        {
            await ShellAsync("rm -r \"$1\"");
        }
    }

    [Fact]
    public async Task A_file_above_the_limit_is_refused()
    {
        var large = temporary.Write("large.txt", string.Concat(Enumerable.Repeat(Essay, 1 + (1024 * 1024 / Essay.Length))));

        var run = await RunAsync("extract", large, "--Limits:FileMegabytes=1");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("limit", run.Complaints, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_stored()
    {
        var data = temporary.Child("data");

        var run = await RunAsync("extract", temporary.Write("ferry.txt", Essay), "--data", data);

        Assert.Equal(0, run.ExitCode);
        Assert.False(Directory.Exists(data));
    }

    private async Task ShellAsync(string script)
    {
        using var shell = Process.Start("sh", ["-c", script, "sh", temporary.Child("deep")]);
        await shell.WaitForExitAsync(Cancellation);
        Assert.Equal(0, shell.ExitCode);
    }

    private static string FileName(JsonElement document) => Path.GetFileName(document.GetProperty("source").GetString()!);

    private static string Words(JsonElement span)
    {
        var start = span.GetProperty("start").GetInt32();
        return Essay.Substring(start, span.GetProperty("end").GetInt32() - start);
    }

    private static Task<ProgramRun> RunAsync(params string[] arguments) => ProgramRun.OfAsync(Cancellation, arguments);

    private static async Task<JsonElement> ExtractOneAsync(string file)
    {
        var run = await RunAsync("extract", file, "--format", "json");
        Assert.Equal((0, ""), (run.ExitCode, run.Complaints));
        using var document = JsonDocument.Parse(run.Output);
        return document.RootElement.Clone();
    }
}
