using System.Globalization;
using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Corpus.Browse.Connections;
using RussiaChinaAnalysis.Corpus.Browse.Filters;

namespace RussiaChinaAnalysis.Web.Pages.Connections;

/// <summary>The state of the list of connections as it stands in the address.</summary>
public sealed record ConnectionsAddress(ConnectionFilter Filter, string? After = null)
{
    public static string Of(int document) => new ConnectionsAddress(new ConnectionFilter(Document: document)).ToString();

    /// <summary>Starts again on the first page.</summary>
    public ConnectionsAddress OfKind(ConnectionKind? kind) => new(Filter with { Kind = kind });

    public override string ToString()
    {
        var pairs = new List<string>();
        if (Filter.Kind is { } kind)
            pairs.Add($"kind={FacetWords.Key(kind)}");
        if (Filter.Theme is { } theme)
            pairs.Add($"theme={Uri.EscapeDataString(theme)}");
        foreach (var document in new[] { Filter.Document, Filter.Other }.OfType<int>())
            pairs.Add(string.Create(CultureInfo.InvariantCulture, $"document={document}"));
        if (After is not null)
            pairs.Add($"after={Uri.EscapeDataString(After)}");
        return pairs.Count == 0 ? "/connections" : $"/connections?{string.Join('&', pairs)}";
    }
}
