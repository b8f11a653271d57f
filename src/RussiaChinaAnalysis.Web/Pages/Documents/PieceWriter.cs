using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Web.Look;
using RussiaChinaAnalysis.Web.Text;

namespace RussiaChinaAnalysis.Web.Pages.Documents;

/// <summary>
/// Writes the pieces of a block. What covers a piece is nested, the outer first, so that overlapping passages each
/// keep their line. No white space is added: a script counts characters to know where a selection stands.
/// </summary>
public sealed class PieceWriter(DocumentModel page, ReaderBlock block, string icons) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var piece in block.Pieces)
        {
            foreach (var mark in piece.Marks)
            {
                if (mark.Passage is { } passage)
                    Open(writer, encoder, passage, mark.Span.Start == piece.Span.Start);
                else
                    OpenThread(writer, encoder, mark);
            }

            WriteWords(writer, encoder, piece);
            for (var open = piece.Marks.Count; open > 0; open--)
                writer.Write("</span>");
        }
    }

    private void Open(TextWriter writer, HtmlEncoder encoder, PassageRow passage, bool begins)
    {
        var selected = passage.Id == page.Address.Passage;
        writer.Write("<span class=\"p is-");
        writer.Write(passage.Key());
        writer.Write(passage.Status == Corpus.Model.Status.Rejected ? " rejected" : "");
        writer.Write(selected ? " selected" : "");
        writer.Write(page.Notes.IsAbout(passage) ? "\"" : " off\"");
        if (begins)
            Attribute(writer, encoder, "id", FormattableString.Invariant($"p-{passage.Id}"));
        Attribute(writer, encoder, "data-passage", passage.Id.ToString(CultureInfo.InvariantCulture));
        Attribute(writer, encoder, "data-themes", string.Join(' ', page.Notes.ThemesOf(passage)));
        writer.Write('>');
    }

    private static void OpenThread(TextWriter writer, HtmlEncoder encoder, ReaderMark mark)
    {
        var first = mark.Thread!.First;
        writer.Write(first.ResolvedAt is null ? "<span class=\"noted\"" : "<span class=\"noted resolved\"");
        Attribute(writer, encoder, "data-thread", first.Id.ToString(CultureInfo.InvariantCulture));
        writer.Write('>');
    }

    /// <summary>The signs of what begins here never stand alone at the end of a line.</summary>
    private void WriteWords(TextWriter writer, HtmlEncoder encoder, TextSegment<ReaderMark> piece)
    {
        var beginning = piece.Marks.Where(mark => mark.Span.Start == piece.Span.Start).ToList();
        var first = beginning.Count == 0 ? 0 : Fragment.FirstWord(piece.Text);
        if (beginning.Count > 0)
            writer.Write("<span class=\"keep\">");
        foreach (var mark in beginning)
            WriteSign(writer, encoder, mark);
        if (beginning.Count > 0)
        {
            encoder.Encode(writer, piece.Text[..first]);
            writer.Write("</span>");
        }

        encoder.Encode(writer, piece.Text[first..]);
    }

    private void WriteSign(TextWriter writer, HtmlEncoder encoder, ReaderMark mark)
    {
        if (mark.Passage is { } passage)
        {
            writer.Write($"<a class=\"sign is-{passage.Key()}\"");
            Attribute(writer, encoder, "href", page.Address.At(passage.Id).Anchored());
            Attribute(writer, encoder, "aria-label", FormattableString.Invariant($"{passage.Name()}: passage {passage.Ordinal}"));
            Attribute(writer, encoder, "data-sign", passage.Id.ToString(CultureInfo.InvariantCulture));
            Attribute(writer, encoder, "data-walk", passage.Id == page.Address.Passage ? "here" : "");
            writer.Write('>');
            Icon(writer, encoder, passage.Key());
        }
        else
        {
            writer.Write("<a class=\"note-sign\"");
            Attribute(writer, encoder, "href", FormattableString.Invariant($"#note-{mark.Thread!.First.Id}"));
            Attribute(writer, encoder, "aria-label", $"Note by {mark.Thread.First.AuthorName}");
            writer.Write('>');
            Icon(writer, encoder, "comment");
        }

        writer.Write("</a>");
    }

    private void Icon(TextWriter writer, HtmlEncoder encoder, string name)
    {
        writer.Write("<svg class=\"icon\" aria-hidden=\"true\"><use");
        Attribute(writer, encoder, "href", $"{icons}#{name}");
        writer.Write("/></svg>");
    }

    private static void Attribute(TextWriter writer, HtmlEncoder encoder, string name, string value)
    {
        writer.Write(' ');
        writer.Write(name);
        writer.Write("=\"");
        encoder.Encode(writer, value);
        writer.Write('"');
    }
}
