using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Web.Look;

namespace RussiaChinaAnalysis.Web.Pages.Claims;

/// <summary>One facet beside the list, each value with its count and with links that choose it and rule it out.</summary>
public sealed class FacetMarkup(FacetCounts facet, ToggleAddresses addresses, HttpContext context) : IHtmlContent
{
    /// <summary>Longer lists show this many values and keep the rest folded.</summary>
    private const int Unfolded = 8;

    private readonly string id = $"facet-{facet.Facet}";

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var markup = new Markup(writer, encoder, context.Asset("assets/icons.svg"));
        markup.Raw("<section class=\"facet\"").Attribute("aria-labelledby", id).Raw("><h2").Attribute("id", id).Raw(">")
            .Text(FacetWords.Name(facet.Facet)).Raw("</h2>");
        // Chosen values always stand in the open.
        WriteList(markup, facet.Values.Where((value, place) => place < Unfolded || value.State != FacetState.Open));
        FacetValue[] folded = [.. facet.Values.Where((value, place) => place >= Unfolded && value.State == FacetState.Open)];
        if (folded.Length > 0)
        {
            markup.Raw("<details><summary>").Text(Signs.Number(folded.Length)).Raw(" more</summary>");
            WriteList(markup, folded);
            markup.Raw("</details>");
        }

        if (facet.Omitted > 0)
            markup.Raw("<p class=\"quiet small\">").Text(Signs.Number(facet.Omitted)).Raw(" rarer ones are not listed; search for their words.</p>");
        markup.Raw("</section>");
    }

    private void WriteList(Markup markup, IEnumerable<FacetValue> values)
    {
        markup.Raw("<ul>");
        foreach (var value in values)
            WriteValue(markup, value);
        markup.Raw("</ul>");
    }

    private void WriteValue(Markup markup, FacetValue value)
    {
        var ruledOut = value.State == FacetState.RuledOut;
        markup.Raw("<li class=\"facet-value").Raw(value.State switch
        {
            FacetState.Chosen => " chosen",
            FacetState.RuledOut => " out",
            _ => "",
        });
        if (facet.Facet is Facet.Role or Facet.Theme)
            markup.Raw(facet.Facet == Facet.Role ? " is-" : " theme-").Text(value.Value);
        markup.Raw("\"><a class=\"pick\"").Attribute("href", Toggle(value, ruledOut)).Raw(" rel=\"nofollow\"");
        if (value.State != FacetState.Open)
            markup.Raw(" aria-current=\"true\"");
        markup.Raw(">");
        WriteSign(markup, value);
        markup.Raw("<span class=\"facet-label\">").Text(value.Label)
            .Raw("</span> <span class=\"count\">").Text(Signs.Number(value.Count)).Raw("</span></a>");
        if (!ruledOut)
        {
            markup.Raw("<a class=\"rule-out\"").Attribute("href", Toggle(value, negated: true)).Raw(" rel=\"nofollow\" title=\"Rule out\"")
                .Attribute("aria-label", $"Rule out {value.Label}").Raw(">").Icon("not").Raw("</a>");
        }

        markup.Raw("</li>");
    }

    private void WriteSign(Markup markup, FacetValue value)
    {
        if (value.State == FacetState.Chosen)
            markup.Icon("check", "Chosen:");
        else if (value.State == FacetState.RuledOut)
            markup.Icon("not", "Ruled out:");
        else if (Signs.Icon(facet.Facet, value.Value) is { } sign)
            markup.Icon(sign);
        else if (facet.Facet == Facet.Theme)
            markup.Raw("<span class=\"swatch\"></span>");
    }

    private string Toggle(FacetValue value, bool negated) => addresses.Of(new FacetChoice(facet.Facet, value.Value, negated));
}
