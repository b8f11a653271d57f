namespace RussiaChinaAnalysis.Web.Accounts;

/// <summary>Why somebody who came back from the identity provider is not let in.</summary>
public enum ProviderRefusal
{
    /// <summary>What came back cannot be trusted, or the person gave up there.</summary>
    Failed,

    Stranger,

    Locked,

    /// <summary>The sign-in was to be connected with one account and is connected with another.</summary>
    Taken,
}
