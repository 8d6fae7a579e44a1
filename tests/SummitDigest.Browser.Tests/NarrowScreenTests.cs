using SummitDigest.Browser.Tests.Browsing;

namespace SummitDigest.Browser.Tests;

public sealed class NarrowScreenTests(BrowserFixture browser, SiteFixture site) : BrowserTest(browser, site)
{
    public static TheoryData<string> Pages => [.. Addresses.OfEachKind];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_scrolls_sideways_on_a_narrow_screen(string address)
    {
        var page = await OpenAsync(address, new() { ViewportSize = PageSteps.Narrow });
        await page.UnfoldAsync();
        await page.ShouldNotScrollSidewaysAsync();
    }
}
