namespace RussiaChinaAnalysis.Arguments.Reading.Pdf;

/// <summary>Leaves the library from within; it never leaves the reader.</summary>
internal sealed class BudgetExceededException : Exception;
