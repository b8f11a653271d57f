using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.Browse.Documents;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Browse.Themes;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Review;
using RussiaChinaAnalysis.Corpus.Revise;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Data;
using RussiaChinaAnalysis.Web.Edit;
using RussiaChinaAnalysis.Web.Look;

namespace RussiaChinaAnalysis.Web.Pages.Documents;

public sealed class DocumentModel(DocumentBrowser documents, NoteBrowser notes, RelationBrowser relations, ThemeBrowser themes, RevisionBrowser revisions, HistoryBrowser history) : PageModel, IDataPage
{
    [BindProperty(SupportsGet = true)]
    public string[] Mark { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Theme { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Passage { get; set; }

    /// <summary>Of a book: a number, or <c>all</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Part { get; set; }

    /// <summary>A note on words of the text, whose part is to be shown.</summary>
    [BindProperty(SupportsGet = true)]
    public int? About { get; set; }

    public DocumentView Document { get; private set; } = null!;

    public ReaderAddress Address { get; private set; } = null!;

    public IReadOnlyList<IReadOnlyList<ReaderBlock>> Text { get; private set; } = [];

    public IReadOnlyList<Block> Headings { get; private set; } = [];

    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>The last change that the page shows; 0 when there is none.</summary>
    public long Latest { get; private set; }

    /// <summary>Decided passages whose words this version does not hold.</summary>
    public int Unplaced { get; private set; }

    public object Answer => Document;

    public ITable Rows => Table.Of(Document.Passages.Select(PassageLine.Of));

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        // First, so that a page never says that it knows of a change which it does not show.
        Latest = await history.LatestAsync(id, cancellation);
        Threads = await notes.OfDocumentAsync(id, User.FindActor()?.PersonId, cancellation);
        if (await FindAsync(id, cancellation) is not { } document)
            return NotFound();

        Document = document;
        var problems = new List<string>();
        Address = new ReaderAddress(id, ReaderAddress.ReadMarks(Mark, problems), KnownTheme(problems), KnownPassage(problems), KnownPart(problems));
        Problems = problems;
        Text = ReaderText.Lay(document, OnText);
        Notes = new NoteViews(document, await relations.StatesAsync(id, cancellation), Threads, View) { Address = Address, MayEdit = MayEdit };
        if (MayEdit)
            Codebook = await themes.ListAsync(cancellation);

        Headings = ReaderText.Headings(document);
        Unplaced = await revisions.CountUnplacedAsync(id, cancellation);
        return Page();
    }

    /// <returns>The page of the original file that begins with the block; null where none does or the format has no pages.</returns>
    public int? PageBegins(Block block) => PageStarts.TryGetValue(block.Span.Start, out var page) ? page : null;

    public bool MayEdit => User.May(PersonRole.Editor);

    public IReadOnlyList<NoteThread> Threads { get; private set; } = [];

    /// <summary>Notes on words or on the document as a whole, not on a passage or link; in the order of the text.</summary>
    public IReadOnlyList<NoteThread> OnText => field ??=
        [.. Threads.Where(thread => thread.First is { PassageId: null, RelationId: null } && IsInPart(thread)).OrderBy(PlaceOf)];

    /// <summary>What is about the essay as a whole stands with its beginning.</summary>
    private bool IsInPart(NoteThread thread) =>
        Document.Part is not { } part || part.All.At(PlaceOf(thread).Start) == part.Number;

    private static TextSpan PlaceOf(NoteThread thread) => thread.First.Spans.FirstOrDefault()?.Position ?? default;

    public IReadOnlyList<ThemeCount> Codebook { get; private set; } = [];

    /// <summary>What stands beside the essay about each passage.</summary>
    internal NoteViews Notes { get; private set; } = null!;

    public ThreadView View(NoteThread thread) => new(thread, MayEdit, User.FindActor(), Address.ToString());

    public IHtmlContent Pieces(ReaderBlock block) => new PieceWriter(this, block, HttpContext.Asset("assets/icons.svg"));

    public int CountOf(string mark) => Document.Roles
        .Where(role => (role.IsThesis ? "thesis" : FacetWords.Key(role.Role)) == mark).Sum(role => role.Count);

    /// <summary>Where in the essay a heading stands, which may be in another part.</summary>
    public string AddressOf(Block heading)
    {
        var part = Document.Part?.All.At(heading.Span.Start);
        var anchor = FormattableString.Invariant($"#s-{heading.Span.Start}");
        return part is null || part == Document.Part!.Number ? anchor : Address.At(null).InPart(part.Value) + anchor;
    }

    // The order of reading can go back a page, as footnotes do: each page is marked once.
    private Dictionary<int, int> PageStarts => field ??= Text
        .SelectMany(group => group, (_, laid) => laid.Block)
        .Where(block => block.Page is not null)
        .GroupBy(block => block.Page!.Value)
        .ToDictionary(blocks => blocks.First().Span.Start, blocks => blocks.Key);

    private Task<DocumentView?> FindAsync(int id, CancellationToken cancellation)
    {
        // Data are always whole.
        if (Part == ReaderAddress.AllWord || DataForms.Asked(Request) != DataForm.Page)
            return documents.FindAsync(id, cancellation);
        var choice = new PartChoice(
            int.TryParse(Passage, NumberStyles.None, CultureInfo.InvariantCulture, out var passage) ? passage : null,
            Threads.Where(thread => thread.First.Id == About).Select(thread => (int?)PlaceOf(thread).Start).FirstOrDefault(),
            int.TryParse(Part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null);
        return documents.FindPartAsync(id, choice, cancellation);
    }

    private int? KnownPart(List<string> problems)
    {
        if (Document.Part is not { } part)
            return Part == ReaderAddress.AllWord ? ReaderAddress.All : null;
        if (!string.IsNullOrWhiteSpace(Part)
            && !(int.TryParse(Part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= part.Count))
            problems.Add($"This essay has {part.Count} parts and none that is called “{Part}”; this is part {part.Number}.");
        return part.Number;
    }

    private string? KnownTheme(List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(Theme) || Document.Themes.Any(theme => theme.Theme.Slug == Theme))
            return string.IsNullOrWhiteSpace(Theme) ? null : Theme;
        problems.Add($"No passage of this essay bears on a theme “{Theme}”; it was left out.");
        return null;
    }

    private int? KnownPassage(List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(Passage))
            return null;
        if (int.TryParse(Passage, out var id) && Document.Passages.Any(passage => passage.Id == id))
            return id;
        problems.Add($"This version of the essay has no passage “{Passage}”; none is selected.");
        return null;
    }
}
