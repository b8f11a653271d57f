using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace RussiaChinaAnalysis.Corpus.Browse.Filters;

/// <summary>What a person typed into the search box, taken apart: words and quoted phrases. Nothing in it is an operator.</summary>
/// <param name="Terms">Each with at least one letter or digit, without quotation marks and control characters.</param>
/// <param name="Any">False: all terms must occur. True: one is enough.</param>
public sealed record SearchQuery(ImmutableArray<string> Terms, bool Any = false)
{
    /// <summary>In UTF-16 code units; what goes beyond is not searched for.</summary>
    public const int MaximumLength = 500;

    /// <summary>Null when there is no word to search for.</summary>
    public static SearchQuery? Parse(string? text)
    {
        if (text is null)
            return null;
        var terms = ImmutableArray.CreateBuilder<string>();
        var term = new StringBuilder();
        var quoted = false;
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            length += rune.Utf16SequenceLength;
            if (length > MaximumLength)
                break;
            var quotationMark = IsQuotationMark(rune);
            if (quotationMark || IsSeparator(rune) && !quoted)
                Take(term, terms);
            else
                term.Append(IsSeparator(rune) ? " " : rune.ToString());
            quoted ^= quotationMark;
        }

        Take(term, terms);
        return terms.Count == 0 ? null : new SearchQuery(terms.ToImmutable());
    }

    private static void Take(StringBuilder term, ImmutableArray<string>.Builder terms)
    {
        var text = term.ToString().Trim();
        term.Clear();
        if (text.EnumerateRunes().Any(Rune.IsLetterOrDigit) && !terms.Contains(text, StringComparer.Ordinal))
            terms.Add(text);
    }

    private static bool IsQuotationMark(Rune rune) => rune.Value is '"' or '“' or '”' or '„' or '«' or '»';

    private static bool IsSeparator(Rune rune) =>
        Rune.IsWhiteSpace(rune)
        || rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned;
}
