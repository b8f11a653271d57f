using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Arguments.Text.Words;

namespace RussiaChinaAnalysis.Arguments.Comparison;

/// <summary>Gathers denying words with the clauses that they stand in, word by word.</summary>
/// <param name="start">Where the words that are added begin to count.</param>
internal sealed class ClauseNegations(int start)
{
    private readonly ImmutableArray<Negation>.Builder negations = ImmutableArray.CreateBuilder<Negation>();
    private readonly List<TextSpan> open = [];
    private TextSpan clause;

    /// <param name="continues">Whether the word only goes on with a denial that the clause has already, as “nor” does.</param>
    public void Add(Word word, bool isNegation, bool continues)
    {
        if (word.Before == WordJoint.Break)
        {
            CloseClause();
            clause = word.Span;
        }

        clause = clause with { End = word.Span.End };
        if (isNegation && !(continues && open.Count > 0))
            open.Add(word.Span);
    }

    public ImmutableArray<Negation> Close()
    {
        CloseClause();
        return negations.ToImmutable();
    }

    private void CloseClause()
    {
        foreach (var word in open)
            negations.Add(new Negation(Placed(word), Placed(clause)));
        open.Clear();
    }

    private TextSpan Placed(TextSpan span) => new(start + span.Start, start + span.End);
}
