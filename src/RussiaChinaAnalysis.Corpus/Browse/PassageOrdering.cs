using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Browse;

/// <summary>
/// The sort orders, each with its way to go on after a cursor. Every order ends with the passage's id, and every one
/// but relevance runs along an index. The first condition of each is implied by the second; it is what lets the
/// database start in the middle of the index.
/// </summary>
[SuppressMessage("Globalization", "CA1310", Justification = "Translated to SQL, where the column's binary collation counts.")]
internal sealed class PassageOrdering(CorpusContext context, PassageSort sort, SearchQuery? search)
{
    /// <summary>Without a search there is no relevance.</summary>
    private readonly PassageSort sort = sort == PassageSort.Relevance && search is null ? PassageSort.Document : sort;

    public PassageSort Sort => sort;

    /// <summary>The passages that follow the cursor; backwards, those that precede it, the nearest first.</summary>
    public IQueryable<PassagePlace> Follow(IQueryable<Passage> passages, PageCursor? from, bool backwards) => sort switch
    {
        PassageSort.Document => ByTitle(passages, from, backwards),
        PassageSort.Newest => ByImport(passages, from, backwards),
        PassageSort.Confidence => ByConfidence(passages, from, ascending: backwards),
        PassageSort.Doubtful => ByConfidence(passages, from, ascending: !backwards),
        PassageSort.Relevance => ByRank(passages, from, backwards),
        _ => throw new ArgumentOutOfRangeException(nameof(sort)),
    };

    public PageCursor CursorAt(PassagePlace place) => new(
        sort,
        sort switch
        {
            PassageSort.Document => place.Title,
            PassageSort.Newest => place.ImportedAt.Ticks.ToString(CultureInfo.InvariantCulture),
            _ => place.Number.ToString("R", CultureInfo.InvariantCulture),
        },
        place.DocumentId,
        place.Ordinal,
        place.Id);

    private IQueryable<PassagePlace> ByTitle(IQueryable<Passage> passages, PageCursor? from, bool backwards)
    {
        // True of every title. Without it, a database that has gathered no statistics sorts all passages for the first page.
        var rows = context.Documents.Where(document => document.TitleKey.CompareTo(string.Empty) >= 0).Join(
            passages, document => document.Id, passage => passage.DocumentId, (document, passage) => new { document, passage });
        if (from is var (_, title, document, ordinal, id))
        {
            rows = backwards
                ? rows.Where(row => row.document.TitleKey.CompareTo(title) <= 0
                    && (row.document.TitleKey.CompareTo(title) < 0
                        || row.document.Id < document
                        || row.document.Id == document
                            && (row.passage.Ordinal < ordinal || row.passage.Ordinal == ordinal && row.passage.Id < id)))
                : rows.Where(row => row.document.TitleKey.CompareTo(title) >= 0
                    && (row.document.TitleKey.CompareTo(title) > 0
                        || row.document.Id > document
                        || row.document.Id == document
                            && (row.passage.Ordinal > ordinal || row.passage.Ordinal == ordinal && row.passage.Id > id)));
        }

        rows = backwards
            ? rows.OrderByDescending(row => row.document.TitleKey).ThenByDescending(row => row.document.Id)
                .ThenByDescending(row => row.passage.Ordinal).ThenByDescending(row => row.passage.Id)
            : rows.OrderBy(row => row.document.TitleKey).ThenBy(row => row.document.Id)
                .ThenBy(row => row.passage.Ordinal).ThenBy(row => row.passage.Id);
        return rows.Select(row => new PassagePlace(row.passage.Id)
        {
            Title = row.document.TitleKey,
            DocumentId = row.document.Id,
            Ordinal = row.passage.Ordinal,
        });
    }

    private IQueryable<PassagePlace> ByImport(IQueryable<Passage> passages, PageCursor? from, bool backwards)
    {
        var rows = context.Documents.Join(
            passages, document => document.Id, passage => passage.DocumentId, (document, passage) => new { document, passage });
        if (from is not null)
        {
            var (time, document, ordinal, id) = (from.Time, from.DocumentId, from.Ordinal, from.PassageId);
            rows = backwards
                ? rows.Where(row => row.document.ImportedAt >= time
                    && (row.document.ImportedAt > time
                        || row.document.Id > document
                        || row.document.Id == document
                            && (row.passage.Ordinal < ordinal || row.passage.Ordinal == ordinal && row.passage.Id < id)))
                : rows.Where(row => row.document.ImportedAt <= time
                    && (row.document.ImportedAt < time
                        || row.document.Id < document
                        || row.document.Id == document
                            && (row.passage.Ordinal > ordinal || row.passage.Ordinal == ordinal && row.passage.Id > id)));
        }

        rows = backwards
            ? rows.OrderBy(row => row.document.ImportedAt).ThenBy(row => row.document.Id)
                .ThenByDescending(row => row.passage.Ordinal).ThenByDescending(row => row.passage.Id)
            : rows.OrderByDescending(row => row.document.ImportedAt).ThenByDescending(row => row.document.Id)
                .ThenBy(row => row.passage.Ordinal).ThenBy(row => row.passage.Id);
        return rows.Select(row => new PassagePlace(row.passage.Id)
        {
            ImportedAt = row.document.ImportedAt,
            DocumentId = row.document.Id,
            Ordinal = row.passage.Ordinal,
        });
    }

    private static IQueryable<PassagePlace> ByConfidence(IQueryable<Passage> passages, PageCursor? from, bool ascending)
    {
        if (from is not null)
        {
            var (confidence, id) = (from.Number, from.PassageId);
            passages = ascending
                ? passages.Where(passage => passage.Confidence >= confidence && (passage.Confidence > confidence || passage.Id > id))
                : passages.Where(passage => passage.Confidence <= confidence && (passage.Confidence < confidence || passage.Id < id));
        }

        passages = ascending
            ? passages.OrderBy(passage => passage.Confidence).ThenBy(passage => passage.Id)
            : passages.OrderByDescending(passage => passage.Confidence).ThenByDescending(passage => passage.Id);
        return passages.Select(passage => new PassagePlace(passage.Id) { Number = passage.Confidence });
    }

    private IQueryable<PassagePlace> ByRank(IQueryable<Passage> passages, PageCursor? from, bool backwards)
    {
        var rows = passages.Join(context.Search.Find(search!), passage => passage.Id, hit => hit.PassageId, (_, hit) => hit);
        if (from is not null)
        {
            var (rank, id) = (from.Number, from.PassageId);
            rows = backwards
                ? rows.Where(hit => hit.Rank < rank || hit.Rank == rank && hit.PassageId < id)
                : rows.Where(hit => hit.Rank > rank || hit.Rank == rank && hit.PassageId > id);
        }

        rows = backwards
            ? rows.OrderByDescending(hit => hit.Rank).ThenByDescending(hit => hit.PassageId)
            : rows.OrderBy(hit => hit.Rank).ThenBy(hit => hit.PassageId);
        return rows.Select(hit => new PassagePlace(hit.PassageId) { Number = hit.Rank });
    }
}

/// <summary>A passage with the keys that its sort order needs.</summary>
internal sealed record PassagePlace(int Id)
{
    public string Title { get; init; } = string.Empty;

    public DateTime ImportedAt { get; init; }

    public double Number { get; init; }

    public int DocumentId { get; init; }

    public int Ordinal { get; init; }
}
