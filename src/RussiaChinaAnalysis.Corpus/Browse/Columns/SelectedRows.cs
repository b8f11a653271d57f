using RussiaChinaAnalysis.Corpus.Browse.Filters;

namespace RussiaChinaAnalysis.Corpus.Browse.Columns;

/// <summary>The rows that a filter asks for, worked out when they are needed. Holds borrowed memory: dispose of it.</summary>
internal sealed class SelectedRows(CorpusColumns columns, ResolvedFilter filter, SearchHits? hits) : IDisposable
{
    private readonly Dictionary<Facet, RowBits> meetingOthers = [];
    private RowBits? all;

    /// <summary>Those that the search found and that meet every choice.</summary>
    public RowBits All => all ??= Meeting(except: null);

    /// <summary>Those that the search found and that meet the choices of all other facets: what a facet counts.</summary>
    public RowBits ButFor(Facet facet)
    {
        if (!filter.Restricts(facet))
            return All;
        if (!meetingOthers.TryGetValue(facet, out var rows))
            meetingOthers[facet] = rows = Meeting(except: facet);
        return rows;
    }

    public void Dispose()
    {
        all?.Dispose();
        foreach (var rows in meetingOthers.Values)
            rows.Dispose();
    }

    private RowBits Meeting(Facet? except)
    {
        var rows = hits is null ? RowBits.All(columns.Size) : RowBits.None(columns.Size);
        if (hits is not null)
            rows.Add(hits.Rows);
        foreach (var facet in filter.Filter.Choices.Select(choice => choice.Facet).Distinct().Where(facet => facet != except))
        {
            if (filter.Values(facet, negated: false).ToList() is { Count: > 0 } chosen)
            {
                using var having = Having(facet, chosen);
                rows.Keep(having);
            }

            if (filter.Values(facet, negated: true).ToList() is { Count: > 0 } ruledOut)
            {
                using var having = Having(facet, ruledOut);
                rows.Remove(having);
            }
        }

        return rows;
    }

    private RowBits Having(Facet facet, List<string> values)
    {
        var rows = RowBits.None(columns.Size);
        foreach (var place in values.Select(value => columns.PlaceOf(facet, value)))
        {
            switch (facet)
            {
                case Facet.Document:
                    AddDocument(rows, place);
                    break;
                case Facet.Author:
                    for (var document = 0; document < columns.Documents.Length; document++)
                    {
                        if (columns.Authors.OfDocument[document] == place)
                            AddDocument(rows, document);
                    }

                    break;
                default:
                    rows.Add(columns.Facets[facet][place]);
                    break;
            }
        }

        return rows;
    }

    private void AddDocument(RowBits rows, int document)
    {
        for (var row = columns.FirstRows[document]; row < columns.FirstRows[document + 1]; row++)
            rows.Add(row);
    }
}
