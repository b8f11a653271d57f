using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Accounts;

public sealed class SignInLimitTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", HttpStatusCode.TooManyRequests)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", HttpStatusCode.BadRequest)]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7", HttpStatusCode.TooManyRequests)]
    [InlineData("::ffff:192.0.2.7", "::ffff:192.0.2.8", HttpStatusCode.BadRequest)]
    public async Task Sign_in_is_limited_for_each_network(string first, string second, HttpStatusCode status)
    {
        var address = IPAddress.Parse(first);
        await using var site = new TestSite().With("Accounts:SignInsPerMinute", "1");
        await using var reached = site.WithWebHostBuilder(builder =>
            builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter>(new From(() => address))));
        using var client = reached.CreateClient();

        using var one = await client.SubmitAsync("/sign-in", null, Cancellation, ("Name", "nobody"), ("Password", "guess"));
        address = IPAddress.Parse(second);
        using var other = await client.SubmitAsync("/sign-in", null, Cancellation, ("Name", "nobody"), ("Password", "guess"));

        Assert.Equal((HttpStatusCode.BadRequest, status), (one.StatusCode, other.StatusCode));
    }

    /// <summary>Requests come from there.</summary>
    private sealed class From(Func<IPAddress> address) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, onward) =>
            {
                context.Connection.RemoteIpAddress = address();
                return onward(context);
            });
            next(app);
        };
    }
}
