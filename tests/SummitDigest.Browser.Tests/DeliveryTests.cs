using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitDigest.Browser.Tests.Browsing;

namespace SummitDigest.Browser.Tests;

/// <summary>What the browser fetches, and what it refuses.</summary>
public sealed partial class DeliveryTests(BrowserFixture browser, SiteFixture site) : BrowserTest(browser, site)
{
    [Fact]
    public async Task What_the_search_page_preloads_of_the_index_is_used()
    {
        var page = await OpenAsync(Addresses.Home);
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await page.GotoAsync("/search");
        await page.Locator("main input[type=search]").FillAsync("internet");
        await Assertions.Expect(SearchPage.Hits(page)).Not.ToHaveCountAsync(0);
        asked.Where(address => address.EndsWith("/root", StringComparison.Ordinal)).Should().ContainSingle();
    }

    [Theory]
    [InlineData(Addresses.Home)]
    [InlineData(Addresses.Speech)]
    [InlineData(Addresses.Missing)]
    public async Task The_stylesheet_and_the_script_come_from_addresses_that_change_with_their_content(string address)
    {
        var page = await NewPageAsync();
        var fetched = new List<IResponse>();
        page.Response += (_, response) => fetched.Add(response);

        await page.GotoAsync(address);
        // Scripts that the page can be read without come when they come.
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var assets = fetched.Where(response => response.Request.ResourceType is "stylesheet" or "script").ToList();
        assets.Select(asset => asset.Request.ResourceType).Should().Contain(["stylesheet", "script"]);
        assets.Select(asset => asset.Url).Should().OnlyContain(url => Fingerprinted().IsMatch(url));
        foreach (var asset in assets)
            (await asset.BodyAsync()).Should().NotBeEmpty();
    }

    // Without this, an empty list of complaints would prove nothing.
    [Theory]
    [InlineData("console.error('a fault')", "a fault")]
    [InlineData("setTimeout(() => { throw new Error('a fault'); })", "a fault")]
    [InlineData("fetch('/no-such-file')", "answer 404")]
    [InlineData("document.body.setAttribute('style', 'color: red')", "Content Security Policy")]
    [InlineData("document.body.append(Object.assign(document.createElement('script'), { text: '1' }))", "Content Security Policy")]
    [InlineData("document.body.append(Object.assign(new Image(), { src: 'https://example.org/' }))", "Content Security Policy")]
    public async Task What_the_browser_complains_of_is_noticed(string fault, string complaint)
    {
        var page = await OpenAsync(Addresses.Home);
        Complaints.Take().Should().BeEmpty();

        await page.EvaluateAsync($"() => {{ {fault}; }}");

        // What happens in the browser is told here a little later.
        var seen = new List<string>();
        for (var i = 0; i < 50 && !seen.Exists(text => text.Contains(complaint)); i++)
        {
            await Task.Delay(100);
            seen.AddRange(Complaints.Take());
        }
        seen.Should().Contain(text => text.Contains(complaint));
    }

    [GeneratedRegex(@"/(css|js)/[a-z-]+\.[a-z0-9]{8,}\.(css|js)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Fingerprinted();
}
