using RussiaChinaAnalysis.Web.Hosting;

namespace RussiaChinaAnalysis.Web.Tests.Hosting;

public sealed class AddressesTests
{
    [Theory]
    [InlineData(Addresses.Default)]
    [InlineData("http://localhost:80")]
    [InlineData("http://[::1]:5080; http://127.0.0.2:5080")]
    public void Only_this_machine_reaches_loopback(string addresses) => Assert.True(Addresses.AreLoopback(addresses));

    [Theory]
    [InlineData("http://0.0.0.0:80")]
    [InlineData("http://*:80")]
    [InlineData("http://127.0.0.1:80;http://example.org:80")]
    public void Others_reach_the_rest(string addresses) => Assert.False(Addresses.AreLoopback(addresses));
}
