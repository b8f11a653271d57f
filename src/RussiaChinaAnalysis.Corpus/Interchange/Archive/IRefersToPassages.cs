namespace RussiaChinaAnalysis.Corpus.Interchange.Archive;

/// <summary>What is stored whole and names passages by their ids, which are others in every database.</summary>
internal interface IRefersToPassages
{
    /// <param name="map">Gives the id in another numbering; 0 for a passage that is not there.</param>
    object WithPassages(Func<int, int> map);
}
