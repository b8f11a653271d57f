using System.Buffers.Text;
using System.Globalization;
using System.Text;
using RussiaChinaAnalysis.Corpus.Browse.Filters;

namespace RussiaChinaAnalysis.Corpus.Browse;

/// <summary>A place in a sorted list: the sort keys of one passage. Opaque to the outside.</summary>
/// <param name="Key">The sort's own key: a title, a number or a time in ticks.</param>
internal sealed record PageCursor(PassageSort Sort, string Key, int DocumentId, int Ordinal, int PassageId)
{
    private const char Separator = '\n';

    public double Number => double.Parse(Key, CultureInfo.InvariantCulture);

    public DateTime Time => new(long.Parse(Key, CultureInfo.InvariantCulture), DateTimeKind.Utc);

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(
        Separator,
        ((int)Sort).ToString(CultureInfo.InvariantCulture),
        DocumentId.ToString(CultureInfo.InvariantCulture),
        Ordinal.ToString(CultureInfo.InvariantCulture),
        PassageId.ToString(CultureInfo.InvariantCulture),
        Key)));

    /// <summary>Null for what is not a cursor of this sort.</summary>
    public static PageCursor? Parse(string text, PassageSort sort)
    {
        if (!Base64Url.IsValid(text))
            return null;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator, 5);
        if (parts.Length < 5 || !Int(parts[0], out var written) || written != (int)sort)
            return null;
        if (!Int(parts[1], out var document) || !Int(parts[2], out var ordinal) || !Int(parts[3], out var passage))
            return null;
        return IsKeyOf(sort, parts[4]) ? new(sort, parts[4], document, ordinal, passage) : null;
    }

    private static bool IsKeyOf(PassageSort sort, string key) => sort switch
    {
        PassageSort.Document => true,
        PassageSort.Newest => long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTime.MaxValue.Ticks,
        _ => double.TryParse(key, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number),
    };

    private static bool Int(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
