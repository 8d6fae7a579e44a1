using Microsoft.Playwright;
using SummitDigest.Browser.Tests.Browsing;

namespace SummitDigest.Browser.Tests;

public sealed class KeyboardTests(BrowserFixture browser, SiteFixture site) : BrowserTest(browser, site)
{
    [Fact]
    public async Task The_first_link_skips_to_the_text()
    {
        var page = await OpenAsync(Addresses.Home);
        var skip = page.GetByRole(AriaRole.Link, new() { Name = "Skip to the text" });
        await Assertions.Expect(skip).Not.ToBeInViewportAsync();

        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(skip).ToBeFocusedAsync();
        await Assertions.Expect(skip).ToBeInViewportAsync();

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Main).Locator(":focus")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_key_leads_past_the_map_and_the_outline(bool hasScript)
    {
        var page = await OpenAsync(Addresses.Speech, new() { JavaScriptEnabled = hasScript });
        var skip = page.GetByRole(AriaRole.Link, new() { Name = "Skip the map" });
        await page.TabToAsync(skip);
        await Assertions.Expect(skip).ToBeInViewportAsync();

        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".section").First.Locator(":focus")).ToHaveCountAsync(1);
    }
}
