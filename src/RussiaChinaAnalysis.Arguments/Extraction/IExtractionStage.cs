namespace RussiaChinaAnalysis.Arguments.Extraction;

/// <summary>
/// One step of the extraction. A stage is built once, keeps nothing between documents, and may run on several
/// documents at a time; all that it finds it writes into the state.
/// </summary>
internal interface IExtractionStage
{
    void Run(ExtractionState state);
}
