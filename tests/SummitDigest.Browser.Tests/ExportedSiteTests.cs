using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitDigest.Browser.Tests.Browsing;

namespace SummitDigest.Browser.Tests;

/// <summary>What readers do, on a host of files that has the export in one of its folders.</summary>
public sealed class ExportedSiteTests(BrowserFixture browser, SiteFixture site, BundledExport bundled) : BrowserTest(browser, site), IClassFixture<BundledExport>
{
    private const string Speech = $"{ExportedSite.Base}{Addresses.Speech}/";

    // Without network the browser complains of just that.
    private protected override bool IsExpected(string complaint) =>
        complaint.Contains("503") || complaint.Contains("ERR_CONNECTION_REFUSED") || complaint.Contains("ERR_FAILED");

    // For content of a test's own.
    private ExportedSite Own => field ??= OwnExport();

    [Fact]
    public async Task From_the_home_page_to_a_theme_and_back_to_the_speech()
    {
        var page = await OpenAsync(bundled.Site.Address + "/");
        var heading = page.GetByRole(AriaRole.Heading, new() { Level = 1 });
        await page.SectionsWithTheme().First.GetByRole(AriaRole.Link, new() { Name = "All on" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"{ExportedSite.Base}/themes/[a-z-]+/(?:#.*)?$", RegexOptions.None, TimeSpan.FromMinutes(1)));
        await page.GetByRole(AriaRole.Link, new() { Name = "Xi Jinping's video address to the 2023 Wuzhen Summit", Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{bundled.Site.Address}{Addresses.Speech}/");
        await Assertions.Expect(heading).ToContainTextAsync("Wuzhen Summit");
        await page.GetByRole(AriaRole.Link, new() { Name = "Open alone: passage 7" }).ClickAsync();
        await Assertions.Expect(heading).ToHaveTextAsync("Passage 7");
        await page.ShouldShutNobodyOutAsync();
    }

    [Fact]
    public async Task Search_as_one_types_opens_a_passage_with_its_marks_and_Back_returns()
    {
        var page = await OpenAsync(bundled.Site.Address + "/search/");
        await page.Locator("main").GetByRole(AriaRole.Searchbox).FillAsync("hegem");
        await Assertions.Expect(SearchPage.Hits(page)).ToHaveCountAsync(1);
        await SearchPage.Hits(page).Locator("a").First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"{Speech}\\?mark=hegemony#p7$", RegexOptions.None, TimeSpan.FromMinutes(1)));
        await page.ShouldLandAtAsync("p7");
        await Assertions.Expect(page.Locator("mark")).ToHaveTextAsync(["hegemony"]);
        await page.GoBackAsync();
        await Assertions.Expect(SearchPage.Hits(page)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_box_in_the_header_and_Ctrl_K_find_from_any_page()
    {
        var page = await OpenAsync(bundled.Site.Address + $"{Addresses.Themes}/");
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("hegem");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog).Locator("li")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.ShouldLandAtAsync("p7");

        var header = page.GetByRole(AriaRole.Search, new() { Name = "This site" });
        await header.GetByRole(AriaRole.Searchbox).FillAsync("sovereignty");
        await header.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"{ExportedSite.Base}/search/\\?q=sovereignty$", RegexOptions.None, TimeSpan.FromMinutes(1)));
        await Assertions.Expect(SearchPage.Hits(page)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Citations_and_links_are_those_of_the_export()
    {
        var page = await OpenAsync(bundled.Site.Address + $"{Addresses.Passage}/", new() { Permissions = ["clipboard-read", "clipboard-write"] });
        var link = await page.CopyAsync(page.Locator("#p7").GetByRole(AriaRole.Button, new() { Name = "Copy link" }));
        link.Should().Be($"{bundled.Site.Address}{Addresses.Passage}/");
        (await page.CopyAsync(page.Locator(".cite").GetByRole(AriaRole.Button, new() { Name = "Copy the citation in APA, 7th edition" }))).Should().StartWith("Xinhua. (2023, November 8).").And.EndWith($"{Addresses.Passage}/");

        var files = await page.Locator(".cite a[href*='.bib'], .cite a[href*='.ris'], .cite a[href*='.csl.json']").EvaluateAllAsync<string[]>("links => links.map(link => link.href)");
        files.Should().HaveCountGreaterThanOrEqualTo(3);
        foreach (var file in files)
            (await page.Context.APIRequest.GetAsync(file)).Ok.Should().BeTrue(file);
    }

    [Fact]
    public async Task Without_script_search_says_what_it_lacks_and_all_else_works()
    {
        var page = await OpenAsync(bundled.Site.Address + $"{Addresses.Speech}/", new() { JavaScriptEnabled = false });
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Site" }).GetByRole(AriaRole.Link, new() { Name = "Themes" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Themes");
        await page.GotoAsync($"{bundled.Site.Address}/search/?q=internet");
        await Assertions.Expect(page.Locator("main noscript p")).ToContainTextAsync("cannot search");
    }

