using Microsoft.Playwright;
using SummitDigest.Browser.Tests.Browsing;

namespace SummitDigest.Browser.Tests;

public sealed class ThemeTests(BrowserFixture browser, SiteFixture site) : BrowserTest(browser, site)
{
    [Fact]
    public async Task The_theme_link_of_each_section_opens_the_page_of_its_theme_with_its_passages()
    {
        var page = await OpenAsync(Addresses.Speech);
        var count = await page.SectionsWithTheme().CountAsync();
        count.Should().BePositive();
        for (var i = 0; i < count; i++)
        {
            var section = page.SectionsWithTheme().Nth(i);
            var link = section.GetByRole(AriaRole.Link, new() { Name = "All on" });
            var theme = (await link.InnerTextAsync())["All on ".Length..];
            var passages = await section.Locator(".passage .text").AllInnerTextsAsync();

            await link.ClickAsync();

            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(theme);
            (await page.Locator(".passage .text").AllInnerTextsAsync()).Should().Contain(passages).And.NotBeEmpty();
            await page.GoBackAsync();
        }
    }

    [Fact]
    public async Task Why_this_theme_opens_and_closes_with_the_keyboard_alone_and_shows_a_table_of_terms()
    {
        var page = await OpenAsync(Addresses.Speech);
        var why = page.SectionsWithTheme().First.Locator("details").First;
        var table = why.GetByRole(AriaRole.Table);
        await Assertions.Expect(why.GetByText("Why this theme?")).ToBeVisibleAsync();
        await Assertions.Expect(table).ToBeHiddenAsync();

        await page.TabToAsync(why.Locator("summary"));
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(table).ToBeVisibleAsync();
        (await table.GetByRole(AriaRole.Columnheader).AllInnerTextsAsync()).Should().Equal("Found, and the term", "Speaks for", "Points");
        (await table.GetByRole(AriaRole.Row).CountAsync()).Should().BeGreaterThan(1, "a term stands under the head");

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(table).ToBeHiddenAsync();
    }
}
