namespace RussiaChinaAnalysis.Corpus.Interchange.Archive;

/// <summary>What is stored whole and names passages, documents or notes by their ids, which are others in every database.</summary>
internal interface IRefersToRows
{
    object WithRows(RowNumbering numbers);
}

/// <summary>Gives the number that a row of this kind has in another numbering; 0 for one that has none there.</summary>
internal delegate long RowNumbering(Type kind, long id);

internal static class RowNumberings
{
    public static int Of<T>(this RowNumbering numbers, int id) => (int)numbers(typeof(T), id);
}
