namespace RussiaChinaAnalysis.Web.Accounts;

/// <summary>A link or token that is shown now and never again.</summary>
public sealed record GivenSecret(string Title, string Explanation, string Secret);
