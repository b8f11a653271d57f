using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Interchange;

/// <summary>What the site exports, read by the formats' own tools or held against their rules.</summary>
public sealed class OwnToolsTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly XNamespace Refi = "urn:QDA-XML:project:1.0";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Argdown_is_parsed_by_its_own_parser_with_every_statement_and_relation()
    {
        using var result = await ParseArgdownAsync();

        await using var context = await OpenAsync();
        var quotes = await context.Passages.Where(passage => passage.Status != Status.Rejected).Select(passage => passage.Quote).ToListAsync(Cancellation);
        var relations = await context.Relations.CountAsync(relation => relation.ToPassageId != null && relation.Status != Status.Rejected && relation.Kind != RelationKind.Restates, Cancellation);
        Assert.Empty(result.RootElement.GetProperty("errors").EnumerateArray());
        var statements = result.RootElement.GetProperty("statements").EnumerateObject().Select(statement => statement.Value.GetString()!).ToList();
        Assert.Equal(quotes.Count, statements.Count);
        Assert.All(quotes, quote => Assert.Contains(statements, statement => statement.StartsWith(quote, StringComparison.Ordinal)));
        Assert.Equal(relations, result.RootElement.GetProperty("relations").GetArrayLength());
    }

    [Fact]
    public async Task Argdown_says_whose_view_it_is_and_when_the_essay_was_published()
    {
        const string Critics = "critics {\"many\"}: \\ all";
        await using (var context = await OpenAsync())
        {
            await context.Passages.Where(passage => passage.Id == context.Passages.Where(one => one.Status != Status.Rejected).Min(one => one.Id))
                .ExecuteUpdateAsync(passages => passages.SetProperty(passage => passage.AttributedTo, Critics), Cancellation);
            await context.Documents.ExecuteUpdateAsync(documents => documents.SetProperty(document => document.Published, "2024-03-14"), Cancellation);
        }

        using var result = await ParseArgdownAsync();

        Assert.Empty(result.RootElement.GetProperty("errors").EnumerateArray());
        Assert.Contains(result.RootElement.GetProperty("data").EnumerateObject(), statement =>
            statement.Value.ValueKind == JsonValueKind.Object && statement.Value.GetProperty("attributedTo").GetString() == Critics);
        Assert.All(result.RootElement.GetProperty("headings").EnumerateArray(), heading => Assert.EndsWith("2024-03-14)", heading.GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Web_annotations_satisfy_what_the_W3C_model_requires()
    {
        using var json = JsonDocument.Parse(await DownloadAsync("jsonld"));
        var collection = json.RootElement;
        Assert.Equal("http://www.w3.org/ns/anno.jsonld", collection.GetProperty("@context")[0].GetString());
        Assert.Equal("AnnotationCollection", collection.GetProperty("type").GetString());
        var annotations = collection.GetProperty("first").GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(collection.GetProperty("total").GetInt32(), annotations.Count);
        Assert.Equal(annotations.Count, annotations.Select(annotation => annotation.GetProperty("id").GetString()).Distinct().Count());
        var ids = annotations.Select(annotation => annotation.GetProperty("id").GetString()).ToHashSet();
        Assert.All(annotations, annotation =>
        {
            Assert.Equal("Annotation", annotation.GetProperty("type").GetString());
            Assert.True(Uri.IsWellFormedUriString(annotation.GetProperty("id").GetString(), UriKind.Absolute));
            var target = annotation.GetProperty("target");
            if (target.ValueKind == JsonValueKind.String)
                Assert.Contains(target.GetString(), ids);
            else
                Assert.All(target.ValueKind == JsonValueKind.Array ? [.. target.EnumerateArray()] : new[] { target }, RequireSelectors);
        });
    }

    [Fact]
    public async Task A_QDPX_project_is_put_together_as_its_schema_has_it()
    {
        using var zip = new ZipArchive(new MemoryStream(await DownloadAsync("qdpx")));
        using var stream = zip.GetEntry("project.qde")!.Open();
        var project = await XElement.LoadAsync(stream, LoadOptions.None, Cancellation);

        Assert.Equal(Refi + "Project", project.Name);
        // A sequence: the schema fixes the order.
        Assert.Equal(["Users", "CodeBook", "Sources", "Links"], project.Elements().Select(element => element.Name.LocalName));
        var guids = project.Descendants().Attributes("guid").Select(guid => guid.Value).ToList();
        Assert.Equal(guids.Count, guids.Distinct().Count());
        Assert.All(guids, guid => Assert.Matches("^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$", guid));
        var codes = project.Descendants(Refi + "Code").Select(code => (string)code.Attribute("guid")!).ToHashSet();
        Assert.All(project.Descendants(Refi + "CodeRef"), reference => Assert.Contains((string)reference.Attribute("targetGUID")!, codes));
        Assert.All(project.Descendants(Refi + "Code"), code => Assert.NotNull(code.Attribute("isCodable")));
        var selections = project.Descendants(Refi + "PlainTextSelection").Select(selection => (string)selection.Attribute("guid")!).ToHashSet();
        Assert.All(project.Descendants(Refi + "Link"), link => Assert.True(selections.Contains((string)link.Attribute("originGUID")!) && selections.Contains((string)link.Attribute("targetGUID")!)));
        await using var context = await OpenAsync();
        var quotes = await context.Passages.Select(passage => passage.Quote).ToListAsync(Cancellation);
        foreach (var source in project.Descendants(Refi + "TextSource"))
        {
            using var reader = new StreamReader(zip.GetEntry($"sources/{((string)source.Attribute("plainTextPath")!)["internal://".Length..]}")!.Open());
            var text = (await reader.ReadToEndAsync(Cancellation)).EnumerateRunes().ToArray();
            Assert.All(source.Elements(Refi + "PlainTextSelection"), selection => Assert.Contains(
                string.Concat(text[(int)selection.Attribute("startPosition")!..(int)selection.Attribute("endPosition")!]), quotes));
        }
    }

    [Fact]
    public async Task Brat_positions_give_the_quoted_words()
    {
        using var zip = new ZipArchive(new MemoryStream(await DownloadAsync("brat")));
        foreach (var annotations in zip.Entries.Where(entry => entry.FullName.EndsWith(".ann", StringComparison.Ordinal)))
        {
            var text = (await ReadAsync(zip.GetEntry(annotations.FullName.Replace(".ann", ".txt", StringComparison.Ordinal))!)).EnumerateRunes().ToArray();
            var lines = (await ReadAsync(annotations)).Split('\n').Where(line => line.StartsWith('T')).Select(line => line.Split('\t')).ToList();
            Assert.NotEmpty(lines);
            Assert.All(lines, line => Assert.Equal(line[2], string.Join(' ', line[1][(line[1].IndexOf(' ', StringComparison.Ordinal) + 1)..].Split(';')
                .Select(fragment => fragment.Split(' ')).Select(ends => string.Concat(text[int.Parse(ends[0], null)..int.Parse(ends[1], null)])))));
        }
    }

    [Fact]
    public async Task Notes_of_Hypothesis_find_their_words_and_come_in_once()
    {
        using var client = await site.ClientAsync(PersonRole.Editor);
        await using var context = await OpenAsync();
        var passage = await context.Passages.OrderBy(row => row.Id).FirstAsync(row => row.Role == Role.Claim, Cancellation);
        var export = JsonSerializer.SerializeToUtf8Bytes(new
        {
            annotations = new object[]
            {
                new
                {
                    id = "a", created = "2025-01-02T03:04:05.000000+00:00", user = "acct:ada@example.org", uri = "https://example.org/essay", text = "Is this so?", tags = new[] { "doubt" },
                    target = new[] { new { source = "https://example.org/essay", selector = new object[] { new { type = "TextQuoteSelector", exact = passage.Quote, prefix = passage.Prefix, suffix = passage.Suffix } } } },
                },
                new { id = "b", created = "2025-01-02T04:04:05.000000+00:00", user = "acct:bob@example.org", uri = "https://example.org/essay", text = "Yes.", tags = Array.Empty<string>(), references = new[] { "a" }, target = new[] { new { source = "https://example.org/essay" } } },
            },
        });

        var first = await ImportAsync(client, "hypothesis.json", export);
        var second = await ImportAsync(client, "hypothesis.json", export);

        Assert.Contains("2 imported, 0 skipped, 0 failed", first, StringComparison.Ordinal);
        Assert.Contains("0 imported, 2 skipped, 0 failed", second, StringComparison.Ordinal);
        var notes = await context.Annotations.Where(note => note.PassageId == passage.Id).OrderBy(note => note.Id).ToListAsync(Cancellation);
        Assert.Equal(["Is this so?\n\n#doubt\n\n— ada", "Yes.\n\n— bob"], notes.Select(note => note.Body));
        Assert.All(notes, note => Assert.Equal(passage.Id, note.PassageId));
        Assert.Equal(notes[0].Id, notes[1].ParentId);
    }

    [Fact]
    public async Task What_not_everybody_can_read_in_Hypothesis_stays_private_with_its_replies()
    {
        await using var context = await OpenAsync();
        var passage = await context.Passages.OrderByDescending(row => row.Id).FirstAsync(row => row.Role == Role.Claim, Cancellation);
        object Note(string id, string text, string mayRead, params string[] references) => new
        {
            id,
            text,
            references,
            created = "2025-01-02T03:04:05+00:00",
            uri = "https://example.org/essay",
            permissions = new { read = new[] { mayRead } },
            target = new[] { new { selector = new object[] { new { type = "TextQuoteSelector", exact = passage.Quote, prefix = passage.Prefix, suffix = passage.Suffix } } } },
        };
        var export = JsonSerializer.SerializeToUtf8Bytes(new
        {
            annotations = new[]
            {
                Note("p", "Only for me.", "acct:ada@example.org"), Note("q", "Neither is this.", "group:__world__", "p"), Note("r", "For a group.", "group:abc"),
                Note("s", "For everybody.", "group:__world__"), Note("t", "A whisper below it.", "acct:ada@example.org", "s"),
            },
        });
        using var editor = await site.ClientAsync(PersonRole.Editor);
        using var reviewer = await site.ClientAsync(PersonRole.Reviewer);

        var first = await ImportAsync(editor, "private.json", export);
        var again = await ImportAsync(editor, "private.json", export);
        var other = await ImportAsync(reviewer, "private.json", export);

        Assert.Contains("4 imported, 0 skipped, 1 failed", first, StringComparison.Ordinal);
        Assert.Contains("0 imported, 4 skipped, 1 failed", again, StringComparison.Ordinal);
        // Of what the editor keeps private the reviewer gets notes of their own, and hears nothing.
        Assert.Contains("3 imported, 1 skipped, 1 failed", other, StringComparison.Ordinal);
        var notes = await context.Annotations.Where(note => note.PassageId == passage.Id).ToListAsync(Cancellation);
        Assert.Equal(["For everybody."], notes.Where(note => !note.IsPrivate).Select(note => note.Body));
        Assert.All(notes.Where(note => note.ParentId != null), reply => Assert.Equal(reply.AuthorId, notes.Single(note => note.Id == reply.ParentId).AuthorId));
        Assert.Equal(2, notes.Where(note => note.IsPrivate).Select(note => note.AuthorId).Distinct().Count());
    }

    [Fact]
    public async Task A_private_Web_annotation_stays_private()
    {
        await using var context = await OpenAsync();
        var passage = await context.Passages.OrderBy(row => row.Id).LastAsync(row => row.Role == Role.Evidence, Cancellation);
        var export = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["type"] = "Annotation",
            ["id"] = "urn:x",
            ["motivation"] = "commenting",
            ["rca:private"] = true,
            ["body"] = "Whispered.",
            ["target"] = new { source = "https://example.org/essay", selector = new { type = "TextQuoteSelector", exact = passage.Quote, prefix = passage.Prefix, suffix = passage.Suffix } },
        });
        using var editor = await site.ClientAsync(PersonRole.Editor);

        Assert.Contains("1 imported, 0 skipped, 0 failed", await ImportAsync(editor, "note.jsonld", export), StringComparison.Ordinal);
        Assert.True((await context.Annotations.SingleAsync(note => note.Body == "Whispered.", Cancellation)).IsPrivate);
    }

    [Fact]
    public async Task Only_administrators_add_themes_and_the_history_tells_of_it()
    {
        const string Codes = "<CodeBook xmlns=\"urn:QDA-XML:project:1.0\"><Codes><Code guid=\"1\" name=\"Ferries\"><Code guid=\"2\" name=\"Night ferries\"/></Code></Codes></CodeBook>";
        var codebook = Encoding.UTF8.GetBytes(Codes);
        var project = new MemoryStream();
        using (var zip = new ZipArchive(project, ZipArchiveMode.Create, leaveOpen: true))
        await using (var entry = await zip.CreateEntry("project.qde").OpenAsync(Cancellation))
            await entry.WriteAsync(Encoding.UTF8.GetBytes($"<Project xmlns=\"urn:QDA-XML:project:1.0\">{Codes}</Project>"), Cancellation);
        using var editor = await site.ClientAsync(PersonRole.Editor);
        using var administrator = await site.ClientAsync(PersonRole.Administrator);

        Assert.Contains("is a codebook, which only an administrator can take in.", await ImportAsync(editor, "themes.qdc", codebook), StringComparison.Ordinal);
        Assert.Contains("has codes that the codebook lacks, such as “Ferries”, and only an administrator can add themes", await ImportAsync(editor, "all.qdpx", project.ToArray()), StringComparison.Ordinal);
        await using var context = await OpenAsync();
        Assert.False(await context.Themes.AnyAsync(theme => theme.Name == "Ferries", Cancellation));

        Assert.Contains("2 imported, 0 skipped, 0 failed", await ImportAsync(administrator, "all.qdpx", project.ToArray()), StringComparison.Ordinal);

        Assert.Contains("Took a codebook in: 2 new, 0 changed", await administrator.GetStringAsync("/history", Cancellation), StringComparison.Ordinal);
        var change = await context.Changes.Include(one => one.Rows).SingleAsync(one => one.Action == "import codebook", Cancellation);
        Assert.Equal(("The Administrator", 2), (change.PersonName, change.Rows.Count));
        Assert.Contains("0 imported, 2 skipped, 0 failed", await ImportAsync(editor, "all.qdpx", project.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readers_take_nothing_in_and_only_administrators_have_archives()
    {
        using var reader = await site.ClientAsync(PersonRole.Reader);
        using var archive = await reader.GetAsync("/exchange/archive", Cancellation);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, archive.StatusCode);
        using var form = new MultipartFormDataContent { { new StringContent(await reader.FormTokenAsync("/reports/verify", Cancellation)), "__RequestVerificationToken" } };
        using var import = await reader.PostAsync("/exchange", form, Cancellation);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, import.StatusCode);
        using var administrator = await site.ClientAsync(PersonRole.Administrator);
        using var zip = new ZipArchive(new MemoryStream(await administrator.GetByteArrayAsync("/exchange/archive", Cancellation)));
        Assert.NotNull(zip.GetEntry("manifest.json"));
    }

    private static void RequireSelectors(JsonElement target)
    {
        Assert.True(Uri.IsWellFormedUriString(target.GetProperty("source").GetString(), UriKind.Absolute));
        var selectors = target.GetProperty("selector").EnumerateArray().ToList();
        var position = selectors.Single(selector => selector.GetProperty("type").GetString() == "TextPositionSelector");
        var quote = selectors.Single(selector => selector.GetProperty("type").GetString() == "TextQuoteSelector");
        Assert.Equal(quote.GetProperty("exact").GetString()!.Length, position.GetProperty("end").GetInt32() - position.GetProperty("start").GetInt32());
    }

    private static async Task<string> ImportAsync(HttpClient client, string name, byte[] content)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await client.FormTokenAsync("/exchange", Cancellation)), "__RequestVerificationToken" },
            { new ByteArrayContent(content), "Upload", name },
        };
        using var answer = await client.PostAsync("/exchange", form, Cancellation);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    private static async Task<string> ReadAsync(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return await reader.ReadToEndAsync(Cancellation);
    }

    /// <summary>What Argdown's own parser makes of the corpus.</summary>
    private async Task<JsonDocument> ParseArgdownAsync()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("all.argdown", await DownloadAsync("argdown"));
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Build.Root, "tests/RussiaChinaAnalysis.Web.Tests/Interchange/argdown/check.mjs"), file]) { RedirectStandardOutput = true })!;
        var result = await JsonDocument.ParseAsync(node.StandardOutput.BaseStream, cancellationToken: Cancellation);
        await node.WaitForExitAsync(Cancellation);
        return result;
    }

    private async Task<byte[]> DownloadAsync(string format)
    {
        using var client = await site.ClientAsync(PersonRole.Reader);
        return await client.GetByteArrayAsync($"/exchange/{format}", Cancellation);
    }

    private Task<CorpusContext> OpenAsync() => site.Services.GetRequiredService<IDbContextFactory<CorpusContext>>().CreateDbContextAsync(Cancellation);
}
