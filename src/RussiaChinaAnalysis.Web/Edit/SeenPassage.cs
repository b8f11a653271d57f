using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace RussiaChinaAnalysis.Web.Edit;

/// <summary>A passage and what was seen of it, in one field of a form: its id, a colon, and the rest.</summary>
internal static class SeenPassage
{
    public static bool TrySplit(string? field, out int id, [NotNullWhen(true)] out string? seen)
    {
        (id, seen) = (0, null);
        if (field?.Split(':') is not [var first, var second]
            || !int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out id))
            return false;
        seen = second;
        return true;
    }
}
