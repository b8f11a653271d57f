using System.CommandLine;
using System.Globalization;

namespace RussiaChinaAnalysis.Benchmarks.Serving;

internal static class IngestCommand
{
    /// <summary>Adds <c>ingest</c>, which prints rate and memory as a corpus grows.</summary>
    public static RootCommand AddIngest(this RootCommand root)
    {
        var passages = new Option<int>("--passages") { Description = "How many are stored.", DefaultValueFactory = _ => 200_000 };
        var step = new Option<int>("--step") { Description = "After how many there is a line.", DefaultValueFactory = _ => 20_000 };
        var alone = new Option<bool>("--alone") { Description = "Without a site that answers meanwhile." };
        var postgres = new Option<bool>("--postgres") { Description = "On the cluster that tests/postgres has started." };
        var compare = new Option<bool>("--compare") { Description = "Wait until all are compared." };
        var command = new Command("ingest", "How fast essays are stored, and in how much memory.") { ServingCommand.Folder, passages, step, alone, postgres, compare };
        command.SetAction(async (parsed, cancellation) =>
        {
            Console.WriteLine("| passages | per second since the line before | per second of a processor | MB |\n| --- | --- | --- | --- |");
            var run = new IngestRun(parsed.GetValue(ServingCommand.Folder)!.FullName, parsed.GetValue(passages));
            var measured = await run.MeasureAsync(
                !parsed.GetValue(alone), parsed.GetValue(postgres), parsed.GetValue(step), parsed.GetValue(compare), Print, cancellation);
            Say($"{measured.PerSecond:0} passages a second in all, {measured.PerProcessorSecond:0} in a second of a processor");
            if (measured.ComparedPerSecond is { } rate)
                Say($"{rate:0} passages a second compared afterwards");
            if (measured.Answers.Count > 0)
                Say($"{measured.Answers.Count} answers of the site meanwhile, 99 of 100 within {measured.SlowAnswer:0} ms");
        });
        root.Add(command);
        return root;
    }

    private static void Print(IngestPoint point) => Say($"| {point.Passages} | {point.PerSecond:0} | {point.PerProcessorSecond:0} | {point.Megabytes:0} |");

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
