using RussiaChinaAnalysis.Web.Hosting;

namespace RussiaChinaAnalysis.Web.Accounts;

/// <param name="VisitorsMayRead">Null for the default: only while nobody but this machine reaches the site.</param>
/// <param name="SignInsPerMinute">Attempts from one address.</param>
/// <param name="Provider">Null when people sign in with their passwords only.</param>
internal sealed record AccountSettings(bool? VisitorsMayRead, int SignInsPerMinute, ProviderSettings? Provider)
{
    public const string Section = "Accounts";

    public static AccountSettings Read(SettingsReader reader) => new(
        reader.Flag($"{Section}:VisitorsMayRead"),
        reader.Number($"{Section}:SignInsPerMinute", 20, 1, 100_000),
        ProviderSettings.Read(reader));
}
