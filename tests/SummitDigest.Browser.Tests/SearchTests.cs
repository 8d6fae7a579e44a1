using Microsoft.Playwright;
using SummitDigest.Browser.Tests.Browsing;

namespace SummitDigest.Browser.Tests;

[Collection(SecondBrowserAndSite.Name)]
public sealed class SearchTests(BrowserFixture browser, SiteFixture site) : BrowserTest(browser, site)
{
    [Fact]
    public async Task The_search_in_the_header_finds_a_passage_and_its_link_lands_there()
    {
        var page = await OpenAsync(Addresses.Speech);
        var words = await page.WordsOfAsync("p8");

        await page.FindAsync(page.GetByRole(AriaRole.Search, new() { Name = "This site" }), words, "p8");
    }

    [Fact]
    public async Task A_search_without_a_hit_says_so_and_keeps_the_words()
    {
        var page = await OpenAsync("/search?q=zzyzx");

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("No passage has “zzyzx”.");
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox, new() { Name = "Words to look for" })).ToHaveValueAsync("zzyzx");
    }

    [Fact]
    public async Task An_unknown_address_shows_a_page_whose_search_box_works()
    {
        var page = await OpenAsync(Addresses.Speech);
        var words = await page.WordsOfAsync("p11");

        var answer = await page.GotoAsync(Addresses.Missing);

        answer!.Status.Should().Be(404);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Not found");
        await page.FindAsync(page.GetByRole(AriaRole.Search, new() { Name = "Find it instead" }), words, "p11");
    }
}
