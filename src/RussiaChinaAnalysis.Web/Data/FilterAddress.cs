using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using RussiaChinaAnalysis.Corpus.Browse.Filters;

namespace RussiaChinaAnalysis.Web.Data;

/// <summary>The filter that an address holds.</summary>
internal static class FilterAddress
{
    public static PassageFilterQuery Filter(this IQueryCollection query) => Read(query);

    /// <param name="query">With its question mark or without; null where there is none.</param>
    public static PassageFilterQuery Read(string? query) => Read(QueryHelpers.ParseQuery(query));

    private static PassageFilterQuery Read(IEnumerable<KeyValuePair<string, StringValues>> query) =>
        PassageFilterQuery.Parse(query.SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value)));
}
