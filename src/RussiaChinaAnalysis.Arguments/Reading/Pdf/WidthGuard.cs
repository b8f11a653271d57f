using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace RussiaChinaAnalysis.Arguments.Reading.Pdf;

/// <summary>
/// A font can give one width to a range of characters in a few bytes, and the library keeps an entry for each: ranges
/// that no font has are refused before it loads any.
/// </summary>
internal static class WidthGuard
{
    private const int DeepestDictionaries = 6;

    // Codes of composite fonts have two bytes.
    private const double LargestCode = 65_535;

    private static readonly NameToken[] Widths = [NameToken.W, NameToken.Create("W2")];

    /// <exception cref="BudgetExceededException">A font has a range of more characters than there are codes.</exception>
    public static void Check(PdfDocument pdf, PdfBudget budget)
    {
        foreach (var reference in pdf.Structure.CrossReferenceTable.ObjectOffsets.Keys)
        {
            budget.Check();
            if (pdf.Structure.TokenScanner.Get(reference) is { Data: var token })
                Check(token, budget, 0);
        }
    }

    private static void Check(IToken token, PdfBudget budget, int depth)
    {
        if (depth > DeepestDictionaries)
            return;
        if (token is DictionaryToken dictionary)
        {
            foreach (var name in Widths)
                if (dictionary.TryGet(name, out var widths) && widths is ArrayToken { Data: var entries } && entries.Any(IsTooLarge))
                    budget.Exceed();
            foreach (var value in dictionary.Data.Values)
                Check(value, budget, depth + 1);
        }
        else if (token is ArrayToken { Data: var items })
        {
            foreach (var item in items.Where(item => item is DictionaryToken or ArrayToken))
                Check(item, budget, depth + 1);
        }
    }

    // A single array gives each of its entries a width of its own, and is as long as it says.
    private static bool IsTooLarge(IToken entry) => entry is NumericToken { Data: var number } && Math.Abs(number) > LargestCode;
}
