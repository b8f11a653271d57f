using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Review;
using RussiaChinaAnalysis.Corpus.Revise;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Data;
using RussiaChinaAnalysis.Web.Edit;
using RussiaChinaAnalysis.Web.Look;
using RussiaChinaAnalysis.Web.Pages.Shared;

namespace RussiaChinaAnalysis.Web.Pages.Documents;

public sealed class DocumentModel(DocumentBrowser documents, NoteBrowser notes, RelationBrowser links, ThemeBrowser themes, RevisionBrowser revisions) : PageModel, IDataPage
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

    /// <summary>Decided passages whose words this version does not hold.</summary>
    public int Unplaced { get; private set; }

    public object Answer => Document;

    public ITable Rows => Table.Of(Document.Passages.Select(PassageLine.Of));

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        Threads = await notes.OfDocumentAsync(id, User.FindActor()?.PersonId, cancellation);
        if (await FindAsync(id, cancellation) is not { } document)
            return NotFound();

        Document = document;
        var problems = new List<string>();
        Address = new ReaderAddress(id, ReaderAddress.ReadMarks(Mark, problems), KnownTheme(problems), KnownPassage(problems), KnownPart(problems));
        Problems = problems;
        Text = ReaderText.Lay(document, OnText);
        Relations = await links.StatesAsync(id, cancellation);
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

    /// <summary>All links of the document, those that bear on links too.</summary>
    private IReadOnlyDictionary<int, RelationState> Relations { get; set; } = new Dictionary<int, RelationState>();

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

    /// <summary>Whether the theme filter leaves the passage in the foreground. A broader theme holds what is about a narrower one.</summary>
    public bool IsAbout(PassageRow passage) => Address.Theme is null || ThemesOf(passage).Contains(Address.Theme);

    /// <summary>The slugs of the themes that it bears on, and of those above them.</summary>
    public IReadOnlyList<string> ThemesOf(PassageRow passage)
    {
        var slugs = passage.Themes.Select(theme => theme.Slug).ToList();
        for (var next = 0; next < slugs.Count; next++)
        {
            if (ParentThemes.GetValueOrDefault(slugs[next]) is { } parent && !slugs.Contains(parent))
                slugs.Add(parent);
        }

        return slugs;
    }

    public NoteView Note(PassageRow passage) => new(
        passage,
        new FiguresView(passage, span => span.Of(Document.Text)),
        Address.At(passage.Id),
        passage.Id == Address.Passage,
        IsAbout(passage),
        ThemesOf(passage),
        [
            .. Outgoing[passage.Id].OrderBy(IsOpen).SelectMany(relation => Links(StateOf(relation), Signs.Says(relation.Kind), relation.To)).Select(WithThreads),
            .. RelationsFrom[passage.Id].SelectMany(relation => Links(relation, $"{Signs.Says(relation.Kind)} the step from", Relations[relation.ToLink!.Value].From)).Select(WithThreads),
        ],
        [.. Incoming[passage.Id].OrderBy(IsOpen).SelectMany(relation => Links(StateOf(relation), Signs.SaysOfTarget(relation.Kind), relation.From))],
        [.. Connections[passage.Id]])
    {
        Threads = [.. ThreadsByPassage[passage.Id].Select(View)],
        Token = MayEdit ? passage.Token : null,
    };

    /// <summary>What somebody said comes before what is only proposed.</summary>
    private static bool IsOpen(RelationRow relation) => relation.Status != Status.Accepted;

    /// <summary>As it was when the passages were read: whoever changes what has been changed since is told.</summary>
    private static RelationState StateOf(RelationRow relation) =>
        new(relation.Id, relation.From, ToLink: null, relation.Kind, relation.Status, relation.Token);

    /// <summary>One link, or none when somebody removed or rejected it, or removed an end of it, while this page was read.</summary>
    private IEnumerable<NoteRelation> Links(RelationState link, string says, int other)
    {
        if (!Relations.TryGetValue(link.Id, out var relation) || relation.Status == Status.Rejected || !PassagesById.TryGetValue(other, out var passage))
            yield break;
        yield return new NoteRelation(link.Id, link.Kind, says, passage)
        {
            Token = MayEdit ? link.Token : null,
            Bearing = [.. RelationsOnto[link.Id].SelectMany(bearing => Links(bearing, $"The step: {Signs.SaysOfTarget(bearing.Kind).ToLowerInvariant()}", bearing.From))],
        };
    }

    /// <summary>Notes on a link stand where it starts, and nowhere else.</summary>
    private NoteRelation WithThreads(NoteRelation link) => link with { Threads = [.. ThreadsByLink[link.Id].Select(View)] };

    private ILookup<int, RelationState> RelationsOnto => field ??= OnRelations.ToLookup(relation => relation.ToLink!.Value);

    private ILookup<int, RelationState> RelationsFrom => field ??= OnRelations.ToLookup(relation => relation.From);

    /// <summary>Links that bear on links of this document, in the order in which they were made. Neither they nor what they bear on is rejected.</summary>
    private IEnumerable<RelationState> OnRelations => Relations.Values
        .Where(relation => relation.Status != Status.Rejected && relation.ToLink is { } onto && Relations.TryGetValue(onto, out var target) && target.Status != Status.Rejected)
        .OrderBy(relation => relation.Id);

    private ILookup<int?, NoteThread> ThreadsByLink => field ??= Threads.ToLookup(thread => thread.First.RelationId);

    private ILookup<int?, NoteThread> ThreadsByPassage => field ??= Threads.ToLookup(thread => thread.First.PassageId);

    // The order of reading can go back a page, as footnotes do: each page is marked once.
    private Dictionary<int, int> PageStarts => field ??= Text
        .SelectMany(group => group, (_, laid) => laid.Block)
        .Where(block => block.Page is not null)
        .GroupBy(block => block.Page!.Value)
        .ToDictionary(blocks => blocks.First().Span.Start, blocks => blocks.Key);

    private Dictionary<string, string?> ParentThemes => field ??= Document.Themes.ToDictionary(theme => theme.Theme.Slug, theme => theme.Parent);

    private Dictionary<int, PassageRow> PassagesById => field ??= Document.Passages.Concat(Document.Beyond).ToDictionary(passage => passage.Id);

    private ILookup<int, RelationRow> Outgoing => field ??= Document.Relations.ToLookup(relation => relation.From);

    private ILookup<int, RelationRow> Incoming => field ??= Document.Relations.ToLookup(relation => relation.To);

    private ILookup<int, ConnectionEnd> Connections => field ??= Document.Connections.ToLookup(connection => connection.PassageId);

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
