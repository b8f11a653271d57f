namespace RussiaChinaAnalysis.Corpus.Model;

/// <summary>Rows that people edit: a change made on the basis of an older state is refused, never lost.</summary>
public interface IConcurrencyChecked
{
    /// <summary>Changes with every save.</summary>
    Guid ConcurrencyToken { get; set; }
}
