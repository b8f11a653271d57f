using RussiaChinaAnalysis.Arguments.Extraction;

namespace RussiaChinaAnalysis.Corpus.Reports.Figures;

/// <param name="Sign">What stands before the words: the number of a reference, or the role.</param>
/// <param name="Address">Where the node leads; null for nowhere.</param>
public sealed record MapNode(int Id, string Sign, string Quote, Role Role, bool IsThesis, string? Address = null);

/// <param name="From">The id of a node.</param>
/// <param name="To">The id of a node, or the place of another edge when <paramref name="ToEdge"/> is set.</param>
public sealed record MapEdge(int From, int To, RelationKind Kind, bool ToEdge = false)
{
    public bool IsAttack => Kind is RelationKind.Rebuts or RelationKind.Undercuts;
}

/// <summary>
/// Lays an argument out in columns: what is argued for on the left, what bears on it to its right. Each node stands
/// level with the middle of what bears on it (after the tidy trees of Wetherell and Shannon, 1979); relations beyond
/// the first of a node are drawn as further lines. The same argument always gives the same picture.
/// </summary>
public sealed class ArgumentMap
{
    private const double NodeWidth = 200;
    private const double ColumnGap = 56;
    private const double RowGap = 12;
    private const double Line = 12;
    private const double Padding = 8;
    private const double Margin = 10;

    /// <summary>Of a picture whose words can still be read when it is as wide as a page.</summary>
    private const double MostHeight = 900;
    private const int Letters = 36;
    private const int MostLines = 5;

    private readonly Dictionary<int, MapNode> nodes;
    private readonly IReadOnlyList<MapEdge> edges;
    private readonly ILookup<int, MapEdge> primary;
    private readonly Dictionary<int, Place> places = [];
    private double bottom = Margin;

    private ArgumentMap(IReadOnlyList<MapNode> nodes, IReadOnlyList<MapEdge> edges)
    {
        this.nodes = nodes.ToDictionary(node => node.Id);
        this.edges = [.. edges.Where(edge => this.nodes.ContainsKey(edge.From) && (edge.ToEdge ? edge.To < edges.Count : this.nodes.ContainsKey(edge.To)))];
        var chosen = Primary(nodes);
        primary = chosen.ToLookup(edge => edge.To);
        var below = chosen.Select(edge => edge.From).ToHashSet();
        Roots = [.. nodes.Where(node => !below.Contains(node.Id)).OrderByDescending(node => node.IsThesis)];
    }

    private IReadOnlyList<MapNode> Roots { get; }

    /// <param name="nodes">In the order of the text.</param>
    public static Drawing Draw(string title, IReadOnlyList<MapNode> nodes, IReadOnlyList<MapEdge> edges) =>
        new ArgumentMap(nodes, edges).Draw(title);

    /// <summary>
    /// Several pictures where one would be too high for a page. Each repeats what is argued for; what bears on it is shared
    /// out among them in the order of the text.
    /// </summary>
    public static IReadOnlyList<Drawing> DrawInParts(string title, IReadOnlyList<MapNode> nodes, IReadOnlyList<MapEdge> edges)
    {
        var whole = new ArgumentMap(nodes, edges);
        var parts = whole.Parts().Select(kept => nodes.Where(node => kept.Contains(node.Id)).ToList()).ToList();
        return [.. parts.Select((part, number) => Draw(
            parts.Count == 1 ? title : FormattableString.Invariant($"{title}, part {number + 1} of {parts.Count}"),
            part,
            [.. edges.Where(edge => !edge.ToEdge && part.Exists(node => node.Id == edge.From) && part.Exists(node => node.Id == edge.To))]))];
    }

