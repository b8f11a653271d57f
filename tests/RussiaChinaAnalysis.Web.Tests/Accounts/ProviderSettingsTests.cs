using Microsoft.Extensions.Configuration;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Hosting;

namespace RussiaChinaAnalysis.Web.Tests.Accounts;

public sealed class ProviderSettingsTests
{
    [Fact]
    public void Without_an_authority_there_is_none() => Assert.Null(Read([]));

    [Theory]
    [InlineData("https://login.example/realms/one", "login.example")]
    [InlineData("http://127.0.0.1:8080", "127.0.0.1")]
    public void It_is_called_by_its_host_and_refuses_strangers_unless_the_settings_say_otherwise(string authority, string name)
    {
        var provider = Read(("Authority", authority), ("ClientId", "corpus"), ("ClientSecret", "secret"));

        Assert.Equal((name, NewPeople.Refuse), (provider!.Name, provider.NewPeople));
    }

    [Fact]
    public void Everything_that_is_wrong_is_named_by_its_key()
    {
        var mistake = Assert.Throws<UserMistakeException>(() => Read(("Authority", "http://login.example"), ("ClientSecret", ""), ("NewPeople", "Editor")));

        Assert.Equal(
            [
                "Accounts:OpenIdConnect:NewPeople must be one of Refuse, Reader, not 'Editor'.",
                "Accounts:OpenIdConnect:ClientId is missing; the identity provider gives it out with the secret.",
                "Accounts:OpenIdConnect:ClientSecret is missing; the identity provider gives it out with the id.",
                "Accounts:OpenIdConnect:Authority must be an address such as https://login.example, over HTTPS unless it is on this machine, not 'http://login.example'.",
            ],
            mistake.Messages);
    }

    private static ProviderSettings? Read(params (string Key, string Value)[] settings) => Settings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Accounts:OpenIdConnect:{setting.Key}", (string?)setting.Value)))
        .Build()).Accounts.Provider;
}