    [Fact]
    public async Task What_is_not_there_has_a_page_and_an_old_address_leads_on()
    {
        WriteContent("lantern", "aliases: [once]");
        var page = await VisitAsync(Addresses.Missing);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Not found");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Site" }).GetByRole(AriaRole.Link, new() { Name = "Themes" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{Own.Address}/themes/");
        await page.GotoAsync($"{Own.Address}/speeches/once/p1/");
        await Assertions.Expect(page).ToHaveURLAsync($"{Own.Address}/speeches/first/p1/");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_old_address_leads_on_and_with_a_script_to_the_very_passage(bool hasScript)
    {
        WriteContent("lantern", "aliases: [once]");
        var page = await VisitAsync("/speeches/once/?mark=lantern#p1", new() { JavaScriptEnabled = hasScript });
        await Assertions.Expect(page).ToHaveURLAsync(hasScript ? $"{Own.Address}/speeches/first/?mark=lantern#p1" : $"{Own.Address}/speeches/first/");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("The speech first");
    }

    [Fact]
    public async Task What_was_seen_and_search_work_without_network_and_a_newer_export_is_taken_over()
    {
        WriteContent("lantern");
        var page = await VisitAsync("/speeches/first/", new() { ServiceWorkers = ServiceWorkerPolicy.Allow });
        var before = await VersionAsync();
        await page.ShouldBeServedByAsync(before);
        await page.GotoAsync($"{Own.Address}/themes/rivers/");
        await page.ShouldKeepAsync($"{ExportedSite.Base}/speeches/first/", $"{ExportedSite.Base}/themes/rivers/");

        await Own.StopAsync();
        await page.GotoAsync($"{Own.Address}/speeches/first/?mark=lantern#p1");
        await page.ShouldLandAtAsync("p1");
        await SearchAsync(page, "lantern", hits: 1);

        WriteContent("compass");
        await Own.ExportAsync(Own.Content);
        await Own.StartAsync();
        (await VersionAsync()).Should().NotBe(before);
        await page.GotoAsync($"{Own.Address}/themes/");
        await page.ShouldBeServedByAsync(await VersionAsync());
        await page.ShouldKeepAsync($"{ExportedSite.Base}/speeches/first/", $"{ExportedSite.Base}/themes/rivers/");

        await Own.StopAsync();
        await SearchAsync(page, "compass", hits: 1);
        await SearchAsync(page, "lantern", hits: 0);
        await page.GotoAsync($"{Own.Address}/speeches/first/");
        await Assertions.Expect(page.Locator("#p1")).ToContainTextAsync("compass");
    }

    private async Task SearchAsync(IPage page, string word, int hits)
    {
        await page.GotoAsync($"{Own.Address}/search/?q={word}");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Search");
        await Assertions.Expect(SearchPage.Status(page)).ToContainTextAsync(hits == 0 ? "No passage" : "passage");
        await Assertions.Expect(SearchPage.Hits(page)).ToHaveCountAsync(hits);
    }

    // Exports, starts the host and opens a page.
    private async Task<IPage> VisitAsync(string address, BrowserNewContextOptions? options = null)
    {
        await Own.ExportAsync(Own.Content);
        await Own.StartAsync();
        return await OpenAsync($"{Own.Address}{address}", options);
    }

    private async Task<string> VersionAsync() => (await File.ReadAllTextAsync(Path.Combine(Own.Folder, "version.txt"))).Trim();

    private void WriteContent(string word, string front = "language: en")
    {
        Directory.CreateDirectory(Path.Combine(Own.Content, "speeches"));
        File.WriteAllText(Path.Combine(Own.Content, "themes.yml"), """
            themes:
              rivers:
                title: Rivers
                colour: blue
                definition: Water that runs.
                terms: { en: { 4: [river] } }
            """);
        File.WriteAllText(Path.Combine(Own.Content, "speeches", "first.md"), $"""
            ---
            title: The speech first
            speaker: Ama Mensah
            event: River Conference
            source:
              publisher: Volta Daily
            date: 2024-05-02
            {front}
            ---
            By the river stands a {word} that all can see. ^p1

            """);
    }
}

/// <summary>The bundled content as files, on a host.</summary>
public sealed class BundledExport : IAsyncLifetime
{
    /// <summary>Where it is.</summary>
    internal ExportedSite Site { get; } = new();

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        await Site.ExportAsync(Repository.Content);
        await Site.StartAsync();
    }

    /// <inheritdoc/>
    public async Task DisposeAsync() => await Site.DisposeAsync();
}
