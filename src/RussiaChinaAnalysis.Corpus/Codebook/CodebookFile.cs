using CsvHelper;
using RussiaChinaAnalysis.Corpus.Interchange;
using RussiaChinaAnalysis.Corpus.Interchange.Refi;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Codebook;

/// <summary>A codebook as CSV or as a REFI-QDA codebook (<c>.qdc</c>).</summary>
public static class CodebookFile
{
    public const int LargestBytes = 1_000_000;

    private const int MostThemes = 2_000;

    private static readonly CsvReaderOptions Reading = new() { TrackLineNumbers = true, TrimWhitespace = true, MaxRecordSize = LargestBytes, MalformedData = CsvMalformedDataHandling.Throw };

    private static readonly CsvWriterOptions Writing = new() { Injection = CsvInjection.Escape, TrueValue = "true", FalseValue = "false" };

    /// <param name="name">Its ending says which it is.</param>
    /// <exception cref="MalformedDataException">It is no codebook; the message goes on from the file's name.</exception>
    internal static IReadOnlyList<CodebookEntry> Read(string name, byte[] content)
    {
        if (content.Length > LargestBytes)
            throw new MalformedDataException($"is larger than {LargestBytes} bytes; divide it.");
        var entries = Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".csv" => ReadCsv(content),
            ".qdc" => [.. RefiCodebookFile.Read(new MemoryStream(content)).SelectMany(code => Entries(code, parent: ""))],
            _ => throw new MalformedDataException("is of no kind that can be taken in here; its ending must be .csv or .qdc."),
        };
        return entries.Count switch
        {
            0 => throw new MalformedDataException("holds no theme."),
            > MostThemes => throw new MalformedDataException($"holds more than {MostThemes} themes; divide it."),
            _ => entries,
        };
    }

    public static void WriteCsv(IEnumerable<Theme> themes, Stream output)
    {
        using var csv = CsvWriter.Create(output, Writing, leaveOpen: true);
        csv.WriteHeader(["slug", "name", "parent", "definition", "colour", "cueTerms", "retired"]);
        foreach (var theme in themes)
        {
            csv.WriteField(theme.Slug);
            csv.WriteField(theme.Name);
            csv.WriteField(theme.Parent?.Slug);
            csv.WriteField(theme.Definition);
            csv.WriteField(theme.Colour);
            csv.WriteField(ThemeDraft.Write(theme.CueTerms));
            csv.WriteField(theme.IsRetired);
            csv.EndRecord();
        }
    }

    private static List<CodebookEntry> ReadCsv(byte[] content)
    {
        try
        {
            using var csv = CsvReader.Create(content, Reading);
            csv.ReadHeader();
            if (!csv.TryGetFieldIndex("name", out _))
                throw new MalformedDataException("has no column “name”. Its columns may be slug, name, parent, definition, colour, cueTerms and retired.");
            var entries = new List<CodebookEntry>();
            while (csv.Read() && entries.Count <= MostThemes)
            {
                var line = FormattableString.Invariant($"Line {csv.LineNumber}");
                entries.Add(new(
                    line,
                    Field(csv, "slug") is { Length: > 0 } slug ? slug : null,
                    Field(csv, "name") ?? "",
                    Field(csv, "definition"),
                    Field(csv, "colour") ?? Field(csv, "color"),
                    Field(csv, "parent"),
                    Field(csv, "cueTerms")?.Replace(';', '\n').ReplaceLineEndings("\n"),
                    Flag(Field(csv, "retired"), line)));
            }

            return entries;
        }
        catch (CsvFormatException broken)
        {
            throw new MalformedDataException(FormattableString.Invariant($"is no CSV that can be read (line {broken.LineNumber}); save it anew."));
        }
    }

    /// <summary>Null where there is no such column, or the line is too short for it.</summary>
    private static string? Field(CsvReader csv, string column) =>
        csv.TryGetFieldIndex(column, out var index) && index < csv.FieldCount ? Plain(csv.GetString(index).Trim()) : null;

    /// <summary>Without the apostrophe that keeps a spreadsheet from taking a text for a formula.</summary>
    private static string Plain(string text) => text is ['\'', '=' or '+' or '-' or '@', ..] ? text[1..] : text;

    private static bool? Flag(string? word, string line) => word?.ToLowerInvariant() switch
    {
        null or "" => null,
        "true" or "yes" or "1" => true,
        "false" or "no" or "0" => false,
        _ => throw new MalformedDataException($"says “{word}” under “retired” in {line.ToLowerInvariant()}; write true or false."),
    };

    private static IEnumerable<CodebookEntry> Entries(RefiCode code, string parent) => code.Children
        .SelectMany(child => Entries(child, code.Name))
        .Prepend(new($"Line {code.Line}", Slug: null, code.Name, code.Definition, code.Colour, parent, CueTerms: null, IsRetired: null));
}
