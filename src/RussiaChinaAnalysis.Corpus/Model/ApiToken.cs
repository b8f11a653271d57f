namespace RussiaChinaAnalysis.Corpus.Model;

/// <summary>Lets a program work in a person's name. The token itself is known to its holder only.</summary>
public sealed class ApiToken
{
    public int Id { get; private set; }

    public required int PersonId { get; init; }

    public Person Person { get; init; } = null!;

    /// <summary>What the person calls it.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the token, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The most that the token allows; the person's own role is the other limit.</summary>
    public required PersonRole Scope { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>UTC, exact to a minute.</summary>
    public DateTime? UsedAt { get; set; }
}
