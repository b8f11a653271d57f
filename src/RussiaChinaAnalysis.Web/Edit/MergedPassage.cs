using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace RussiaChinaAnalysis.Web.Edit;

/// <summary>The passage that disappears in a merge, as the person saw it. A form has it as its id and its token, with a colon between.</summary>
public readonly record struct MergedPassage(int Id, Guid Token) : IParsable<MergedPassage>
{
    public static MergedPassage Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var merged) ? merged : throw new FormatException("A passage to merge with is its id and its token.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MergedPassage result)
    {
        result = default;
        if (!SeenPassage.TrySplit(s, out var passage, out var state)
            || !Guid.TryParse(state, CultureInfo.InvariantCulture, out var token))
            return false;
        result = new(passage, token);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}:{Token}");
}
