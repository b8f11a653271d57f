using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace RussiaChinaAnalysis.Arguments.Reading.Docx;

/// <summary>Tells numbering that shows a bullet or a number from numbering that shows nothing, as outlines may have it.</summary>
internal sealed class NumberingLevels
{
    private readonly Dictionary<int, AbstractNum> byNumber = [];

    public NumberingLevels(MainDocumentPart main)
    {
        if (main.NumberingDefinitionsPart?.Numbering is not { } numbering)
            return;
        var definitions = new Dictionary<int, AbstractNum>();
        foreach (var definition in numbering.Elements<AbstractNum>())
        {
            if (definition.AbstractNumberId.Number() is { } id)
                definitions.TryAdd(id, definition);
        }

        foreach (var instance in numbering.Elements<NumberingInstance>())
        {
            if (instance.NumberID.Number() is { } number
                && instance.AbstractNumId?.Val.Number() is { } id
                && definitions.TryGetValue(id, out var definition))
            {
                byNumber.TryAdd(number, definition);
            }
        }
    }

    /// <param name="level">From 0.</param>
    public bool ShowsMark(int number, int level)
    {
        // Number 0 is the format's way to take a paragraph out of the list of its style.
        if (number == 0)
            return false;
        if (!byNumber.TryGetValue(number, out var definition))
            return true;
        var found = definition.Elements<Level>().FirstOrDefault(candidate => candidate.LevelIndex.Number() == level);
        return found?.NumberingFormat is not { } format || !format.Val.Is(NumberFormatValues.None);
    }
}
