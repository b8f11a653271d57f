using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Browse;

/// <summary>The passages that a filter asks for, as a query.</summary>
internal sealed class PassageSelection(CorpusContext context, ResolvedFilter filter)
{
    /// <param name="except">A facet whose own choices do not count, as when its values are counted.</param>
    public IQueryable<Passage> Passages(Facet? except = null)
    {
        var passages = context.Passages.AsQueryable();
        if (filter.Search is { } search)
        {
            var hits = context.Search.Find(search).Select(hit => hit.PassageId);
            passages = passages.Where(passage => hits.Contains(passage.Id));
        }

        foreach (var facet in Enum.GetValues<Facet>())
        {
            if (facet == except)
                continue;
            if (filter.Values(facet, negated: false).ToArray() is { Length: > 0 } chosen)
                passages = Choose(passages, facet, chosen);
            if (filter.Values(facet, negated: true).ToArray() is { Length: > 0 } ruledOut)
                passages = RuleOut(passages, facet, ruledOut);
        }

        return passages;
    }

    private IQueryable<Passage> Choose(IQueryable<Passage> passages, Facet facet, string[] values)
    {
        switch (facet)
        {
            case Facet.Role:
                var roles = FacetWords.Parse<Role>(values);
                return passages.Where(passage => roles.Contains(passage.Role));
            case Facet.Thesis:
                return values.Length == 2 ? passages : passages.Where(passage => passage.IsThesis == (values[0] == FacetWords.Yes));
            case Facet.EvidenceKind:
                var kinds = FacetWords.Parse<EvidenceKind>(values);
                return passages.Where(passage => passage.EvidenceKind != null && kinds.Contains(passage.EvidenceKind.Value));
            case Facet.ClaimKind:
                var claims = FacetWords.Parse<ClaimKind>(values);
                return passages.Where(passage => passage.ClaimKind != null && claims.Contains(passage.ClaimKind.Value));
            case Facet.Theme:
                var themes = ThemeIds(values);
                return passages.Where(passage => passage.Themes.Any(tag => tag.Status != Status.Rejected && themes.Contains(tag.ThemeId)));
            case Facet.Stance:
                var stances = FacetWords.Parse<Stance>(values);
                return passages.Where(passage => stances.Contains(passage.Stance));
            case Facet.Attribution:
                var attributions = FacetWords.Parse<AttributionKind>(values);
                return passages.Where(passage => attributions.Contains(passage.Attribution));
            case Facet.Support:
                return values.Length == 2
                    ? passages
                    : passages.Where(passage => passage.SupportCount > 0 == (values[0] == FacetWords.Supported));
            case Facet.Status:
                var states = FacetWords.Parse<Status>(values);
                return passages.Where(passage => states.Contains(passage.Status));
            case Facet.Document:
                var documents = DocumentIds(values);
                return passages.Where(passage => documents.Contains(passage.DocumentId));
            case Facet.Author:
                return passages.Where(passage => values.Contains(passage.Document.AuthorKey));
            default:
                throw new ArgumentOutOfRangeException(nameof(facet));
        }
    }

    private IQueryable<Passage> RuleOut(IQueryable<Passage> passages, Facet facet, string[] values)
    {
        switch (facet)
        {
            case Facet.Role:
                var roles = FacetWords.Parse<Role>(values);
                return passages.Where(passage => !roles.Contains(passage.Role));
            case Facet.Thesis:
                return passages.Where(passage => values.Length < 2 && passage.IsThesis == (values[0] == FacetWords.No));
            case Facet.EvidenceKind:
                var kinds = FacetWords.Parse<EvidenceKind>(values);
                return passages.Where(passage => passage.EvidenceKind == null || !kinds.Contains(passage.EvidenceKind.Value));
            case Facet.ClaimKind:
                var claims = FacetWords.Parse<ClaimKind>(values);
                return passages.Where(passage => passage.ClaimKind == null || !claims.Contains(passage.ClaimKind.Value));
            case Facet.Theme:
                var themes = ThemeIds(values);
                return passages.Where(passage => !passage.Themes.Any(tag => tag.Status != Status.Rejected && themes.Contains(tag.ThemeId)));
            case Facet.Stance:
                var stances = FacetWords.Parse<Stance>(values);
                return passages.Where(passage => !stances.Contains(passage.Stance));
            case Facet.Attribution:
                var attributions = FacetWords.Parse<AttributionKind>(values);
                return passages.Where(passage => !attributions.Contains(passage.Attribution));
            case Facet.Support:
                return passages.Where(passage => values.Length < 2 && passage.SupportCount > 0 == (values[0] == FacetWords.Unsupported));
            case Facet.Status:
                var states = FacetWords.Parse<Status>(values);
                return passages.Where(passage => !states.Contains(passage.Status));
            case Facet.Document:
                var documents = DocumentIds(values);
                return passages.Where(passage => !documents.Contains(passage.DocumentId));
            case Facet.Author:
                return passages.Where(passage => passage.Document.AuthorKey == null || !values.Contains(passage.Document.AuthorKey));
            default:
                throw new ArgumentOutOfRangeException(nameof(facet));
        }
    }

    private int[] ThemeIds(IEnumerable<string> slugs) =>
        [.. slugs.SelectMany(slug => filter.Themes.WithDescendants(filter.Themes.Find(slug)!.Id)).Distinct()];

    private static int[] DocumentIds(IEnumerable<string> values) => [.. values.Select(ResolvedFilter.DocumentId)];
}
