using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitDigest.Browser.Tests.Browsing;

namespace SummitDigest.Browser.Tests;

/// <summary>A hit that is followed is marked on the page that it opens.</summary>
[Collection(SecondBrowserAndSite.Name)]
public sealed class MarksTests(BrowserFixture browser, SiteFixture site) : BrowserTest(browser, site)
{
    // “cyberspace” stands in the passages 2, 4, 7 (twice), 10.
    private const string Cyberspace = $"{Addresses.Speech}?mark=cyberspace";

    [Fact]
    public async Task Every_form_of_a_word_is_marked_in_the_text_of_passages_and_nowhere_else()
    {
        var page = await OpenAsync($"{Addresses.Speech}?mark=civilizations");
        await ShouldReadAsync(page, "1 of 3 matches");

        (await MarkedAsync(page)).Should().Equal("civilizations", "civilizations", "civilization");
    }

    [Fact]
    public async Task Words_in_quotes_are_marked_where_they_follow_one_another_and_across_links_and_emphasis()
    {
        var page = await NewPageAsync();
        await page.RouteAsync($"**{Addresses.Speech}?*", async route =>
        {
            var answer = await route.FetchAsync();
            var html = (await answer.TextAsync()).Replace(
                "building together, in cyberspace, a community with a shared future",
                """building together, in cyberspace, a <a href="/themes">community <em>with</em> a</a> <strong>shared</strong> future""");
            await route.FulfillAsync(new() { Response = answer, Body = html });
        });

        await page.GotoAsync($"{Addresses.Speech}?mark=%22community+with+a+shared+future%22#p2");
        await ShouldReadAsync(page, "1 of 2 matches");

        (await MarkedAsync(page)).Should().Equal("community ", "with", " a", "shared", " future", "community with a shared future");
        await Assertions.Expect(page.Locator("#p2 .text")).ToContainTextAsync("a community with a shared future. It has since");
        await Assertions.Expect(page.Locator("#p2 .text a")).ToHaveTextAsync(["community with a"]);
        await Assertions.Expect(page.Locator("mark.current")).ToHaveCountAsync(5);
    }

    [Fact]
    public async Task The_walk_begins_in_the_passage_of_the_address_and_goes_round()
    {
        var page = await OpenAsync($"{Cyberspace}#p4");
        await ShouldReadAsync(page, "2 of 5 matches");
        await page.ShouldLandAtAsync("p4");
        var next = Bar(page).GetByRole(AriaRole.Button, new() { Name = "Next" });

        // The bar stands right before the passage where the reader is.
        await page.Locator("#p4").GetByRole(AriaRole.Link, new() { Name = "Link to passage 4" }).FocusAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(next).ToBeFocusedAsync();

        foreach (var (match, passage) in new[] { (3, "p7"), (4, "p7"), (5, "p10"), (1, "p2"), (2, "p4") })
        {
            await page.Keyboard.PressAsync("Enter");
            await ShouldReadAsync(page, $"{match} of 5 matches");
            await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync($"Match {match} of 5, passage {passage[1..]}");
            await Assertions.Expect(page.Locator($"#{passage} mark.current")).ToBeInViewportAsync();
        }

        await Bar(page).GetByRole(AriaRole.Button, new() { Name = "Previous" }).ClickAsync();
        await ShouldReadAsync(page, "1 of 5 matches");
    }

    [Fact]
    public async Task The_bar_covers_neither_the_current_match_nor_what_has_the_focus()
    {
        var page = await OpenAsync($"{Cyberspace}#p2", new() { ViewportSize = new() { Width = 320, Height = 480 } });
        await ShouldReadAsync(page, "1 of 5 matches");
        for (var i = 0; i < 5; i++)
        {
            await Bar(page).GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
            await ShouldBeAboveTheBarAsync(page, page.Locator("mark.current"));
        }

        await page.Locator("#p2 summary").FocusAsync();
        for (var i = 0; i < 12; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            await ShouldBeAboveTheBarAsync(page, page.Locator(":focus"));
        }
    }

