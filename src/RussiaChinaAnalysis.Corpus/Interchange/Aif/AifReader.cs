using System.Text;
using System.Text.Json;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Corpus.Interchange.Aif;

/// <summary>
/// A node set as a document of its own: each I-node a paragraph and a passage, each RA-, CA- and MA-node a relation for
/// every pair of a node that leads to it and one that it leads to. Locutions, and what anchors them, are left out.
/// </summary>
internal static class AifReader
{
    private const int MostNodes = 100_000;

    public static bool Recognises(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("nodes", out var nodes) && nodes.ValueKind == JsonValueKind.Array
        && root.TryGetProperty("edges", out var edges) && edges.ValueKind == JsonValueKind.Array;

    /// <exception cref="MalformedDataException">It is no node set.</exception>
    public static ForeignDocument Read(string fileName, byte[] content, JsonElement root, ImportLog log)
    {
        var nodes = root.GetProperty("nodes").EnumerateArray().Select(Node.Of).ToList();
        var edges = root.GetProperty("edges").EnumerateArray().Select(Edge.Of).ToList();
        if (nodes.Count > MostNodes || edges.Count > 4 * MostNodes)
            throw new MalformedDataException($"has more than {MostNodes} nodes; divide it.");
        if (nodes.GroupBy(node => node.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new MalformedDataException($"gives two nodes the id “{twice.Key}”; every node needs one of its own.");

        var text = new StringBuilder();
        var passages = new List<(Node Node, TextSpan Span)>();
        foreach (var node in nodes.Where(node => node.Type == "I"))
        {
            var words = string.Join(' ', TextNormaliser.Normalise(node.Text).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
            if (words.Length == 0)
            {
                log.Add(ImportState.Skipped, "I-node", "I-nodes", reason: "it has no text");
                continue;
            }

            if (text.Length > 0)
                text.Append("\n\n");
            passages.Add((node, new TextSpan(text.Length, text.Length + words.Length)));
            text.Append(words);
        }

        if (passages.Count == 0)
            throw new MalformedDataException("has no I-node with a text; there is nothing to import.");
        var relations = Relations(nodes, edges, passages, log);
        var complete = text.ToString();
        return new(
            fileName,
            Path.GetFileNameWithoutExtension(Path.GetFileNameWithoutExtension(fileName)),
            Author: null,
            Published: null,
            Language: null,
            complete,
            ForeignText.Paragraphs(complete),
            "application/json",
            content,
            KnownAs: null,
            [.. passages.Select((passage, place) => Passage(passage.Span, place, relations))],
            relations);
    }

    /// <summary>AIF does not say what is a claim: whatever supports and is itself supported by nothing is taken as evidence.</summary>
    private static ForeignPassage Passage(TextSpan span, int place, List<ForeignRelation> relations)
    {
        var supports = relations.FirstOrDefault(relation => relation.From == place && IsSupport(relation));
        var supported = relations.Exists(relation => !relation.ToRelation && relation.To == place && IsSupport(relation));
        return supports is null || supported
            ? new ForeignPassage(span, Role.Claim)
            : new ForeignPassage(span, Role.Evidence)
            {
                EvidenceKind = supports.Kind == RelationKind.Exemplifies ? EvidenceKind.Example : EvidenceKind.Reason,
            };
    }

    private static bool IsSupport(ForeignRelation relation) => relation.Kind is RelationKind.Supports or RelationKind.Exemplifies;

    private static List<ForeignRelation> Relations(List<Node> nodes, List<Edge> edges, List<(Node Node, TextSpan Span)> passages, ImportLog log)
    {
        var places = passages.Select((passage, place) => (passage.Node.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        var into = edges.ToLookup(edge => edge.To, edge => edge.From);
        var outOf = edges.ToLookup(edge => edge.From, edge => edge.To);
        var relations = new List<ForeignRelation>();
        var relationsOf = new Dictionary<string, int>();
        var waiting = nodes.Where(node => node.Type != "I").ToList();
        // A relation to another relation comes after that one, so nodes wait until what they lead to is there.
        for (var before = -1; waiting.Count != before;)
        {
            before = waiting.Count;
            waiting.RemoveAll(node =>
            {
                if (AifScheme.Find(node.Type, node.Scheme ?? node.Text) is not { } scheme)
                {
                    log.Add(ImportState.Skipped, $"{node.Type}-node", $"{node.Type}-nodes", reason: "only I-, RA-, CA- and MA-nodes have a place in the corpus");
                    return true;
                }

                var from = into[node.Id].Where(places.ContainsKey).Select(id => places[id]).ToList();
                var toPassages = outOf[node.Id].Where(places.ContainsKey).Select(id => places[id]).ToList();
                var toRelations = outOf[node.Id].Where(relationsOf.ContainsKey).Select(id => relationsOf[id]).ToList();
                if (from.Count == 0 || (toPassages.Count == 0 && toRelations.Count == 0))
                    return false;
                relationsOf[node.Id] = relations.Count;
                foreach (var origin in from)
                {
                    relations.AddRange(toPassages.Where(to => to != origin).Select(to => new ForeignRelation(origin, to, ToRelation: false, scheme.Kind)));
                    relations.AddRange(toRelations.Select(to => new ForeignRelation(origin, to, ToRelation: true, scheme.Kind)));
                }

                if (relationsOf[node.Id] == relations.Count)
                    relationsOf.Remove(node.Id);
                return true;
            });
        }

        foreach (var node in waiting)
            log.Add(ImportState.Failed, $"{node.Type}-node", $"{node.Type}-nodes", reason: "it lacks an edge from a statement or to one");
        return relations;
    }

    private sealed record Node(string Id, string Text, string Type, string? Scheme)
    {
        public static Node Of(JsonElement node) => new(
            Field(node, "nodeID") ?? throw new MalformedDataException("has a node without “nodeID”."),
            Field(node, "text") ?? "",
            Field(node, "type") ?? throw new MalformedDataException("has a node without “type”."),
            Field(node, "scheme"));
    }

    private sealed record Edge(string From, string To)
    {
        public static Edge Of(JsonElement edge) => new(
            Field(edge, "fromID") ?? throw new MalformedDataException("has an edge without “fromID”."),
            Field(edge, "toID") ?? throw new MalformedDataException("has an edge without “toID”."));
    }

    /// <summary>Older exports write ids as numbers.</summary>
    private static string? Field(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;
}
