namespace RussiaChinaAnalysis.Arguments.Reading.Pdf.Layout;

/// <summary>From glyphs at their places to blocks, one step after the other.</summary>
internal sealed class PageComposer(DocumentBuilder builder, CancellationToken cancellation)
{
    public void Compose(IReadOnlyList<PlacedPage> pages)
    {
        var words = RunningHeads.Remove([.. pages.Select(page => WordFinder.Find(NoteMarks.Settle(page.Glyphs)))]);
        var columns = new List<List<Line>>();
        for (var at = 0; at < pages.Count; at++)
        {
            cancellation.ThrowIfCancellationRequested();
            columns.AddRange(ColumnFinder.Find(words[at], cancellation).Select(column => LineFinder.Find(column, pages[at].Number)));
        }

        var scale = new TypeScale(columns);
        var paragraphs = new ParagraphFinder(scale);
        var classifier = new ParagraphClassifier(scale);
        var joined = ParagraphJoiner.Join(columns.Select(column => classifier.Classify(paragraphs.Find(column)).ToList()));
        var hyphenation = new Hyphenation(columns.SelectMany(column => column));
        foreach (var paragraph in joined)
        {
            cancellation.ThrowIfCancellationRequested();
            builder.Append(hyphenation.Join(paragraph.Lines));
            builder.EndBlock(paragraph.Kind, paragraph.Level, paragraph.Page);
        }
    }
}