    [Fact]
    public async Task Clearing_leaves_the_page_its_lasting_address_and_the_focus_where_the_reader_was()
    {
        var page = await OpenAsync($"{Cyberspace}#p7");
        var before = await page.Locator("#p7 .text").InnerTextAsync();
        await ShouldReadAsync(page, "3 of 5 matches");

        await Bar(page).GetByRole(AriaRole.Button, new() { Name = "Clear marks" }).PressAsync("Enter");

        await Assertions.Expect(Bar(page)).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("mark")).ToHaveCountAsync(0);
        await Assertions.Expect(page).ToHaveURLAsync($"{Addresses.Speech}#p7");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Marks cleared");
        await Assertions.Expect(page.Locator("#p7")).ToBeFocusedAsync();
        (await page.Locator("#p7 .text").InnerTextAsync()).Should().Be(before);
        (await page.EvaluateAsync<int>("document.querySelector('#p7 .text p').childNodes.length")).Should().Be(1);
    }

    [Fact]
    public async Task Words_that_are_not_there_are_said_not_to_be()
    {
        var page = await OpenAsync($"{Addresses.Speech}?mark=zzyzx#p7");

        await ShouldReadAsync(page, "No match for your search on this page.");
        await Bar(page).GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync($"{Addresses.Speech}#p7");
        await Assertions.Expect(Bar(page)).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("?mark=")]
    [InlineData("?mark=%22%22+!")]
    [InlineData("?marks=cyberspace")]
    public async Task An_address_that_names_no_word_opens_a_plain_page(string query)
    {
        var page = await OpenAsync($"{Addresses.Speech}{query}");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        await Assertions.Expect(Bar(page)).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("mark")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_an_address_names_is_never_markup_and_never_more_than_16_words()
    {
        var words = string.Join('+', Enumerable.Repeat("zz", 14).Append("%3Cimg+src%3Dx%3E"));
        var page = await OpenAsync($"{Addresses.Speech}?mark={words}+cyberspace");

        await ShouldReadAsync(page, "No match for your search on this page.");
        await Assertions.Expect(page.Locator("main img")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Marks_are_not_printed()
    {
        var page = await OpenAsync($"{Cyberspace}#p2");
        await ShouldReadAsync(page, "1 of 5 matches");

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(Bar(page)).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("mark").First).ToHaveCSSAsync("background-color", "rgba(0, 0, 0, 0)");
    }

    [Fact]
    public async Task Without_script_the_address_opens_the_page_as_ever()
    {
        var page = await OpenAsync($"{Cyberspace}#p7", new() { JavaScriptEnabled = false });

        await page.ShouldLandAtAsync("p7");
        await Assertions.Expect(page.Locator("mark")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("link[rel=canonical]")).ToHaveAttributeAsync("href", new Regex($"{Addresses.Speech}$", RegexOptions.None, TimeSpan.FromMinutes(1)));
    }

    [Theory]
    [InlineData(Addresses.Speech, ColorScheme.Light)]
    [InlineData(Addresses.Speech, ColorScheme.Dark)]
    [InlineData("/", ColorScheme.Light)]
    [InlineData(Addresses.Theme, ColorScheme.Dark)]
    public async Task A_page_with_marks_shuts_no_reader_out(string address, ColorScheme scheme)
    {
        var page = await OpenAsync($"{address}?mark=development+internet+%22every+day%22#p5", new() { ColorScheme = scheme });
        await Assertions.Expect(page.Locator("mark.current")).ToBeVisibleAsync();

        await page.ShouldShutNobodyOutAsync();
    }

    private static ILocator Bar(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "Search matches" });

    private static Task ShouldReadAsync(IPage page, string words) =>
        Assertions.Expect(Bar(page).GetByRole(AriaRole.Paragraph)).ToHaveTextAsync(words);

    private static async Task<IReadOnlyList<string>> MarkedAsync(IPage page)
    {
        (await page.Locator("mark:not(.passage > .text mark)").CountAsync()).Should().Be(0);
        return await page.Locator("mark").AllInnerTextsAsync();
    }

    private static async Task ShouldBeAboveTheBarAsync(IPage page, ILocator element)
    {
        var bar = await Bar(page).BoundingBoxAsync();
        var box = await element.BoundingBoxAsync();
        box!.Y.Should().BeGreaterThanOrEqualTo(0);
        (box.Y + box.Height).Should().BeLessThanOrEqualTo(bar!.Y);
    }
}
