namespace RussiaChinaAnalysis.Corpus.History;

/// <summary>What became of something that a person wanted to change.</summary>
public abstract record EditResult
{
    private EditResult() { }

    /// <param name="Change">The <see cref="Model.Change"/> that recorded it, by which it can be undone.</param>
    /// <param name="Id">Of the row that was made, or mainly changed.</param>
    public sealed record Done(long Change, int Id, string Summary) : EditResult
    {
        /// <summary>Of the rows that were changed and have a token.</summary>
        public IReadOnlyList<TokenStep> Tokens { get; init; } = [];
    }

    /// <summary>It was so already.</summary>
    public sealed record Unchanged(int Id) : EditResult;

    /// <summary>What was to be changed does not exist, or not any more.</summary>
    public sealed record Missing(string Message) : EditResult;

    /// <summary>It cannot be done as asked.</summary>
    /// <param name="Message">Says what is wrong and how to mend it.</param>
    public sealed record Refused(string Message) : EditResult;

    /// <summary>Only others may do this.</summary>
    public sealed record Forbidden(string Message) : EditResult;

    /// <summary>Somebody changed the row after it was shown. Nothing was stored.</summary>
    /// <param name="Token">What to send in order to go ahead on the basis of the row as it is now.</param>
    public sealed record Collision(string Message, Guid Token) : EditResult;
}
