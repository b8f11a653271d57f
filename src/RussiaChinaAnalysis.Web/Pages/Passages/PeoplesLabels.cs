using System.Globalization;
using System.Text.Json.Nodes;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Web.Pages.Passages;

/// <summary>Which labels of a passage people set, as what was done to it tells: the reasons of the program are not theirs.</summary>
internal static class PeoplesLabels
{
    private static readonly (Label Label, string Field)[] Fields =
    [
        (Label.Role, nameof(Passage.Role)),
        (Label.Thesis, nameof(Passage.IsThesis)),
        (Label.EvidenceKind, nameof(Passage.EvidenceKind)),
        (Label.ClaimKind, nameof(Passage.ClaimKind)),
        (Label.Attribution, nameof(Passage.Attribution)),
        (Label.Stance, nameof(Passage.Stance)),
    ];

    /// <summary>Who set each label that is not as the program last proposed it.</summary>
    /// <param name="history">The latest first.</param>
    public static IReadOnlyDictionary<Label, string> Of(int passage, IReadOnlyList<ChangeRow> history)
    {
        var key = passage.ToString(CultureInfo.InvariantCulture);
        var steps = history
            .SelectMany(change => change.Rows, (change, row) => (Change: change, Row: row))
            // What is new or removed changes no label of a passage that is there.
            .Where(step => step.Row is { Entity: nameof(Passage), Before: not null, After: not null } && step.Row.Key == key)
            .Select(step => new Step(step.Change, JsonNode.Parse(step.Row.Before!)!.AsObject(), JsonNode.Parse(step.Row.After!)!.AsObject()))
            .ToList();
        return Fields.Select(field => (field.Label, Name: SetBy(field.Field, steps)))
            .Where(set => set.Name is not null).ToDictionary(set => set.Label, set => set.Name!);
    }

    /// <summary>Null where what people did since the program last read the passage has led back to what it proposed.</summary>
    private static string? SetBy(string field, IReadOnlyList<Step> steps)
    {
        var byPeople = steps.Where(step => step.After.ContainsKey(field)).TakeWhile(step => !Actions.IsReading(step.Change.Action)).ToList();
        return byPeople.Count > 0 && !JsonNode.DeepEquals(byPeople[^1].Before[field], byPeople[0].After[field])
            ? byPeople[0].Change.PersonName : null;
    }

    private sealed record Step(ChangeRow Change, JsonObject Before, JsonObject After);
}
