using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Themes;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Review;
using RussiaChinaAnalysis.Web.Text;

namespace RussiaChinaAnalysis.Web.Edit;

/// <summary>Everything that can be done to one passage without script, and what was done to it.</summary>
public sealed record PassageEditing(
    PassageView View,
    IReadOnlyList<EditableRelation> Links,
    IReadOnlyList<ThreadView> Threads,
    IReadOnlyList<ThemeCount> Codebook,
    IReadOnlyList<PassageRow> Others,
    IReadOnlyList<ChangeRow> History,
    bool MayEdit)
{
    public Guid Token => View.Row.Token;

    public string Back => Look.Paths.Passage(View.Row.Id);

    /// <summary>The words of the passage's paragraph, with their places in the document's text.</summary>
    public IReadOnlyList<(TextSpan Span, string Word)> Words { get; } =
        WordSpans.In(View.Before + View.Row.Quote + View.After, View.Block.Start);

    public string Told(EditableRelation link) => link switch
    {
        { ToLink: { } id } => $"{Look.Signs.Says(link.Kind)} link {id}",
        _ when link.From == View.Row.Id => $"{Look.Signs.Says(link.Kind)} {Short(link.ToQuote!)}",
        _ => $"{Look.Signs.SaysOfTarget(link.Kind)} {Short(link.FromQuote)}",
    };

    public static string Short(string quote) => SeenText.Shortened(quote, 90);
}
