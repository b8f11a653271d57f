using System.Globalization;
using System.Text;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Tests.Browse.Filters;

/// <summary>
/// What a filter means, said once more in the plainest way: over all passages in memory, with their documents, themes
/// and the themes' parents. It knows nothing of the database.
/// </summary>
internal sealed class ReferenceFilter(IReadOnlyList<Passage> passages, IReadOnlyList<Relation> relations)
{
    public List<Passage> Matching(PassageFilter filter, Facet? except = null) =>
        [.. passages.Where(passage => Matches(passage, filter, except))];

    /// <summary>Each value of the facet that a passage has, themes above its own among them.</summary>
    public IReadOnlyCollection<string> ValuesOf(Passage passage, Facet facet) => facet switch
    {
        Facet.Role => [FacetWords.Key(passage.Role)],
        Facet.Thesis => [passage.IsThesis ? "yes" : "no"],
        Facet.EvidenceKind => passage.EvidenceKind is { } kind ? [FacetWords.Key(kind)] : [],
        Facet.ClaimKind => passage.ClaimKind is { } kind ? [FacetWords.Key(kind)] : [],
        Facet.Theme => [.. passage.Themes.Where(tag => tag.Status != Status.Rejected).SelectMany(tag => WithAncestors(tag.Theme)).Distinct()],
        Facet.Stance => [FacetWords.Key(passage.Stance)],
        Facet.Attribution => [FacetWords.Key(passage.Attribution)],
        Facet.Support => [IsSupported(passage) ? "supported" : "unsupported"],
        Facet.Status => [FacetWords.Key(passage.Status)],
        Facet.Document => [passage.DocumentId.ToString(CultureInfo.InvariantCulture)],
        Facet.Author => passage.Document.AuthorKey is { } author ? [author] : [],
        _ => throw new ArgumentOutOfRangeException(nameof(facet)),
    };

    private bool Matches(Passage passage, PassageFilter filter, Facet? except)
    {
        foreach (var facet in Enum.GetValues<Facet>().Where(facet => facet != except))
        {
            var values = ValuesOf(passage, facet);
            var choices = filter.Choices.Where(choice => choice.Facet == facet).ToList();
            var chosen = choices.Where(choice => !choice.Negated).ToList();
            if (chosen.Count > 0 && !chosen.Exists(choice => values.Contains(choice.Value)))
                return false;
            if (choices.Exists(choice => choice.Negated && values.Contains(choice.Value)))
                return false;
        }

        return filter.Search is null || $" {Plain(passage.Quote)} ".Contains($" {Plain(filter.Search)} ", StringComparison.Ordinal);
    }

    private bool IsSupported(Passage passage) => relations.Any(relation =>
        relation.ToPassageId == passage.Id
        && relation.Status != Status.Rejected
        && relation.FromPassage.Status != Status.Rejected
        && (relation.Kind == RelationKind.Supports || relation.Kind == RelationKind.Exemplifies));

    private static IEnumerable<string> WithAncestors(Theme theme)
    {
        for (var above = theme; above is not null; above = above.Parent)
            yield return above.Slug;
    }

    /// <summary>Lower case, no marks on letters, one space between words.</summary>
    private static string Plain(string text) => string.Join(' ', string
        .Concat(text.ToLowerInvariant().Normalize(NormalizationForm.FormD)
            .Where(character => char.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            .Select(character => char.IsLetterOrDigit(character) ? character : ' '))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