    /// <summary>The same as an outline: each node with its depth and what it does to the one above it.</summary>
    public static IReadOnlyList<MapLine> Outline(IReadOnlyList<MapNode> nodes, IReadOnlyList<MapEdge> edges)
    {
        var map = new ArgumentMap(nodes, edges);
        var lines = new List<MapLine>();
        var open = new Stack<(MapNode Node, RelationKind? Kind, int Depth)>(map.Roots.Reverse().Select(root => (root, (RelationKind?)null, 0)));
        while (open.TryPop(out var next))
        {
            lines.Add(new(next.Node, next.Kind, next.Depth));
            foreach (var edge in map.primary[next.Node.Id].Reverse())
                open.Push((map.nodes[edge.From], edge.Kind, next.Depth + 1));
        }

        return lines;
    }

    /// <summary>Which nodes stand in one picture.</summary>
    private List<HashSet<int>> Parts()
    {
        var parts = new List<HashSet<int>> { new() };
        var height = 0.0;
        foreach (var root in Roots)
        {
            var branches = primary[root.Id].Select(edge => Branch(nodes[edge.From])).DefaultIfEmpty([root]).ToList();
            foreach (var branch in branches)
            {
                var added = branch.Where(node => !primary[node.Id].Any()).Sum(node => Height(node) + RowGap);
                if (height > 0 && height + added > MostHeight)
                {
                    parts.Add([]);
                    height = 0;
                }

                height += added;
                parts[^1].Add(root.Id);
                parts[^1].UnionWith(branch.Select(node => node.Id));
            }
        }

        return parts;
    }

    /// <summary>The node and all that bears on it.</summary>
    private List<MapNode> Branch(MapNode top)
    {
        var branch = new List<MapNode> { top };
        for (var at = 0; at < branch.Count; at++)
            branch.AddRange(primary[branch[at].Id].Select(edge => nodes[edge.From]));
        return branch;
    }

    private static double Height(MapNode node) => (TextLines.Break(node.Quote, Letters, MostLines).Count + 1) * Line + 2 * Padding;

    /// <summary>One relation for each node, such that they form trees: the first that closes no circle.</summary>
    private List<MapEdge> Primary(IReadOnlyList<MapNode> inOrder)
    {
        var chosen = new Dictionary<int, MapEdge>();
        var outgoing = edges.Where(edge => !edge.ToEdge).ToLookup(edge => edge.From);
        foreach (var node in inOrder.Where(node => !node.IsThesis))
        {
            if (outgoing[node.Id].FirstOrDefault(edge => !LeadsTo(edge.To, node.Id)) is { } edge)
                chosen.Add(node.Id, edge);
        }

        // In the order of the text, so that what bears on a node stands in that order.
        return [.. inOrder.Where(node => chosen.ContainsKey(node.Id)).Select(node => chosen[node.Id])];

        bool LeadsTo(int from, int to)
        {
            while (from != to && chosen.TryGetValue(from, out var edge))
                from = edge.To;
            return from == to;
        }
    }

    private Drawing Draw(string title)
    {
        foreach (var root in Roots)
            Lay(root);
        var shapes = new List<DrawnShape>();
        foreach (var edge in edges)
            shapes.Add(Curve(edge));
        foreach (var place in places.Values)
            shapes.AddRange(Box(place));
        var width = places.Values.Select(place => place.X + NodeWidth).DefaultIfEmpty().Max() + Margin;
        return new(width, bottom + Margin, title, Description(), shapes);
    }

