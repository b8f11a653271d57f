using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace RussiaChinaAnalysis.Web.Hosting;

/// <summary>
/// Behind a proxy that ends TLS, what a visitor's own address and scheme are stands in headers, which anybody can send.
/// They are believed of the proxies that the settings name, and of nobody else.
/// </summary>
internal static class Proxy
{
    /// <summary>Before everything that asks who calls, or by which scheme.</summary>
    public static void UseProxy(this WebApplication app)
    {
        var known = app.Services.GetRequiredService<Settings>().Proxies;
        if (known.Count == 0)
            return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in known)
            options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }

    /// <summary>Addresses and networks such as <c>10.0.0.0/8</c>, separated by commas.</summary>
    public static IReadOnlyList<IPNetwork> Read(SettingsReader reader)
    {
        const string Key = "Proxy:Known";
        var networks = new List<IPNetwork>();
        foreach (var written in (reader.Text(Key) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IPNetwork.TryParse(written, out var network))
                networks.Add(network);
            else if (IPAddress.TryParse(written, out var address))
                networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            else
                reader.Reject(Key, $"must be addresses or networks such as 10.0.0.5 or 10.0.0.0/8, separated by commas, not '{written}'");
        }

        return networks;
    }
}
