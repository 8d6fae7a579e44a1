using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SummitDigest.Web.Tests;

/// <summary>What a service worker needs to keep pages: the version of each, and its own script.</summary>
public sealed class OfflineTests : IDisposable
{
    private readonly TestSite _site = Site();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("/")]
    [InlineData("/speeches")]
    [InlineData("/speeches/first")]
    [InlineData("/themes/rivers")]
    [InlineData("/search?q=river")]
    [InlineData("/offline")]
    public async Task Every_page_says_which_version_of_the_site_it_is_of(string address) =>
        (await VersionOfAsync(_site, address)).Should().Be(await VersionOfAsync(_site, "/themes")).And.NotBeNull();

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/speeches/first.json")]
    [InlineData("/css/site.css")]
    [InlineData("/search/current")]
    [InlineData("/health/ready")]
    [InlineData("/speeches/")]
    public async Task Whatever_is_no_page_has_no_version(string address) => (await VersionOfAsync(_site, address)).Should().BeNull();

    [Fact]
    public async Task The_same_content_has_the_same_version_wherever_it_is_served()
    {
        using var other = Site();
        (await VersionOfAsync(other, "/")).Should().Be(await VersionOfAsync(_site, "/"));
        using (var here = Site().WithFile("permalinks.txt", "speech speech The speech\n"))
        using (var there = Site().WithFile("permalinks.txt", "speech speech The speech\n"))
            (await VersionOfAsync(here, "/")).Should().Be(await VersionOfAsync(there, "/"));
    }

    [Theory]
    [InlineData("The river falls.", "place: Accra", "")]
    [InlineData("The river rises.", "place: Kumasi", "")]
    [InlineData("The river rises.", "place: Accra\nmoved: { water: p1 }", "")]
    [InlineData("The river rises.", "place: Accra\naliases: [old-name]", "")]
    [InlineData("The river rises.", "place: Accra", "Another title")]
    public async Task Whatever_changes_a_page_changes_the_version(string body, string front, string title)
    {
        using var other = Site(body, front);
        if (title.Length > 0)
            other.With("Site:Title", title);
        (await VersionOfAsync(other, "/")).Should().NotBe(await VersionOfAsync(_site, "/"));
    }

    [Fact]
    public async Task The_worker_knows_the_version_and_what_to_fetch()
    {
        using var response = await _site.GetAsync("/sw.js");
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/javascript");
        response.Headers.CacheControl!.ToString().Should().Be("no-cache");
        response.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("connect-src 'self'");
        var script = await response.Content.ReadAsStringAsync();
        var site = JsonDocument.Parse(Regex.Match(script, @"^const site = (\{.*\});\n", RegexOptions.ExplicitCapture, TimeSpan.FromMinutes(1)).Value["const site = ".Length..^2]).RootElement;
        var version = await VersionOfAsync(_site, "/");
        site.GetProperty("version").GetString().Should().Be(version);
        response.Headers.ETag!.IsWeak.Should().BeFalse();

        var files = Strings(site.GetProperty("files"));
        files.Should().Contain(file => file.StartsWith("/css/site.")).And.Contain(file => file.StartsWith("/js/engine."))
            .And.Contain(site.GetProperty("index").GetString() + "root").And.NotContain(file => file.Contains("service-worker") || file.EndsWith(".gz"));
        foreach (var address in files.Concat(Strings(site.GetProperty("pages"))))
        {
            using var answer = await _site.GetAsync(address);
            answer.StatusCode.Should().Be(HttpStatusCode.OK, address);
        }
    }

    [Fact]
    public async Task A_worker_that_is_the_newest_is_not_sent_again()
    {
        using var first = await _site.GetAsync("/sw.js");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sw.js");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await _site.SendAsync(request);
        second.StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task The_whole_index_can_be_fetched_at_once()
    {
        var index = (await _site.PageAsync("/search")).DocumentElement.GetAttribute("data-index");
        using var response = await _site.GetAsync($"{index}files");
        response.Headers.CacheControl!.ToString().Should().Contain("immutable");
        var sizes = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.EnumerateObject().ToList();
        sizes.Select(size => size.Name).Should().Equal("root");
        using var all = await _site.GetAsync($"{index}all");
        (await all.Content.ReadAsByteArrayAsync()).Should().HaveCount(sizes[0].Value.GetInt32());
        using var old = await _site.GetAsync("/search/0123456789abcdef/all");
        old.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private static TestSite Site(string body = "The river rises.", string front = "place: Accra") =>
        new TestSite().WithSpeech("first", body, $"date: 2024-05-02\n{front}");

    private static async Task<string?> VersionOfAsync(TestSite site, string address)
    {
        using var response = await site.GetAsync(address);
        return response.Headers.TryGetValues("X-Content-Version", out var values) ? values.Single() : null;
    }

    private static List<string> Strings(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetString()!)];
}
