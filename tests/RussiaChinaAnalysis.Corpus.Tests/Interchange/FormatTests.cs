using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Browse.Themes;
using RussiaChinaAnalysis.Corpus.Interchange;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Interchange;

public sealed class FormatTests
{
    public static TheoryData<string> Formats() => [.. CorpusExport.Formats.Select(format => format.Key)];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task The_same_corpus_gives_the_same_bytes(string format)
    {
        await using var corpus = await ArchiveTests.FilledAsync();

        Assert.Equal(await corpus.ExportAsync(format), await corpus.ExportAsync(format));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_filter_that_finds_nothing_still_gives_a_file(string format)
    {
        await using var corpus = await ArchiveTests.FilledAsync();

        Assert.NotEmpty(await corpus.ExportAsync(format, new PassageFilter { Search = "nowhere" }));
    }

    [Fact]
    public async Task Web_annotations_carry_every_label_into_an_empty_corpus()
    {
        await using var corpus = await ArchiveTests.FilledAsync();
        await using var other = await WithThemesOfAsync(corpus);

        var outcome = await other.ImportAsync("all.jsonld", await corpus.ExportAsync("jsonld"));

        Assert.Equal(0, outcome.Failed);
        Assert.Equal(await corpus.ArgumentAsync(Labels), await other.ArgumentAsync(Labels));
    }

    [Fact]
    public async Task Brat_carries_roles_kinds_stances_themes_and_relations()
    {
        await using var corpus = await ArchiveTests.FilledAsync();
        await using var other = await WithThemesOfAsync(corpus);
        await RejectNothingAsync(corpus);

        var outcome = await other.ImportAsync("all.brat.zip", await corpus.ExportAsync("brat"));

        Assert.Equal(0, outcome.Failed);
        string BratLabels(PassageRow row) => $"{row.Role} {row.IsThesis} {row.EvidenceKind} {row.Attribution} {row.Stance} {row.Status} {Themes(row)}";
        Assert.Equal(await corpus.ArgumentAsync(BratLabels), await other.ArgumentAsync(BratLabels));
    }

    [Fact]
    public async Task Aif_carries_words_and_relations()
    {
        await using var corpus = await ArchiveTests.FilledAsync();
        await using var other = await ArchiveTests.EmptyAsync();
        await RejectNothingAsync(corpus);

        var outcome = await other.ImportAsync("all.aif.json", await corpus.ExportAsync("aif"));

        Assert.Equal(0, outcome.Failed);
        Assert.Equal(await corpus.ArgumentAsync(_ => "", withRelations: false), await other.ArgumentAsync(_ => "", withRelations: false));
        Assert.Equal(await RelationsAsync(corpus), await RelationsAsync(other));
    }

    [Fact]
    public async Task A_codebook_carries_names_definitions_colours_and_the_hierarchy()
    {
        await using var corpus = await ArchiveTests.FilledAsync();
        await using var other = await ArchiveTests.EmptyAsync();

        await other.ImportAsync("themes.qdc", await corpus.ExportAsync("qdc"));

        static string Describe(ThemeCount theme) => $"{theme.Theme.Name} {theme.Theme.Colour} {theme.Definition} {theme.Parent is null}";
        Assert.Equal(
            (await corpus.Themes.ListAsync(TestContext.Current.CancellationToken)).Select(Describe).Order(StringComparer.Ordinal),
            (await other.Themes.ListAsync(TestContext.Current.CancellationToken)).Select(Describe).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_theme_from_a_codebook_takes_the_address_of_no_page_and_of_no_other_theme()
    {
        const string codebook = """
            <CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>
              <Code guid="7b4ad8e2-6d8b-4b55-b4d3-1f3f3f6f0a01" name="Import" isCodable="true"/>
              <Code guid="7b4ad8e2-6d8b-4b55-b4d3-1f3f3f6f0a02" name="Théâtre d’été" isCodable="true"/>
              <Code guid="7b4ad8e2-6d8b-4b55-b4d3-1f3f3f6f0a03" name="Theatre d ete" isCodable="true"/>
            </Codes></CodeBook>
            """;
        await using var corpus = await ArchiveTests.EmptyAsync();

        await corpus.ImportAsync("themes.qdc", Encoding.UTF8.GetBytes(codebook));

        await using var context = corpus.Open();
        Assert.Equal(
            ["theme", "theatre-d-ete", "theatre-d-ete-2"],
            await context.Themes.OrderBy(theme => theme.Position).Select(theme => theme.Slug).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("jsonld", "all.jsonld")]
    [InlineData("aif", "all.aif.json")]
    [InlineData("brat", "all.brat.zip")]
    [InlineData("qdc", "all.qdc")]
    [InlineData("qdpx", "all.qdpx")]
    public async Task Imported_twice_it_gives_nothing_twice(string format, string fileName)
    {
        await using var corpus = await ArchiveTests.FilledAsync();
        await using var other = await WithThemesOfAsync(corpus);
        var file = await corpus.ExportAsync(format);
        await other.ImportAsync(fileName, file);
        var once = await other.ExportAsync("archive");

        var second = await other.ImportAsync(fileName, file);

        Assert.Equal(0, second.Imported);
        Assert.True(second.Skipped > 0);
        Assert.All(second.Lines, line => Assert.NotNull(line.Reason));
        Assert.Equal(once, await other.ExportAsync("archive"));
    }

    [Theory]
    [InlineData("x.json", "{")]
    [InlineData("x.json", "[1, 2]")]
    [InlineData("x.json", """{"nodes": [{}], "edges": []}""")]
    [InlineData("x.json", """{"nodes": [{"nodeID": 1, "type": "I", "text": "a"}, {"nodeID": 1, "type": "I", "text": "b"}], "edges": []}""")]
    [InlineData("x.jsonld", """{"type": "Annotation", "motivation": "classifying", "id": "a", "body": {"purpose": "classifying", "value": "claim"}, "target": 5}""")]
    [InlineData("x.json", """{"nodes": [{"nodeID": 1, "type": "I", "text": "half \ud83d"}], "edges": []}""")]
    [InlineData("x.jsonld", """{"type": "Annotation", "body": "half \udca9", "target": "http://a.example/b"}""")]
    [InlineData("x.qdc", "<CodeBook/>")]
    [InlineData("x.qdc", "<!DOCTYPE a [<!ENTITY b \"c\">]><CodeBook><Codes/></CodeBook>")]
    [InlineData("x.zip", "no zip")]
    [InlineData("x.qdpx", "no zip")]
    [InlineData("x.exe", "")]
    public async Task Hostile_or_broken_files_are_refused_with_their_name_and_a_reason(string fileName, string content)
    {
        await using var corpus = await ArchiveTests.EmptyAsync();

        var refused = Assert.IsType<ImportOutcome.Refused>(await corpus.TryImportAsync(fileName, Encoding.UTF8.GetBytes(content)));

        Assert.StartsWith($"{fileName} ", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_another_encoding_than_utf_8_is_refused()
    {
        await using var corpus = await ArchiveTests.EmptyAsync();
        var content = Encoding.Latin1.GetBytes("""{"nodes": [{"nodeID": 1, "type": "I", "text": "Façade"}], "edges": []}""");

        var refused = Assert.IsType<ImportOutcome.Refused>(await corpus.TryImportAsync("old.json", content));

        Assert.Equal("old.json is not in UTF-8; save it in that encoding.", refused.Message);
    }

    [Fact]
    public async Task A_table_names_only_links_that_hold()
    {
        await using var corpus = await ArchiveTests.FilledAsync();
        var before = await LinksAsync();
        await using (var context = corpus.Open())
            await context.Relations.ExecuteUpdateAsync(relations => relations.SetProperty(relation => relation.Status, Status.Rejected), TestContext.Current.CancellationToken);

        Assert.NotEqual("", before);
        Assert.Equal("", await LinksAsync());

        async Task<string> LinksAsync()
        {
            using var csv = CsvReader.Create(await corpus.ExportAsync("csv"));
            csv.ReadHeader();
            Assert.True(csv.TryGetFieldIndex("supports", out var first));
            var links = new StringBuilder();
            while (csv.Read())
                links.AppendJoin("", Enumerable.Range(first, Enum.GetValues<RelationKind>().Length).Select(csv.GetString));
            return links.ToString();
        }
    }

    [Fact]
    public async Task Aif_has_the_nodes_and_edges_that_AIFdb_reads()
    {
        await using var corpus = await ArchiveTests.FilledAsync();
        using var json = JsonDocument.Parse(await corpus.ExportAsync("aif"));

        var nodes = json.RootElement.GetProperty("nodes").EnumerateArray().ToDictionary(node => node.GetProperty("nodeID").GetString()!, node => node.GetProperty("type").GetString()!);
        var edges = json.RootElement.GetProperty("edges").EnumerateArray().Select(edge => (From: nodes[edge.GetProperty("fromID").GetString()!], To: nodes[edge.GetProperty("toID").GetString()!])).ToList();

        Assert.Equal(["CA", "I", "MA", "RA"], nodes.Values.Distinct().Order(StringComparer.Ordinal));
        Assert.All(edges, edge => Assert.True(edge.From == "I" ^ edge.To == "I" || (edge.From != "I" && edge.To != "I")));
        Assert.Equal(2 * nodes.Values.Count(type => type != "I"), edges.Count);
    }

    [Fact]
    public async Task A_bomb_is_not_unpacked()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("a.ann").Open();
            var zeros = new byte[1 << 20];
            for (var megabyte = 0; megabyte < 60; megabyte++)
                entry.Write(zeros);
        }

        await using var corpus = await ArchiveTests.EmptyAsync();

        Assert.Contains("unpacks to far more", Assert.IsType<ImportOutcome.Refused>(await corpus.TryImportAsync("bomb.zip", stream.ToArray())).Message, StringComparison.Ordinal);
    }

    internal static string Labels(PassageRow row) =>
        $"{row.Role} {row.IsThesis} {row.EvidenceKind} {row.Attribution} {row.AttributedTo} {row.Stance} {row.Confidence:0.0000} {row.Origin} {row.Status} {Themes(row)}";

    private static string Themes(PassageRow row) => string.Join(' ', row.Themes.Select(theme => theme.Slug).Order(StringComparer.Ordinal));

    private static async Task<TestCorpus> WithThemesOfAsync(TestCorpus corpus)
    {
        var other = await ArchiveTests.EmptyAsync();
        await using var from = corpus.Open();
        await using var to = other.Open();
        foreach (var theme in from.Themes.OrderBy(theme => theme.Id).ToList())
            to.Themes.Add(new Theme { Slug = theme.Slug, Name = theme.Name, Definition = theme.Definition, Colour = theme.Colour, Position = theme.Position });
        await to.SaveChangesAsync(TestContext.Current.CancellationToken);
        return other;
    }

    /// <summary>Formats that can't say that something was rejected leave it out.</summary>
    private static async Task RejectNothingAsync(TestCorpus corpus)
    {
        await using var context = corpus.Open();
        foreach (var passage in context.Passages.Where(passage => passage.Status == Status.Rejected))
            passage.Status = Status.Suggested;
        foreach (var relation in context.Relations.Where(relation => relation.Status == Status.Rejected))
            relation.Status = Status.Suggested;
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<IReadOnlyList<string>> RelationsAsync(TestCorpus corpus)
    {
        await using var context = corpus.Open();
        return [.. context.Relations.Select(relation => new { relation.Kind, From = relation.FromPassage.Quote, To = relation.ToPassage!.Quote, Of = (RelationKind?)relation.ToRelation!.Kind })
            .ToList().Select(relation => $"{relation.Kind} {relation.From} {relation.To} {relation.Of}").Order(StringComparer.Ordinal)];
    }
}
