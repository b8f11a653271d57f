using RussiaChinaAnalysis.Web.Api.Description;
using RussiaChinaAnalysis.Web.Data;

namespace RussiaChinaAnalysis.Web.Api;

/// <summary>The same answers as the pages give, and the same changes, for programs. What there is describes itself at <see cref="Address"/>.</summary>
internal static class ApiRegistration
{
    public const string Root = "/api";

    /// <summary>Of the OpenAPI description.</summary>
    public const string Address = $"{Root}/openapi.json";

    public static void AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => JsonForm.Configure(json.SerializerOptions));
        // A body that cannot be read becomes an exception, so that its answer can say why.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddExceptionHandler<UnreadableInput>();
        services.AddApiDescription();
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapApiDescription();
        var api = app.MapGroup(Root);
        api.MapDocuments();
        api.MapPassages();
        api.MapPassageEditing();
        api.MapRelations();
        api.MapNotes();
        api.MapThemes();
        api.MapChanges();
        api.MapPeople();
    }
}
