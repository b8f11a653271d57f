using System.ComponentModel.DataAnnotations;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Web.Accounts;

/// <summary>What may stand in a name that somebody chooses: anything that can be seen and told from another.</summary>
internal sealed class NameAttribute : RequiredAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var name = (value as string)?.Trim();
        var what = validationContext.DisplayName;
        if (string.IsNullOrEmpty(name))
            return new ValidationResult($"{what} is missing.");
        if (name.Length > Person.LongestName)
            return new ValidationResult($"{what} has {name.Length} characters; at most {Person.LongestName} are taken.");
        return SeenText.HasUnseen(name)
            ? new ValidationResult($"{what} holds a character that cannot be seen. Type it again.")
            : ValidationResult.Success;
    }
}
