using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Revise;
using RussiaChinaAnalysis.Web.Data;
using RussiaChinaAnalysis.Web.Edit;
using RussiaChinaAnalysis.Web.Look;
using RussiaChinaAnalysis.Web.Pages.Shared;
using RussiaChinaAnalysis.Web.Text;

namespace RussiaChinaAnalysis.Web.Pages.Passages;

public sealed class PassageModel(PassageBrowser passages, RevisionBrowser revisions, ArgumentReader arguments, PassageEditingReader editing) : PageModel, IDataPage
{
    private IReadOnlyDictionary<Label, string> setBy = new Dictionary<Label, string>();

    public PassageView View { get; private set; } = null!;

    public PassageRow Row => View.Row;

    /// <summary>Notes, forms and history of the passage.</summary>
    public PassageEditing Editing { get; private set; } = null!;

    /// <summary>What the words were when people decided about them; null unless it is to be decided again.</summary>
    public FormerWords? Former { get; private set; }

    public IReadOnlyList<Reason> Reasons { get; private set; } = [];

    public RuleCatalogue Catalogue { get; private set; } = null!;

    /// <summary>The passage, cut where the words of its reasons begin and end.</summary>
    public IReadOnlyList<TextSegment<Reason>> Words { get; private set; } = [];

    /// <summary>The longest bar among the reasons.</summary>
    public double Heaviest => Reasons.Select(reason => Math.Abs(reason.Cue.Weight)).DefaultIfEmpty(1).Max();

    public string Citation => FormattableString.Invariant(
        $"“{Row.Quote}” {string.Join(", ", new[] { Row.Author, $"“{Row.DocumentTitle}”", View.Document.Published }.Where(part => !string.IsNullOrWhiteSpace(part)))}, version {View.Document.VersionNumber}, characters {Row.Span.Start}–{Row.Span.End}. {Request.Scheme}://{Request.Host}{Paths.Passage(Row.Id)}");

    /// <summary>Where in the file it stands; null where the file has neither pages nor headings.</summary>
    public string? Whereabouts => View.Place switch
    {
        { Page: { } page, Section: { } section } => FormattableString.Invariant($"On page {page}, under “{section}”"),
        { Page: { } page } => FormattableString.Invariant($"On page {page}"),
        { Section: { } section } => $"Under “{section}”",
        _ => null,
    };

    public object Answer => new { Passage = View, Reasons, Citation };

    public ITable Rows => Table.Of(Reasons.Select(reason => new ReasonLine(
        Row.Id,
        FacetWords.Key(reason.Cue.Label),
        reason.Cue.Rule,
        reason.Title,
        reason.Explanation,
        reason.SpeaksFor,
        reason.Cue.Weight,
        reason.Cue.Span.Start,
        reason.Cue.Span.End,
        reason.Words)));

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        if (await passages.FindAsync(id, cancellation) is not { } view)
            return NotFound();

        View = view;
        Editing = await editing.ReadAsync(User, view, cancellation);
        if (Row.FormerStatus is not null)
            Former = await revisions.FindFormerAsync(id, cancellation);
        Catalogue = (await arguments.PipelineAsync(cancellation)).Rules;
        Reasons = Web.Pages.Passages.Reasons.Of(view, Catalogue);
        setBy = PeoplesLabels.Of(id, Editing.History);
        var start = Row.Span.Start;
        Words = TextSegments.Cut(
            Row.Quote,
            new TextSpan(0, Row.Quote.Length),
            [.. Reasons.Where(reason => reason.Words is not null)],
            reason => new TextSpan(reason.Cue.Span.Start - start, reason.Cue.Span.End - start));
        return Page();
    }

    public IEnumerable<IGrouping<Label, Reason>> ReasonsByLabel() => Reasons.GroupBy(reason => reason.Cue.Label);

    /// <summary>What the reasons for a label speak of, in words.</summary>
    public string Outcome(Label label) => label switch
    {
        _ when setBy.ContainsKey(label) => $"What the program had weighed for {Subject(label)}",
        Label.Boundary => "Why it stands as a passage of its own",
        Label.Certainty => Row.Certainty == Certainty.Emphatic ? "Why it sounds certain" : "Why it sounds doubtful",
        Label.Quantity => "How its figures were read",
        Label.Time => "How its times were read",
        Label.Forecast => "Why it speaks of the future",
        _ when State(label) is { } state => $"Why {state}",
        Label.Thesis or Label.EvidenceKind or Label.ClaimKind => $"What was weighed for {Subject(label)}",
        _ => "Why it is linked",
    };

    /// <summary>Who set the label otherwise than the program proposed; null when nobody did.</summary>
    public string? Correction(Label label) => setBy.TryGetValue(label, out var name)
        ? State(label) is { } state ? $"{name} said that {state}." : $"{name} took the label away."
        : null;

    /// <summary>What the label says of the passage; null where it says nothing.</summary>
    private string? State(Label label) => label switch
    {
        Label.Role => $"it is {(Row.Role == Role.Claim ? "a claim" : Row.Role == Role.Evidence ? "evidence" : "context")}",
        Label.Thesis when Row.IsThesis => "it is a thesis",
        Label.EvidenceKind when Row.EvidenceKind is { } kind => $"it is {Article(kind)}",
        Label.ClaimKind when Row.ClaimKind is { } claim => $"it is {(claim == ClaimKind.Evaluative ? "an" : "a")} {claim.Key()} claim",
        Label.Attribution => Row.Attribution == AttributionKind.Reported ? "it is a reported view" : "it is the author’s view",
        Label.Stance => Row.Stance == Stance.Opp ? "it is against the thesis" : "it is for the thesis",
        _ => null,
    };

    private static string Subject(Label label) => label switch
    {
        Label.Thesis => "the thesis",
        Label.EvidenceKind => "the kind of evidence",
        Label.ClaimKind => "the kind of claim",
        Label.Attribution => "whose view it is",
        Label.Stance => "the stance",
        _ => "the role",
    };

    /// <summary>Figures, times and forecasts are read, not weighed.</summary>
    public static bool IsWeighed(Label label) => label is not (Label.Quantity or Label.Time or Label.Forecast);

    /// <summary>Their words may stand outside the passage, but not outside its paragraph.</summary>
    public FiguresView Figures => new(Row, span => Passages.Reasons.WordsOf(span, View));

    private static string Article(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Testimony => "testimony",
        EvidenceKind.Example => "an example",
        _ => $"a {kind.Key()}",
    };

    private sealed record ReasonLine(
        int Passage,
        string Label,
        string Rule,
        string Title,
        string Explanation,
        string SpeaksFor,
        double Weight,
        int Start,
        int End,
        string? Words);
}
