using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Connect;

/// <summary>How often words occur in the passages that were compared so far.</summary>
internal sealed class CorpusFrequencies(CorpusContext context)
{
    /// <summary>Databases limit the parameters of a statement.</summary>
    private const int TermsAtATime = 500;

    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);

    /// <summary>All passages that were compared so far.</summary>
    public int Passages => CountOf(TermFrequency.AllPassages);

    /// <summary>Of a word that was read; 0 for one that occurs nowhere.</summary>
    public int CountOf(string term) => known.GetValueOrDefault(term);

    /// <summary>Reads the words that are not known yet.</summary>
    public async Task ReadAsync(IEnumerable<PassageSignature> passages, CancellationToken cancellation)
    {
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

    /// <summary>Adds the passages' words to the stored counts.</summary>
    public static async Task CountAsync(CorpusContext context, IReadOnlyCollection<SignedPassage> passages, CancellationToken cancellation)
    {
        var counts = passages.SelectMany(passage => passage.Signature.Terms)
            .GroupBy(term => term.Key, StringComparer.Ordinal)
            .Select(group => (Term: group.Key, Count: group.Count()))
            .Append((Term: TermFrequency.AllPassages, Count: passages.Count))
            // In one order everywhere, so that two writers never wait for each other.
            .OrderBy(count => count.Term, StringComparer.Ordinal);
        foreach (var part in counts.Chunk(TermsAtATime))
        {
            // Only the places of the parameters are put into the text.
            var places = string.Join(", ", part.Select((_, place) => string.Create(CultureInfo.InvariantCulture, $"({{{2 * place}}}, {{{2 * place + 1}}})")));
            var statement = FormattableStringFactory.Create(
                "INSERT INTO \"TermFrequencies\" (\"Key\", \"Passages\") VALUES " + places
                + " ON CONFLICT (\"Key\") DO UPDATE SET \"Passages\" = \"TermFrequencies\".\"Passages\" + excluded.\"Passages\"",
                [.. part.SelectMany(count => new object[] { count.Term, count.Count })]);
            await context.Database.ExecuteSqlAsync(statement, cancellation);
        }
    }
}
