namespace RussiaChinaAnalysis.Web.Tests.Support;

/// <summary>Forms as a browser sends them.</summary>
public static class Forms
{
    /// <param name="page">Where the form stands.</param>
    /// <param name="address">Where it is sent; null for the page itself.</param>
    public static async Task<HttpResponseMessage> SubmitAsync(
        this HttpClient client, string page, string? address, CancellationToken cancellation, params IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new FormUrlEncodedContent(
        [
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
            new("__RequestVerificationToken", await client.FormTokenAsync(page, cancellation)),
        ]);
        return await client.PostAsync(address ?? page, form, cancellation);
    }

    /// <summary>What stands between two parts of a text.</summary>
    public static string Between(this string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal);
        Assert.True(start >= 0, $"“{before}” is not in the text.");
        start += before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }
}
