using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Hosting;

public sealed class LogsTests
{
    [Theory]
    [InlineData("Information", LogLevel.Warning)]
    [InlineData("Error", LogLevel.Error)]
    [InlineData("Fatal", LogLevel.Critical)]
    public async Task What_the_framework_says_is_never_kept_below_the_level_that_was_chosen(string chosen, LogLevel least)
    {
        await using var site = new TestSite().With("Logs:Level", chosen);
        var log = site.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Microsoft.EntityFrameworkCore.Database");

        Assert.Equal(Enum.GetValues<LogLevel>().Where(level => level >= least && level != LogLevel.None), Enum.GetValues<LogLevel>().Where(level => level != LogLevel.None && log.IsEnabled(level)));
    }
}
