using System.Collections.Immutable;

namespace RussiaChinaAnalysis.Arguments.Codebook;

/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 code units.</param>
internal readonly record struct YamlPosition(int Line, int Column);

/// <summary>A part of a YAML file that knows where it stands.</summary>
internal abstract record YamlTree(YamlPosition Position)
{
    /// <param name="IsPlain">Written without quotation marks, so that an empty value means a missing one.</param>
    internal sealed record Scalar(YamlPosition Position, string Value, bool IsPlain) : YamlTree(Position);

    internal sealed record Sequence(YamlPosition Position, ImmutableArray<YamlTree> Items) : YamlTree(Position);

    /// <param name="Entries">In the order of the file; keys may repeat.</param>
    internal sealed record Mapping(YamlPosition Position, ImmutableArray<YamlEntry> Entries) : YamlTree(Position);

    public string Kind => this switch
    {
        Sequence => "a list",
        Mapping => "a group of keys",
        _ => "a text",
    };
}

internal sealed record YamlEntry(YamlTree Key, YamlTree Value);
