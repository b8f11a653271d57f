using System.CommandLine;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Web.Hosting;

namespace RussiaChinaAnalysis.Web.Commands.People;

internal static class PeopleCommand
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    /// <summary>
    /// Adds <c>people invite</c>, the way in where the link of the first start cannot be opened, such as on a server
    /// without a browser. A site may be running on the same corpus.
    /// </summary>
    public static RootCommand AddPeople(this RootCommand root)
    {
        var role = new Option<PersonRole>("--role") { Description = "reader, editor, reviewer or administrator. Default: editor.", DefaultValueFactory = _ => PersonRole.Editor };
        var site = new Option<string>("--site") { Description = $"The address at which others reach the site. Default: {Addresses.Default}.", DefaultValueFactory = _ => Addresses.Default };
        var invite = new Command("invite", "Print a link by which one newcomer makes an account, within seven days.") { role, site };
        invite.TreatUnmatchedTokensAsErrors = false;
        invite.SetAction((parsed, cancellation) => InviteAsync(parsed, parsed.GetValue(role), parsed.GetValue(site)!, cancellation));
        root.Subcommands.Add(new Command("people", "Look after accounts.") { invite });
        return root;
    }

    private static async Task<int> InviteAsync(ParseResult parsed, PersonRole role, string site, CancellationToken cancellation)
    {
        if (!Enum.IsDefined(role))
            throw new UserMistakeException($"{role} is no role. Possible values: {string.Join(", ", Enum.GetNames<PersonRole>()).ToLowerInvariant()}.");
        if (!Uri.TryCreate(site, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new UserMistakeException($"'{site}' is not an address such as {Addresses.Default}.");
        await using var services = await CommandCorpus.OpenAsync(parsed.Read(parsed.UnmatchedTokens), cancellation);
        await using var scope = services.CreateAsyncScope();
        var secret = await scope.ServiceProvider.GetRequiredService<Invitations>().CreateAsync(role, Lasts, "Made on the command line", by: null, cancellation);
        Console.Out.WriteLine($"{site.TrimEnd('/')}/invitation?token={secret}");
        return ExitCode.Success;
    }
}
