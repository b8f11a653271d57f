using DocumentFormat.OpenXml.Wordprocessing;

namespace RussiaChinaAnalysis.Arguments.Reading.Docx;

/// <summary>
/// Where in a field the walk stands. A field is begun, holds its instruction, is separated, holds its result and is
/// ended, over as many runs and paragraphs as it likes; fields nest. Only results are text.
/// </summary>
internal sealed class FieldState
{
    private readonly Stack<bool> inInstruction = new();
    private int instructions;

    public bool InInstruction => instructions > 0;

    public void Follow(FieldChar mark)
    {
        if (mark.FieldCharType.Is(FieldCharValues.Begin))
            Push();
        else if (mark.FieldCharType.Is(FieldCharValues.Separate) && Pop() is not null)
            inInstruction.Push(false);
        else if (mark.FieldCharType.Is(FieldCharValues.End))
            Pop();
    }

    private void Push()
    {
        inInstruction.Push(true);
        instructions++;
    }

    private bool? Pop()
    {
        if (!inInstruction.TryPop(out var was))
            return null;
        if (was)
            instructions--;
        return was;
    }
}