    /// <summary>A stack of its own, because an argument may be as deep as an essay is long.</summary>
    private void Lay(MapNode root)
    {
        var open = new Stack<(MapNode Node, int Depth, bool IsLaid)>([(root, 0, false)]);
        while (open.TryPop(out var next))
        {
            var below = primary[next.Node.Id].Select(edge => nodes[edge.From]).ToList();
            var lines = TextLines.Break(next.Node.Quote, Letters, MostLines);
            var height = (lines.Count + 1) * Line + 2 * Padding;
            var x = Margin + next.Depth * (NodeWidth + ColumnGap);
            if (below.Count == 0)
            {
                places[next.Node.Id] = new(next.Node, x, bottom, height, lines);
                bottom += height + RowGap;
            }
            else if (next.IsLaid)
            {
                var middle = (places[below[0].Id].Middle + places[below[^1].Id].Middle) / 2;
                var top = Math.Max(FreeFrom(x, places[below[0].Id]), middle - height / 2);
                places[next.Node.Id] = new(next.Node, x, top, height, lines);
                bottom = Math.Max(bottom, top + height + RowGap);
            }
            else
            {
                open.Push((next.Node, next.Depth, true));
                foreach (var node in Enumerable.Reverse(below))
                    open.Push((node, next.Depth + 1, false));
            }
        }
    }

    /// <summary>Below whatever stands in the column already.</summary>
    private double FreeFrom(double x, Place first) =>
        places.Values.Where(place => place.X == x).Select(place => place.Y + place.Height + RowGap)
            .Append(Math.Min(Margin, first.Y)).Max();

    private DrawnCurve Curve(MapEdge edge)
    {
        var from = places[edge.From];
        var (x, y) = edge.ToEdge ? Middle(edges[edge.To]) : (places[edge.To].X + NodeWidth, places[edge.To].Middle);
        // What stands to the left of, or in the same column as, what it bears on arrives from that side.
        var startX = from.X > x - NodeWidth / 2 ? from.X : from.X + NodeWidth;
        if (!edge.ToEdge && from.X <= places[edge.To].X)
            x = places[edge.To].X;
        if (!edge.ToEdge && from.X == places[edge.To].X)
            startX = from.X;
        return new(
            startX, from.Middle, x, y,
            edge.IsAttack ? Ink.Against : edge.Kind == RelationKind.Restates ? Ink.Quiet : Ink.Support,
            edge.IsAttack ? LinePattern.Dashed : edge.Kind == RelationKind.Restates ? LinePattern.Dotted : LinePattern.Solid);
    }

    private (double X, double Y) Middle(MapEdge edge)
    {
        var from = places[edge.From];
        if (edge.ToEdge)
            return (from.X, from.Middle);
        var to = places[edge.To];
        return ((from.X + to.X + NodeWidth) / 2, (from.Middle + to.Middle) / 2);
    }

    private static IEnumerable<DrawnShape> Box(Place place)
    {
        var node = place.Node;
        var (fill, edge) = node.IsThesis ? (Ink.ThesisSoft, Ink.Thesis)
            : node.Role == Role.Evidence ? (Ink.EvidenceSoft, Ink.Evidence)
            : (Ink.ClaimSoft, Ink.Claim);
        yield return new DrawnBox(place.X, place.Y, NodeWidth, place.Height, fill, edge, node.Address, $"{node.Sign}: {node.Quote}");
        yield return new DrawnText(place.X + Padding, place.Y + Padding + 8, node.Sign, 9, edge, IsBold: true);
        for (var line = 0; line < place.Lines.Count; line++)
            yield return new DrawnText(place.X + Padding, place.Y + Padding + 8 + (line + 1) * Line, place.Lines[line], 9.5, Ink.Text);
    }

    private string Description()
    {
        var supports = edges.Count(edge => edge.Kind is RelationKind.Supports or RelationKind.Exemplifies);
        var attacks = edges.Count(edge => edge.IsAttack);
        return FormattableString.Invariant(
            $"{nodes.Count} passages in columns: what is argued for on the left, what bears on it to its right. {supports} solid lines support, {attacks} broken lines attack. The same stands as an outline beside the picture.");
    }

    private sealed record Place(MapNode Node, double X, double Y, double Height, IReadOnlyList<string> Lines)
    {
        public double Middle => Y + Height / 2;
    }
}

/// <param name="Kind">What the node does to the one above it; null at the top.</param>
public sealed record MapLine(MapNode Node, RelationKind? Kind, int Depth);
