using System.Text.Json.Serialization;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Browse;

public sealed record RelationRow(int Id, int From, int To, RelationKind Kind, double Confidence, Origin Origin, Status Status, IReadOnlyList<Cue> Cues)
{
    /// <inheritdoc cref="PassageRow.FormerStatus"/>
    public Status? FormerStatus { get; init; }

    /// <inheritdoc cref="PassageRow.Token"/>
    [JsonIgnore]
    public Guid Token { get; init; }
}
