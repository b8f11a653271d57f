using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace RussiaChinaAnalysis.Web.Accounts;

/// <summary>Links that are handed to a person, whole, so that they can be copied into a message.</summary>
internal static class Links
{
    public static string Invitation(HttpRequest request, string secret) => $"{Site(request)}/invitation?token={secret}";

    public static string NewPassword(HttpRequest request, int person, string code) =>
        FormattableString.Invariant($"{Site(request)}/new-password?person={person}&code={WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(code))}");

    /// <summary>Null for what is no code.</summary>
    public static string? ReadCode(string? code)
    {
        try
        {
            return string.IsNullOrEmpty(code) ? null : Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(code));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string Site(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
