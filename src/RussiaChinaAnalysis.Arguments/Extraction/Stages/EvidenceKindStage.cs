using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Extraction.Tokens;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages;

/// <summary>What kind of evidence a passage would be. Whether it is evidence at all is decided later.</summary>
internal sealed class EvidenceKindStage(RuleCatalogue rules) : IExtractionStage
{
    private const int LongQuotation = 4;

    /// <summary>Between the one who speaks and the verb there is hardly more than a name: "the judge, Mary Doe, said".</summary>
    private const int SpeakerReach = 4;

    private readonly Rule argued = rules["kind.argued"];
    private readonly Rule figure = rules["kind.figure"];
    private readonly Rule amount = rules["kind.amount"];
    private readonly Rule count = rules["kind.count"];
    private readonly Rule number = rules["kind.number"];
    private readonly Rule outOf = rules["kind.out-of"];
    private readonly Rule finding = rules["kind.finding"];
    private readonly Rule proportion = rules["kind.proportion"];
    private readonly Rule change = rules["kind.change"];
    private readonly Rule partOfWhole = rules["kind.share"];
    private readonly Rule crowd = rules["kind.population"];
    private readonly Rule study = rules["kind.study"];
    private readonly Rule accordance = rules["kind.according-to"];
    private readonly Rule speaker = rules["kind.speaker"];
    private readonly Rule namedSpeaker = rules["kind.named-speaker"];
    private readonly Rule statedFigure = rules["kind.stated-figure"];
    private readonly Rule speaking = rules["kind.speaking"];
    private readonly Rule quotation = rules["kind.quotation"];
    private readonly Rule example = rules["kind.example"];
    private readonly Rule past = rules["kind.past"];
    private readonly Rule perfect = rules["kind.perfect"];
    private readonly Rule date = rules["kind.date"];
    private readonly Rule names = rules["kind.names"];
    private readonly Rule story = rules["kind.story"];
    private readonly Rule oneCase = rules["kind.one-case"];
    private readonly Rule ownFigure = rules["kind.own-figure"];
    private readonly Rule storyGoesOn = rules["kind.story-goes-on"];
    private readonly Rule general = rules["kind.general"];
    private readonly Rule judgement = rules["kind.judgement"];

    public void Run(ExtractionState state)
    {
        PassageDraft? before = null;
        foreach (var passage in state.Passages)
        {
            passage.Apply(argued, passage.Span);
            Statistic(state, passage);
            Testimony(state, passage);
            Example(state, passage);
            if (before is not null)
                Story(state, before, passage);
            General(state, passage);
            passage.EvidenceKind = Best(passage);
            before = passage;
        }
    }

    private void Statistic(ExtractionState state, PassageDraft passage)
    {
        var traits = passage.Traits;
        var unit = state.Find(passage, CueSense.Quantity);
        var share = state.Find(passage, CueSense.Proportion);
        if ((traits.Figures > 0 || Counts.UnitsInWords(state, passage)) && unit is { } measured)
            passage.Apply(figure, measured);
        if (traits.Amounts > 0)
            passage.Apply(amount, passage.Span);
        // In a story of one person several figures count nothing.
        if ((traits.LargeFigures > 0 || traits.Figures > 1) && (Person(state, passage) is null || Counts.Crowd(state, passage) is not null))
            passage.Apply(count, passage.Span);
        else if (Counts.Subject(state, passage) is { } counted)
            passage.Apply(count, counted);
        else if (traits.Figures > 0 || traits.NumberWords > 1)
            passage.Apply(number, passage.Span);
        if (share is { } part && (traits.Figures + traits.NumberWords > 0 || unit is not null || passage.Has(CueSense.Study)))
            passage.Apply(proportion, part);
        if (!passage.Opens(CueSense.Condition) && state.Find(passage, CueSense.Share) is { } fraction)
            passage.Apply(partOfWhole, fraction);
        else if ((Counts.OutOf(state, passage) ?? Counts.Remainder(state, passage)) is { } whole)
            passage.Apply(outOf, whole);
        if (HasFigures(passage) && Counts.Crowd(state, passage) is { } people)
            passage.Apply(crowd, people);
        if ((traits.Figures + traits.Amounts + traits.NumberWords > 0 || unit is not null || share is not null) && state.Find(passage, CueSense.Increase) is { } grew)
            passage.Apply(change, grew);
        if (state.Find(passage, CueSense.Study) is { } source && (HasFigures(passage) || share is not null || unit is not null || passage.Has(CueSense.Saying)))
            passage.Apply(study, source);
        if (HasFigures(passage) && state.Find(passage, CueSense.Finding) is { } found)
            passage.Apply(finding, found);
    }

