using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Web.Accounts;

namespace RussiaChinaAnalysis.Web.Edit;

/// <summary>
/// Takes the forms by which people change something. A script that asks for JSON gets the outcome as data; without
/// script the browser is sent back to where the form stood, or is shown what stands in the way.
/// </summary>
public abstract class EditPage : PageModel
{
    /// <summary>Where to go afterwards; an address of this site.</summary>
    [BindProperty]
    public string? Back { get; set; }

    public Outcome Outcome { get; private set; } = null!;

    protected Actor Actor => User.Actor();

    public IActionResult OnGet() => LocalRedirect("/");

    /// <summary>A field that cannot be read would otherwise count as the first of its values.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.ModelState.FirstOrDefault(field => field.Value?.Errors.Count > 0) is { Key: { } field })
            context.Result = await RefuseAsync($"The form’s field “{field}” is missing or cannot be read; reload the page and try again.");
        else
            await base.OnPageHandlerExecutionAsync(context, next);
    }

    /// <param name="versions">What the row is now and what the person wanted, told where the two collide.</param>
    protected async Task<IActionResult> AnswerAsync(EditResult result, Func<Task<IReadOnlyList<CollisionLine>>>? versions = null)
    {
        var lines = result is EditResult.Collision && versions is not null ? await versions() : [];
        Outcome = Outcome.Of(result, lines);
        Response.StatusCode = Outcome.Code;
        if (AsksForData)
            return new JsonResult(Outcome) { StatusCode = Outcome.Code };
        return result is EditResult.Done or EditResult.Unchanged
            ? LocalRedirect(Address(result is EditResult.Done done ? done.Change : null))
            : Page();
    }

    /// <summary>What was posted cannot be read as what it should be.</summary>
    protected Task<IActionResult> RefuseAsync(string message) => AnswerAsync(new EditResult.Refused(message));

    public string BackAddress => Url.IsLocalUrl(Back) ? Back : "/";

    /// <summary>The posted fields, so that the person can go ahead with them.</summary>
    public IEnumerable<KeyValuePair<string, string>> Posted() =>
        from field in Request.Form
        where field.Key is not ("token" or "__RequestVerificationToken")
        from value in field.Value
        select KeyValuePair.Create(field.Key, value);

    /// <summary>The words of a note that could not be stored, so that they are not lost; null where none were posted.</summary>
    public string? Written => Request.Form["body"].ToString() is var body && string.IsNullOrWhiteSpace(body) ? null : body;

    private bool AsksForData => Request.GetTypedHeaders().Accept.Any(type => type.MediaType == "application/json");

    private string Address(long? change)
    {
        Response.StatusCode = StatusCodes.Status200OK;
        if (change is not { } id)
            return BackAddress;
        var (address, fragment) = BackAddress.Split('#', 2) is [var before, var after] ? (before, $"#{after}") : (BackAddress, "");
        var place = address.IndexOf('?', StringComparison.Ordinal);
        var query = QueryHelpers.ParseQuery(place < 0 ? "" : address[place..])
            .Where(pair => pair.Key != Saved.Key)
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value));
        return QueryHelpers.AddQueryString(
            place < 0 ? address : address[..place], query.Append(new(Saved.Key, id.ToString(System.Globalization.CultureInfo.InvariantCulture)))) + fragment;
    }
}
