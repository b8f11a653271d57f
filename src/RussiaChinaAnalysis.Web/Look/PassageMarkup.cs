using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Text;

namespace RussiaChinaAnalysis.Web.Look;

/// <summary>A passage as lists show it: its sign, its words with what was searched for, its labels.</summary>
public sealed class PassageMarkup(PassageRow row, HttpContext context) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var icons = context.Asset("assets/icons.svg");
        var markup = new Markup(writer, encoder, icons);
        markup.Raw("<article class=\"passage is-").Raw(row.Key()).Raw("\">")
            .Icon(row.Key(), style: "passage-sign")
            .Raw("<p class=\"quote\"><a").Attribute("href", Paths.Passage(row.Id)).Raw(" data-walk>");
        WriteQuote(markup);
        markup.Raw("</a></p>");
        new PassageFacts(row, icons).WriteTo(writer, encoder);
        markup.Raw("</article>");
    }

    private void WriteQuote(Markup markup)
    {
        markup.Raw(Fragment.Lead(row.Quote));
        if (row.Hits.Count == 0)
        {
            markup.Text(row.Quote);
            return;
        }

        foreach (var piece in TextSegments.Cut(row.Quote, row.Hits))
        {
            if (piece.Marks.Count > 0)
                markup.Raw("<mark>").Text(piece.Text).Raw("</mark>");
            else
                markup.Text(piece.Text);
        }
    }
}

/// <summary>The labels of a passage, its themes, and how sure the program is.</summary>
/// <param name="icons">The address of the sprite.</param>
public sealed class PassageFacts(PassageRow row, string icons) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var markup = new Markup(writer, encoder, icons);
        markup.Raw("<ul class=\"facts\"><li class=\"role ").Raw(row.Key()).Raw("\">").Text(row.Name()).Raw("</li>");
        if (row.EvidenceKind is { } kind)
            Label(markup, kind.Key(), kind.ToString());
        if (row.ClaimKind is { } claim)
            Label(markup, icon: null, claim.ToString());
        if (row.Certainty is { } certainty)
            Label(markup, icon: null, certainty.ToString());
        if (row.Forecast?.Horizon is { } horizon && FigureWords.Years(horizon) is { } years)
            Label(markup, "forecast", $"Forecast for {years}");
        if (row.Attribution == AttributionKind.Reported)
            Label(markup, "reported", row.AttributedTo is { } source ? $"View of {source}" : "A reported view");
        if (row.Stance == Stance.Opp)
            Label(markup, "opp", "Against the thesis", "label against");
        if (row.Supports > 0)
            Label(markup, "supports", Signs.Counted(row.Supports, "support", "supports"));
        if (row.Attacks > 0)
            Label(markup, "attacks", Signs.Counted(row.Attacks, "attack", "attacks"), "label against");
        foreach (var theme in row.Themes)
        {
            markup.Raw("<li><a").Attribute("class", $"theme theme-{theme.Slug}").Attribute("href", Paths.Theme(theme.Slug)).Raw(">")
                .Text(theme.Name).Raw("</a></li>");
        }

        if (row.Status != Status.Suggested)
            Label(markup, row.Status == Status.Accepted ? "check" : "not", row.Status.ToString());
        if (row.FormerStatus is { } former)
            Label(markup, "history", RevisionWords.Reopened(former), "label reopened");
        // Of what a person made the program has no opinion.
        if (row.Origin == Origin.Extracted)
            WriteConfidence(markup);
        markup.Raw("</ul>");
    }

    private static void Label(Markup markup, string? icon, string words, string style = "label")
    {
        markup.Raw("<li class=\"").Raw(style).Raw("\">");
        if (icon is not null)
            markup.Icon(icon);
        markup.Text(words).Raw("</li>");
    }

    /// <summary>The figure, and a length that repeats it, as <see cref="Bar"/> draws it.</summary>
    private void WriteConfidence(Markup markup) => markup
        .Raw("<li class=\"confidence\" title=\"How sure the program was of the role that it proposed\">")
        .Raw("<svg class=\"bar\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
        .Raw("<rect class=\"track\" x=\"0\" width=\"100\" height=\"10\"/><rect class=\"fill\" x=\"0\" width=\"")
        .Raw((100 * Math.Clamp(row.Confidence, 0, 1)).ToString("0.##", CultureInfo.InvariantCulture))
        .Raw("\" height=\"10\"/></svg><span class=\"unseen\">Confidence </span><span class=\"number\">")
        .Text(Signs.Percent(row.Confidence)).Raw("</span></li>");
}