    private static bool HasFigures(PassageDraft passage) => passage.Traits is { Figures: > 0 } or { Amounts: > 0 } or { NumberWords: > 1 };

    private void Testimony(ExtractionState state, PassageDraft passage)
    {
        // What a survey has counted is a statistic, whoever is named for it.
        var counted = (HasFigures(passage) || passage.Traits.NumberWords > 0) && (passage.Has(CueSense.Study) || passage.Has(CueSense.Finding)) && !Speaks(state, passage);
        if (!counted && state.Find(passage, CueSense.Accordance) is { } source)
            passage.Apply(accordance, source);
        if (state.Find(passage, CueSense.Saying) is { } said)
        {
            passage.Apply(speaking, said);
            if (!counted && (passage.Attribution == AttributionKind.Reported ? state.Find(passage, CueSense.Authority) ?? said : AuthoritySpeaking(state, passage)) is { } who)
                passage.Apply(speaker, who);
        }
        else if (!counted && passage.Attribution == AttributionKind.Reported && !passage.IsOpponentsView)
        {
            passage.Apply(speaker, passage.Span);
        }

        if (!counted && passage is { AttributedTo: not null, IsOpponentsView: false })
        {
            passage.Apply(namedSpeaker, passage.Span);
            if (HasFigures(passage))
                passage.Apply(statedFigure, passage.Span);
        }

        if (passage.Traits.QuotedWords >= LongQuotation)
            passage.Apply(quotation, passage.Span);
    }

    /// <summary>An authority right before a verb of saying: "the police reported", and not "went to the police after she had complained".</summary>
    private static TextSpan? AuthoritySpeaking(ExtractionState state, PassageDraft passage)
    {
        CueMatch? authority = null;
        foreach (var cue in state.Tokens.CuesBetween(passage.FirstToken, passage.EndToken))
            if (cue.Senses.Has(CueSense.Saying) && authority is { } who && cue.FirstToken - who.EndToken <= SpeakerReach)
                return state.SpanOf(who.FirstToken, who.EndToken);
            else if (cue.Senses.Has(CueSense.Authority))
                authority = cue;
        return null;
    }

    /// <summary>A named person says so, where a study would find or show, and figures would speak.</summary>
    private static bool Speaks(ExtractionState state, PassageDraft passage)
    {
        if (passage.AttributedTo is null || passage.Has(CueSense.Accordance))
            return false;
        foreach (var cue in state.Tokens.CuesBetween(passage.FirstToken, passage.EndToken))
            if (cue.Senses.Has(CueSense.Saying) && !cue.Senses.Has(CueSense.Finding))
                return true;
            else if (cue.Senses.Has(CueSense.Study))
                return false;
        return false;
    }

    /// <summary>The one person whom a passage is about: "she", "his sister", "Ms Doe", "Maria Doe, a nurse"; null when it has another subject.</summary>
    private static TextSpan? Person(ExtractionState state, PassageDraft passage)
    {
        var tokens = state.Tokens;
        var first = passage.AfterOpening;
        if (first + 1 >= passage.EndToken || passage.Attribution == AttributionKind.Reported || passage.Traits is { Modals: > 0 } or { IsQuestion: true } || passage.Opens(CueSense.Condition))
            return null;
        var word = tokens[first].Span.Of(state.Text);
        if (passage.Traits is { PastVerbs: > 0 } or { PerfectVerbs: > 0 } && word is "He" or "he" or "She" or "she" or "His" or "his" or "Her" or "her" or "Mr" or "Mrs" or "Ms" or "I" or "My" or "my")
            return tokens[first].Span;
        var hasFullName = IsName(tokens[first]) && IsName(tokens[first + 1]) && first + 2 < passage.EndToken
            && (tokens[first + 2].IsPunctuation(',') || tokens[first + 2].Is(WordClass.Auxiliary | WordClass.VerbPast));
        return hasFullName ? state.SpanOf(first, first + 2) : null;
    }

