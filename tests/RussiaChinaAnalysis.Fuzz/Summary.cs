using System.Globalization;
using RussiaChinaAnalysis.Fuzz.Mutation;

namespace RussiaChinaAnalysis.Fuzz;

/// <summary>Counts the outcomes, and keeps the inputs whose outcome is a defect.</summary>
internal sealed class Summary(InputRange range, DirectoryInfo keep)
{
    private const long MaximumMilliseconds = 5_000;
    public const long MaximumMegabytes = 512;

    private readonly SortedDictionary<string, int> outcomes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<int>> defects = new(StringComparer.Ordinal);
    private (long Milliseconds, int Number) slowest;
    private (long Megabytes, int Number) largest;

    public bool IsClean => defects.Count == 0;

    public void Add(int number, string outcome, long milliseconds, long megabytes)
    {
        outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        slowest = milliseconds > slowest.Milliseconds ? (milliseconds, number) : slowest;
        largest = megabytes > largest.Megabytes ? (megabytes, number) : largest;
        if (outcome is "Crash" or "Hang" or "Nothing" or "UnsoundBlocks" || outcome.StartsWith("Exception", StringComparison.Ordinal))
            Keep(outcome, number);
        else if (milliseconds >= MaximumMilliseconds)
            Keep("TooSlow", number);
        if (megabytes > MaximumMegabytes)
            Keep("TooMuchMemory", number);
    }

    public void Print(TimeSpan elapsed)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{range.Format}: {outcomes.Values.Sum()} inputs in {elapsed.TotalSeconds:0} s; slowest {slowest.Milliseconds} ms (input {slowest.Number}), most memory {largest.Megabytes} MB (input {largest.Number})"));
        foreach (var (outcome, count) in outcomes)
            Console.WriteLine($"  {outcome,-20} {count}");
        foreach (var (defect, numbers) in defects)
            Console.WriteLine($"DEFECT {defect}: {numbers.Count}, inputs {string.Join(", ", numbers.Take(20))}");
        Console.WriteLine(IsClean ? "No crash, no hang, no excess of memory." : $"The inputs are kept in {keep.FullName}.");
    }

    private void Keep(string defect, int number)
    {
        if (!defects.TryGetValue(defect, out var numbers))
            defects[defect] = numbers = [];
        numbers.Add(number);
        if (numbers.Count > 20)
            return;
        keep.Create();
        var name = string.Create(CultureInfo.InvariantCulture, $"{defect.Replace(':', '-')}-{number}.{range.Format}");
        File.WriteAllBytes(Path.Combine(keep.FullName, name), MutatedInput.Create(range.Format, number));
    }
}
