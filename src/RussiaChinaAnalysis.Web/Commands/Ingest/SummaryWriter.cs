using System.Globalization;
using RussiaChinaAnalysis.Corpus.Ingest;

namespace RussiaChinaAnalysis.Web.Commands.Ingest;

/// <summary>What became of each file, one line each, and the totals in the last line.</summary>
internal static class SummaryWriter
{
    public static void Write(IngestSummary summary, TextWriter output)
    {
        foreach (var outcome in summary.Outcomes)
            output.WriteLine(Line(outcome));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Imported} imported ({summary.Passages} passages), {summary.Revised} new versions, {summary.Unchanged} unchanged, {summary.Refused} refused"));
    }

    private static string Line(IngestOutcome outcome) => outcome.Result switch
    {
        IngestResult.Imported imported => string.Create(
            CultureInfo.InvariantCulture,
            $"imported   {outcome.Path}: document {imported.DocumentId}, {imported.Passages} passages"),
        IngestResult.Revised { Counts: var counts } revised => string.Create(
            CultureInfo.InvariantCulture,
            $"revised    {outcome.Path}: document {revised.DocumentId}, version {revised.Version}: {counts.Unchanged} unchanged, {counts.Moved} moved, {counts.Altered} altered, {counts.Gone} gone, {counts.New} new; decisions: {counts.Kept} kept, {counts.Reopened} reopened, {counts.Unplaced} not placed"),
        IngestResult.Unchanged unchanged => string.Create(
            CultureInfo.InvariantCulture, $"unchanged  {outcome.Path}: document {unchanged.DocumentId}"),
        IngestResult.Refused refused => $"refused    {outcome.Path}: {refused.Message}",
        _ => throw new InvalidOperationException("A file is imported, a new version, unchanged or refused."),
    };
}
