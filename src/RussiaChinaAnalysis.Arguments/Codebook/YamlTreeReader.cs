using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RussiaChinaAnalysis.Arguments.Codebook;

/// <summary>
/// Reads one YAML document with the position of every part. Anchors, aliases and tags are refused and depth is bounded,
/// so that a hostile file costs no more than its length.
/// </summary>
internal sealed class YamlTreeReader
{
    private const int MaximumDepth = 16;

    private readonly Parser parser;
    private readonly Action<YamlPosition, string> report;

    private YamlTreeReader(string yaml, Action<YamlPosition, string> report)
    {
        parser = new Parser(new StringReader(yaml));
        this.report = report;
    }

    /// <summary>Null when the file holds no document or is no YAML; the latter is reported.</summary>
    public static YamlTree? Read(string yaml, Action<YamlPosition, string> report)
    {
        try
        {
            return new YamlTreeReader(yaml, report).ReadDocument();
        }
        catch (YamlException exception)
        {
            report(At(exception.Start), $"This is not valid YAML: {Sentence(exception.Message)} Check indentation, quotation marks and colons on this line and the one above it.");
            return null;
        }
        catch (InvalidOperationException)
        {
            // The scanner's own answer to some unfinished keys, such as "{\>"; it names no place.
            report(new YamlPosition(1, 1), "This is not valid YAML. Look for a bracket, a brace or a quotation mark that is not closed.");
            return null;
        }
    }

    private YamlTree? ReadDocument()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
            return null;

        parser.Consume<DocumentStart>();
        var tree = ReadNode(0);
        parser.Consume<DocumentEnd>();
        if (!parser.Accept<StreamEnd>(out _))
            report(At(parser.Current!.Start), "A second YAML document starts here. Keep everything in one document: remove the line “---”.");

        return tree;
    }

    private YamlTree ReadNode(int depth)
    {
        var start = parser.Current!.Start;
        if (depth > MaximumDepth)
            throw new SemanticErrorException(start, start, $"lists and groups are nested deeper than {MaximumDepth} levels.");

        if (parser.Current is NodeEvent { Anchor.IsEmpty: false } or AnchorAlias)
            report(At(start), "Anchors (&name) and aliases (*name) are not used here. Write the value out, or put it in quotation marks.");
        else if (parser.Current is NodeEvent { Tag.IsEmpty: false })
            report(At(start), "Tags (!name) are not used here. Remove the tag, or put the value in quotation marks.");

        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = ImmutableArray.CreateBuilder<YamlTree>();
            while (!parser.TryConsume<SequenceEnd>(out _))
                items.Add(ReadNode(depth + 1));
            return new YamlTree.Sequence(At(start), items.ToImmutable());
        }

        if (parser.TryConsume<MappingStart>(out _))
        {
            var entries = ImmutableArray.CreateBuilder<YamlEntry>();
            while (!parser.TryConsume<MappingEnd>(out _))
                entries.Add(new YamlEntry(ReadNode(depth + 1), ReadNode(depth + 1)));
            return new YamlTree.Mapping(At(start), entries.ToImmutable());
        }

        if (parser.TryConsume<Scalar>(out var scalar))
            return new YamlTree.Scalar(At(start), scalar.Value, scalar.Style == ScalarStyle.Plain);

        parser.Consume<AnchorAlias>();
        return new YamlTree.Scalar(At(start), "", IsPlain: true);
    }

    private static YamlPosition At(Mark mark) => new((int)mark.Line, (int)mark.Column);

    private static string Sentence(string message) => message.EndsWith('.') ? message : message + ".";
}
