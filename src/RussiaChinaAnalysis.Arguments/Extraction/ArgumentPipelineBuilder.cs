using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Codebook;
using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Extraction.Quantities;
using RussiaChinaAnalysis.Arguments.Extraction.Stages;
using RussiaChinaAnalysis.Arguments.Extraction.Stages.Relations;
using RussiaChinaAnalysis.Arguments.Extraction.Stages.Roles;
using RussiaChinaAnalysis.Arguments.Extraction.Stages.Segments;
using RussiaChinaAnalysis.Arguments.Extraction.Stages.Sides;
using RussiaChinaAnalysis.Arguments.Extraction.Stages.Voices;
using RussiaChinaAnalysis.Arguments.Extraction.Themes;

namespace RussiaChinaAnalysis.Arguments.Extraction;

/// <summary>Puts a pipeline together. Without any call to a <c>Use</c> method it is built from the data that ships with the library, and tags no themes.</summary>
public sealed class ArgumentPipelineBuilder
{
    private DataFile lexicon = DataFile.Embedded(Lexicon.FileName);
    private DataFile grammar = DataFile.Embedded(Grammar.FileName);
    private DataFile rules = DataFile.Embedded(RuleCatalogue.FileName);
    private DataFile confidence = DataFile.Embedded(ConfidenceScale.FileName);
    private DataFile relationConfidence = DataFile.Embedded(RelationShares.FileName);
    private ThemeCodebook codebook = ThemeCodebook.Empty;

    /// <summary>Other cue words than those of <c>data/extraction/lexicon.yaml</c>.</summary>
    public ArgumentPipelineBuilder UseLexicon(DataFile file)
    {
        lexicon = file;
        return this;
    }

    /// <summary>Other word classes than those of <c>data/extraction/grammar.yaml</c>.</summary>
    public ArgumentPipelineBuilder UseGrammar(DataFile file)
    {
        grammar = file;
        return this;
    }

    /// <summary>Other weights and explanations than those of <c>data/extraction/rules.yaml</c>.</summary>
    public ArgumentPipelineBuilder UseRules(DataFile file)
    {
        rules = file;
        return this;
    }

    /// <summary>Another translation of scores into confidence than that of <c>data/extraction/confidence.yaml</c>.</summary>
    public ArgumentPipelineBuilder UseConfidence(DataFile file)
    {
        confidence = file;
        return this;
    }

    /// <summary>Other shares of right relations than those of <c>data/extraction/relation-confidence.yaml</c>.</summary>
    public ArgumentPipelineBuilder UseRelationConfidence(DataFile file)
    {
        relationConfidence = file;
        return this;
    }

    /// <summary>The themes that passages are tagged with.</summary>
    public ArgumentPipelineBuilder UseCodebook(ThemeCodebook themes)
    {
        codebook = themes;
        return this;
    }

    /// <exception cref="ExtractionDataException">A data file is broken; the exception lists everything that is wrong.</exception>
    public ArgumentPipeline Build()
    {
        var problems = new List<DataProblem>();
        var cues = Lexicon.Parse(lexicon, problems);
        var words = Grammar.Parse(grammar, problems);
        var catalogue = RuleCatalogue.Parse(rules, problems);
        var scales = ConfidenceScale.Parse(confidence, problems);
        var shares = RelationShares.Parse(relationConfidence, problems);
        var relations = new RelationRules(catalogue);
        var stages = Stages(cues, words, catalogue, scales, relations, shares, codebook);
        // A file that could not be read lacks everything; saying so once is enough.
        if (problems.Count == 0)
            problems.AddRange(catalogue.Missing.Concat(shares.Mistaken(relations.Drawing)));
        return problems.Count == 0 ? new ArgumentPipeline(catalogue, stages) : throw new ExtractionDataException(problems);
    }

    private static ImmutableArray<IExtractionStage> Stages(
        Lexicon cues,
        Grammar words,
        RuleCatalogue catalogue,
        IReadOnlyDictionary<ConfidenceCase, ConfidenceScale> scales,
        RelationRules relations,
        RelationShares shares,
        ThemeCodebook codebook) =>
    [
        // Words are read sentence by sentence, so that no cue reaches over the end of one.
        new SentenceStage(),
        new TokenStage(cues, words),
        new SegmentationStage(catalogue),
        new OpeningStage(),
        new TermStage(),
        // Where the layout is lost, paragraphs are told from what sentences open with and which words they share.
        new OutlineStage(),
        new TraitStage(),
        // Who speaks decides what can be the thesis; the thesis and the sides of all passages are then chosen together.
        new AttributionStage(catalogue),
        new ThesisStage(catalogue),
        new SideStage(catalogue),
        // A figure or a witness makes evidence of what would pass for a claim by its place.
        new EvidenceKindStage(catalogue),
        new RoleStage(catalogue),
        new ClaimKindStage(catalogue),
        new CertaintyStage(catalogue),
        // Relations run between claims and evidence only, so the roles must stand.
        new RelationStage(relations, shares),
        new ConfidenceStage(scales),
        new ThemeStage(codebook, catalogue),
        new QuantityStage(catalogue),
    ];
}
