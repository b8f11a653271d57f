namespace RussiaChinaAnalysis.Arguments.Reading.Pdf.Layout;

internal sealed record Word(string Text, double Left, double Right, double Baseline, double Size, bool Bold)
{
    public double Top => Baseline + (0.8 * Size);

    public double Bottom => Baseline - (0.2 * Size);

    public double Width => Right - Left;
}
