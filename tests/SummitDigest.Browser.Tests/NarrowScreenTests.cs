using Microsoft.Playwright;
using SummitDigest.Browser.Tests.Browsing;

namespace SummitDigest.Browser.Tests;

public sealed class NarrowScreenTests(BrowserFixture browser, SiteFixture site) : BrowserTest(browser, site)
{
    // 320 pixels: the width at which WCAG 2.2 (1.4.10) asks for no scrolling in two directions.
    private static readonly BrowserNewContextOptions Narrow = new() { ViewportSize = new() { Width = 320, Height = 640 } };

    public static TheoryData<string> Pages => [.. Addresses.OfEachKind];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_scrolls_sideways_on_a_narrow_screen(string address)
    {
        var page = await OpenAsync(address, Narrow);
        await page.UnfoldAsync();

        // The innermost elements say best what is at fault.
        var tooWide = await page.EvaluateAsync<string[]>("""
            () => {
              const { scrollWidth, clientWidth } = document.documentElement;
              if (scrollWidth <= clientWidth) return [];
              const end = element => Math.round(element.getBoundingClientRect().right);
              return [...document.body.querySelectorAll('*')]
                .filter(element => end(element) > clientWidth && ![...element.children].some(child => end(child) > clientWidth))
                .slice(0, 10)
                .map(element => `${element.outerHTML.replace(/\s+/g, ' ').slice(0, 120)} ends at ${end(element)}`)
                .concat(`the page is ${scrollWidth} wide`);
            }
            """);

        tooWide.Should().BeEmpty();
    }
}
