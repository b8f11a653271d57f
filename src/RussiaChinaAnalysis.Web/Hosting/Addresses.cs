using System.Net;
using Microsoft.AspNetCore.Connections;

namespace RussiaChinaAnalysis.Web.Hosting;

internal static class Addresses
{
    /// <summary>Loopback only: whoever tries the program alone should not serve others without knowing.</summary>
    public const string Default = "http://127.0.0.1:5080";

    /// <summary>Starts to listen.</summary>
    /// <exception cref="UserMistakeException">The address is in use or is no address.</exception>
    public static async Task StartAsync(WebApplication app, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            throw new UserMistakeException(
                $"{Configured(app.Configuration)} is in use already. Stop the other program, or choose another address: --urls http://127.0.0.1:5081");
        }
    }

    /// <summary>One address or several, separated by semicolons.</summary>
    /// <exception cref="UserMistakeException">One of them is no address, or addresses are given elsewhere too.</exception>
    public static string Configured(IConfiguration configuration)
    {
        // Kestrel would listen there and nowhere else, while whoever may read is decided by the addresses given here.
        if (configuration.GetSection("Kestrel:Endpoints").Exists())
            throw new UserMistakeException("Kestrel:Endpoints is not a setting; say with --urls where to listen, and with Kestrel:Certificates:Default by which certificate.");
        var addresses = configuration["urls"] is { Length: > 0 } urls ? urls : Default;
        var wrong = Split(addresses).Where(address => !IsAddress(address)).ToList();
        return wrong.Count == 0
            ? addresses
            : throw new UserMistakeException([.. wrong.Select(address => $"'{address}' is not an address such as {Default}.")]);
    }

    /// <summary>Whether only this machine can reach the addresses, which are separated by semicolons.</summary>
    public static bool AreLoopback(string addresses) => Split(addresses).All(IsLoopback);

    private static string[] Split(string addresses) =>
        addresses.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsAddress(string address)
    {
        try
        {
            return BindingAddress.Parse(address).Scheme is "http" or "https";
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool IsLoopback(string address)
    {
        var host = BindingAddress.Parse(address).Host;
        return string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));
    }
}
