using Microsoft.Playwright;
using SummitDigest.Browser.Tests.Browsing;

namespace SummitDigest.Browser.Tests;

/// <summary>What those who work on the content see in Development, without touching the browser.</summary>
public sealed class LiveTests(BrowserFixture browser, SiteFixture site) : BrowserTest(browser, site), IAsyncLifetime
{
    async Task IAsyncLifetime.DisposeAsync()
    {
        // While the site starts again the page cannot be told anything.
        Complaints.Take().Where(complaint => !complaint.Contains("/changes")).Should().BeEmpty();
        await DisposeAsync();
    }

    [Fact]
    public async Task The_open_page_shows_what_was_saved_and_stays_where_the_reader_is()
    {
        var own = OwnSite(isLive: true);
        Save(own, "The river rises.");
        var page = await OpenAsync(own);
        await page.EvaluateAsync("scrollTo(0, 1500)");

        Save(own, "The meadow dries.");

        await Assertions.Expect(page.Locator("#p1")).ToContainTextAsync("The meadow dries.");
        (await page.EvaluateAsync<double>("scrollY")).Should().BeApproximately(1500, 5);
        await page.CloseAsync();
    }

    [Fact]
    public async Task A_mistake_is_shown_on_the_page_until_it_is_mended()
    {
        var own = OwnSite(isLive: true);
        Save(own, "The river rises.");
        var page = await OpenAsync(own);
        var notice = page.GetByRole(AriaRole.Region, new() { Name = "1 problem in the content" });

        Save(own, "The meadow dries.", "date: yesterday");

        await Assertions.Expect(notice).ToContainTextAsync("first.md:7:7");
        await Assertions.Expect(page.Locator("#p1")).ToContainTextAsync("The river rises.");
        await page.ShouldShutNobodyOutAsync();
        await page.SetViewportSizeAsync(320, 640);
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).Should().BeTrue();

        Save(own, "The meadow dries.");

        await Assertions.Expect(page.Locator("#p1")).ToContainTextAsync("The meadow dries.");
        await Assertions.Expect(notice).ToHaveCountAsync(0);
        await page.CloseAsync();
    }

    [Fact]
    public async Task The_open_page_outlives_a_restart_and_shows_the_site_not_a_kept_copy()
    {
        var own = OwnSite(isLive: true);
        Save(own, "The river rises.");
        var page = await OpenAsync(own, new() { ServiceWorkers = ServiceWorkerPolicy.Allow });
        var answer = await page.ReloadAsync();
        await page.ShouldBeServedByAsync((await answer!.HeaderValueAsync("X-Content-Version"))!);

        await own.StopAsync();
        Save(own, "The meadow dries.");
        own.Start();

        await Assertions.Expect(page.Locator("#p1")).ToContainTextAsync("The meadow dries.");
        await Assertions.Expect(page.Locator(".offline")).ToHaveCountAsync(0);
        Save(own, "The lantern burns.");
        await Assertions.Expect(page.Locator("#p1")).ToContainTextAsync("The lantern burns.");
        await page.CloseAsync();
    }

    private static void Save(RestartableSite own, string text, string date = "date: 2024-05-02")
    {
        Directory.CreateDirectory(Path.Combine(own.Folder, "speeches"));
        var more = string.Join("\n\n", Enumerable.Range(2, 40).Select(number => $"Passage {number} of the speech. ^p{number}"));
        File.WriteAllText(Path.Combine(own.Folder, "themes.yml"), "themes: { rivers: { title: Rivers, colour: blue, definition: Water., terms: { en: { 4: [river] } } } }\n");
        File.WriteAllText(Path.Combine(own.Folder, "speeches", "first.md"), $"---\ntitle: The speech\nspeaker: Ama Mensah\nevent: River Conference\nsource:\n  publisher: Volta Daily\n{date}\n---\n{text} ^p1\n\n{more}\n");
    }

    private async Task<IPage> OpenAsync(RestartableSite own, BrowserNewContextOptions? options = null)
    {
        own.Start();
        var page = await NewPageAsync(new(options ?? new()) { BaseURL = own.Address });
        await page.GotoAsync("/speeches/first");
        return page;
    }
}
