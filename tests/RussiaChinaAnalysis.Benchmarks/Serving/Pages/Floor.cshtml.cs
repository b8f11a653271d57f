using Microsoft.AspNetCore.Mvc.RazorPages;

namespace RussiaChinaAnalysis.Benchmarks.Serving.Pages;

public sealed class FloorModel : PageModel
{
    public IReadOnlyList<FloorRow> Rows => FromMemory;

    private static IReadOnlyList<FloorRow> FromMemory { get; } =
        [.. Enumerable.Range(1, 25).Select(id => new FloorRow(id, $"Essay {id}", string.Join(' ', Enumerable.Repeat("some words of a passage", 5)), "Claim", id / 25.0))];
}

public sealed record FloorRow(int Id, string Title, string Quote, string Role, double Confidence);
