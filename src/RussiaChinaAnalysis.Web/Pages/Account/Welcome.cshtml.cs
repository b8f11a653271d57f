using Microsoft.AspNetCore.Mvc.RazorPages;

namespace RussiaChinaAnalysis.Web.Pages.Account;

public sealed class WelcomeModel : PageModel;
