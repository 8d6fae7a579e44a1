using Microsoft.Playwright;
using SummitDigest.Browser.Tests.Browsing;

namespace SummitDigest.Browser.Tests;

public sealed class HomePageTests(BrowserFixture browser, SiteFixture site) : BrowserTest(browser, site)
{
    [Fact]
    public async Task The_home_page_shows_the_newest_speech_with_its_title_its_provenance_and_its_eleven_passages()
    {
        var page = await OpenAsync(Addresses.Home);
        await Assertions.Expect(page.GetByText("Reports of summit speeches, sorted by theme")).ToBeInViewportAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Xi Jinping's video address to the 2023 Wuzhen Summit");
        await Assertions.Expect(page.GetByText("restated in this project's own words, with its facts, names, dates and attributions kept")).ToBeVisibleAsync();
        (await page.Passages().AllInnerTextsAsync()).Should().Equal(Enumerable.Range(1, 11).Select(number => $"¶ {number}"));
    }

    [Fact]
    public async Task A_section_permalink_of_the_home_page_leads_to_the_section_in_its_speech()
    {
        var page = await OpenAsync(Addresses.Home);
        var permalink = page.GetByRole(AriaRole.Link, new() { Name = "Link to the section" }).Last;
        var address = await permalink.GetAttributeAsync("href");

        await permalink.ClickAsync();

        address.Should().StartWith(Addresses.Speech + "#");
        await Assertions.Expect(page).ToHaveURLAsync(address!);
        await page.ShouldLandAtAsync(address!.Split('#')[1]);
    }
}
