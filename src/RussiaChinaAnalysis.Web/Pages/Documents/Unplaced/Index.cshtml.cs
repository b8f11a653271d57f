using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Revise;
using RussiaChinaAnalysis.Web.Look;
using RussiaChinaAnalysis.Web.Text;

namespace RussiaChinaAnalysis.Web.Pages.Documents.Unplaced;

/// <summary>Where somebody says which words of the current version took the place of those that are gone.</summary>
public sealed class IndexModel(RevisionBrowser revisions) : PageModel
{
    private const int MostLikely = 3;
    private const int OpeningLength = 110;

    /// <summary>Shorter words stand in every sentence.</summary>
    private const int TellingLength = 4;

    private static readonly char[] Marks = [.. ".,;:!?()[]«»„“”‘’\"'—–"];

    private HashSet<string> sought = [];

    public UnplacedView View { get; private set; } = null!;

    /// <summary>The paragraphs that share the most words with the passage, and the one where it stood, the likeliest first.</summary>
    public IReadOnlyList<Block> Likely { get; private set; } = [];

    public Block Chosen { get; private set; } = null!;

    public IReadOnlyList<(TextSpan Span, string Word)> Words { get; private set; } = [];

    /// <summary>From the first to the last word that the form shows as chosen.</summary>
    public TextSpan Proposed { get; private set; }

    /// <param name="at">Where the chosen paragraph begins; null for the likeliest.</param>
    public async Task<IActionResult> OnGetAsync(int id, int unplaced, int? at, CancellationToken cancellation)
    {
        if (await revisions.FindUnplacedAsync(id, unplaced, cancellation) is not { Blocks.Count: > 0 } view)
            return NotFound();
        View = view;
        sought = Telling(view.Passage.Quote);
        Likely = FindLikely();
        Chosen = view.Blocks.FirstOrDefault(block => block.Span.Start == at) ?? Likely[0];
        Words = WordSpans.In(Chosen.Span.Of(view.Text), Chosen.Span.Start);
        Proposed = Propose();
        return Page();
    }

    public string At(Block block) => FormattableString.Invariant($"{Paths.Unplaced(View.Passage.DocumentId, View.Passage.Id)}?at={block.Span.Start}#words");

    public static string Opening(string text) => text.Length <= OpeningLength || text.LastIndexOf(' ', OpeningLength) is not (> 0 and var cut)
        ? text
        : $"{text[..cut]} …";

    private List<Block> FindLikely()
    {
        var near = View.Blocks.Where(block => block.Kind != BlockKind.Heading).DefaultIfEmpty(View.Blocks[0])
            .MinBy(block => block.Span.Contains(new TextSpan(View.Around, View.Around)) ? 0 : Math.Min(Math.Abs(block.Span.Start - View.Around), Math.Abs(block.Span.End - View.Around)))!;
        return [.. View.Blocks.Select(block => (Block: block, Score: Score(block.Span))).Where(one => one.Score > 0)
            .OrderByDescending(one => one.Score).Take(MostLikely).Select(one => one.Block).Append(near).Distinct()];
    }

    /// <summary>The passage of the paragraph that is most like the words, else the whole of it, from word to word.</summary>
    private TextSpan Propose()
    {
        var like = View.Passages.Where(Chosen.Span.Contains).Where(span => Score(span) > 0).OrderByDescending(Score).FirstOrDefault(Chosen.Span);
        var within = Words.Where(word => word.Span.Overlaps(like)).ToList();
        return within.Count == 0 ? Chosen.Span : new(within[0].Span.Start, within[^1].Span.End);
    }

    /// <summary>The share of the sought words that stand there.</summary>
    private double Score(TextSpan span) => sought.Count == 0 ? 0 : (double)Telling(span.Of(View.Text)).Count(sought.Contains) / sought.Count;

    private static HashSet<string> Telling(string text) =>
        [.. WordSpans.In(text, 0).Select(word => word.Word.Trim(Marks).ToLowerInvariant()).Where(word => word.Length >= TellingLength)];
}
