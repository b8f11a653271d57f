namespace RussiaChinaAnalysis.Web.Accounts;

/// <summary>What somebody may do who is not signed in.</summary>
public sealed record VisitorRights(bool MayRead);
