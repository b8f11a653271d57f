using System.Net;
using System.Net.Sockets;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Commands;

/// <summary>The real program, wrongly used: it says what is wrong, ends with 2 and shows no stack trace.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task An_unknown_command_is_named() => Assert.Contains("'srve'", await MistakeAsync("srve"), StringComparison.Ordinal);

    [Fact]
    public async Task An_unknown_setting_is_named() =>
        Assert.Contains("'--Limit:FileMegabytes=1'", await MistakeAsync("--Limit:FileMegabytes=1"), StringComparison.Ordinal);

    [Fact]
    public async Task All_wrong_settings_are_named_at_once()
    {
        var complaints = await MistakeAsync("--Limits:FileMegabytes=0", "--Logs:Days=never");

        Assert.Contains("Limits:FileMegabytes must be", complaints, StringComparison.Ordinal);
        Assert.Contains("Logs:Days must be", complaints, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_in_use_is_named_with_the_way_to_choose_another()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://{listener.LocalEndpoint}";

        var complaints = await MistakeAsync("--urls", address);

        Assert.Contains($"{address} is in use already", complaints, StringComparison.Ordinal);
        Assert.Contains("--urls", complaints, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_to_listen_is_said_in_one_place() =>
        Assert.Contains("with --urls where to listen", await MistakeAsync("--Kestrel:Endpoints:All:Url=http://0.0.0.0:5091"), StringComparison.Ordinal);

    [Fact]
    public async Task Something_that_is_no_address_is_named() =>
        Assert.Contains("'here' is not an address", await MistakeAsync("--urls", "here"), StringComparison.Ordinal);

    [Theory]
    [InlineData("ingest", "Essays, or folders or .zip archives of essays.")]
    [InlineData("extract", "Essays, or folders of essays.")]
    public async Task Help_says_what_a_command_takes(string command, string paths) =>
        Assert.Contains(paths, (await ProgramRun.OfAsync(Cancellation, command, "--help")).Output, StringComparison.Ordinal);

    private async Task<string> MistakeAsync(params string[] arguments)
    {
        var run = await ProgramRun.OfAsync(Cancellation, [.. arguments, "--data", temporary.Child("data"), "--seeds", temporary.Child("seeds")]);

        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain("   at ", run.Complaints, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        return run.Complaints;
    }
}
