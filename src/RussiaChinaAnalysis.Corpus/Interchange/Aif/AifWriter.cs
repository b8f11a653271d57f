using System.Globalization;
using System.Text.Json;
using RussiaChinaAnalysis.Corpus.Files;

namespace RussiaChinaAnalysis.Corpus.Interchange.Aif;

/// <summary>
/// One node set in the JSON of AIFdb: each passage an I-node, each relation an S-node with an edge to it and one from
/// it. A relation to another relation leads to that one's S-node.
/// </summary>
internal sealed class AifWriter : IInterchangeFormat
{
    public FormatDescription Description { get; } =
        new("aif", "AIF", ".aif.json", "application/json", "argument graphs for AIFdb and OVA");

    public bool KeepsRejected => false;

    public async Task WriteAsync(InterchangeCorpus corpus, Stream output, IProgress<int> progress, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(output, InterchangeJson.Readable);
        var edges = new List<(int From, int To)>();
        var next = 0;
        var done = 0;
        json.WriteStartObject();
        json.WriteStartArray("nodes");
        await foreach (var document in corpus.Documents.WithCancellation(cancellation))
        {
            var time = document.ImportedAt.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            var firstPassage = next;
            foreach (var passage in document.Passages)
                WriteNode(json, ++next, passage.Quote, "I", time, scheme: null);
            var firstRelation = next;
            foreach (var relation in document.Relations)
            {
                var scheme = AifScheme.Of(relation.Kind);
                WriteNode(json, ++next, scheme.Name, scheme.Type, time, scheme);
                edges.Add((firstPassage + relation.From, next));
                edges.Add((next, relation.To is { } to ? firstPassage + to : firstRelation + relation.ToRelation!.Value));
            }

            await json.FlushAsync(cancellation);
            progress.Report(++done);
        }

        json.WriteEndArray();
        json.WriteStartArray("edges");
        for (var edge = 0; edge < edges.Count; edge++)
            WriteEdge(json, edge + 1, edges[edge]);
        json.WriteEndArray();
        json.WriteStartArray("locutions");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter json, int id, string text, string type, string time, AifScheme? scheme)
    {
        json.WriteStartObject();
        json.WriteString("nodeID", Text(id));
        json.WriteString("text", text);
        json.WriteString("type", type);
        json.WriteString("timestamp", time);
        if (scheme is not null)
        {
            json.WriteString("scheme", scheme.Name);
            if (scheme.Id is not null)
                json.WriteString("schemeID", scheme.Id);
        }

        json.WriteEndObject();
    }

    private static void WriteEdge(Utf8JsonWriter json, int id, (int From, int To) edge)
    {
        json.WriteStartObject();
        json.WriteString("edgeID", Text(id));
        json.WriteString("fromID", Text(edge.From));
        json.WriteString("toID", Text(edge.To));
        json.WriteNull("formEdgeID");
        json.WriteEndObject();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
