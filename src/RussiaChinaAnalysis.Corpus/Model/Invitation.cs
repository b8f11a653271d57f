namespace RussiaChinaAnalysis.Corpus.Model;

/// <summary>Lets one newcomer make an account. The link itself is known to whoever was given it.</summary>
public sealed class Invitation
{
    public int Id { get; private set; }

    /// <summary>SHA-256 of the secret in the link, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    public required PersonRole Role { get; init; }

    /// <summary>For whom it is meant, in the words of whoever invited.</summary>
    public string? Note { get; init; }

    /// <summary>Null when it was made on the command line.</summary>
    public int? CreatedById { get; init; }

    public Person? CreatedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ExpiresAt { get; init; }
}
