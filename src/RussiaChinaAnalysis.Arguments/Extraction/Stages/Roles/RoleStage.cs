using RussiaChinaAnalysis.Arguments.Extraction.Data;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages.Roles;

/// <summary>Claim, evidence or context: the role with the highest sum of log-odds.</summary>
internal sealed class RoleStage(RuleCatalogue rules) : IExtractionStage
{
    private readonly RolePlaceRules place = new(rules);
    private readonly RoleWordingRules wording = new(rules);
    private readonly RoleStatementRules statement = new(rules);
    private readonly RoleRemarkRules remark = new(rules);
    private readonly RoleNeighbourRules neighbours = new(rules);

    public void Run(ExtractionState state)
    {
        for (var i = 0; i < state.Passages.Count; i++)
        {
            var passage = state.Passages[i];
            place.Apply(state, passage);
            wording.Apply(state, passage);
            neighbours.Apply(state, i);
            statement.Apply(state, passage);
            remark.Apply(state, passage);
            passage.Role = Best(passage);
        }
    }

    private static Role Best(PassageDraft passage)
    {
        var best = Role.Claim;
        for (var role = Role.Evidence; role <= Role.Context; role++)
            if (passage[(Target)role] > passage[(Target)best])
                best = role;
        return best;
    }
}
