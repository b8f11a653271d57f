using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace RussiaChinaAnalysis.Web.Tests.Accounts;

/// <summary>An identity provider on a free port of this machine, at which one person is signed in already.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string ClientId = "corpus";
    public const string ClientSecret = "the client's own secret";

    private readonly RsaSecurityKey key = NewKey();
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge)> codes = [];
    private int redeemed;
    private readonly WebApplication app;

    private IdentityProvider(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    /// <summary>Who is signed in.</summary>
    public string Subject { get; set; } = "subject-1";

    /// <summary>Signs with a key that it does not publish.</summary>
    public bool Forges { get; set; }

    /// <summary>Gives out tokens for another request than the one that was made.</summary>
    public bool ForgetsNonce { get; set; }

    public int Redeemed => redeemed;

    public static async Task<IdentityProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var provider = new IdentityProvider(builder.Build());
        provider.Map();
        await provider.app.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Map()
    {
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Address,
            ["authorization_endpoint"] = $"{Address}/authorize",
            ["token_endpoint"] = $"{Address}/token",
            ["jwks_uri"] = $"{Address}/keys",
            ["code_challenge_methods_supported"] = (string[])["S256"],
        }));
        app.MapGet("/keys", () =>
        {
            var published = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(key.Rsa.ExportParameters(includePrivateParameters: false)) { KeyId = key.KeyId });
            return Results.Json(new { keys = (object[])[new { kty = published.Kty, use = "sig", kid = published.Kid, n = published.N, e = published.E }] });
        });
        app.MapGet("/authorize", Authorize);
        app.MapPost("/token", RedeemAsync);
    }

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        if (query["client_id"] != ClientId || query["response_type"] != "code" || query["code_challenge_method"] != "S256")
            return Results.BadRequest();
        var code = Guid.NewGuid().ToString("N");
        codes[code] = (query["nonce"]!, query["code_challenge"]!);
        return Results.Redirect(QueryHelpers.AddQueryString(query["redirect_uri"]!, new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] }));
    }

    private async Task<IResult> RedeemAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (form["client_id"] != ClientId
            || form["client_secret"] != ClientSecret
            || !codes.TryRemove(form["code"].ToString(), out var asked)
            || Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != asked.Challenge)
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        }

        Interlocked.Increment(ref redeemed);
        return Results.Json(new { access_token = "none", token_type = "Bearer", expires_in = 60, id_token = Token(asked.Nonce) });
    }

    private string Token(string nonce) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Address,
        Audience = ClientId,
        Expires = DateTime.UtcNow.AddMinutes(5),
        Claims = new Dictionary<string, object>
        {
            ["sub"] = Subject,
            ["nonce"] = ForgetsNonce ? "another" : nonce,
            ["name"] = "Ada from Elsewhere",
            ["preferred_username"] = "ada",
        },
        SigningCredentials = new SigningCredentials(Forges ? NewKey() : key, SecurityAlgorithms.RsaSha256),
    });

    private static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = "the-key" };
}
