using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Ruby = DocumentFormat.OpenXml.Wordprocessing.Ruby;
using WrittenText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace RussiaChinaAnalysis.Arguments.Reading.Docx;

/// <summary>The words of one paragraph as a reader sees them once every change under review is accepted.</summary>
internal sealed class RunWalker(Drafts drafts, DocxStyles styles, LanguageCount languages, NoteReferences notes)
{
    private readonly List<OpenXmlElement> textBoxes = [];
    private readonly FieldState fields = new();
    private bool paragraphIsBold;

    public void Walk(Paragraph paragraph, string? styleId)
    {
        paragraphIsBold = styles.IsBold(styleId);
        WalkChildren(paragraph, null);
    }

    /// <summary>The text boxes anchored in what was walked: their text stands beside the paragraph, not in it.</summary>
    public IReadOnlyList<OpenXmlElement> TakeTextBoxes()
    {
        OpenXmlElement[] taken = [.. textBoxes];
        textBoxes.Clear();
        return taken;
    }

    private void WalkChildren(OpenXmlElement element, Run? run)
    {
        foreach (var child in element.ChildElements)
            Walk(child, run);
    }

    private void Walk(OpenXmlElement element, Run? run)
    {
        switch (element)
        {
            case Run next when !IsHidden(next):
                WalkChildren(next, next);
                break;
            case Run or DeletedRun or MoveFromRun or RunProperties or ParagraphProperties or RubyContent:
            // What stands in for the words of an instruction or of a deletion.
            case FieldCode or DeletedText or DeletedFieldCode:
                break;
            case FieldChar mark:
                fields.Follow(mark);
                break;
            case WrittenText or DocumentFormat.OpenXml.Math.Text:
                Append(((OpenXmlLeafTextElement)element).Text, run);
                break;
            case NoBreakHyphen:
                Append("-", run);
                break;
            case SymbolChar symbol:
                Append(Symbols.Read(symbol), run);
                break;
            case TabChar or Break or CarriageReturn or PositionalTab:
                drafts.AppendSpace();
                break;
            case FootnoteEndnoteReferenceType reference:
                notes.Add(reference);
                break;
            case Ruby ruby:
                if (ruby.GetFirstChild<RubyBase>() is { } written)
                    WalkChildren(written, run);
                break;
            case AlternateContent alternatives:
                if (alternatives.Preferred() is { } preferred)
                    WalkChildren(preferred, run);
                break;
            case TextBoxContent box:
                textBoxes.Add(box);
                break;
            default:
                WalkChildren(element, run);
                break;
        }
    }

    private void Append(string text, Run? run)
    {
        if (fields.InInstruction)
            return;
        drafts.Append(text, run?.RunProperties?.Bold is { } bold ? bold.IsOn() : paragraphIsBold);
        languages.Add(text, run?.RunProperties?.Languages);
    }

    private bool IsHidden(Run run) =>
        run.RunProperties?.Vanish is { } hidden ? hidden.IsOn() : styles.IsHidden(run.RunProperties?.RunStyle?.Val?.Value);
}
