using Microsoft.Playwright;
using SummitDigest.Browser.Tests.Browsing;

namespace SummitDigest.Browser.Tests;

/// <summary>What a reader has without network.</summary>
public sealed class OfflineTests(BrowserFixture browser, SiteFixture site) : BrowserTest(browser, site)
{
    private const string Old = "lantern";
    private const string New = "compass";

    // Which version of the site the page is of by its index, and by what its search finds.
    private const string Ask = """
        async words => {
          const { open } = await import('/js/engine.js'), { index } = document.documentElement.dataset;
          const engine = await open(index);
          return [index, ...await Promise.all(words.map(async word => `${(await engine.search(word)).total}`))];
        }
        """;

    // Without network the browser complains of just that.
    private protected override bool IsExpected(string complaint) =>
        complaint.Contains("503") || complaint.Contains("ERR_CONNECTION_REFUSED") || complaint.Contains("ERR_FAILED");

    [Fact]
    public async Task Search_and_the_pages_that_were_seen_work_without_network()
    {
        var own = OwnSite();
        WriteContent(own, Old);
        own.Start();
        var page = await VisitAsync(own, "/speeches/first");
        await page.GotoAsync("/themes/rivers");
        await page.ShouldKeepAsync("/speeches/first", "/themes/rivers");

        await own.StopAsync();

        await page.GotoAsync("/speeches/first?mark=lantern#p1");
        await page.ShouldLandAtAsync("p1");
        await Assertions.Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "The site cannot be reached" })).ToContainTextAsync("the copy kept on");
        await page.GotoAsync("/search?q=lantern&theme=rivers&speech=first");
        await Assertions.Expect(SearchPage.Hits(page)).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Rivers" })).ToBeCheckedAsync();
        await page.GotoAsync("/search?q=lantern&speaker=Ama+Mensah");
        await Assertions.Expect(SearchPage.Hits(page)).ToHaveCountAsync(3);
        await Assertions.Expect(page.GetByLabel("Speaker")).ToHaveValueAsync("Ama Mensah");
        await page.GotoAsync("/search?q=lantern");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Search");
        await Assertions.Expect(SearchPage.Hits(page)).ToHaveCountAsync(3);
        await Assertions.Expect(SearchPage.Hits(page).Locator("a").First).ToContainTextAsync("The speech");

        // The newest one was read on the home page.
        await page.GotoAsync("/speeches/third#p1");
        await page.ShouldLandAtAsync("p1");

        var answer = await page.GotoAsync("/speeches/second#p1");
        answer!.Status.Should().Be(503);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Not kept on this device");
        await Assertions.Expect(page.Locator(".missing")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "The speech first" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{own.Address}/speeches/first");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("The speech first");
    }

    [Fact]
    public async Task After_the_content_has_changed_a_reader_sees_all_of_it_or_none()
    {
        string[] addresses = ["/", "/speeches", "/themes", "/search?q=lantern", "/speeches/first", "/themes/rivers"];
        var own = OwnSite();
        WriteContent(own, Old);
        own.Start();
        var page = await VisitAsync(own, "/speeches/first");
        foreach (var address in addresses)
            await page.GotoAsync(address);
        await page.ShouldKeepAsync("/speeches/first", "/themes/rivers");
        var before = await ShownAsync(page, "/");
        before.Should().BeEquivalentTo(new { Old = "3", New = "0" });

        await own.StopAsync();
        WriteContent(own, New);
        File.AppendAllText(Path.Combine(own.Folder, "speeches", "first.md"), "\nOne compass more, by the river.\n");
        own.Start();

        // The server is new while the worker still is old.
        var after = await ShownAsync(page, "/speeches/first");
        after.Should().BeEquivalentTo(new { Old = "0", New = "4" });
        after.Version.Should().NotBe(before.Version);
        after.Index.Should().NotBe(before.Index);

        // The network goes while the worker may be anywhere between old and new.
        await own.StopAsync();
        foreach (var address in addresses)
            (await ShownAsync(page, address)).Should().BeOneOf([before, after], address);

        own.Start();
        await page.GotoAsync("/themes");
        await page.ShouldBeServedByAsync(after.Version);
        await page.ShouldKeepAsync("/speeches/first", "/themes/rivers");
        await own.StopAsync();
        foreach (var address in addresses)
        {
            (await ShownAsync(page, address)).Should().Be(after, address);
            // The search page says what was asked for, found or not.
            if (!address.Contains(Old))
                (await page.ContentAsync()).Should().NotContain(Old, address);
        }
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Rivers");
        await page.GotoAsync("/speeches/first");
        await Assertions.Expect(page.Locator("#ui-main")).ToContainTextAsync("One compass more, by the river.");
    }

    [Fact]
    public async Task What_was_seen_stays_kept_when_the_network_goes_while_a_newer_version_is_fetched()
    {
        var own = OwnSite();
        WriteContent(own, Old);
        own.Start();
        var page = await VisitAsync(own, "/speeches/first");
        await page.GotoAsync("/themes/rivers");
        await page.ShouldKeepAsync("/speeches/first", "/themes/rivers");

        await own.StopAsync();
        WriteContent(own, New);
        var cut = new TaskCompletionSource();
        own.Start(isCutOff: path => path == "/themes/rivers" && (cut.TrySetResult() || true));
        await page.GotoAsync("/");
        await cut.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await own.StopAsync();

        (await ShownAsync(page, "/themes/rivers")).Should().BeEquivalentTo(new { Old = "3", New = "0" });
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Rivers");
        own.Start();
        var answer = await page.GotoAsync("/");
        await page.ShouldBeServedByAsync((await answer!.HeaderValueAsync("X-Content-Version"))!);
        await page.ShouldKeepAsync("/speeches/first", "/themes/rivers");
    }

    [Fact]
    public async Task A_large_index_is_kept_whole_when_the_reader_asks_for_it()
    {
        var own = OwnSite();
        var words = new SyntheticSpeeches(5).WriteTo(own.Folder, speeches: 30, passages: 50);
        own.Start();
        var page = await VisitAsync(own, "/search");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep for offline use (about 1 MB)" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The whole search index is kept on this device")).ToBeVisibleAsync(new() { Timeout = 60_000 });

        await own.StopAsync();

        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("The whole search index is kept on this device")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Keep for offline use" })).ToHaveCountAsync(0);
        var asked = words.Where((_, i) => i % 20 == 0).ToArray();
        (await page.EvaluateAsync<string[]>(Ask, asked)).Skip(1).Should().HaveCount(asked.Length).And.Contain(total => total != "0");
    }

    private static void WriteContent(RestartableSite own, string word)
    {
        Directory.CreateDirectory(Path.Combine(own.Folder, "speeches"));
        File.WriteAllText(Path.Combine(own.Folder, "themes.yml"), $$"""
            themes:
              rivers:
                title: Rivers
                colour: blue
                definition: Water that runs, seen by {{word}}.
                terms: { en: { 4: [river] } }
            """);
        foreach (var (slug, day) in new[] { ("first", 2), ("second", 2), ("third", 3) })
        {
            File.WriteAllText(Path.Combine(own.Folder, "speeches", $"{slug}.md"), $"""
                ---
                title: The speech {slug}
                speaker: Ama Mensah
                event: River Conference
                source:
                  publisher: Volta Daily
                date: 2024-05-0{day}
                ---
                By the river stands a {word} that all can see.

                """);
        }
    }

    // A reader's first visit, from the page's opening until the worker answers for it.
    private async Task<IPage> VisitAsync(RestartableSite own, string address)
    {
        var page = await NewPageAsync(new() { BaseURL = own.Address, ServiceWorkers = ServiceWorkerPolicy.Allow });
        var answer = await page.GotoAsync(address);
        await page.ShouldBeServedByAsync((await answer!.HeaderValueAsync("X-Content-Version"))!);
        return page;
    }

    private static async Task<Shown> ShownAsync(IPage page, string address)
    {
        var answer = await page.GotoAsync(address);
        var found = await page.EvaluateAsync<string[]>(Ask, new[] { Old, New });
        return new((await answer!.HeaderValueAsync("X-Content-Version"))!, found[0], found[1], found[2]);
    }

    private sealed record Shown(string Version, string Index, string Old, string New);
}

