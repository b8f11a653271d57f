using System.Text;

namespace RussiaChinaAnalysis.Corpus.Browse;

/// <summary>Says in words which passages a filter asks for, as in “Unsupported claims about Central Asia, not by A. Writer”.</summary>
public static class FilterDescription
{
    /// <param name="nameOf">What a theme, a document or an author is called.</param>
    public static string Of(PassageFilter filter, Func<FacetChoice, string> nameOf)
    {
        var words = new Words(filter, nameOf);
        var sentence = new StringBuilder();
        sentence.Append(words.Adjectives()).Append(words.Subject(out var remaining));
        foreach (var (facet, negated) in remaining)
            sentence.Append(words.Clause(facet, negated));
        if (SearchQuery.Parse(filter.Search) is { } search)
        {
            // A comma closes an insertion such as “, not by A. Writer”.
            sentence.Append(remaining.Any(part => part.Negated) ? ", that mention " : " that mention ")
                .Append(List(search.Terms.Select(term => $"“{term}”"), "and"));
        }

        sentence[0] = char.ToUpperInvariant(sentence[0]);
        return sentence.ToString();
    }

    private static string List(IEnumerable<string> items, string conjunction)
    {
        var list = items.ToList();
        return list.Count < 2 ? string.Concat(list) : $"{string.Join(", ", list[..^1])} {conjunction} {list[^1]}";
    }

    private sealed class Words(PassageFilter filter, Func<FacetChoice, string> nameOf)
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
            if (Has(Facet.EvidenceKind, negated: false) && roles is [] or ["evidence"])
            {
                subject = List(Values(Facet.EvidenceKind, negated: false).Select(KindNoun), "and");
                said.UnionWith([Facet.Role, Facet.EvidenceKind]);
            }
            else if (Values(Facet.Thesis, negated: false).SequenceEqual([FacetWords.Yes]) && roles is [] or ["claim"])
            {
                subject = "theses";
                said.UnionWith([Facet.Role, Facet.Thesis]);
            }
            else if (Has(Facet.ClaimKind, negated: false) && roles is [] or ["claim"])
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
        }

        public string Clause(Facet facet, bool negated)
        {
            var conjunction = "or";
            return (facet, negated) switch
            {
                (Facet.Role, _) => $", no {List(Values(facet, negated).Select(RoleNoun), conjunction)}",
                (Facet.EvidenceKind, false) => $" that are {List(Values(facet, negated).Select(KindNoun), conjunction)}",
                (Facet.EvidenceKind, true) => $", no {List(Values(facet, negated).Select(KindNoun), conjunction)}",
                (Facet.ClaimKind, false) => $" that are {ClaimNouns(negated, conjunction)}",
                (Facet.ClaimKind, true) => $", no {ClaimNouns(negated, conjunction)}",
                (Facet.Thesis, _) => ThesisClause([.. Values(facet, negated)], negated),
                (Facet.Theme, false) => $" about {Names(facet, negated)}",
                (Facet.Theme, true) => $", not about {Names(facet, negated)}",
                (Facet.Author, false) => $" by {Names(facet, negated)}",
                (Facet.Author, true) => $", not by {Names(facet, negated)}",
                (Facet.Document, false) => $" in {List(Choices(facet, negated).Select(choice => $"“{nameOf(choice)}”"), conjunction)}",
                (Facet.Document, true) => $", not in {List(Choices(facet, negated).Select(choice => $"“{nameOf(choice)}”"), conjunction)}",
                (Facet.Stance, false) => $" {List(Values(facet, negated).Select(StancePhrase), conjunction)} the thesis",
                (Facet.Stance, true) => $", not {List(Values(facet, negated).Select(StancePhrase), conjunction)} the thesis",
                (Facet.Attribution, false) => $" that give {List(Values(facet, negated).Select(VoicePhrase), conjunction)}",
                (Facet.Attribution, true) => $", without {List(Values(facet, negated).Select(VoicePhrase), conjunction)}",
                _ => $", not {List(Values(facet, negated), conjunction)}",
            };
        }

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

        private static string RoleNoun(string role) => role switch
        {
            "claim" => "claims",
            "context" => "context",
            _ => role,
        };

        private static string KindNoun(string kind) => kind switch
        {
            "testimony" => "testimony",
            _ => $"{kind}s",
        };

        private static string StancePhrase(string stance) => stance == "pro" ? "for" : "against";

        private static string VoicePhrase(string attribution) =>
            attribution == "author" ? "the author’s view" : "a reported view";
    }
}
