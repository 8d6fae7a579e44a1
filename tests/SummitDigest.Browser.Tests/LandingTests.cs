using Microsoft.Playwright;
using SummitDigest.Browser.Tests.Browsing;

namespace SummitDigest.Browser.Tests;

/// <summary>An address with a fragment is a promise to land at that place.</summary>
public sealed class LandingTests(BrowserFixture browser, SiteFixture site) : BrowserTest(browser, site)
{
    [Fact]
    public async Task Each_section_permalink_lands_at_its_section()
    {
        var page = await OpenAsync(Addresses.Speech);

        await EachLandsAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Link to the section" }), await SectionIdsAsync(page));
    }

    [Fact]
    public async Task Each_passage_permalink_lands_at_its_passage()
    {
        var page = await OpenAsync(Addresses.Speech);

        await EachLandsAsync(page, page.Passages(), await PassageIdsAsync(page));
    }

    [Fact]
    public async Task Each_segment_of_the_speech_map_lands_at_its_passage()
    {
        var page = await OpenAsync(Addresses.Speech);
        var segments = page.GetByRole(AriaRole.Navigation, new() { Name = "Speech map" }).GetByRole(AriaRole.Link);

        await EachLandsAsync(page, segments, await PassageIdsAsync(page));
    }

    [Fact]
    public async Task Each_entry_of_the_outline_lands_at_its_section()
    {
        var page = await OpenAsync(Addresses.Speech);
        var entries = page.GetByRole(AriaRole.Navigation, new() { Name = "Sections of the speech" }).GetByRole(AriaRole.Link);

        await EachLandsAsync(page, entries, await SectionIdsAsync(page));
    }

    [Theory]
    [InlineData("security")]
    [InlineData("p8")]
    [InlineData("p11")]
    public async Task An_address_that_names_a_section_or_a_passage_opens_there(string id)
    {
        var page = await OpenAsync($"{Addresses.Speech}#{id}");

        await page.ShouldLandAtAsync(id);
    }

    // What scripts add to hundreds of passages must not move those below.
    [Theory]
    [InlineData(360)]
    [InlineData(768)]
    [InlineData(1280)]
    public async Task A_passage_far_down_a_long_speech_is_at_the_top_however_it_is_come_to(int width)
    {
        var own = OwnSite();
        new SyntheticSpeeches(3).WriteTo(own.Folder, speeches: 1, passages: 300);
        own.Start();
        const string Speech = "/speeches/speech-000";
        var page = await OpenAsync($"{Speech}#p280", new() { BaseURL = own.Address, ViewportSize = new() { Width = width, Height = 740 } });
        await ShouldBeAtTheTopAsync(page, "p280");

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Speech map" }).Locator("[href='#p250']").PressAsync("Enter");
        await ShouldBeAtTheTopAsync(page, "p250");

        // As a hit is opened.
        await page.GotoAsync($"{Speech}?mark=the#p200");
        await Assertions.Expect(page.Locator(".matches")).ToBeVisibleAsync();
        await ShouldBeAtTheTopAsync(page, "p200");
    }

    [Fact]
    public async Task The_outline_of_a_long_speech_shows_where_the_reader_is()
    {
        var own = OwnSite();
        new SyntheticSpeeches(3).WriteTo(own.Folder, speeches: 1, passages: 300);
        own.Start();
        var page = await OpenAsync("/speeches/speech-000#p280", new() { BaseURL = own.Address });
        foreach (var passage in new[] { "p280", "p3", "p150" })
        {
            await page.Locator($"#{passage}").EvaluateAsync("passage => passage.scrollIntoView()");
            var section = await page.Locator($".section:has(#{passage})").GetAttributeAsync("id");
            var current = page.Locator(".outline [aria-current]");
            await Assertions.Expect(current).ToHaveAttributeAsync("href", $"#{section}");
            await Assertions.Expect(current).ToBeInViewportAsync();
        }
        // The window may be low.
        await page.SetViewportSizeAsync(1280, 350);
        var entry = page.Locator(".outline a").Nth(20);
        await entry.ClickAsync();
        await Assertions.Expect(entry).ToHaveAttributeAsync("aria-current", "true");
        await page.SetViewportSizeAsync(1280, 900);
        await page.EvaluateAsync("scrollTo(0, 0)");
        await Assertions.Expect(page.Locator(".outline [aria-current]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".outline a").First).ToBeInViewportAsync();
    }

    [Fact]
    public async Task An_address_that_names_what_is_not_there_tells_the_reader_so_until_a_good_one_is_followed()
    {
        var page = await OpenAsync($"{Addresses.Speech}#no-such-passage");
        var notice = page.GetByRole(AriaRole.Status);

        await Assertions.Expect(notice).ToContainTextAsync("There is no “no-such-passage” on this page");
        await Assertions.Expect(notice).ToBeInViewportAsync();

        await page.Passages().First.ClickAsync();
        await Assertions.Expect(notice).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_open_page_that_is_scrolled_down_goes_to_its_beginning_where_it_says_that_the_reader_is_there()
    {
        var page = await OpenAsync($"{Addresses.Speech}#p8");
        await page.ShouldLandAtAsync("p8");
        await page.EvaluateAsync("location.hash = '#p99'");

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("There is no “p99” on this page. You are at its beginning.");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToBeInViewportAsync();
    }

    private static async Task EachLandsAsync(IPage page, ILocator links, string[] ids)
    {
        ids.Should().NotBeEmpty();
        await Assertions.Expect(links).ToHaveCountAsync(ids.Length);
        for (var i = 0; i < ids.Length; i++)
        {
            await links.Nth(i).ClickAsync();
            await page.ShouldLandAtAsync(ids[i]);
        }
    }

    // 24 pixels: the stylesheet's scroll-padding-top. The buttons are there at last, and nothing moves any more.
    private static async Task ShouldBeAtTheTopAsync(IPage page, string id)
    {
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Copy the citation in APA" })).ToHaveCountAsync(1);
        var top = await page.EvaluateAsync<double>("""
            async id => {
              const top = () => document.getElementById(id).getBoundingClientRect().top;
              for (let still = 0, before; still < 30; before = top()) {
                await new Promise(requestAnimationFrame);
                still = top() === before ? still + 1 : 0;
              }
              return top();
            }
            """, id);
        top.Should().BeApproximately(24, 1);
    }

    private static Task<string[]> SectionIdsAsync(IPage page) => IdsAsync(page.Locator(".section"));

    private static Task<string[]> PassageIdsAsync(IPage page) => IdsAsync(page.Locator(".passage"));

    private static Task<string[]> IdsAsync(ILocator elements) => elements.EvaluateAllAsync<string[]>("elements => elements.map(element => element.id)");
}
