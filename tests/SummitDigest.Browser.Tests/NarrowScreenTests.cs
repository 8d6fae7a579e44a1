using Microsoft.Playwright;
using SummitDigest.Browser.Tests.Browsing;

namespace SummitDigest.Browser.Tests;

public sealed class NarrowScreenTests(BrowserFixture browser, SiteFixture site) : BrowserTest(browser, site)
{
    private static BrowserNewContextOptions Phone => new() { ViewportSize = new() { Width = 360, Height = 740 } };

    public static TheoryData<string> Pages => [.. Addresses.OfEachKind];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_scrolls_sideways_on_a_narrow_screen(string address)
    {
        var page = await OpenAsync(address, new() { ViewportSize = PageSteps.Narrow });
        await page.UnfoldAsync();
        await page.ShouldNotScrollSidewaysAsync();
    }

    // A phone whose owner set the text to twice its size.
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_scrolls_sideways_on_a_phone_with_text_of_twice_the_size(string address)
    {
        var page = await OpenAsync(address, Phone);
        await page.UnfoldAsync();
        await DoubleTextAsync(page);
        await page.ShouldNotScrollSidewaysAsync();
    }

    [Fact]
    public async Task With_text_of_twice_the_size_words_stay_whole_and_the_search_box_has_room_for_some()
    {
        var page = await OpenAsync(Addresses.Passage, Phone);
        await DoubleTextAsync(page);
        (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).EvaluateAsync<double>("heading => heading.offsetHeight / parseFloat(getComputedStyle(heading).lineHeight)"))
            .Should().BeApproximately(1, 0.1, "“Passage 7” fits on a line");
        (await page.GetByRole(AriaRole.Searchbox).First.BoundingBoxAsync())!.Width.Should().BeGreaterThan(200);

        await page.GotoAsync(Addresses.Search);
        await DoubleTextAsync(page);
        (await SearchPage.Box(page).BoundingBoxAsync())!.Width.Should().BeGreaterThan(200);
        var heights = await page.Locator(".pill .theme-name").EvaluateAllAsync<double[]>("names => names.map(name => name.offsetHeight / parseFloat(getComputedStyle(name).lineHeight))");
        heights.Should().OnlyContain(lines => lines < 1.5, "a square stands beside its name");
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

    // All sizes in the stylesheet follow that of the root.
    private static async Task DoubleTextAsync(IPage page) => await page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
}
