using System.Diagnostics.CodeAnalysis;
using UglyToad.PdfPig;

namespace RussiaChinaAnalysis.Arguments.Reading.Pdf;

/// <summary>
/// How the library is to read, and how much: it makes the page factory itself and hands it these options, which is the
/// one way for the limits to get there.
/// </summary>
internal sealed class PdfBudget : ParsingOptions
{
    // Hostile objects nest; the library counts and stops here, well within the stack that BoundedThread gives.
    private const int MaximumDepth = 100;
    private const long MaximumUnpackedBytes = 80_000_000;
    private const int MaximumPaintedGlyphs = 1_500_000;

    private readonly CancellationToken cancellation;
    private long unpackedBytes;
    private int paintedGlyphs;

    public PdfBudget(CancellationToken cancellation)
    {
        this.cancellation = cancellation;
        MaxStackDepth = MaximumDepth;
        SkipMissingFonts = true;
        UseLenientParsing = true;
        Filters = new BoundedFilters(this);
        FilterProvider = Filters;
    }

    public BoundedFilters Filters { get; }

    /// <summary>Which of the two limits was passed; the library may swallow the exception that says so.</summary>
    public bool IsExceeded { get; private set; }

    /// <exception cref="OperationCanceledException">The time is up.</exception>
    public void Check() => cancellation.ThrowIfCancellationRequested();

    /// <exception cref="BudgetExceededException">The streams unpack to more than an essay needs.</exception>
    public void CountUnpacked(long bytes)
    {
        Check();
        unpackedBytes += bytes;
        if (unpackedBytes > MaximumUnpackedBytes)
            Exceed();
    }

    /// <exception cref="BudgetExceededException">More is painted than an essay needs: a form can be painted again and again.</exception>
    public void CountGlyph()
    {
        Check();
        if (++paintedGlyphs > MaximumPaintedGlyphs)
            Exceed();
    }

    /// <exception cref="BudgetExceededException">Always.</exception>
    [DoesNotReturn]
    public void Exceed()
    {
        IsExceeded = true;
        throw new BudgetExceededException();
    }
}
