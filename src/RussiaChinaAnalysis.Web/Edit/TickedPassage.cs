using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Web.Edit;

/// <summary>A passage as a list showed it when it was ticked. A form has it as its id and its status, with a colon between.</summary>
public readonly record struct TickedPassage(int Id, Status Shown) : IParsable<TickedPassage>
{
    public static TickedPassage Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var ticked) ? ticked : throw new FormatException("A ticked passage is its id and its status.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TickedPassage result)
    {
        result = default;
        if (!SeenPassage.TrySplit(s, out var passage, out var shown)
            || !Enum.TryParse(shown, out Status status) || !Enum.IsDefined(status))
            return false;
        result = new(passage, status);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}:{Shown}");
}
