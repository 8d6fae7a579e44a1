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

    [Fact]
    public async Task The_map_of_a_long_speech_is_full_of_its_segments()
    {
        var own = OwnSite();
        new SyntheticSpeeches(4).WriteTo(own.Folder, speeches: 1, passages: 300);
        own.Start();
        var page = await OpenAsync("/speeches/speech-000", new() { BaseURL = own.Address, ViewportSize = PageSteps.Narrow });
        var filled = await page.Locator(".speech-map svg").EvaluateAsync<double>("""
            svg => [...svg.querySelectorAll('rect')].reduce((sum, rect) => {
              const { stroke, strokeWidth } = getComputedStyle(rect);
              return sum + Math.max(0, rect.getBBox().width - (stroke === 'none' ? 0 : parseFloat(strokeWidth)));
            }, 0) / svg.clientWidth
            """);
        filled.Should().BeGreaterThan(0.9);
    }
}
