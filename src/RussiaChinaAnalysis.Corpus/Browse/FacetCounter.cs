using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Browse;

/// <summary>
/// Counts the values of every facet. Facets without choices of their own see the same passages and share their
/// queries: three for all of them, and one more for each facet that is restricted.
/// </summary>
internal sealed class FacetCounter(CorpusContext context, ResolvedFilter filter)
{
    /// <summary>Documents and authors can be many; a list shows the most frequent and says how many it leaves out.</summary>
    public const int LongestList = 100;

    private readonly PassageSelection selection = new(context, filter);

    public async Task<(int Total, IReadOnlyList<FacetCounts> Facets)> CountAsync(CancellationToken cancellation)
    {
        var labels = await CountLabelsAsync(selection.Passages(), cancellation);
        List<DocumentCount>? documents = null;
        var facets = new List<FacetCounts>();
        foreach (var facet in Enum.GetValues<Facet>())
        {
            var restricted = filter.Restricts(facet);
            var passages = selection.Passages(except: facet);
            facets.Add(facet switch
            {
                Facet.Theme => await CountThemesAsync(passages, cancellation),
                Facet.Document or Facet.Author => OpenFacet(facet, restricted
                    ? await CountDocumentsAsync(passages, cancellation)
                    : documents ??= await CountDocumentsAsync(passages, cancellation)),
                _ => ClosedFacet(facet, restricted ? await CountLabelsAsync(passages, cancellation) : labels),
            });
        }

        return (labels.Sum(label => label.Count), facets);
    }

    private static Task<List<LabelCount>> CountLabelsAsync(IQueryable<Passage> passages, CancellationToken cancellation) =>
        passages
            .GroupBy(passage => new
            {
                passage.Role,
                passage.IsThesis,
                passage.EvidenceKind,
                passage.ClaimKind,
                passage.Stance,
                passage.Attribution,
                Supported = passage.SupportCount > 0,
                passage.Status,
            })
            .Select(group => new LabelCount(
                group.Key.Role,
                group.Key.IsThesis,
                group.Key.EvidenceKind,
                group.Key.ClaimKind,
                group.Key.Stance,
                group.Key.Attribution,
                group.Key.Supported,
                group.Key.Status,
                group.Count()))
            .ToListAsync(cancellation);

    private Task<List<DocumentCount>> CountDocumentsAsync(IQueryable<Passage> passages, CancellationToken cancellation) =>
        passages
            .GroupBy(passage => passage.DocumentId)
            .Select(group => new { Id = group.Key, Count = group.Count() })
            .Join(
                context.Documents,
                group => group.Id,
                document => document.Id,
                (group, document) => new DocumentCount(document.Id, document.Title, document.Author, document.AuthorKey, group.Count))
            .ToListAsync(cancellation);

    private async Task<FacetCounts> CountThemesAsync(IQueryable<Passage> passages, CancellationToken cancellation)
    {
        var tags = context.PassageThemes.Where(tag => tag.Status != Status.Rejected);
        var counts = await passages
            .Join(tags, passage => passage.Id, tag => tag.PassageId, (_, tag) => tag.ThemeId)
            .GroupBy(theme => theme)
            .Select(group => new { Id = group.Key, Count = group.Count() })
            .ToDictionaryAsync(theme => theme.Id, theme => theme.Count, cancellation);
        foreach (var theme in filter.Themes.Entries)
        {
            // A theme stands for those below it too, and a passage may bear several of them.
            var family = filter.Themes.WithDescendants(theme.Id);
            if (family.Count > 1)
                counts[theme.Id] = await passages.CountAsync(
                    passage => passage.Themes.Any(tag => tag.Status != Status.Rejected && family.Contains(tag.ThemeId)), cancellation);
        }

        return Listed(Facet.Theme, filter.Themes.Entries.Select(theme => (theme.Slug, theme.Name, counts.GetValueOrDefault(theme.Id))));
    }

    private FacetCounts ClosedFacet(Facet facet, List<LabelCount> labels)
    {
        var counts = labels.GroupBy(label => label.Value(facet), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(label => label.Count), StringComparer.Ordinal);
        var values = FacetWords.Of(facet)
            .Select(word => new FacetValue(
                word.Value, word.Label, counts.GetValueOrDefault(word.Value), filter.StateOf(facet, word.Value)))
            .Where(IsShown);
        return new(facet, [.. values]);
    }

    private FacetCounts OpenFacet(Facet facet, List<DocumentCount> documents)
    {
        var counted = facet == Facet.Document
            ? documents.Select(document => (Value: document.Id.ToString(CultureInfo.InvariantCulture), Label: document.Title, document.Count))
            : documents.Where(document => document.AuthorKey is not null)
                .GroupBy(document => document.AuthorKey!, StringComparer.Ordinal)
                .Select(group => (
                    Value: group.Key,
                    Label: group.Select(document => document.Author!).Min(StringComparer.Ordinal)!,
                    Count: group.Sum(document => document.Count)));
        var values = counted.ToList();
        foreach (var choice in filter.Filter.Choices.Where(choice => choice.Facet == facet))
        {
            if (!values.Exists(value => value.Value == choice.Value))
                values.Add((choice.Value, filter.Names[new(facet, choice.Value)], 0));
        }

        return Listed(facet, values);
    }

    private FacetCounts Listed(Facet facet, IEnumerable<(string Value, string Label, int Count)> counted)
    {
        var values = counted
            .Select(value => new FacetValue(value.Value, value.Label, value.Count, filter.StateOf(facet, value.Value)))
            .Where(IsShown)
            .OrderByDescending(value => value.Count)
            .ThenBy(value => value.Label, StringComparer.OrdinalIgnoreCase)
            .ThenBy(value => value.Value, StringComparer.Ordinal)
            .ToList();
        var shown = values.Where((value, index) => index < LongestList || value.State != FacetState.Open).ToList();
        return new(facet, shown, values.Count - shown.Count);
    }

    private static bool IsShown(FacetValue value) => value.Count > 0 || value.State != FacetState.Open;

    private sealed record DocumentCount(int Id, string Title, string? Author, string? AuthorKey, int Count);

    private sealed record LabelCount(
        Role Role,
        bool IsThesis,
        EvidenceKind? EvidenceKind,
        ClaimKind? ClaimKind,
        Stance Stance,
        AttributionKind Attribution,
        bool IsSupported,
        Status Status,
        int Count)
    {
        /// <summary>Empty where the passage has no value.</summary>
        public string Value(Facet facet) => facet switch
        {
            Facet.Role => FacetWords.Key(Role),
            Facet.Thesis => IsThesis ? FacetWords.Yes : FacetWords.No,
            Facet.EvidenceKind => EvidenceKind is { } kind ? FacetWords.Key(kind) : string.Empty,
            Facet.ClaimKind => ClaimKind is { } kind ? FacetWords.Key(kind) : string.Empty,
            Facet.Stance => FacetWords.Key(Stance),
            Facet.Attribution => FacetWords.Key(Attribution),
            Facet.Support => IsSupported ? FacetWords.Supported : FacetWords.Unsupported,
            Facet.Status => FacetWords.Key(Status),
            _ => throw new ArgumentOutOfRangeException(nameof(facet)),
        };
    }
}
