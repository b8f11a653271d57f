using System.Text;
using RussiaChinaAnalysis.Corpus.Browse.Filters;

namespace RussiaChinaAnalysis.Web.Pages.Claims;

/// <summary>
/// The addresses of <see cref="ClaimsAddress.Toggle"/>, for the hundreds of values beside a list: what is the same in all
/// of them is written once.
/// </summary>
public sealed class ToggleAddresses
{
    private readonly List<(FacetChoice Choice, string Text)> chosen = [];
    private readonly string rest;
    private readonly StringBuilder text = new();

    public ToggleAddresses(ClaimsAddress address)
    {
        foreach (var choice in address.Filter.Choices.Order(PassageFilterQuery.Order))
            chosen.Add((choice, Written(choice)));
        var (page, query) = (address.FirstPage with { Filter = address.Filter with { Choices = [] } }).Parts();
        (Page, rest) = (page, query);
    }

    private string Page { get; }

    public string Of(FacetChoice toggled)
    {
        text.Clear().Append(Page);
        var separator = '?';
        var written = false;
        foreach (var (choice, words) in chosen)
        {
            if (choice.Facet == toggled.Facet && choice.Value == toggled.Value)
            {
                // What stands already in that way is let go of; what stands in the other way is turned round.
                written |= choice.Negated == toggled.Negated;
                continue;
            }

            if (!written && PassageFilterQuery.Order.Compare(toggled, choice) < 0)
            {
                Append(Written(toggled));
                written = true;
            }

            Append(words);
        }

        if (!written)
            Append(Written(toggled));
        if (rest.Length > 0)
            Append(rest);
        return text.ToString();

        void Append(string part)
        {
            text.Append(separator).Append(part);
            separator = '&';
        }
    }

    private static string Written(FacetChoice choice) =>
        $"{PassageFilterQuery.KeyOf(choice.Facet)}{(choice.Negated ? "%21" : "")}={Uri.EscapeDataString(choice.Value)}";
}
