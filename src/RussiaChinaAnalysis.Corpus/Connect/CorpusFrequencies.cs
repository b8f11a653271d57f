using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Connect;

/// <summary>
/// How often words occur in the passages of the other documents that were compared so far: a document's own words, which
/// are counted by then, say nothing of how rare they are elsewhere.
/// </summary>
internal sealed class CorpusFrequencies(CorpusContext context, ComparedDocument document, SearchedShare share)
{
    /// <summary>Databases limit the parameters of a statement.</summary>
    private const int TermsAtATime = 500;

    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> own = Count([.. document.Passages.Select(passage => passage.Signature.Terms)]).ToDictionary(StringComparer.Ordinal);
    private double? documentsForEachCounted;

    /// <summary>All passages that were compared so far.</summary>
    public int Passages => CountOf(TermFrequency.AllPassages);

    /// <summary>Of a word that was read; 0 for one that occurs nowhere.</summary>
    public int CountOf(string term) => Math.Max(0, known.GetValueOrDefault(term) - own.GetValueOrDefault(term));

    /// <summary>
    /// About how many passages of other documents the search finds by a word that was read. It finds what is not compared
    /// yet as well, which after a long import is nearly everything.
    /// </summary>
    public double FoundBy(string term) => CountOf(term) * documentsForEachCounted!.Value;

    /// <summary>Reads the words that are not known yet.</summary>
    public async Task ReadAsync(IEnumerable<PassageSignature> passages, CancellationToken cancellation)
    {
        documentsForEachCounted ??= await share.DocumentsForEachCountedAsync(context, cancellation);
        var unknown = passages.SelectMany(passage => passage.Terms).Select(term => term.Key)
            .Append(TermFrequency.AllPassages).Distinct().Where(term => !known.ContainsKey(term)).ToList();
        foreach (var terms in unknown.Chunk(TermsAtATime))
        {
            foreach (var term in terms)
                known[term] = 0;
            foreach (var row in await context.TermFrequencies.AsNoTracking().Where(row => terms.Contains(row.Key)).ToListAsync(cancellation))
                known[row.Key] = row.Passages;
        }
    }

    /// <summary>Adds the words of some passages to the stored counts, and takes those of others out.</summary>
    public static async Task CountAsync(
        CorpusContext context,
        IReadOnlyCollection<ImmutableArray<SignatureTerm>> added,
        IReadOnlyCollection<ImmutableArray<SignatureTerm>> removed,
        CancellationToken cancellation)
    {
        var counts = Count(added).ToDictionary(StringComparer.Ordinal);
        foreach (var (term, count) in Count(removed))
            counts[term] = counts.GetValueOrDefault(term) - count;
        // Once for each word and in one order everywhere, so that two writers never wait for each other.
        foreach (var part in counts.Where(count => count.Value != 0).OrderBy(count => count.Key, StringComparer.Ordinal).Chunk(TermsAtATime))
        {
            // Only the places of the parameters are put into the text.
            var places = string.Join(", ", part.Select((_, place) => string.Create(CultureInfo.InvariantCulture, $"({{{2 * place}}}, {{{2 * place + 1}}})")));
            var statement = FormattableStringFactory.Create(
                "INSERT INTO \"TermFrequencies\" (\"Key\", \"Passages\") VALUES " + places
                + " ON CONFLICT (\"Key\") DO UPDATE SET \"Passages\" = \"TermFrequencies\".\"Passages\" + excluded.\"Passages\"",
                [.. part.SelectMany(count => new object[] { count.Key, count.Value })]);
            await context.Database.ExecuteSqlAsync(statement, cancellation);
        }
    }

    private static IEnumerable<KeyValuePair<string, int>> Count(IReadOnlyCollection<ImmutableArray<SignatureTerm>> passages) => passages
        .SelectMany(terms => terms)
        .CountBy(term => term.Key, StringComparer.Ordinal)
        .Append(new(TermFrequency.AllPassages, passages.Count));
}
