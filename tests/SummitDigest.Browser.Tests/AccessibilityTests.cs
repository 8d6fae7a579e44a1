using Microsoft.Playwright;
using SummitDigest.Browser.Tests.Browsing;

namespace SummitDigest.Browser.Tests;

/// <summary>What axe can find of WCAG 2.0, 2.1 and 2.2, levels A and AA.</summary>
public sealed class AccessibilityTests(BrowserFixture browser, SiteFixture site) : BrowserTest(browser, site)
{
    // Passages that the address names have colours of their own, and so has the notice where it names nothing.
    private static readonly string[] Pages =
    [
        $"{Addresses.Home}#p1", $"{Addresses.Speech}/p7", $"{Addresses.Speech}/security", $"{Addresses.Speech}#p7", $"{Addresses.Speeches}#no-such-place",
        Addresses.Themes, Addresses.Theme, Addresses.Search, "/search", "/search?q=zzyzx&theme=security&speech=nonesuch", Addresses.Missing, "/offline",
    ];

    public static TheoryData<string> PagesOfEachKind => [.. Addresses.OfEachKind];

    public static TheoryData<string, ColorScheme> PagesInBothSchemes
    {
        get
        {
            var data = new TheoryData<string, ColorScheme>();
            foreach (var address in Pages)
            {
                data.Add(address, ColorScheme.Light);
                data.Add(address, ColorScheme.Dark);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(PagesInBothSchemes))]
    public async Task No_page_shuts_a_reader_out(string address, ColorScheme scheme)
    {
        var page = await OpenAsync(address, new() { ColorScheme = scheme });
        await page.UnfoldAsync();
        await page.ShouldShutNobodyOutAsync();
    }

    // What stands apart on a wide screen comes close on a narrow one, and must still be hit with a finger.
    [Theory]
    [MemberData(nameof(PagesOfEachKind))]
    public async Task No_page_shuts_a_reader_out_on_a_narrow_screen(string address)
    {
        var page = await OpenAsync(address, new() { ViewportSize = PageSteps.Narrow });
        await page.UnfoldAsync();
        await page.ShouldShutNobodyOutAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Hits_drawn_while_one_types_shut_no_reader_out(ColorScheme scheme)
    {
        var page = await OpenAsync("/search", new() { ColorScheme = scheme });
        await page.Locator("main input[type=search]").FillAsync("internet");
        await page.Locator("fieldset .pill input").First.CheckAsync();
        await Assertions.Expect(SearchPage.Status(page)).ToContainTextAsync("within the filters");
        await page.UnfoldAsync();
        await page.ShouldShutNobodyOutAsync();
    }
}
