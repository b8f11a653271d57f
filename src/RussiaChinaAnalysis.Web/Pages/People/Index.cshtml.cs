using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Web.Accounts;

namespace RussiaChinaAnalysis.Web.Pages.People;

/// <summary>Who works here, and who is invited to.</summary>
public sealed class IndexModel(PeopleDirectory people, Invitations invitations) : PageModel
{
    private static readonly int[] Lasting = [1, 7, 30];

    public IReadOnlyList<Person> People { get; private set; } = [];

    public IReadOnlyList<Invitation> Open { get; private set; } = [];

    public GivenSecret? Given { get; private set; }

    public IReadOnlyList<string> Problems { get; private set; } = [];

    public static IEnumerable<int> Days => Lasting;

    public Task OnGetAsync(CancellationToken cancellation) => ReadAsync(cancellation);

    public async Task<IActionResult> OnPostInviteAsync(PersonRole role, int days, [MaxLength(Person.LongestName)] string? note, CancellationToken cancellation)
    {
        if (ModelState.IsValid && Enum.IsDefined(role) && Lasting.Contains(days))
        {
            var secret = await invitations.CreateAsync(role, TimeSpan.FromDays(days), note, User.Actor(), cancellation);
            Given = new(
                "Send this link to the newcomer",
                $"It makes one account, as {role.ToString().ToLowerInvariant()}. Copy it now: it is kept nowhere and cannot be shown again.",
                Links.Invitation(Request, secret));
        }
        else
        {
            Problems = ["Choose a role and a time from the lists; the note takes 100 characters."];
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        await ReadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(int invitation, CancellationToken cancellation)
    {
        await invitations.WithdrawAsync(invitation, User.Actor(), cancellation);
        return RedirectToPage();
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        People = await people.ListAsync(cancellation);
        Open = await invitations.ListAsync(cancellation);
    }
}
