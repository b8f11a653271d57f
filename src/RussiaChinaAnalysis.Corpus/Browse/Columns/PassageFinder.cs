namespace RussiaChinaAnalysis.Corpus.Browse.Columns;

/// <summary>
/// The rows of passages. Passages of a document mostly have ids that follow one another, so runs of such ids are kept, not
/// ids: some thousands for a million passages.
/// </summary>
internal sealed class PassageFinder
{
    private readonly int[] starts;
    private readonly Run[] runs;

    public PassageFinder(DocumentColumns[] documents)
    {
        var found = new List<Run>(documents.Length);
        var row = 0;
        foreach (var passages in documents.Select(document => document.Passages))
        {
            for (var place = 0; place < passages.Length;)
            {
                var first = place++;
                while (place < passages.Length && passages[place] == passages[place - 1] + 1)
                    place++;
                found.Add(new Run(passages[first], place - first, row + first));
            }

            row += passages.Length;
        }

        runs = [.. found];
        starts = Array.ConvertAll(runs, run => run.Start);
        Array.Sort(starts, runs);
    }

    /// <summary>In the order of the ids; there is no row for an id that no passage has.</summary>
    /// <param name="passages">Ids, quickest in ascending order.</param>
    public int[] RowsOf(ReadOnlySpan<int> passages)
    {
        var rows = new List<int>(passages.Length);
        var at = 0;
        foreach (var passage in passages)
        {
            if (at == runs.Length || !runs[at].Holds(passage))
            {
                at = Array.BinarySearch(starts, passage);
                at = at < 0 ? Math.Max(~at - 1, 0) : at;
            }

            if (at < runs.Length && runs[at].Holds(passage))
                rows.Add(runs[at].Row + passage - runs[at].Start);
        }

        return [.. rows];
    }

    /// <param name="Start">The first id.</param>
    /// <param name="Row">The row of the first.</param>
    private readonly record struct Run(int Start, int Count, int Row)
    {
        public bool Holds(int passage) => passage >= Start && passage < Start + Count;
    }
}
