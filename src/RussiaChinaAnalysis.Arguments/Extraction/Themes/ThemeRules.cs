using RussiaChinaAnalysis.Arguments.Extraction.Data;

namespace RussiaChinaAnalysis.Arguments.Extraction.Themes;

/// <summary>The rules of the theme stage. Their weights are factors from 0 to 1 on the score of what they carry over.</summary>
internal sealed class ThemeRules(RuleCatalogue catalogue)
{
    private readonly Rule place = catalogue["theme.anaphora.place"];
    private readonly Rule setting = catalogue["theme.anaphora.setting"];
    private readonly Rule repetition = catalogue["theme.anaphora.repetition"];
    private readonly Rule demonstrative = catalogue["theme.anaphora.demonstrative"];
    private readonly Rule pronoun = catalogue["theme.anaphora.pronoun"];
    private readonly Rule pair = catalogue["theme.anaphora.pair"];
    private readonly Rule relative = catalogue["theme.anaphora.relative"];

    public Rule CueTerm { get; } = catalogue["theme.cue-term"];

    public Rule Heading { get; } = catalogue["theme.heading"];

    public Rule Antecedent { get; } = catalogue["theme.antecedent"];

    public Rule Cohesion { get; } = catalogue["theme.cohesion"];

    public Rule Anaphora(AnaphorKind kind) => kind switch
    {
        AnaphorKind.Place => place,
        AnaphorKind.Setting => setting,
        AnaphorKind.Repetition => repetition,
        AnaphorKind.Demonstrative => demonstrative,
        AnaphorKind.Pronoun => pronoun,
        AnaphorKind.Pair => pair,
        _ => relative,
    };
}
