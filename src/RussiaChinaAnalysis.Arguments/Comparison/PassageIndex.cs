using System.Collections.Immutable;
using System.Globalization;
using RussiaChinaAnalysis.Arguments.Extraction.Quantities;

namespace RussiaChinaAnalysis.Arguments.Comparison;

/// <summary>
/// Finds what the passages of a new document have to do with those added before. Candidates come from an inverted index
/// on rare terms and on figures, so that adding a document costs in proportion to its own length and not to the square
/// of the corpus. Scores use the frequencies at the time of adding. Not safe for use from several threads at once.
/// </summary>
/// <remarks>
/// To keep links in a database: build the index once from the stored documents, in the order of their numbers, with
/// <see cref="Add"/>; store what <see cref="Add"/> returns for each later document; and for a new version call
/// <see cref="Remove"/> first and delete the links that name the document.
/// </remarks>
public sealed class PassageIndex
{
    /// <summary>How many terms of a passage are looked up, the rarest first.</summary>
    private const int TermsLookedUp = 10;

    /// <summary>Terms in more passages than this lead to too many candidates to tell anything.</summary>
    private const int LongestPostingList = 400;

    private readonly Dictionary<int, DocumentSignature> documents = [];
    private readonly Dictionary<PassageReference, PassageSignature> passages = [];
    private readonly Dictionary<string, HashSet<PassageReference>> byTerm = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<PassageReference>> byFigure = new(StringComparer.Ordinal);

    /// <summary>Adds a document and links it to those that are there already.</summary>
    /// <returns>The links, the surest first.</returns>
    /// <exception cref="ArgumentException">A document of that number is there already.</exception>
    public ImmutableArray<PassageLink> Add(DocumentSignature document)
    {
        if (!documents.TryAdd(document.Id, document))
            throw new ArgumentException($"The document {document.Id} is in the index already.", nameof(document));

        // The new passages count for the frequencies, but are no candidates for each other.
        foreach (var passage in document.Passages)
            Insert(passage);

        var frequencies = new TermFrequencies(passages.Count, CountOf);
        var conclusions = new Dictionary<int, (Conclusions Conclusions, LinkSign? Sign)>();
        var links = new List<PassageLink>();
        foreach (var passage in document.Passages)
        {
            foreach (var candidate in CandidatesFor(passage))
            {
                if (!conclusions.TryGetValue(candidate.Document, out var known))
                    conclusions.Add(candidate.Document, known = ConclusionComparer.Compare(document, documents[candidate.Document], frequencies));
                links.AddRange(PassageComparer.Compare(passage, passages[candidate], frequencies, known.Conclusions, known.Sign));
            }
        }

        return [.. links
            .OrderByDescending(link => link.Score)
            .ThenBy(link => link.First.Passage)
            .ThenBy(link => link.Second.Document)
            .ThenBy(link => link.Second.Passage)
            .ThenBy(link => link.Kind)];
    }

    /// <summary>Forgets a document; the links that were returned for it are the caller's to delete.</summary>
    /// <returns>False when it was not there.</returns>
    public bool Remove(int document)
    {
        if (!documents.Remove(document, out var known))
            return false;

        foreach (var passage in known.Passages)
        {
            passages.Remove(passage.Reference);
            foreach (var term in passage.Terms)
                Drop(byTerm, term.Key, passage.Reference);
            foreach (var figure in passage.Figures)
                Drop(byFigure, FigureKey(figure.Quantity), passage.Reference);
        }

        return true;
    }

    private void Insert(PassageSignature passage)
    {
        passages.Add(passage.Reference, passage);
        foreach (var term in passage.Terms)
            Put(byTerm, term.Key, passage.Reference);
        foreach (var figure in passage.Figures)
            Put(byFigure, FigureKey(figure.Quantity), passage.Reference);
    }

    private SortedSet<PassageReference> CandidatesFor(PassageSignature passage)
    {
        var candidates = new SortedSet<PassageReference>(Comparer<PassageReference>.Create(
            (first, second) => first.Document != second.Document ? first.Document.CompareTo(second.Document) : first.Passage.CompareTo(second.Passage)));
        var postings = passage.Terms.Select(term => byTerm[term.Key])
            .Where(list => list.Count is > 1 and <= LongestPostingList)
            .OrderBy(list => list.Count)
            .Take(TermsLookedUp)
            .Concat(passage.Figures.SelectMany(figure => NearbyFigureKeys(figure.Quantity)).Select(key => byFigure.GetValueOrDefault(key)).OfType<HashSet<PassageReference>>().Where(list => list.Count <= LongestPostingList));
        foreach (var list in postings)
            candidates.UnionWith(list.Where(reference => reference.Document != passage.Reference.Document));
        return candidates;
    }

    private int CountOf(string term) => byTerm.TryGetValue(term, out var list) ? list.Count : 0;

    /// <summary>Values are filed by steps of about a tenth, so that a rough figure is found beside an exact one.</summary>
    private static string FigureKey(Quantity quantity) => Key(quantity, Step(quantity));

    private static IEnumerable<string> NearbyFigureKeys(Quantity quantity) =>
        new[] { -1, 0, 1 }.Select(offset => Key(quantity, Step(quantity) + offset));

    private static int Step(Quantity quantity) => quantity.Low <= 0 ? int.MinValue / 2 : (int)Math.Floor(Math.Log(quantity.Low) / Math.Log(1.1));

    private static string Key(Quantity quantity, int step) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)quantity.Kind} {quantity.Unit} {step}");

    private static void Put(Dictionary<string, HashSet<PassageReference>> index, string key, PassageReference reference)
    {
        if (!index.TryGetValue(key, out var list))
            index.Add(key, list = []);
        list.Add(reference);
    }

    private static void Drop(Dictionary<string, HashSet<PassageReference>> index, string key, PassageReference reference)
    {
        if (index.TryGetValue(key, out var list) && list.Remove(reference) && list.Count == 0)
            index.Remove(key);
    }
}
