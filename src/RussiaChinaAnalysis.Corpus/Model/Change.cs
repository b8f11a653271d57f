using System.Linq.Expressions;

namespace RussiaChinaAnalysis.Corpus.Model;

/// <summary>One thing that a person did: who, when, and every row before and after. Never changed, never removed.</summary>
public sealed class Change
{
    /// <summary>What the <see cref="Action"/> of everything that is done to accounts begins with.</summary>
    public const string AccountActions = "account: ";

    /// <summary>Not about accounts, of which administrators alone hear.</summary>
    internal static Expression<Func<Change, bool>> IsOfCorpus { get; } = change => !change.Action.StartsWith(AccountActions);

    public long Id { get; private set; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required int PersonId { get; init; }

    /// <summary>As the person was called then.</summary>
    public required string PersonName { get; init; }

    /// <summary>What was done, in a word or two: <c>resize passage</c>.</summary>
    public required string Action { get; init; }

    /// <summary>One sentence without a full stop, for people.</summary>
    public required string Summary { get; init; }

    /// <summary>Null when it is about the corpus as a whole, such as its codebook.</summary>
    public int? DocumentId { get; init; }

    /// <summary>Whose private note it is about; null when everybody may see it.</summary>
    public int? PrivateTo { get; init; }

    /// <summary>The change that this one took back.</summary>
    public long? UndoesId { get; init; }

    public List<ChangedRow> Rows { get; } = [];
}

/// <summary>One row that a change touched.</summary>
public sealed class ChangedRow
{
    public long ChangeId { get; private set; }

    /// <summary>1, 2, 3 … in the order in which the rows were written.</summary>
    public required int Position { get; init; }

    /// <summary>The kind of row: <c>Passage</c>, <c>Relation</c> …</summary>
    public required string Entity { get; init; }

    /// <summary>Its key; the parts of a composite one are separated by a comma.</summary>
    public required string Key { get; init; }

    /// <summary>A JSON object: the whole row when it was removed, what was changed of it otherwise; null when it is new.</summary>
    public string? Before { get; init; }

    /// <summary>The same afterwards; null when the row was removed.</summary>
    public string? After { get; init; }
}
