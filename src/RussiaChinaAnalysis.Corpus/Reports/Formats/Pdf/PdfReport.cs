using PdfSharp.Pdf;
using RussiaChinaAnalysis.Corpus.Files;
using RussiaChinaAnalysis.Corpus.Reports.Prose;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats.Pdf;

/// <summary>Tagged PDF with bookmarks and embedded fonts, laid out here: it takes no browser and no office program.</summary>
internal sealed class PdfReport(PdfFonts fonts) : IReportFormat
{
    /// <summary>For a preview, which has no time of its own.</summary>
    private static readonly DateTime NoTime = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public FormatDescription Description { get; } = new("pdf", "PDF", ".pdf", "application/pdf", "printing and filing");

    public void Write(ReportContent content, Stream output, IProgress<int> progress, CancellationToken cancellation)
    {
        fonts.Install();
        var steps = new ReportSteps(progress, cancellation);
        using var document = new PdfDocument { Language = "en" };
        document.Info.Title = content.Title;
        document.Info.Author = ReportWords.Byline(content);
        document.Info.CreationDate = content.Edition?.SavedAt ?? NoTime;
        document.Info.ModificationDate = document.Info.CreationDate;
        document.ViewerPreferences.DisplayDocTitle = true;
        using var lines = new PdfLines(fonts);
        using var draft = PdfFlow.Draft(fonts, lines);
        var missing = PdfScripts.Missing(content, fonts);
        Write(draft, content, missing, new ReportSteps(new Progress<int>(), cancellation));
        using (var flow = PdfFlow.On(document, draft))
            Write(flow, content, missing, steps);
        using var file = new MemoryStream();
        document.Save(file, closeStream: false);
        var bytes = PdfChecksums.Complete(file.ToArray());
        PdfSettled.Settle(bytes);
        output.Write(bytes);
    }

    private static void Write(PdfFlow flow, ReportContent content, IReadOnlyList<string> missing, ReportSteps steps)
    {
        flow.Add(PdfStyle.Title, new PdfRun(content.Title));
        if (content.Authors.Count > 0)
            flow.Add(PdfStyle.Byline, new PdfRun(ReportWords.Byline(content)));
        flow.Add(PdfStyle.Coverage, new PdfRun(ReportWords.Coverage(content)));
        if (missing.Count > 0)
            flow.Add(PdfStyle.Note with { Indent = 0, After = 10 }, new PdfRun("This file lacks letters: ", IsBold: true), new PdfRun(Lacking(missing)));
        foreach (var block in ProseReader.Read(content.Summary))
            WriteProse(flow, block, PdfStyle.Prose);
        if (content.Sections.Count > 1)
            WriteContents(flow, content);
        for (var number = 0; number < content.Sections.Count; number++)
        {
            flow.AddSection(content.Sections[number].Title);
            foreach (var item in content.Sections[number].Items)
            {
                WriteItem(flow, content, item);
                steps.Next();
            }
        }

        WriteFigures(flow, content);
        WriteReferences(flow, content);
    }

    private static void WriteContents(PdfFlow flow, ReportContent content)
    {
        flow.Add(PdfStyle.ContentsTitle, new PdfRun(ReportWords.Contents));
        for (var number = 0; number < content.Sections.Count; number++)
            flow.AddContents(number, content.Sections[number].Title);
    }

    /// <summary>Their code points, because the letters themselves are what can't be shown.</summary>
    private static string Lacking(IReadOnlyList<string> missing)
    {
        const int Named = 12;
        var names = missing.Take(Named).Select(letter => FormattableString.Invariant($"U+{char.ConvertToUtf32(letter, 0):X4}"));
        var more = missing.Count > Named ? FormattableString.Invariant($" and {missing.Count - Named} more") : "";
        return $"no font of the machine that made it has {string.Join(", ", names)}{more}; they stand as empty boxes. The report as HTML or Word has them.";
    }

