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
            ("Storage:ConnectionString", "Host=db;Password=secret"),
            ("Logs:Level", "3"))));

        Assert.Equal(
            [
                "Storage:ConnectionString is not used with SQLite; set Storage:Provider to Postgres, or leave it out.",
                "Limits:FileMegabytes must be a whole number from 1 to 1000, not 'much'.",
                "Limits:RequestSeconds must be a whole number from 1 to 3600, not '0'.",
                "Logs:Level must be one of Verbose, Debug, Information, Warning, Error, Fatal, not '3'.",
                "Limits:FileMegabyte is not a setting.",
            ],
            mistake.Messages);
    }

    [Theory]
    [InlineData("")]
    [InlineData("secret")]
    [InlineData("Password=secret")]
    public void PostgreSQL_needs_a_connection_string_which_is_never_repeated(string connection)
    {
        var mistake = Assert.Throws<UserMistakeException>(() => Settings.Read(Configuration(
            ("Storage:Provider", "postgres"), ("Storage:ConnectionString", connection))));

        Assert.StartsWith("Storage:ConnectionString is", Assert.Single(mistake.Messages), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", mistake.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
}
