using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Reports;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Reports;

/// <summary>Reports made over HTTP, as a reviewer makes them.</summary>
internal static class ReportSite
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<int> SaveReportAsync(this HttpClient client, string page = "/reports/new", params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(
        [
            .. Defaults.Where(field => !fields.Any(given => given.Name == field.Key)),
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
            new("__RequestVerificationToken", await client.FormTokenAsync(page, Cancellation)),
        ]);
        using var answer = await client.PostAsync($"{page}?handler=Save", form, Cancellation);
        var address = answer.RequestMessage!.RequestUri!.AbsolutePath;
        Assert.StartsWith("/reports/", address, StringComparison.Ordinal);
        return int.Parse(address["/reports/".Length..], CultureInfo.InvariantCulture);
    }

    public static async Task RefreshReportAsync(this HttpClient client, int id)
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", await client.FormTokenAsync($"/reports/{id}", Cancellation))]);
        using var answer = await client.PostAsync($"/reports/{id}?handler=Refresh", form, Cancellation);
        answer.EnsureSuccessStatusCode();
    }

    public static Task<byte[]> DownloadReportAsync(this HttpClient client, int id, string format) =>
        client.GetByteArrayAsync($"/reports/{id}/download/{format}", Cancellation);

    public static async Task<string> VerifyAsync(this HttpClient client, string name, byte[] content, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await client.FormTokenAsync("/reports/verify", Cancellation)), "__RequestVerificationToken" },
            { new ByteArrayContent(content), "Upload", name },
        };
        using var answer = await client.PostAsync("/reports/verify", form, Cancellation);
        Assert.Equal(expected, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    public static async Task<ReportContent> ContentAsync(this TestSite site, int id) =>
        (await site.Services.GetRequiredService<ReportStore>().FindAsync(id, version: null, Cancellation))!.Content;

    public static Task<CorpusContext> OpenAsync(this TestSite site) =>
        site.Services.GetRequiredService<IDbContextFactory<CorpusContext>>().CreateDbContextAsync(Cancellation);

    public static async Task ChangeAsync(this TestSite site, int passage, Action<Passage> change)
    {
        await using var context = await site.OpenAsync();
        change(await context.Passages.SingleAsync(row => row.Id == passage, Cancellation));
        await context.SaveChangesAsync(Cancellation);
    }

    /// <summary>What every format must hold: each statement, and each passage that bears on one.</summary>
    public static IEnumerable<string> Quotes(this ReportContent content) => content.References.Select(reference => reference.Quote);

    /// <summary>White space is laid out anew by every program that reads a page.</summary>
    public static string Squeezed(this string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    private static IReadOnlyList<KeyValuePair<string, string>> Defaults { get; } =
    [
        new("Form.Title", "Findings & <doubts>"),
        new("Form.Authors", "Ada Ważna\nБорис"),
        new("Form.Summary", "What **we** found:\n\n- one [thing](https://example.org/a)\n- <b>another</b> [bad](javascript:alert(1))\n\n> quoted: 北京 モスクワ 서울"),
        new("Form.Grouping", nameof(ReportGrouping.Theme)),
        new("Form.Order", nameof(ReportOrder.Text)),
        new("Form.HasFigures", "true"),
    ];
}
