using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Reports;

/// <summary>Who decided on a passage, as the history tells it.</summary>
internal static class ReportDecisions
{
    /// <param name="statuses">The present status of each passage; what is only suggested was decided by nobody.</param>
    public static async Task<IReadOnlyDictionary<int, string>> ReadAsync(
        CorpusContext context, IReadOnlyDictionary<int, Status> statuses, CancellationToken cancellation)
    {
        var keys = statuses.Where(pair => pair.Value != Status.Suggested).Select(pair => pair.Key.ToString(CultureInfo.InvariantCulture)).ToArray();
        var people = new Dictionary<int, string>();
        if (keys.Length == 0)
            return people;
        var rows = await context.Set<ChangedRow>()
            .Where(row => row.Entity == nameof(Passage) && keys.Contains(row.Key) && row.After != null)
            .Join(context.Changes, row => row.ChangeId, change => change.Id, (row, change) => new { row.Key, row.After, change.Id, change.PersonName })
            .OrderByDescending(row => row.Id)
            .ToListAsync(cancellation);
        foreach (var row in rows)
        {
            var id = int.Parse(row.Key, CultureInfo.InvariantCulture);
            if (!people.ContainsKey(id) && Says(row.After!, statuses[id]))
                people.Add(id, row.PersonName);
        }

        return people;
    }

    private static bool Says(string after, Status status)
    {
        using var row = JsonDocument.Parse(after);
        return row.RootElement.TryGetProperty(nameof(Passage.Status), out var value) && value.ValueEquals(status.ToString());
    }
}
