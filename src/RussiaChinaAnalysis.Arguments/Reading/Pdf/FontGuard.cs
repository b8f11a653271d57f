using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace RussiaChinaAnalysis.Arguments.Reading.Pdf;

/// <summary>
/// A font can give one width, or one letter after the other, to a range of codes in a few bytes, and the library keeps
/// an entry for each: ranges that no font has are refused before it loads any.
/// </summary>
internal static class FontGuard
{
    // Codes of composite fonts have two bytes.
    private const double LargestCode = 65_535;
    private const int MostReferences = 100;

    private static readonly NameToken[] Widths = [NameToken.W, NameToken.Create("W2")];

    // A composite font can hold the map from bytes to its characters too; an encoding that is no stream holds none.
    private static readonly NameToken[] CodeMaps = [NameToken.ToUnicode, NameToken.Encoding];

    /// <summary>Looks at everything that the catalogue leads to: the table of objects of a damaged file may be empty.</summary>
    /// <exception cref="BudgetExceededException">A font has a range of more characters than there are codes.</exception>
    public static void Check(PdfDocument pdf, PdfBudget budget)
    {
        var seen = new HashSet<IndirectReference>();
        var ahead = new Stack<IToken>([pdf.Structure.Catalog.CatalogDictionary]);
        while (ahead.TryPop(out var token))
        {
            budget.Check();
            switch (token)
            {
                case IndirectReferenceToken { Data: var reference } when seen.Add(reference):
                    if (pdf.Structure.TokenScanner.Get(reference) is { Data: var referred })
                        ahead.Push(referred);
                    break;
                case StreamToken { StreamDictionary: var description }:
                    ahead.Push(description);
                    break;
                case DictionaryToken dictionary:
                    if (Widths.Any(name => dictionary.TryGet(name, out var widths) && widths is ArrayToken { Data: var entries } && entries.Any(IsTooLarge)))
                        budget.Exceed();
                    if (CodeMaps.Any(name => dictionary.TryGet(name, out var map) && MapOf(map, pdf) is { } codes && CodeMapRanges.AreTooLarge(codes.Decode(budget.Filters).Span)))
                        budget.Exceed();
                    foreach (var value in dictionary.Data.Values)
                        ahead.Push(value);
                    break;
                case ArrayToken { Data: var items }:
                    foreach (var item in items)
                        if (item is DictionaryToken or ArrayToken or IndirectReferenceToken)
                            ahead.Push(item);
                    break;
            }
        }
    }

    // An object can be nothing but a reference to another, which the library follows.
    private static StreamToken? MapOf(IToken token, PdfDocument pdf)
    {
        var referred = token;
        for (var depth = 0; depth < MostReferences && referred is IndirectReferenceToken { Data: var reference }; depth++)
            referred = pdf.Structure.TokenScanner.Get(reference)?.Data;
        return referred as StreamToken;
    }

    // A single array gives each of its entries a width of its own, and is as long as it says.
    private static bool IsTooLarge(IToken entry) => entry is NumericToken { Data: var number } && Math.Abs(number) > LargestCode;
}
