namespace SummitDigest.Web.Tests.Discovery;

/// <summary>What robots may read.</summary>
public sealed class RobotsTests
{
    [Theory]
    [InlineData("https://digest.example.org", "https://digest.example.org/sitemap.xml")]
    [InlineData(null, "http://localhost/sitemap.xml")]
    public async Task Everything_but_the_answers_to_queries_and_where_the_site_map_is(string? site, string map)
    {
        using var served = new TestSite();
        if (site is not null)
            served.With("Site:BaseUrl", site);
        using var response = await served.GetAsync("/robots.txt");
        response.Content.Headers.ContentType!.ToString().Should().Be("text/plain; charset=utf-8");
        var rules = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ")).Select(parts => (parts[0], parts[1]));
        rules.Should().Equal(("User-agent", "*"), ("Disallow", "/search?"), ("Sitemap", map));
        using var head = await served.GetAsync("/robots.txt", HttpMethod.Head);
        head.IsSuccessStatusCode.Should().BeTrue();
    }
}