    private static bool IsName(Token token) => token.IsCapitalised && !token.Is(WordClass.Listed | WordClass.Determiner | WordClass.Preposition | WordClass.Number | WordClass.Conjunction);

    /// <summary>A story is told over several sentences: what follows in its paragraph, of the past or of the same people, goes on with it.</summary>
    private void Story(ExtractionState state, PassageDraft before, PassageDraft passage)
    {
        if (before.EvidenceKind != EvidenceKind.Example || before.Attribution == AttributionKind.Reported || state.ParagraphOf(before) != state.ParagraphOf(passage))
            return;
        var goesOn = passage.Traits is { PastVerbs: > 0, PresentVerbs: 0 } || Person(state, passage) is not null || before.Sentence == passage.Sentence && passage.Joint == Joint.Addition;
        if (goesOn && passage.Traits is { QuotedWords: < LongQuotation, Modals: 0, IsQuestion: false })
            passage.Apply(storyGoesOn, before.Span);
    }

    private void Example(ExtractionState state, PassageDraft passage)
    {
        var traits = passage.Traits;
        if (ExampleCue(state, passage) is { } announced)
            passage.Apply(example, announced);
        if (traits.PastVerbs > 0)
            passage.Apply(past, passage.Span);
        else if (traits.PerfectVerbs > 0 && traits.Modals == 0)
            passage.Apply(perfect, passage.Span);
        if ((state.Find(passage, CueSense.Past) ?? state.Find(passage, CueSense.Month)) is { } then)
            passage.Apply(date, then);
        else if (traits.Years > 0)
            passage.Apply(date, passage.Span);
        if (traits.Names > 0)
            passage.Apply(names, passage.Span);
        // "My wife" within a quotation is somebody else's.
        if (state.Find(passage, CueSense.PersonalStory) is { } own && traits.QuotedWords == 0)
            passage.Apply(story, own);
        else if (Person(state, passage) is { } person)
            passage.Apply(oneCase, person);
        if (HasFigures(passage) && Person(state, passage) is { } owner && Counts.Crowd(state, passage) is null && !passage.Has(CueSense.Study) && !passage.Has(CueSense.Share))
            passage.Apply(ownFigure, owner);
    }

    /// <summary>The words that announce an example: a phrase anywhere, a verb such as "consider" only at the beginning.</summary>
    public static TextSpan? ExampleCue(ExtractionState state, PassageDraft passage)
    {
        if (passage.Has(CueSense.Example))
            foreach (var cue in state.Tokens.CuesBetween(passage.FirstToken, passage.EndToken))
                if (cue.Senses.Has(CueSense.Example)
                    && (cue.FirstToken < passage.AfterOpening || cue.EndToken > cue.FirstToken + 1 && !state.Tokens[cue.FirstToken].Is(WordClass.VerbBase)))
                    return state.SpanOf(cue.FirstToken, cue.EndToken);
        return null;
    }

    private void General(ExtractionState state, PassageDraft passage)
    {
        if (passage.Traits is { Modals: > 0 } or { IsQuestion: true })
            passage.Apply(general, state.Find(passage, CueSense.Deontic) ?? state.Find(passage, CueSense.Possibility) ?? passage.Span);
        if (state.Find(passage, CueSense.Opinion) is { } own)
            passage.Apply(judgement, own);
    }

    private static EvidenceKind Best(PassageDraft passage)
    {
        var best = EvidenceKind.Reason;
        for (var kind = EvidenceKind.Statistic; kind < EvidenceKind.Reason; kind++)
            if (passage[Target.Statistic + (int)kind] > passage[Target.Statistic + (int)best])
                best = kind;
        return best;
    }
}
