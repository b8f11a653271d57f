using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.People;

internal static class PeopleServices
{
    /// <summary>How often a password may be wrong before the account rests for <see cref="LockedOut"/>.</summary>
    private const int Attempts = 5;

    private const int ShortestPassword = 10;

    private static readonly TimeSpan LockedOut = TimeSpan.FromMinutes(5);

    public static void AddPeople(this IServiceCollection services)
    {
        services.AddSingleton<ILookupNormalizer, NameNormalizer>();
        services.AddSingleton<IUserConfirmation<Person>, Unlocked>();
        services.AddScoped<IdentityErrorDescriber, AccountProblems>();
        services.AddIdentityCore<Person>(identity =>
        {
            // Names are written in more than ASCII; what may stand in one is checked where it is typed in.
            identity.User.AllowedUserNameCharacters = string.Empty;
            identity.SignIn.RequireConfirmedAccount = true;
            identity.Lockout.MaxFailedAccessAttempts = Attempts;
            identity.Lockout.DefaultLockoutTimeSpan = LockedOut;
            // Length is what counts; rules about kinds of characters only make people write passwords down.
            identity.Password.RequiredLength = ShortestPassword;
            identity.Password.RequiredUniqueChars = 4;
            identity.Password.RequireDigit = false;
            identity.Password.RequireLowercase = false;
            identity.Password.RequireUppercase = false;
            identity.Password.RequireNonAlphanumeric = false;
        });
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<CorpusContext>>().CreateDbContext());
        services.AddScoped<IUserStore<Person>, UserOnlyStore<Person, CorpusContext, int>>();
        services.AddScoped<AccountLog>();
        services.AddScoped<Invitations>();
        services.AddScoped<PeopleDirectory>();
        services.AddSingleton<ApiTokens>();
    }
}
