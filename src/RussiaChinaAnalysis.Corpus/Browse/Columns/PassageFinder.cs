namespace RussiaChinaAnalysis.Corpus.Browse.Columns;

/// <summary>
/// Where in the columns a passage stands. Passages of a document mostly have ids that follow one another, so runs of such
/// ids are kept, not ids: some thousands for a million passages.
/// </summary>
internal sealed class PassageFinder
{
    private readonly DocumentColumns[] documents;
    private readonly int[] starts;
    private readonly Run[] runs;

    public PassageFinder(DocumentColumns[] documents)
    {
        this.documents = documents;
        var found = new List<Run>(documents.Length);
        for (var document = 0; document < documents.Length; document++)
            AddRuns(found, document, documents[document].Passages);
        runs = [.. found];
        starts = Array.ConvertAll(runs, run => run.Start);
        Array.Sort(starts, runs);
    }

    /// <summary>Null when there is no such passage.</summary>
    public PassagePlace? Find(int passage)
    {
        var at = Array.BinarySearch(starts, passage);
        if (at < 0)
            at = ~at - 1;
        if (at < 0 || passage >= runs[at].Start + runs[at].Count)
            return null;
        var run = runs[at];
        return new PassagePlace(documents[run.Document], run.Place + passage - run.Start);
    }

    private static void AddRuns(List<Run> runs, int document, int[] passages)
    {
        for (var place = 0; place < passages.Length;)
        {
            var first = place++;
            while (place < passages.Length && passages[place] == passages[place - 1] + 1)
                place++;
            runs.Add(new Run(passages[first], place - first, document, first));
        }
    }

    /// <param name="Start">The first id.</param>
    private readonly record struct Run(int Start, int Count, int Document, int Place);
}
