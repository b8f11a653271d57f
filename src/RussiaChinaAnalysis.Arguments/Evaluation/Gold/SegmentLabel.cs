using System.Collections.Immutable;
using System.Globalization;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Evaluation.Gold;

/// <summary>One line of a labelled essay: <c>[3 evidence statistic, opp, reported "the union", supports 1] Words.</c></summary>
/// <param name="Error">What is wrong with the line; then nothing else of it counts.</param>
internal sealed record SegmentLabel(int Line, string Words, string? Error = null)
{
    /// <summary>As written; null where the line gives none.</summary>
    public int? Number { get; private set; }

    public Role Role { get; private set; }

    public bool IsThesis { get; private set; }

    public EvidenceKind? EvidenceKind { get; private set; }

    public bool Opposes { get; private set; }

    public bool Reported { get; private set; }

    public string? AttributedTo { get; private set; }

    public ImmutableArray<LabelledRelation> Relations { get; private set; } = [];

    public ImmutableArray<string> Themes { get; private set; } = [];

    public static SegmentLabel Parse(ReadOnlySpan<char> line, int number)
    {
        if (line is not ['[', ..])
            return Wrong(number, "a segment begins with its label in brackets, such as [1 claim]");

        var close = ClosingBracket(line);
        if (close < 0)
            return Wrong(number, "the label has no closing bracket");

        var words = line[(close + 1)..].Trim().ToString();
        if (words.Length == 0)
            return Wrong(number, "the label has no words after it");

        var label = new SegmentLabel(number, words);
        var parts = SplitOutsideQuotes(line[1..close], ',');
        var error = label.ReadRole(parts[0]);
        foreach (var part in parts.Skip(1))
            error ??= label.ReadPart(part);
        return error is null ? label : Wrong(number, error);
    }

    /// <summary>The segment as the measurement sees it. Lines without a number take one that no other line has.</summary>
    public LabelledSegment Segment(IReadOnlyList<SegmentLabel> all, TextSpan span, bool themed) => new(
        Number ?? -Line,
        span,
        Role,
        IsThesis,
        EvidenceKind,
        Reported ? AttributionKind.Reported : AttributionKind.Author,
        AttributedTo,
        Role == Role.Context ? null : Opposes ? Stance.Opp : Stance.Pro,
        Confidence: null,
        Relations,
        themed ? Themes : null);

    private static SegmentLabel Wrong(int line, string error) => new(line, "", error);

    private string? ReadRole(string part)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 0 && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            Number = number;
            words = words[1..];
        }

        switch (words)
        {
            case ["thesis"]:
                (Role, IsThesis) = (Role.Claim, true);
                return null;
            case ["claim"]:
                Role = Role.Claim;
                return null;
            case ["context"]:
                Role = Role.Context;
                return null;
            case ["evidence", var kind] when EvidenceKinds.TryGetValue(kind, out var evidenceKind):
                (Role, EvidenceKind) = (Role.Evidence, evidenceKind);
                return null;
            case ["evidence", ..]:
                return $"evidence has one kind: {string.Join(", ", EvidenceKinds.Keys)}";
            default:
                return $"\"{part.Trim()}\" is no role: write thesis, claim, evidence with its kind, or context, after a number if it has one";
        }
    }

    private string? ReadPart(string part)
    {
        part = part.Trim();
        var space = part.IndexOf(' ', StringComparison.Ordinal);
        var (head, rest) = space < 0 ? (part, "") : (part[..space], part[(space + 1)..].Trim());
        switch (head)
        {
            case "opp" when rest.Length == 0:
                Opposes = true;
                return null;
            case "pro" when rest.Length == 0:
                return null;
            case "reported" when rest.Length == 0:
                Reported = true;
                return null;
            case "reported" when rest is ['"', .. { Length: > 0 } source, '"']:
                (Reported, AttributedTo) = (true, source);
                return null;
            case "reported":
                return "the source of a reported view stands in straight quotation marks: reported \"Critics\"";
            case "theme" when rest.Length > 0:
                Themes = Themes.Add(rest);
                return null;
            default:
                return ReadRelation(head, rest);
        }
    }

    private string? ReadRelation(string head, string rest)
    {
        if (!RelationKinds.TryGetValue(head, out var kind))
            return $"\"{head}\" is no part of a label: write opp, reported, theme, {string.Join(", ", RelationKinds.Keys)}";
        if (!int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var target))
            return $"{head} needs the number of one segment, such as {head} 1";

        Relations = Relations.Add(new(target, kind, Joined: head == "joins"));
        return null;
    }

    private static readonly ImmutableSortedDictionary<string, EvidenceKind> EvidenceKinds =
        Enum.GetValues<EvidenceKind>().ToImmutableSortedDictionary(kind => kind.ToString().ToLowerInvariant(), kind => kind, StringComparer.Ordinal);

    private static readonly ImmutableSortedDictionary<string, RelationKind> RelationKinds =
        Enum.GetValues<RelationKind>().ToImmutableSortedDictionary(kind => kind.ToString().ToLowerInvariant(), kind => kind, StringComparer.Ordinal)
            .Add("joins", RelationKind.Supports);

    private static int ClosingBracket(ReadOnlySpan<char> line)
    {
        var quoted = false;
        for (var index = 0; index < line.Length; index++)
        {
            if (line[index] == '"')
                quoted = !quoted;
            else if (line[index] == ']' && !quoted)
                return index;
        }

        return -1;
    }

    private static List<string> SplitOutsideQuotes(ReadOnlySpan<char> label, char separator)
    {
        var parts = new List<string>();
        var quoted = false;
        var start = 0;
        for (var index = 0; index < label.Length; index++)
        {
            if (label[index] == '"')
                quoted = !quoted;
            else if (label[index] == separator && !quoted)
            {
                parts.Add(label[start..index].ToString());
                start = index + 1;
            }
        }

        parts.Add(label[start..].ToString());
        return parts;
    }
}
