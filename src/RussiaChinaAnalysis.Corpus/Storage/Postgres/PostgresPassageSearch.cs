using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Filters;

namespace RussiaChinaAnalysis.Corpus.Storage.Postgres;

/// <summary>
/// tsvector with the bm25 of FTS5, so that an answer does not hang on the database. Terms reach it as phrases, so that
/// nothing in them is an operator.
/// </summary>
internal sealed class PostgresPassageSearch(PostgresCorpusContext context) : PassageSearch
{
    public override IQueryable<SearchHit> Find(SearchQuery query)
    {
        var terms = query.Terms.ToArray();
        return context.Database.SqlQuery<SearchHit>(
            $"""
            SELECT "PassageId", corpus_rank(
                "Words",
                "Length",
                (SELECT array_agg(corpus_lexemes(term) ORDER BY place) FROM unnest({terms}) WITH ORDINALITY AS term (term, place)),
                (SELECT corpus_weights({terms}))) AS "Rank"
            FROM "PassageSearch" WHERE "Words" @@ corpus_query({terms}, {query.Any})
            """);
    }

    public override async Task<IReadOnlyDictionary<int, IReadOnlyList<TextSpan>>> HighlightAsync(
        SearchQuery query, IReadOnlyCollection<int> passages, int found, CancellationToken cancellation)
    {
        var quotes = await context.Passages.Where(passage => passages.Contains(passage.Id))
            .Select(passage => new { passage.Id, passage.Quote }).ToListAsync(cancellation);
        var words = quotes.SelectMany(quote => Words.Of(quote.Quote).Select(span => span.Of(quote.Quote)))
            .Concat(query.Terms).Distinct(StringComparer.Ordinal).ToArray();
        var lexemes = await LexemesAsync(words, cancellation);
        var phrases = query.Terms.Select(term => lexemes[term]).Where(phrase => phrase.Length > 0).ToList();
        return quotes
            .Select(quote => (quote.Id, Spans: PhraseSpans.Find(
                [.. Words.Of(quote.Quote).SelectMany(span => lexemes[span.Of(quote.Quote)].Select(lexeme => (span, lexeme)))], phrases)))
            .Where(quote => quote.Spans.Count > 0)
            .ToDictionary(quote => quote.Id, quote => quote.Spans);
    }

    /// <summary>Each word or term as the index holds it.</summary>
    private async Task<Dictionary<string, string[]>> LexemesAsync(string[] words, CancellationToken cancellation)
    {
        var lexemes = await context.Database.SqlQuery<WordLexemes>(
            $"""SELECT word AS "Word", coalesce(corpus_lexemes(word), '') AS "Lexemes" FROM unnest({words}) AS word""")
            .ToListAsync(cancellation);
        return lexemes.ToDictionary(
            word => word.Word, word => word.Lexemes.Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
    }

    private sealed record WordLexemes(string Word, string Lexemes);
}
