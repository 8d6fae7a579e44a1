using Microsoft.Playwright;
using SummitDigest.Browser.Tests.Browsing;

namespace SummitDigest.Browser.Tests;

public sealed class WithoutScriptTests(BrowserFixture browser, SiteFixture site) : BrowserTest(browser, site)
{
    [Fact]
    public async Task The_whole_way_from_the_home_page_to_a_found_passage_can_be_gone_without_JavaScript()
    {
        var page = await OpenAsync(Addresses.Home, new() { JavaScriptEnabled = false });
        var heading = page.GetByRole(AriaRole.Heading, new() { Level = 1 });
        var speech = await heading.InnerTextAsync();
        var theme = await page.SectionsWithTheme().First.GetByRole(AriaRole.Heading).InnerTextAsync();

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Site" }).GetByRole(AriaRole.Link, new() { Name = "Themes" }).ClickAsync();
        await Assertions.Expect(heading).ToHaveTextAsync("Themes");

        await page.GetByRole(AriaRole.Link, new() { Name = theme, Exact = true }).ClickAsync();
        await Assertions.Expect(heading).ToHaveTextAsync(theme);

        await page.GetByRole(AriaRole.Link, new() { Name = speech, Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(Addresses.Speech);

        var why = page.Locator("details").First;
        await why.Locator("summary").ClickAsync();
        await Assertions.Expect(why.GetByRole(AriaRole.Paragraph).First).ToBeVisibleAsync();

        await page.FindAsync(page.GetByRole(AriaRole.Search, new() { Name = "This site" }), await page.WordsOfAsync("p9"), "p9");
    }
}
