using Microsoft.Extensions.Configuration;
using RussiaChinaAnalysis.Web.Hosting;

namespace RussiaChinaAnalysis.Web.Tests.Hosting;

public sealed class SettingsTests
{
    [Fact]
    public void Without_configuration_there_are_defaults()
    {
        var settings = Settings.Read(Configuration());

        Assert.Equal(10 * 1024 * 1024, settings.Limits.FileBytes);
        Assert.True(settings.Limits.RequestBytes > settings.Limits.FileBytes);
    }

    [Fact]
    public void Every_wrong_setting_is_named_at_once()
    {
        var mistake = Assert.Throws<UserMistakeException>(() => Settings.Read(Configuration(
            ("Limits:FileMegabytes", "much"),
            ("Limits:RequestSeconds", "0"),
            ("Limits:FileMegabyte", "3"),
            ("Logs:Level", "3"))));

        Assert.Equal(
            [
                "Limits:FileMegabytes must be a whole number from 1 to 1000, not 'much'.",
                "Limits:RequestSeconds must be a whole number from 1 to 3600, not '0'.",
                "Logs:Level must be one of Verbose, Debug, Information, Warning, Error, Fatal, not '3'.",
                "Limits:FileMegabyte is not a setting.",
            ],
            mistake.Messages);
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
}
