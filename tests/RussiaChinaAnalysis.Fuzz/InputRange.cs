namespace RussiaChinaAnalysis.Fuzz;

internal sealed record InputRange(string Format, int First, int Count)
{
    public int End => First + Count;
}
