using RussiaChinaAnalysis.Arguments.Extraction;

namespace RussiaChinaAnalysis.Corpus.Browse.Filters;

/// <summary>The parts of the sentence that says what a filter asks for.</summary>
internal sealed class FilterWords(PassageFilter filter, Func<FacetChoice, string> nameOf)
{
    /// <summary>In this order the sentence reads best.</summary>
    private static readonly Facet[] ClauseOrder =
    [
        Facet.Role, Facet.EvidenceKind, Facet.ClaimKind, Facet.Thesis, Facet.Theme, Facet.Stance, Facet.Attribution,
        Facet.Author, Facet.Document, Facet.Support, Facet.Status,
    ];

    public string Adjectives() =>
        string.Join(", ", new[] { Facet.Status, Facet.Support }
            .Where(facet => Has(facet, negated: false))
            .Select(facet => List(Values(facet, negated: false), "or"))) is { Length: > 0 } adjectives ? $"{adjectives} " : string.Empty;

    /// <summary>The noun, and the parts of the filter that it does not say.</summary>
    public string Subject(out IReadOnlyList<(Facet Facet, bool Negated)> remaining)
    {
        var said = new HashSet<Facet> { Facet.Status, Facet.Support };
        string[] roles = [.. Values(Facet.Role, negated: false)];
        string subject;
        if (Has(Facet.EvidenceKind, negated: false) && IsOnly(Role.Evidence))
        {
            subject = List(Values(Facet.EvidenceKind, negated: false).Select(KindNoun), "and");
            said.UnionWith([Facet.Role, Facet.EvidenceKind]);
        }
        else if (Values(Facet.Thesis, negated: false).SequenceEqual([FacetWords.Yes]) && IsOnly(Role.Claim))
        {
            subject = "theses";
            said.UnionWith([Facet.Role, Facet.Thesis]);
        }
        else if (Has(Facet.ClaimKind, negated: false) && IsOnly(Role.Claim))
        {
            subject = ClaimNouns(negated: false, "and");
            said.UnionWith([Facet.Role, Facet.ClaimKind]);
        }
        else
        {
            subject = roles.Length == 0 ? "passages" : List(roles.Select(RoleNoun), "and");
            said.Add(Facet.Role);
        }

        remaining = [.. ClauseOrder
            .SelectMany(facet => new[] { (facet, false), (facet, true) })
            .Where(part => Has(part.facet, part.Item2) && (part.Item2 || !said.Contains(part.facet)))];
        return filter.Choices.Length == 0 && SearchQuery.Parse(filter.Search) is null ? "all passages" : subject;

        bool IsOnly(Role role) => roles.All(one => one == FacetWords.Key(role));
    }

    public string Clause(Facet facet, bool negated) => (facet, negated) switch
    {
        (Facet.Role, _) => $", no {List(Values(facet, negated).Select(RoleNoun), "or")}",
        (Facet.EvidenceKind, false) => $" that are {List(Values(facet, negated).Select(KindNoun), "or")}",
        (Facet.EvidenceKind, true) => $", no {List(Values(facet, negated).Select(KindNoun), "or")}",
        (Facet.ClaimKind, false) => $" that are {ClaimNouns(negated, "or")}",
        (Facet.ClaimKind, true) => $", no {ClaimNouns(negated, "or")}",
        (Facet.Thesis, _) => ThesisClause([.. Values(facet, negated)], negated),
        (Facet.Theme, false) => $" about {Names(facet, negated)}",
        (Facet.Theme, true) => $", not about {Names(facet, negated)}",
        (Facet.Author, false) => $" by {Names(facet, negated)}",
        (Facet.Author, true) => $", not by {Names(facet, negated)}",
        (Facet.Document, false) => $" in {List(Choices(facet, negated).Select(choice => $"“{nameOf(choice)}”"), "or")}",
        (Facet.Document, true) => $", not in {List(Choices(facet, negated).Select(choice => $"“{nameOf(choice)}”"), "or")}",
        (Facet.Stance, false) => $" {List(Values(facet, negated).Select(StancePhrase), "or")} the thesis",
        (Facet.Stance, true) => $", not {List(Values(facet, negated).Select(StancePhrase), "or")} the thesis",
        (Facet.Attribution, false) => $" that give {List(Values(facet, negated).Select(VoicePhrase), "or")}",
        (Facet.Attribution, true) => $", without {List(Values(facet, negated).Select(VoicePhrase), "or")}",
        _ => $", not {List(Values(facet, negated), "or")}",
    };

    private bool Has(Facet facet, bool negated) => Choices(facet, negated).Any();

    /// <summary>In the fixed order of the facet's words; themes, documents and authors by name.</summary>
    private IEnumerable<FacetChoice> Choices(Facet facet, bool negated)
    {
        var order = FacetWords.Of(facet).Select(word => word.Value).ToList();
        return filter.Choices
            .Where(choice => choice.Facet == facet && choice.Negated == negated)
            .OrderBy(choice => order.IndexOf(choice.Value))
            .ThenBy(nameOf, StringComparer.OrdinalIgnoreCase);
    }

    private IEnumerable<string> Values(Facet facet, bool negated) => Choices(facet, negated).Select(choice => choice.Value);

    private string Names(Facet facet, bool negated) => List(Choices(facet, negated).Select(nameOf), "or");

    private string ClaimNouns(bool negated, string conjunction) => $"{List(Values(Facet.ClaimKind, negated), conjunction)} claims";

    private static string ThesisClause(string[] values, bool negated) => (values, negated) switch
    {
        ([_, _], false) => ", theses or not",
        ([_, _], true) => " that are neither theses nor others",
        ([FacetWords.Yes], false) or ([FacetWords.No], true) => " that are theses",
        _ => " that are no theses",
    };

    private static string RoleNoun(string role) => role == FacetWords.Key(Role.Claim) ? "claims" : role;

    private static string KindNoun(string kind) => kind == FacetWords.Key(EvidenceKind.Testimony) ? kind : $"{kind}s";

    private static string StancePhrase(string stance) => stance == FacetWords.Key(Stance.Pro) ? "for" : "against";

    private static string VoicePhrase(string attribution) =>
        attribution == FacetWords.Key(AttributionKind.Author) ? "the author’s view" : "a reported view";

    /// <summary>As one says a list: “a, b or c”.</summary>
    public static string List(IEnumerable<string> items, string conjunction)
    {
        var list = items.ToList();
        return list.Count < 2 ? string.Concat(list) : $"{string.Join(", ", list[..^1])} {conjunction} {list[^1]}";
    }
}
