using System.Diagnostics;
using System.Globalization;
using RussiaChinaAnalysis.Benchmarks.Serving;
using RussiaChinaAnalysis.Corpus;
using RussiaChinaAnalysis.Corpus.Files;
using RussiaChinaAnalysis.Corpus.Reports;
using RussiaChinaAnalysis.Corpus.Reports.Formats.Pdf;

namespace RussiaChinaAnalysis.Benchmarks.Reporting;

/// <summary>Makes and stores a report of many claims of a generated corpus, then reads it and writes it as a file, format by format.</summary>
internal sealed class ReportingRun(string folder, int claims, TextWriter output)
{
    /// <summary>The generator gives each role to as many passages.</summary>
    private const int PassagesOfOneClaim = 3;

    public async Task MeasureAsync(CancellationToken cancellation)
    {
        var corpus = new CorpusGenerator(folder, claims * PassagesOfOneClaim);
        await corpus.EnsureAsync(cancellation);
        await using var services = new ServiceCollection()
            .AddCorpus(new CorpusOptions(corpus.Database, Repository.Codebook, SeedFolder: null, MaximumFileBytes: 1 << 20))
            .BuildServiceProvider();
        await services.GetRequiredService<CorpusStartup>().RunAsync(progress: null, cancellation);
        var store = services.GetRequiredService<ReportStore>();
        var export = new ReportExport(new PdfFonts(Path.Combine(AppContext.BaseDirectory, "fonts")));

        var taken = Taken.Begin();
        var id = await store.CreateAsync(Definition, person: null, cancellation);
        var made = taken.End();
        var saved = (await store.FindAsync(id, version: null, cancellation))!;
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{saved.Content.Sections.Sum(section => section.Items.Count)} claims, {saved.Content.References.Count} references"));
        await output.WriteLineAsync("| step | s | s of processor | MB |\n| --- | --- | --- | --- |");
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| chosen, laid out and stored | {made} | |"));
        foreach (var format in export.Formats)
            await WriteAsync(format, id, store, export, cancellation);
        await store.DeleteAsync(id, cancellation);
    }

    private static ReportDefinition Definition => new()
    {
        Title = "Many claims",
        Filter = [new("role", "claim")],
        Grouping = ReportGrouping.Document,
    };

    private async Task WriteAsync(FormatDescription format, int id, ReportStore store, ReportExport export, CancellationToken cancellation)
    {
        var file = Path.Combine(folder, $"report{format.Ending}");
        var taken = Taken.Begin();
        var saved = (await store.FindAsync(id, version: null, cancellation))!;
        await using (var stream = File.Create(file))
            export.Write(format, saved.Content, stream, progress: null, cancellation);
        var written = taken.End();
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"| read, and written as {format.Key} | {written} | {new FileInfo(file).Length / 1048576.0:0.0} |"));
        File.Delete(file);
    }

    /// <summary>On a busy machine the processor's time says more than the clock's.</summary>
    private readonly record struct Taken(long Clock, TimeSpan Processor)
    {
        public static Taken Begin() => new(Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);

        public string End() => string.Create(
            CultureInfo.InvariantCulture,
            $"{Stopwatch.GetElapsedTime(Clock).TotalSeconds:0.0} | {(Environment.CpuUsage.TotalTime - Processor).TotalSeconds:0.0}");
    }
}
