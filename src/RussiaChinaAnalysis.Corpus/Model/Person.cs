using Microsoft.AspNetCore.Identity;

namespace RussiaChinaAnalysis.Corpus.Model;

/// <summary>
/// Somebody who works with the corpus. <see cref="IdentityUser{TKey}.UserName"/> is what the person signs in with; it
/// is unique, whatever its case.
/// </summary>
public sealed class Person : IdentityUser<int>
{
    public const int LongestName = 100;

    /// <summary>What others see beside the person's work.</summary>
    public required string DisplayName { get; set; }

    public required PersonRole Role { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>The last time that the person signed in, UTC.</summary>
    public DateTime? SignedInAt { get; set; }

    /// <summary>Until an administrator says otherwise the person cannot come in, by whatever way.</summary>
    public bool IsLocked { get; set; }
}
