using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitDigest.Browser.Tests.Browsing;

namespace SummitDigest.Browser.Tests;

/// <summary>Ctrl+K finds a passage from any page.</summary>
[Collection(SecondBrowserAndSite.Name)]
public sealed partial class SearchDialogTests(BrowserFixture browser, SiteFixture site) : BrowserTest(browser, site)
{
    [Fact]
    public async Task A_passage_is_found_and_opened_with_the_keyboard_alone_and_marked_where_it_opens()
    {
        var page = await OpenAsync(Addresses.Themes);
        await OpenDialogAsync(page);
        await Assertions.Expect(Box(page)).ToBeFocusedAsync();

        await page.Keyboard.TypeAsync("hegem");
        await Assertions.Expect(Hits(page)).ToHaveCountAsync(1);
        await Assertions.Expect(Dialog(page).GetByRole(AriaRole.Status)).ToContainTextAsync("1 passage");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(Hits(page).First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync($"{Addresses.Speech}?mark=hegemony#p7");
        await page.ShouldLandAtAsync("p7");
        await Assertions.Expect(page.Locator("mark")).ToHaveTextAsync(["hegemony"]);
        await Assertions.Expect(Dialog(page)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_hit_on_the_page_that_is_open_closes_the_dialog_and_is_marked_there_every_time()
    {
        var page = await OpenAsync($"{Addresses.Speech}#p1");
        for (var i = 0; i < 2; i++)
        {
            await OpenDialogAsync(page);
            await page.Keyboard.TypeAsync("cyberspace");
            await Hits(page).And(page.Locator("[href$='#p4']")).ClickAsync();

            await Assertions.Expect(Dialog(page)).ToHaveCountAsync(0);
            await Assertions.Expect(page).ToHaveURLAsync($"{Addresses.Speech}?mark=cyberspace#p4");
            await page.ShouldLandAtAsync("p4");
            await Assertions.Expect(page.Locator("#p4 mark.current")).ToHaveTextAsync("cyberspace");
        }
    }

    [Fact]
    public async Task Enter_in_the_box_goes_to_the_search_page_and_so_does_the_last_link()
    {
        var page = await OpenAsync(Addresses.Speeches);
        await OpenDialogAsync(page);
        await page.Keyboard.TypeAsync("internet");
        await Assertions.Expect(Hits(page)).Not.ToHaveCountAsync(0);
        await Assertions.Expect(Dialog(page).GetByRole(AriaRole.Link).Last).ToHaveAttributeAsync("href", "/search?q=internet");

        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync("/search?q=internet");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Search");
    }

    [Fact]
    public async Task Arrows_go_through_the_hits_and_back_to_the_box_where_typing_goes_on()
    {
        var page = await OpenAsync(Addresses.Themes);
        await OpenDialogAsync(page);
        await page.Keyboard.TypeAsync("cybersp");
        await Assertions.Expect(Hits(page)).ToHaveCountAsync(4);

        for (var i = 0; i < 4; i++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
            await Assertions.Expect(Hits(page).Nth(i)).ToBeFocusedAsync();
        }
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(Dialog(page).GetByRole(AriaRole.Link).Last).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(Dialog(page).GetByRole(AriaRole.Link).Last).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(Hits(page).Nth(3)).ToBeFocusedAsync();

        await page.Keyboard.TypeAsync("ace");
        await Assertions.Expect(Box(page)).ToBeFocusedAsync();
        await Assertions.Expect(Box(page)).ToHaveValueAsync("cyberspace");

        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(Box(page)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Escape_the_shortcut_the_button_and_a_press_beside_it_close_it_and_give_the_focus_back()
    {
        var page = await OpenAsync(Addresses.Themes);
        var link = page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link).First;
        await link.FocusAsync();
        Func<Task>[] ways =
        [
            () => page.Keyboard.PressAsync("Escape"),
            () => page.Keyboard.PressAsync("Control+k"),
            () => Dialog(page).GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync(),
            () => page.Mouse.ClickAsync(5, 5),
        ];
        foreach (var close in ways)
        {
            await OpenDialogAsync(page);
            await page.Keyboard.TypeAsync("internet");
            await close();
            await Assertions.Expect(Dialog(page)).ToHaveCountAsync(0);
            await Assertions.Expect(link).ToBeFocusedAsync();
        }
        await Assertions.Expect(page).ToHaveURLAsync(Addresses.Themes);
    }

    [Fact]
    public async Task What_is_typed_before_it_is_there_is_in_its_box_and_the_page_stays_where_it_is()
    {
        var page = await OpenAsync($"{Addresses.Speech}#p9");
        var link = page.Locator("#p9").GetByRole(AriaRole.Link).First;
        await link.FocusAsync();
        var place = await page.EvaluateAsync<double>("scrollY");
        place.Should().BeGreaterThan(500);
        await page.RouteAsync("**/search-dialog*.js", async route =>
        {
            await Task.Delay(500);
            await route.ContinueAsync();
        });

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("cyber");
        await Assertions.Expect(Box(page)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("space");

        await Assertions.Expect(Box(page)).ToHaveValueAsync("cyberspace");
        await Assertions.Expect(Hits(page)).Not.ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(link).ToBeFocusedAsync();
        (await page.EvaluateAsync<double>("scrollY")).Should().Be(place);
        await Assertions.Expect(page.GetByRole(AriaRole.Search, new() { Name = "This site" }).GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("");
    }

    [Fact]
    public async Task The_header_names_the_shortcut_and_its_search_stays_a_plain_form()
    {
        var page = await OpenAsync(Addresses.Themes);
        var form = page.GetByRole(AriaRole.Search, new() { Name = "This site" });

        await form.GetByRole(AriaRole.Button, new() { NameRegex = Shortcut() }).ClickAsync();
        await Assertions.Expect(Box(page)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");

        await form.GetByRole(AriaRole.Searchbox).FillAsync("internet");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync("/search?q=internet");
    }

    [Theory]
    [InlineData("/search")]
    [InlineData(Addresses.Missing)]
    public async Task A_page_with_a_search_box_of_its_own_uses_that(string address)
    {
        var page = await OpenAsync(address);

        await page.Keyboard.PressAsync("Control+k");

        await Assertions.Expect(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await Assertions.Expect(Dialog(page)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Of_a_pasted_text_that_is_too_long_it_is_said_that_its_end_was_left_off()
    {
        var page = await OpenAsync(Addresses.Themes);
        await OpenDialogAsync(page);

        await page.Keyboard.InsertTextAsync(SearchPage.TooLong);

        await Assertions.Expect(Dialog(page).GetByRole(AriaRole.Status)).ToContainTextAsync("The query was too long; its end was left off.");
    }

    [Fact]
    public async Task What_is_not_found_is_said_in_words()
    {
        var page = await OpenAsync(Addresses.Themes);
        await OpenDialogAsync(page);

        await page.Keyboard.TypeAsync("zzyzxqq");

        await Assertions.Expect(Dialog(page).GetByRole(AriaRole.Status)).ToContainTextAsync("zzyzxqq");
        await Assertions.Expect(Hits(page)).ToHaveCountAsync(0);
        await Box(page).FillAsync("");
        await Assertions.Expect(Dialog(page).GetByRole(AriaRole.Status)).ToHaveTextAsync("");
    }

    [Fact]
    public async Task An_index_that_cannot_be_loaded_is_said_in_words_and_can_be_tried_again_or_done_without()
    {
        var page = await OpenAsync(Addresses.Themes);
        await page.RouteAsync(IndexFiles(), route => route.AbortAsync());
        await OpenDialogAsync(page);

        await page.Keyboard.TypeAsync("internet");
        await Assertions.Expect(Dialog(page).GetByRole(AriaRole.Status)).Not.ToBeEmptyAsync();
        await Assertions.Expect(Dialog(page).GetByRole(AriaRole.Link, new() { Name = "search page" })).ToHaveAttributeAsync("href", "/search?q=internet");
        await page.ShouldShutNobodyOutAsync();
        Complaints.Take().Should().NotBeEmpty().And.OnlyContain(complaint => complaint.Contains("/search/"));

        await page.UnrouteAsync(IndexFiles());
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Assertions.Expect(Hits(page)).Not.ToHaveCountAsync(0);
        await Assertions.Expect(Dialog(page).GetByRole(AriaRole.Button, new() { Name = "Try again" })).ToBeHiddenAsync();
        await Assertions.Expect(Box(page)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task An_index_that_was_replaced_since_the_page_was_loaded_is_found_anew()
    {
        var page = await OpenAsync(Addresses.Themes);
        await page.EvaluateAsync("document.documentElement.dataset.index = '/search/0123456789abcdef/'");
        await OpenDialogAsync(page);

        await page.Keyboard.TypeAsync("internet");

        await Assertions.Expect(Hits(page)).Not.ToHaveCountAsync(0);
        Complaints.Take().Should().OnlyContain(complaint => complaint.Contains("404"));
    }

    [Fact]
    public async Task Without_script_there_is_neither_the_dialog_nor_its_hint()
    {
        var page = await OpenAsync(Addresses.Themes, new() { JavaScriptEnabled = false });

        await Assertions.Expect(page.Locator("dialog")).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = Shortcut() })).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 320)]
    public async Task The_open_dialog_shuts_no_reader_out(ColorScheme scheme, int width)
    {
        var page = await OpenAsync(Addresses.Speech, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 560 } });
        await OpenDialogAsync(page);
        await page.Keyboard.TypeAsync("development internet");
        await Assertions.Expect(Hits(page)).Not.ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("ArrowDown");

        await page.ShouldShutNobodyOutAsync();
        (await page.EvaluateAsync<bool>("[document.documentElement, document.querySelector('dialog .inside'), document.querySelector('dialog .hits')].every(element => element.scrollWidth <= element.clientWidth)"))
            .Should().BeTrue("nothing scrolls sideways");
        var box = await page.Locator("dialog").BoundingBoxAsync();
        (box!.Y + box.Height).Should().BeLessThanOrEqualTo(560);
    }

    // The first time, the script comes with the shortcut.
    private static async Task OpenDialogAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(Box(page)).ToBeFocusedAsync();
    }

    private static ILocator Dialog(IPage page) => page.GetByRole(AriaRole.Dialog, new() { Name = "Search" });

    private static ILocator Box(IPage page) => Dialog(page).GetByRole(AriaRole.Searchbox);

    private static ILocator Hits(IPage page) => Dialog(page).GetByRole(AriaRole.Listitem).GetByRole(AriaRole.Link);

    [GeneratedRegex("^Ctrl K", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Shortcut();

    [GeneratedRegex(@"^[^/]+//[^/]+/search/", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex IndexFiles();
}
