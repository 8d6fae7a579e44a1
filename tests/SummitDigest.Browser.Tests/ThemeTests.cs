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

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Why_this_theme_stays_under_the_pointer_and_its_answer_has_the_row_below(int width)
    {
        var page = await OpenAsync(Addresses.Speech, new() { ViewportSize = new() { Width = width, Height = 800 } });
        var why = page.SectionsWithTheme().First.Locator("details").First;
        var question = why.GetByText("Why this theme?");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Copy link to passage" }).First).ToBeVisibleAsync();
        await question.ScrollIntoViewIfNeededAsync();
        var place = (await question.BoundingBoxAsync())!;

        await question.ClickAsync();

        await Assertions.Expect(why.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        var opened = (await question.BoundingBoxAsync())!;
        (opened.X, opened.Y).Should().Be((place.X, place.Y));
        var answer = (await why.GetByRole(AriaRole.Table).BoundingBoxAsync())!;
        answer.Y.Should().BeGreaterThan(place.Y + place.Height);
        answer.X.Should().BeLessThan((await page.SectionsWithTheme().First.Locator(".text").First.BoundingBoxAsync())!.X + 5);
        await page.Mouse.ClickAsync(place.X + (place.Width / 2), place.Y + (place.Height / 2));
        await Assertions.Expect(why.GetByRole(AriaRole.Table)).ToBeHiddenAsync();
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
