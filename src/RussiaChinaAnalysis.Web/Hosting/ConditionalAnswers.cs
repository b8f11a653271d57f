using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Net.Http.Headers;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Data;
using RussiaChinaAnalysis.Web.Look;

namespace RussiaChinaAnalysis.Web.Hosting;

/// <summary>
/// An answer that is made of the corpus alone stays the same until something is committed to the database. Its ETag says
/// so: it is made of the state of the database, of who asks for what, and of the build. Whoever has the answer already is
/// told so before anything is read, and what visitors are shown is kept for others who ask for the same.
/// </summary>
internal static class ConditionalAnswers
{
    private const int BytesKept = 24 << 20;
    private const int LargestKept = 1 << 20;

    private static readonly string[] Folders = ["/Claims", "/Documents", "/Passages", "/Connections", "/Themes", "/Notes", "/History"];
    private static readonly string[] Pages = ["/Index", "/Reports/Index", "/Reports/Report"];
    private static readonly string Build = typeof(ConditionalAnswers).Module.ModuleVersionId.ToString("N");

    public static void AddConditionalAnswers(this IServiceCollection services) => services.AddOutputCache(cache =>
    {
        cache.SizeLimit = BytesKept;
        cache.MaximumBodySize = LargestKept;
        cache.AddBasePolicy(new KeptPages());
    });

    /// <summary>The pages whose answers, for one and the same person, hang on nothing but the database.</summary>
    public static void AddConditions(this PageConventionCollection pages)
    {
        foreach (var folder in Folders)
            pages.AddFolderApplicationModelConvention(folder, page => page.EndpointMetadata.Add(FromCorpus.Alone));
        foreach (var name in Pages)
            pages.AddPageApplicationModelConvention(name, page => page.EndpointMetadata.Add(FromCorpus.Alone));
    }

    /// <summary>Stands after who asks is known and may ask, and before compression, so that what is kept is compressed.</summary>
    public static void UseConditionalAnswers(this WebApplication app)
    {
        app.Use(AnswerAsync);
        app.UseOutputCache();
    }

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<FromCorpus>() is null
            || !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        // Read before the answer is made: should something be committed meanwhile, the answer is newer than its tag says,
        // and asked for again.
        var state = await context.RequestServices.GetRequiredService<DatabaseState>().ReadAsync(context.RequestAborted);
        var tag = TagOf(context, state);
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { Private = true, NoCache = true };
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Cookie);
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Features.Set(new Condition(tag.Tag.Value!));
        context.Response.OnStarting(ForgetTagOfFailure, context.Response);
        await next(context);
    }

    /// <summary>Weak, because the same answer can come compressed in several ways.</summary>
    private static EntityTagHeaderValue TagOf(HttpContext context, string state)
    {
        var request = context.Request;
        var actor = context.User.FindActor();
        var made = string.Join(
            '\n',
            Build,
            state,
            actor?.PersonId,
            actor?.Role,
            actor?.Name,
            request.Scheme(),
            request.Path.Value,
            request.QueryString.Value,
            DataForms.Asked(request));
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(made)).AsSpan(0, 16))}\"", isWeak: true);
    }

    private static Task ForgetTagOfFailure(object state)
    {
        var response = (HttpResponse)state;
        if (response.StatusCode != StatusCodes.Status200OK)
            response.Headers.ETag = default;
        return Task.CompletedTask;
    }

    /// <summary>Marks an endpoint.</summary>
    private sealed class FromCorpus
    {
        public static FromCorpus Alone { get; } = new();
    }
}
