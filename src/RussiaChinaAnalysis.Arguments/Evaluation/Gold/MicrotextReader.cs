using System.Collections.Immutable;
using System.Globalization;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Reading.PlainText;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Evaluation.Gold;

/// <summary>
/// Reads a plain text with its segments in a table beside it: <c>NAME.txt</c> and <c>NAME.gold.tsv</c>. The table's
/// columns, separated by tabs and named in its first line, are those of the argumentative microtexts (Peldszus and
/// Stede): segment, start and end (in characters), central_claim (yes/no), role (pro/opp), relation (support, rebut,
/// undercut, example, link), target, id. A relation to another relation names the segment where that one starts. Claim, evidence and its kind are not labelled there and stay null.
/// </summary>
public static class MicrotextReader
{
    public const string Extension = ".gold.tsv";

    /// <param name="file">The table's file name, as errors shall call it.</param>
    public static GoldResult Read(string file, string table, ReadOnlyMemory<byte> text, CancellationToken cancellation)
    {
        var name = file[..^Extension.Length];
        if (PlainText.Read(new(name + ".txt", text), ReadingLimits.Default, cancellation) is not ReadResult.Success { Document: var document })
            return Refused(file, 1, $"{name}.txt could not be read as plain text");

        var rows = TabSeparated.Parse(table);
        if (rows.Missing("start", "end", "central_claim", "role", "relation", "target", "id") is { } missing)
            return Refused(file, 1, $"there is no column {missing}");

        var ids = rows.Select((row, index) => (Id: row["id"], Number: index + 1)).ToLookup(pair => pair.Id, pair => pair.Number);
        var positions = new CharacterPositions(document.Text);
        var segments = ImmutableArray.CreateBuilder<LabelledSegment>();
        foreach (var row in rows)
        {
            if (positions.Span(row["start"], row["end"]) is not { IsEmpty: false } span)
                return Refused(file, row.Line, "start and end are no range of characters of the text");
            if (row["segment"] is { Length: > 0 } words && !span.In(document.Text).SequenceEqual(words))
                return Refused(file, row.Line, "the characters from start to end are not the segment's words");
            if (row["relation"] is { Length: > 0 } relation && (!Relations.ContainsKey(relation) || !ids.Contains(row["target"])))
                return Refused(file, row.Line, $"unknown relation \"{relation}\" or target \"{row["target"]}\"");

            segments.Add(new(
                segments.Count + 1,
                span,
                IsThesis: row["central_claim"] == "yes",
                Stance: row["role"] == "opp" ? Stance.Opp : Stance.Pro,
                Relations: row["relation"].Length == 0
                    ? []
                    : [new(ids[row["target"]].First(), Relations[row["relation"]], Joined: row["relation"] == "link")]));
        }

        return new GoldResult.Success(new(name, Genre: null, document, new(Sentences: null, segments.ToImmutable())));
    }

    private static readonly PlainTextReader PlainText = new();

    private static readonly Dictionary<string, RelationKind> Relations = new(StringComparer.Ordinal)
    {
        ["support"] = RelationKind.Supports,
        ["link"] = RelationKind.Supports,
        ["example"] = RelationKind.Exemplifies,
        ["rebut"] = RelationKind.Rebuts,
        ["undercut"] = RelationKind.Undercuts,
    };

    private static GoldResult.Refused Refused(string file, int line, string message) => new([new(file, line, message)]);

    /// <summary>The table counts characters (Unicode code points), the program UTF-16 code units.</summary>
    private sealed class CharacterPositions(string text)
    {
        private readonly int[] units = [.. Offsets(text)];

        public TextSpan? Span(string start, string end) =>
            Unit(start) is { } first && Unit(end) is { } last ? new TextSpan(first, last) : null;

        private int? Unit(string character) =>
            int.TryParse(character, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < units.Length ? units[index] : null;

        private static IEnumerable<int> Offsets(string text)
        {
            var offset = 0;
            foreach (var rune in text.EnumerateRunes())
            {
                yield return offset;
                offset += rune.Utf16SequenceLength;
            }

            yield return offset;
        }
    }
}
