using System.Net;
using System.Text.Json;

namespace SummitDigest.Web.Tests.Live;

/// <summary>What tests of changing content do again and again.</summary>
internal static class LiveSteps
{
    /// <summary>Long, since a busy machine takes its time; how quick the site is, is measured elsewhere.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Waits until a page has the text.</summary>
    public static Task ShouldShowAsync(this TestSite site, string address, string text) =>
        site.ShouldComeToAsync(address, (status, body) => status == HttpStatusCode.OK && body.Contains(text, StringComparison.Ordinal), text);

    /// <summary>Waits until nothing is at the address.</summary>
    public static Task ShouldLoseAsync(this TestSite site, string address) =>
        site.ShouldComeToAsync(address, (status, _) => status == HttpStatusCode.NotFound, "nothing");

    /// <summary>Waits until the site says that the content is in order, or is not.</summary>
    public static async Task<JsonElement> ShouldBecomeAsync(this TestSite site, string status)
    {
        await site.ShouldShowAsync("/health/ready", $"\"status\":\"{status}\"");
        using var answer = await site.GetAsync("/health/ready");
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("library");
    }

    /// <summary>Saves as many editors do: into another file, which is then put in the place of the first.</summary>
    public static void Replace(this TestSite site, string path, string text)
    {
        var aside = site.PathOf(Path.Combine(Path.GetDirectoryName(path)!, ".saved"));
        File.WriteAllText(aside, text);
        File.Move(aside, site.PathOf(path), overwrite: true);
    }

    private static async Task ShouldComeToAsync(this TestSite site, string address, Func<HttpStatusCode, string, bool> isSo, string what)
    {
        var (status, body) = (default(HttpStatusCode), "");
        for (var end = DateTime.UtcNow + Patience; DateTime.UtcNow < end; await Task.Delay(20))
        {
            using var answer = await site.GetAsync(address);
            (status, body) = (answer.StatusCode, await answer.Content.ReadAsStringAsync());
            if (isSo(status, body))
                return;
        }
        Assert.Fail($"{address} never came to {what}, but to {status}: {body}");
    }
}
