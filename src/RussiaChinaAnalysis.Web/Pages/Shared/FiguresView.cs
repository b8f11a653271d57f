using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Browse;

namespace RussiaChinaAnalysis.Web.Pages.Shared;

/// <summary>The figures, times and the forecast of a passage, as the program has read them.</summary>
/// <param name="text">The words of a span of the document; null where they are not at hand.</param>
public sealed class FiguresView(PassageRow row, Func<TextSpan, string?> text)
{
    public PassageRow Row => row;

    public bool IsEmpty => row.Quantities.Count == 0 && row.Times.Count == 0 && row.Forecast is null;

    public string? Words(TextSpan? span) => span is { } words ? text(words) : null;
}
