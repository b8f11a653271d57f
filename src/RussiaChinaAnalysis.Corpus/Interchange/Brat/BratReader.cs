using System.Globalization;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Interchange.Brat;

/// <summary>A text with its standoff annotations. A passage in fragments becomes one from the first to the last.</summary>
internal sealed class BratReader(string name, string raw, ImportLog log)
{
    private const int MostLines = 200_000;

    private readonly OrderedDictionary<string, ForeignPassage> passages = new(StringComparer.Ordinal);
    private readonly List<(string From, string To, RelationKind Kind)> relations = [];

    /// <exception cref="MalformedDataException">A line is no standoff, or the text's positions can't be kept.</exception>
    public ForeignDocument Read(string annotations)
    {
        var (text, positions) = ForeignText.Normalise(raw, $"{name}.txt");
        var lines = annotations.ReplaceLineEndings("\n").Split('\n');
        if (lines.Length > MostLines)
            throw new MalformedDataException($"holds {name}.ann with more than {MostLines} lines; divide it.");
        var points = new CodePoints(raw);
        for (var number = 0; number < lines.Length; number++)
        {
            if (lines[number].StartsWith('T'))
                ReadPassage(lines[number], number + 1, points, positions);
        }

        for (var number = 0; number < lines.Length; number++)
            ReadOther(lines[number], number + 1);

        return new(
            $"{name}.txt",
            name,
            Author: null,
            Published: null,
            Language: null,
            text,
            ForeignText.Paragraphs(text),
            "text/plain",
            System.Text.Encoding.UTF8.GetBytes(raw),
            KnownAs: null,
            [.. passages.Values],
            [.. relations.Select(relation => new ForeignRelation(passages.IndexOf(relation.From), passages.IndexOf(relation.To), ToRelation: false, relation.Kind))]);
    }

    private void ReadPassage(string line, int number, CodePoints points, int[] positions)
    {
        var fields = line.Split('\t');
        var place = fields.Length < 2 ? [] : fields[1].Split(' ', ';');
        if (place.Length < 3
            || !int.TryParse(place[1], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            || !int.TryParse(place[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var end))
            throw Broken(number, "a text-bound annotation needs an id, a type, a start and an end");
        if (passages.ContainsKey(fields[0]))
            throw Broken(number, $"the id {fields[0]} is given twice");
        if (LabelWords.Read<Role>(place[0]) is not { } role)
        {
            log.Add(ImportState.Skipped, $"annotation of the type {place[0]}", $"annotations of the type {place[0]}", $" in {name}.ann",
                "only Claim, Evidence and Context have a place in the corpus");
            return;
        }

        int first = points.ToUnit(start), last = points.ToUnit(end);
        // What lies outside the text is told of when the passages are stored.
        var span = first < 0 || last < 0 ? new TextSpan(-1, 0) : new TextSpan(positions[first], positions[last]);
        passages.Add(fields[0], new ForeignPassage(span, role));
    }

    private void ReadOther(string line, int number)
    {
        switch (line.Length == 0 ? ' ' : line[0])
        {
            case 'A' or 'M':
                ReadAttribute(line, number);
                break;
            case '#':
                ReadNote(line, number);
                break;
            case 'R':
                ReadRelation(line, number);
                break;
            case 'E' or 'N' or '*':
                log.Add(ImportState.Skipped, "event, normalisation or equivalence", "events, normalisations and equivalences", $" in {name}.ann", "they have no place in the corpus");
                break;
            case 'T' or ' ':
                break;
            default:
                throw Broken(number, "it begins with no known sign");
        }
    }

    private void ReadAttribute(string line, int number)
    {
        var words = line.Split('\t', ' ');
        if (words.Length < 3)
            throw Broken(number, "an attribute needs an id, a name and what it is of");
        var value = words.Length > 3 ? words[3] : null;
        Change(words[2], passage => words[1] switch
        {
            BratWords.Thesis => passage with { IsThesis = true },
            BratWords.EvidenceKind => passage with { EvidenceKind = LabelWords.Read<EvidenceKind>(value) },
            BratWords.Stance => passage with { Stance = LabelWords.Read<Stance>(value) ?? passage.Stance },
            BratWords.Attribution => passage with { Attribution = LabelWords.Read<AttributionKind>(value) ?? passage.Attribution },
            BratWords.Status => passage with { Status = LabelWords.Read<Status>(value) ?? passage.Status },
            _ => Unknown(passage, $"attribute {words[1]}"),
        });
    }

    private void ReadNote(string line, int number)
    {
        var fields = line.Split('\t', 3);
        if (fields.Length < 2 || fields[1].Split(' ') is not [var kind, var of])
            throw Broken(number, "a note needs an id, a kind and what it is of");
        var text = fields.Length > 2 ? fields[2].Trim() : "";
        Change(of, passage => kind switch
        {
            BratWords.Themes => passage with { Themes = text.Split(' ', StringSplitOptions.RemoveEmptyEntries) },
            BratWords.AttributedTo => passage with { AttributedTo = text },
            _ => Unknown(passage, $"note of the kind {kind}"),
        });
    }

    private void ReadRelation(string line, int number)
    {
        if (line.Split('\t', ' ') is not [_, var kind, var first, var second, ..]
            || !first.StartsWith("Arg1:", StringComparison.Ordinal) || !second.StartsWith("Arg2:", StringComparison.Ordinal))
            throw Broken(number, "a relation needs an id, a type, Arg1 and Arg2");
        string from = first["Arg1:".Length..], to = second["Arg2:".Length..];
        if (LabelWords.Read<RelationKind>(kind) is not { } known)
            log.Add(ImportState.Skipped, $"relation of the type {kind}", $"relations of the type {kind}", $" in {name}.ann", "the corpus has no such relation");
        else if (from == to || !passages.ContainsKey(from) || !passages.ContainsKey(to))
            log.Add(ImportState.Failed, "relation", "relations", $" in {name}.ann", "what it leads from or to is no passage");
        else
            relations.Add((from, to, known));
    }

    private void Change(string id, Func<ForeignPassage, ForeignPassage> change)
    {
        if (passages.TryGetValue(id, out var passage))
            passages[id] = change(passage);
        else
            log.Add(ImportState.Skipped, "attribute or note", "attributes and notes", $" in {name}.ann", "what they are of was not imported");
    }

    private ForeignPassage Unknown(ForeignPassage passage, string what)
    {
        log.Add(ImportState.Skipped, what, $"{what} (several)", $" in {name}.ann", "the corpus has no place for it");
        return passage;
    }

    private MalformedDataException Broken(int line, string why) => new(FormattableString.Invariant($"can't be read: {name}.ann, line {line}: {why}."));
}
