using System.Text;

namespace RussiaChinaAnalysis.Corpus.Browse.Filters;

/// <summary>Says in words which passages a filter asks for, as in “Unsupported claims about Central Asia, not by A. Writer”.</summary>
public static class FilterDescription
{
    /// <param name="nameOf">What a theme, a document or an author is called.</param>
    public static string Of(PassageFilter filter, Func<FacetChoice, string> nameOf)
    {
        var words = new FilterWords(filter, nameOf);
        var sentence = new StringBuilder();
        sentence.Append(words.Adjectives()).Append(words.Subject(out var remaining));
        foreach (var (facet, negated) in remaining)
            sentence.Append(words.Clause(facet, negated));
        if (SearchQuery.Parse(filter.Search) is { } search)
        {
            // A comma closes an insertion such as “, not by A. Writer”.
            sentence.Append(remaining.Any(part => part.Negated) ? ", that mention " : " that mention ")
                .Append(FilterWords.List(search.Terms.Select(term => $"“{term}”"), "and"));
        }

        sentence[0] = char.ToUpperInvariant(sentence[0]);
        return sentence.ToString();
    }
}
