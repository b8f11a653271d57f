using System.Globalization;
using RussiaChinaAnalysis.Arguments.Extraction.Quantities;

namespace RussiaChinaAnalysis.Arguments.Comparison;

/// <summary>
/// Files figures so that those that may give the same value are found together: by kind, unit and steps of about a tenth
/// of the value.
/// </summary>
public static class FigureKey
{
    /// <summary>Counts up to this size agree by chance too often to lead anywhere.</summary>
    public const double LargestChanceCount = 12;

    /// <summary>Null for a figure that is not worth filing.</summary>
    public static string? Of(Quantity quantity) => IsTelling(quantity) ? At(quantity, Step(quantity)) : null;

    /// <summary>The keys under which figures of about the same value are filed; a rough figure lies beside an exact one.</summary>
    public static IEnumerable<string> Near(Quantity quantity) =>
        IsTelling(quantity) ? [At(quantity, Step(quantity) - 1), At(quantity, Step(quantity)), At(quantity, Step(quantity) + 1)] : [];

    private static bool IsTelling(Quantity quantity) =>
        quantity.Low > 0 && !(quantity.Kind == QuantityKind.Count && quantity.High <= LargestChanceCount);

    private static int Step(Quantity quantity) => (int)Math.Floor(Math.Log(quantity.Low) / Math.Log(1.1));

    private static string At(Quantity quantity, int step) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)quantity.Kind} {quantity.Unit} {step}");
}
