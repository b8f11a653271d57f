using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.History;

/// <summary>The passages of a document as they were at a moment: today's, with every later change taken back in thought.</summary>
public sealed class PastDocuments(IDbContextFactory<CorpusContext> contexts)
{
    /// <param name="moment">UTC. Changes at this very moment have happened.</param>
    /// <returns>In the order of the text, none before the first version came; null when there is no such document.</returns>
    public async Task<IReadOnlyList<PastPassage>?> AsOfAsync(int documentId, DateTime moment, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        if (!await context.Documents.AnyAsync(document => document.Id == documentId, cancellation))
            return null;
        if (await context.DocumentVersions.AllAsync(version => version.DocumentId != documentId || version.ImportedAt > moment, cancellation))
            return [];
        var type = RowState.TypeOf(context, nameof(Passage));
        var properties = RowState.PropertiesOf(type).ToList();
        var passages = await context.Passages.Where(passage => passage.DocumentId == documentId).ToListAsync(cancellation);
        var states = passages.ToDictionary(
            passage => RowState.KeyOf(context.Entry(passage)),
            passage => RowState.Write(context.Entry(passage), properties, original: false));

        var later = await context.Set<ChangedRow>().AsNoTracking()
            .Where(row => row.Entity == nameof(Passage))
            .Join(
                context.Changes.Where(change => change.At > moment && (change.DocumentId == documentId || change.DocumentId == null)),
                row => row.ChangeId,
                change => change.Id,
                (row, _) => row)
            .OrderByDescending(row => row.ChangeId).ThenByDescending(row => row.Position)
            .ToListAsync(cancellation);
        foreach (var row in later)
            TakeBack(states, row);
        return [.. states.Select(state => Read(type, state.Key, state.Value))
            .Where(passage => passage.DocumentId == documentId)
            .OrderBy(passage => passage.Start).ThenByDescending(passage => passage.End)];
    }

    private static void TakeBack(Dictionary<string, JsonObject> states, ChangedRow row)
    {
        if (row.Before is null)
        {
            states.Remove(row.Key);
        }
        else if (row.After is null)
        {
            states[row.Key] = JsonNode.Parse(row.Before)!.AsObject();
        }
        else if (states.TryGetValue(row.Key, out var state))
        {
            foreach (var (name, value) in JsonNode.Parse(row.Before)!.AsObject())
                state[name] = value?.DeepClone();
        }
    }

    private static PastPassage Read(Microsoft.EntityFrameworkCore.Metadata.IEntityType type, string key, JsonObject state)
    {
        return new(
            (int)RowState.ParseKey(key)[0],
            Value<int>(nameof(Passage.DocumentId)),
            Value<int>(nameof(Passage.VersionId)),
            Value<int>(nameof(Passage.Start)),
            Value<int>(nameof(Passage.End)),
            Value<string>(nameof(Passage.Quote)),
            Value<Role>(nameof(Passage.Role)),
            Value<bool>(nameof(Passage.IsThesis)),
            Value<Stance>(nameof(Passage.Stance)),
            Value<Origin>(nameof(Passage.Origin)),
            Value<Status>(nameof(Passage.Status)));

        T Value<T>(string name) => (T)RowState.FromJson(type.FindProperty(name)!, state[name])!;
    }
}

/// <param name="Start">UTF-16 code units in the text of the version.</param>
public sealed record PastPassage(
    int Id,
    int DocumentId,
    int VersionId,
    int Start,
    int End,
    string Quote,
    Role Role,
    bool IsThesis,
    Stance Stance,
    Origin Origin,
    Status Status);