/// <summary>What offline tests wait for.</summary>
internal static class OfflineSteps
{
    private const int Patience = 60;

    /// <summary>
    /// Waits until the worker of this version is at work and has done away with what others kept. It does not ask a worker: one
    /// that is asked again and again is not idle, and its successor waits for that, up to minutes.
    /// </summary>
    public static Task ShouldBeServedByAsync(this IPage page, string version) => page.ShouldBecomeTrueAsync("""
        async version => {
          const { controller } = navigator.serviceWorker, names = await caches.keys(), { active, waiting } = await navigator.serviceWorker.getRegistration() ?? {};
          return controller?.state === 'activated' && controller === active && !waiting && names.length > 0 && names.every(name => name.includes(` ${version}`));
        }
        """, version);

    /// <summary>Waits until these pages are kept.</summary>
    public static Task ShouldKeepAsync(this IPage page, params string[] addresses) => page.ShouldBecomeTrueAsync("""
        async addresses => {
          const kept = await Promise.all(addresses.map(address => caches.match(address)));
          return kept.every(Boolean);
        }
        """, addresses);

    private static async Task ShouldBecomeTrueAsync(this IPage page, string script, object argument)
    {
        for (var end = DateTime.UtcNow.AddSeconds(Patience); DateTime.UtcNow < end; await Task.Delay(100))
        {
            if (await page.EvaluateAsync<bool>(script, argument))
                return;
        }
        var state = await page.EvaluateAsync<string>("""
            async () => {
              const { installing, waiting, active } = await navigator.serviceWorker.getRegistration(), state = await (await import('/js/offline.js')).ask();
              return JSON.stringify({ installing: installing?.state, waiting: waiting?.state, active: active?.state, caches: await caches.keys(), at: location.href, state, loaded: document.readyState, controller: navigator.serviceWorker.controller?.state });
            }
            """);
        Assert.Fail($"It never came to {script} for {argument}, but to {state}");
    }
}
