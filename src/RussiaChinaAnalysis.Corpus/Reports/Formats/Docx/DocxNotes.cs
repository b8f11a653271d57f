using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using RussiaChinaAnalysis.Corpus.Reports.Prose;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats.Docx;

/// <summary>Footnotes with the references, and comments with the annotations.</summary>
internal sealed class DocxNotes(ReportContent content)
{
    /// <summary>Enough to tell versions apart; the whole of it stands in the list of documents.</summary>
    private const int ShortHash = 12;

    /// <summary>Below it are those of the headings.</summary>
    private const int FirstBookmark = 100_000;

    private readonly Footnotes footnotes = new(
        new Footnote(new Paragraph(new Run(new SeparatorMark()))) { Id = -1, Type = FootnoteEndnoteValues.Separator },
        new Footnote(new Paragraph(new Run(new ContinuationSeparatorMark()))) { Id = 0, Type = FootnoteEndnoteValues.ContinuationSeparator });

    private readonly Comments comments = new();
    private readonly Dictionary<int, int> footnoteOf = [];
    private int lastFootnote;
    private int lastComment = -1;

    /// <summary>
    /// A mark in the text whose footnote says where exactly the passage stands. A passage has one footnote, and where it is
    /// named again a reference to that.
    /// </summary>
    public IEnumerable<OpenXmlElement> Footnote(ReportReference reference)
    {
        if (footnoteOf.TryGetValue(reference.Number, out var known))
        {
            yield return Superscript(new FieldChar { FieldCharType = FieldCharValues.Begin });
            yield return Superscript(new FieldCode($" NOTEREF {Bookmark(reference)} \\h ") { Space = SpaceProcessingModeValues.Preserve });
            yield return Superscript(new FieldChar { FieldCharType = FieldCharValues.Separate });
            yield return Superscript(new Text(known.ToString(CultureInfo.InvariantCulture)));
            yield return Superscript(new FieldChar { FieldCharType = FieldCharValues.End });
            yield break;
        }

        footnoteOf.Add(reference.Number, lastFootnote + 1);
        var id = (FirstBookmark + reference.Number).ToString(CultureInfo.InvariantCulture);
        yield return new BookmarkStart { Id = id, Name = Bookmark(reference) };
        yield return New(reference);
        yield return new BookmarkEnd { Id = id };
    }

    private static string Bookmark(ReportReference reference) => string.Create(CultureInfo.InvariantCulture, $"_Ref{reference.Number:00000000}");

    private static Run Superscript(OpenXmlElement content) => new(new RunProperties(new RunStyle { Val = "FootnoteReference" }), content);

    private Run New(ReportReference reference)
    {
        var document = content.DocumentOf(reference);
        var text = string.Create(
            CultureInfo.InvariantCulture, $" [{reference.Number}] {ReportWords.Source(document)}, version {document.Version} ({document.Hash[..ShortHash]}), {ReportWords.Characters(reference)}.");
        footnotes.Append(new Footnote(DocxReport.Paragraph(
            "FootnoteText",
            new Run(new RunProperties(new RunStyle { Val = "FootnoteReference" }), new FootnoteReferenceMark()),
            DocxReport.Run(text)))
        { Id = ++lastFootnote });
        return new Run(new RunProperties(new RunStyle { Val = "FootnoteReference" }), new FootnoteReference { Id = lastFootnote });
    }

    /// <summary>The words of a passage, with a comment for each of its annotations and their replies.</summary>
    public void AppendQuoted(Paragraph paragraph, IReadOnlyList<ReportNote> about, Run quote)
    {
        var ids = about.SelectMany(note => Add(note, answers: null)).ToList();
        paragraph.Append(ids.Select(id => new CommentRangeStart { Id = id }));
        paragraph.Append(quote);
        foreach (var id in ids)
        {
            paragraph.Append(new CommentRangeEnd { Id = id });
            paragraph.Append(new Run(new CommentReference { Id = id }));
        }
    }

    public void Save(MainDocumentPart main)
    {
        main.AddNewPart<FootnotesPart>("footnotes").Footnotes = footnotes;
        if (comments.HasChildren)
            main.AddNewPart<WordprocessingCommentsPart>("comments").Comments = comments;
    }

    private IEnumerable<string> Add(ReportNote note, string? answers)
    {
        var id = (++lastComment).ToString(CultureInfo.InvariantCulture);
        var author = XmlText.Of(note.Author);
        var comment = new Comment { Id = id, Author = author, Initials = string.Concat(author.EnumerateRunes().Take(1)), Date = note.At };
        if (answers is not null)
            comment.Append(DocxReport.Paragraph("CommentText", DocxReport.Bold($"In answer to {answers}: ")));
        foreach (var block in ProseReader.Read(note.Body))
            comment.Append(DocxReport.Paragraph("CommentText", [.. block.Runs.Select(run => DocxReport.Run(run.Text))]));
        if (note.IsResolved)
            comment.Append(DocxReport.Paragraph("CommentText", DocxReport.Run("Resolved.")));
        if (!comment.HasChildren)
            comment.Append(DocxReport.Paragraph("CommentText"));
        comments.Append(comment);
        return note.Replies.SelectMany(reply => Add(reply, note.Author)).Prepend(id).ToList();
    }
}
