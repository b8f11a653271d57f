using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Identity;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.People;

/// <summary>Compares the names that people sign in with as all names are compared here.</summary>
internal sealed class NameNormalizer : ILookupNormalizer
{
    [return: NotNullIfNotNull(nameof(name))]
    public string? NormalizeName(string? name) => name is null ? null : NormalisedKey.Of(name);

    [return: NotNullIfNotNull(nameof(email))]
    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
