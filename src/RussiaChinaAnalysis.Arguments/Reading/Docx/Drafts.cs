using System.Text;

namespace RussiaChinaAnalysis.Arguments.Reading.Docx;

/// <param name="Bold">Every letter of it is set bold by hand.</param>
internal sealed record Draft(BlockKind Kind, int Level, string Text, bool Bold);

/// <summary>The blocks as far as they have been read, and the words of the one that is still open.</summary>
internal sealed class Drafts(int maximumCharacters)
{
    private readonly List<Draft> all = [];
    private readonly StringBuilder open = new();
    private int characters;
    private bool anyPlain;
    private bool anyBold;

    public IReadOnlyList<Draft> All => all;

    /// <summary>The words of the first paragraph in the style Title; null when there is none.</summary>
    public string? Title { get; private set; }

    /// <summary>More text than is allowed has been read: the rest need not be looked at, for the file will be refused.</summary>
    public bool IsFull => characters > maximumCharacters;

    public void Append(string text, bool bold)
    {
        open.Append(text);
        characters += text.Length;
        if (string.IsNullOrWhiteSpace(text))
            return;
        anyBold |= bold;
        anyPlain |= !bold;
    }

    public void AppendSpace() => open.Append(' ');

    public void EndBlock(ParagraphRole role)
    {
        var text = open.ToString();
        if (!string.IsNullOrWhiteSpace(text))
        {
            all.Add(new Draft(role.Kind, role.Level, text, anyBold && !anyPlain));
            if (role.IsTitle)
                Title ??= text;
        }

        Discard();
    }

    public void Discard()
    {
        open.Clear();
        anyPlain = anyBold = false;
    }
}