    private static void WriteItem(PdfFlow flow, ReportContent content, ReportItem item)
    {
        var reference = content.Reference(item.Reference);
        var marks = ReportWords.Marks(item, reference);
        var mark = marks.Count > 0 ? $"{string.Join(", ", marks)}: " : "";
        flow.Add(PdfStyle.Statement, new PdfRun(mark, IsBold: true), new PdfRun($"{reference.Quote} {Cite(item.Reference)}"));
        flow.Add(PdfStyle.Labels, new PdfRun(ReportWords.Labels(reference) + (reference.Themes.Count > 0 ? $" · {string.Join(", ", reference.Themes)}" : "")));
        foreach (var link in item.Evidence)
            WriteLink(flow, content, link, PdfStyle.Evidence);
        foreach (var link in item.Counter)
            WriteLink(flow, content, link, PdfStyle.Counter);
        foreach (var note in item.Notes)
            WriteNote(flow, note, PdfStyle.Note);
    }

    private static void WriteLink(PdfFlow flow, ReportContent content, ReportLink link, PdfStyle style)
    {
        var other = content.Reference(link.Reference);
        flow.Add(style, new PdfRun($"{ReportWords.Does(link)}: ", IsBold: true), new PdfRun($"{other.Quote} {Cite(link.Reference)} ({ReportWords.Labels(other)})"));
        foreach (var note in link.Notes ?? [])
            WriteNote(flow, note, PdfStyle.Note with { Indent = style.Indent + 16 });
    }

    private static void WriteNote(PdfFlow flow, ReportNote note, PdfStyle style)
    {
        flow.Add(style, new PdfRun($"{note.Author}, {ReportWords.Day(note.At)}{(note.IsResolved ? ", resolved" : "")}:", IsBold: true));
        foreach (var block in ProseReader.Read(note.Body))
            WriteProse(flow, block, style);
        foreach (var reply in note.Replies)
            WriteNote(flow, reply, style);
    }

    private static void WriteProse(PdfFlow flow, ProseBlock block, PdfStyle style)
    {
        var runs = block.Runs.Select(run => new PdfRun(run.Text, run.IsStrong, run.IsEmphasised)).ToList();
        switch (block.Kind)
        {
            case ProseKind.Heading:
                flow.Add(PdfStyle.Part, runs);
                break;
            case ProseKind.Item:
                flow.Add(PdfStyle.Item with { Size = style.Size, Indent = style.Indent + 14 * block.Level }, [new PdfRun("• "), .. runs]);
                break;
            case ProseKind.Quotation:
                flow.Add(style with { Indent = style.Indent + 14 }, runs);
                break;
            default:
                flow.Add(style, runs);
                break;
        }
    }

    private static void WriteFigures(PdfFlow flow, ReportContent content)
    {
        var drawings = ReportWords.Drawings(content);
        if (drawings.Count > 0)
        {
            flow.EndPage();
            flow.Add(PdfStyle.Section, new PdfRun(ReportWords.Figures));
        }

        foreach (var figure in drawings)
            flow.Add(figure.Drawing);
    }

    private static void WriteReferences(PdfFlow flow, ReportContent content)
    {
        if (content.Removed.Count > 0)
            flow.Add(PdfStyle.Section, new PdfRun(ReportWords.Removed));
        foreach (var quote in content.Removed)
            flow.Add(PdfStyle.Item, new PdfRun($"• {quote}"));
        flow.Add(PdfStyle.Section, new PdfRun(ReportWords.References));
        foreach (var group in content.References.GroupBy(content.DocumentOf))
        {
            flow.Add(PdfStyle.Part, new PdfRun(ReportWords.Source(group.Key)));
            flow.Add(PdfStyle.Labels with { Indent = 0 }, new PdfRun(ReportWords.Edition(group.Key)));
            foreach (var reference in group)
                flow.Add(PdfStyle.Reference, new PdfRun($"{Cite(reference.Number)} ", IsBold: true), new PdfRun($"“{reference.Quote}”, {ReportWords.Characters(reference)}"));
        }
    }

    private static string Cite(int number) => FormattableString.Invariant($"[{number}]");
}
