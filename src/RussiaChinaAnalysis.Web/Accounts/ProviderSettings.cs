using RussiaChinaAnalysis.Web.Hosting;

namespace RussiaChinaAnalysis.Web.Accounts;

/// <summary>An identity provider that speaks OpenID Connect.</summary>
/// <param name="Name">What people call it.</param>
internal sealed record ProviderSettings(Uri Authority, string ClientId, string ClientSecret, string Name, NewPeople NewPeople)
{
    private const string Section = $"{AccountSettings.Section}:OpenIdConnect";

    /// <summary>Null when no authority is set. What is set for the secret is never repeated.</summary>
    public static ProviderSettings? Read(SettingsReader reader)
    {
        var text = reader.Text($"{Section}:Authority");
        var client = reader.Text($"{Section}:ClientId");
        var secret = reader.Text($"{Section}:ClientSecret");
        var name = reader.Text($"{Section}:Name");
        var newPeople = reader.Choice($"{Section}:NewPeople", NewPeople.Refuse);
        if (text is null)
            return null;
        if (client is null)
            reader.Reject($"{Section}:ClientId", "is missing; the identity provider gives it out with the secret");
        if (secret is null)
            reader.Reject($"{Section}:ClientSecret", "is missing; the identity provider gives it out with the id");
        if (Uri.TryCreate(text, UriKind.Absolute, out var authority)
            && (authority.Scheme == Uri.UriSchemeHttps || (authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback)))
            return new(authority, client ?? "", secret ?? "", name ?? authority.Host, newPeople);
        reader.Reject($"{Section}:Authority", $"must be an address such as https://login.example, over HTTPS unless it is on this machine, not '{text}'");
        return null;
    }
}

/// <summary>What becomes of somebody whom the identity provider knows and the corpus does not.</summary>
internal enum NewPeople
{
    Refuse,

    /// <summary>Gets an account with this role.</summary>
    Reader,
}
