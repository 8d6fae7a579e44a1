using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitDigest.Browser.Tests.Browsing;
using static SummitDigest.Browser.Tests.Browsing.SearchPage;

namespace SummitDigest.Browser.Tests;

/// <summary>The search page with its script: hits while one types.</summary>
[Collection(SecondBrowserAndSite.Name)]
public sealed class SearchPageTests(BrowserFixture browser, SiteFixture site) : BrowserTest(browser, site)
{
    private const string Texts = "**/search/*/text-*";

    [Fact]
    public async Task Hits_come_as_one_types_and_the_address_follows()
    {
        var page = await OpenAsync("/search");
        await Box(page).PressSequentiallyAsync("interne");

        await Assertions.Expect(Hits(page)).Not.ToHaveCountAsync(0);
        await Assertions.Expect(Status(page)).ToHaveTextAsync(new Regex("^[0-9]+ passages have “interne…”\\.$", RegexOptions.None, TimeSpan.FromMinutes(1)));
        await Assertions.Expect(page).ToHaveURLAsync("/search?q=interne");
        await Assertions.Expect(page).ToHaveTitleAsync(new Regex("^Search: interne · ", RegexOptions.None, TimeSpan.FromMinutes(1)));
        await Assertions.Expect(Hits(page).First.Locator("mark").First).ToHaveTextAsync(new Regex("^[Ii]nterne", RegexOptions.None, TimeSpan.FromMinutes(1)));
        await Assertions.Expect(page.Locator("#ui-help")).ToBeHiddenAsync();

        await Box(page).FillAsync("");
        await Assertions.Expect(Hits(page)).ToHaveCountAsync(0);
        await Assertions.Expect(page).ToHaveURLAsync("/search");
        await Assertions.Expect(page.Locator("#ui-help")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Of_a_pasted_text_that_is_too_long_it_is_said_that_its_end_was_left_off_and_the_address_says_so_too()
    {
        var page = await OpenAsync("/search");
        await Box(page).FocusAsync();
        await page.Keyboard.InsertTextAsync(TooLong);
        await Assertions.Expect(Status(page)).ToContainTextAsync("The query was too long; its end was left off.");
        await page.ReloadAsync();
        await Assertions.Expect(Status(page)).ToContainTextAsync("The query was too long; its end was left off.");

        await page.GotoAsync(Addresses.Themes);
        var header = page.GetByRole(AriaRole.Search, new() { Name = "This site" });
        await header.GetByRole(AriaRole.Searchbox).FocusAsync();
        await page.Keyboard.InsertTextAsync(TooLong);
        await header.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }).ClickAsync();
        await Assertions.Expect(Status(page)).ToContainTextAsync("The query was too long; its end was left off.");
    }

    [Fact]
    public async Task A_quotation_of_several_lines_is_found_and_marked_where_it_opens()
    {
        var speech = await OpenAsync(Addresses.Speech);
        var quotation = await speech.Locator("#p7 .text").InnerTextAsync();
        quotation.Length.Should().BeGreaterThan(250);
        var page = await OpenAsync("/search");
        await Box(page).FocusAsync();
        await page.Keyboard.InsertTextAsync($"\"{quotation}\"");
        await Assertions.Expect(Hits(page)).ToHaveCountAsync(1);
        await Assertions.Expect(Status(page)).ToContainTextAsync("1 passage has “");

        await Hits(page).First.GetByRole(AriaRole.Link).ClickAsync();

        await Assertions.Expect(page.Locator("#p7 mark")).ToHaveTextAsync(quotation.TrimEnd('.'));
    }

    [Fact]
    public async Task The_hits_are_drawn_within_the_very_event_and_left_alone_afterwards()
    {
        var page = await OpenAsync("/search");
        await Box(page).FillAsync("cyber");
        await Assertions.Expect(Hits(page)).Not.ToHaveCountAsync(0);

        var mutations = await page.EvaluateAsync<int[]>("""
            async () => {
              const box = document.querySelector('main input[type=search]'), list = document.getElementById('ui-results');
              let count = 0;
              new MutationObserver(() => count++).observe(list, { childList: true, subtree: true, attributes: true, characterData: true });
              box.value = 'internet';
              box.dispatchEvent(new InputEvent('input', { bubbles: true }));
              const drawn = list.textContent.includes('internet');
              await new Promise(resolve => setTimeout(resolve, 1200));
              return [drawn ? 1 : 0, count];
            }
            """);

        mutations.Should().Equal(1, 1);
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(500)]
    [InlineData(360)]
    public async Task Hits_stay_in_their_place_when_counts_and_the_sentence_follow(int width)
    {
        var page = await OpenAsync("/search", new() { ViewportSize = new() { Width = width, Height = 800 } });
        // The index is there from then on, and hits are drawn at once.
        await Box(page).FillAsync("cyber");
        await Assertions.Expect(Hits(page)).Not.ToHaveCountAsync(0);
        await Box(page).FillAsync("");
        await Assertions.Expect(page.Locator("#ui-help")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("fieldset .count").First).ToBeEmptyAsync();

        var drawn = await page.EvaluateAsync<double>("""
            () => {
              const box = document.querySelector('main input[type=search]');
              box.value = 'artificial';
              box.dispatchEvent(new InputEvent('input', { bubbles: true }));
              return document.getElementById('ui-results').getBoundingClientRect().y;
            }
            """);
        await Assertions.Expect(Status(page)).ToContainTextAsync("“artificial”");
        await Assertions.Expect(page.Locator("fieldset .count").First).Not.ToBeEmptyAsync();
        (await page.EvaluateAsync<double>("document.getElementById('ui-results').getBoundingClientRect().y")).Should().Be(drawn);
    }

    [Theory]
    [InlineData("internet")]
    [InlineData("goverment devlopment")]
    [InlineData("\"world internet conference\" -xi")]
    [InlineData("zzyzx the")]
    [InlineData("theme:nonesuch")]
    [InlineData("year:2023")]
    [InlineData("year: 2020- govern* NOT xi OR develop*")]
    public async Task The_script_shows_what_the_server_shows(string query)
    {
        var address = "/search?q=" + Uri.EscapeDataString(query);
        var server = await OpenAsync(address, new() { JavaScriptEnabled = false });
        var sentence = await Status(server).InnerTextAsync();
        var shown = await ShownAsync(server);
        var lists = await server.Locator(".filters select:visible").CountAsync();
        // Left open it would come to complain that nothing uses the index that it was told to fetch.
        await server.CloseAsync();

        var script = await OpenAsync("/search");
        await Box(script).FillAsync(query);
        await Assertions.Expect(Status(script)).ToHaveTextAsync(sentence);
        await UnfoldAsync(script);
        (await ShownAsync(script)).Should().Equal(shown);
        await Assertions.Expect(script.Locator(".filters select:visible")).ToHaveCountAsync(lists);
        await Assertions.Expect(script.Locator("fieldset .count").First).Not.ToBeEmptyAsync();
        await Assertions.Expect(script.Locator(".filters select:visible")).ToHaveCountAsync(lists);
    }

    [Fact]
    public async Task What_the_server_drew_stays_until_the_query_changes()
    {
        var page = await OpenAsync(Addresses.Search);
        await page.EvaluateAsync("document.querySelector('#ui-results > li').id = 'ui-kept'");
        await page.WaitForTimeoutAsync(600);
        await Assertions.Expect(page.Locator("#ui-kept")).ToHaveCountAsync(1);

        await Box(page).PressSequentiallyAsync(" xi");
        await Assertions.Expect(page.Locator("#ui-kept")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Filters_work_at_once_and_their_counts_follow()
    {
        var page = await OpenAsync("/search");
        await Box(page).FillAsync("internet");
        await Assertions.Expect(page).ToHaveURLAsync("/search?q=internet");
        var pill = page.Locator("fieldset .pill").First;
        await Assertions.Expect(pill.Locator(".count")).Not.ToBeEmptyAsync();
        var count = await pill.Locator(".count").InnerTextAsync();

        await pill.Locator("input").CheckAsync();

        await Assertions.Expect(Hits(page)).ToHaveCountAsync(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture));
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/search\\?q=internet&theme=", RegexOptions.None, TimeSpan.FromMinutes(1)));
        await Assertions.Expect(Status(page)).ToContainTextAsync("within the filters");
    }

    [Fact]
    public async Task Back_restores_query_filters_and_hits()
    {
        var page = await OpenAsync("/search");
        await Box(page).FillAsync("internet");
        await page.Locator("fieldset .pill input").First.CheckAsync();
        await Assertions.Expect(Status(page)).ToContainTextAsync("within the filters");
        await UnfoldAsync(page);
        var shown = await ShownAsync(page);
        var theme = await page.Locator("input[name=theme]:checked").InputValueAsync();

        await Hits(page).First.Locator("a").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/speeches/", RegexOptions.None, TimeSpan.FromMinutes(1)));
        await page.GoBackAsync();

        await Assertions.Expect(Box(page)).ToHaveValueAsync("internet");
        await Assertions.Expect(page.Locator("input[name=theme]:checked")).ToHaveValueAsync(theme);
        (await ShownAsync(page)).Should().Equal(shown);
    }

    [Fact]
    public async Task Back_and_Forward_go_through_what_was_entered_and_filtered_and_not_through_every_key()
    {
        var page = await OpenAsync("/search");
        await Box(page).PressSequentiallyAsync("internet");
        await Assertions.Expect(page).ToHaveURLAsync("/search?q=internet");
        await Box(page).PressAsync("Enter");
        await Box(page).PressAsync("Enter");
        await Box(page).FillAsync("cyber");
        await Assertions.Expect(page).ToHaveURLAsync("/search?q=cyber");
        await Box(page).FillAsync("development");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync("/search?q=development");
        var theme = page.Locator("input[name=theme][value=development]");
        await theme.CheckAsync();
        await Assertions.Expect(page).ToHaveURLAsync("/search?q=development&theme=development");
        var ofTheme = await Hits(page).AllInnerTextsAsync();
        await page.GetByLabel("Year").SelectOptionAsync("2023");
        await Assertions.Expect(page).ToHaveURLAsync("/search?q=development&theme=development&year=2023");
        await page.GetByLabel("Year").SelectOptionAsync("");
        await Assertions.Expect(page).ToHaveURLAsync("/search?q=development&theme=development");

        await page.GoBackAsync();
        await Assertions.Expect(page.GetByLabel("Year")).ToHaveValueAsync("2023");
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByLabel("Year")).ToHaveValueAsync("");
        await Assertions.Expect(theme).ToBeCheckedAsync();
        (await Hits(page).AllInnerTextsAsync()).Should().Equal(ofTheme);
        await page.GoBackAsync();
        await Assertions.Expect(theme).Not.ToBeCheckedAsync();
        await Assertions.Expect(Status(page)).ToHaveTextAsync(new Regex("have “development”\\.$", RegexOptions.None, TimeSpan.FromMinutes(1)));
        await page.GoBackAsync();
        await Assertions.Expect(Box(page)).ToHaveValueAsync("internet");
        await Assertions.Expect(Status(page)).ToContainTextAsync("“internet”");
        await page.GoBackAsync();
        await Assertions.Expect(Box(page)).ToHaveValueAsync("");
        await Assertions.Expect(Hits(page)).ToHaveCountAsync(0);

        for (var i = 0; i < 3; i++)
            await page.GoForwardAsync();
        await Assertions.Expect(Box(page)).ToHaveValueAsync("development");
        await Assertions.Expect(theme).ToBeCheckedAsync();
        await Assertions.Expect(Status(page)).ToContainTextAsync("within the filters");
        (await Hits(page).AllInnerTextsAsync()).Should().Equal(ofTheme);
    }

    [Fact]
    public async Task All_filters_are_cleared_at_once_and_where_they_find_nothing_that_is_what_is_offered()
    {
        var page = await OpenAsync("/search");
        await Box(page).FillAsync("internet");
        var clear = page.GetByRole(AriaRole.Link, new() { Name = "Clear filters" });
        await Assertions.Expect(page).ToHaveURLAsync("/search?q=internet");
        await Assertions.Expect(clear).ToBeHiddenAsync();
        await page.Locator("input[name=theme]").First.CheckAsync();
        await page.GetByLabel("Year").SelectOptionAsync("2023");
        await Assertions.Expect(page).ToHaveURLAsync("/search?q=internet&theme=development&year=2023");
        await clear.ClickAsync();
        await Assertions.Expect(clear).ToBeHiddenAsync();
        await Assertions.Expect(page).ToHaveURLAsync("/search?q=internet");
        await Assertions.Expect(page.Locator(".filters :checked:not([value=''])")).ToHaveCountAsync(0);
        await Assertions.Expect(Box(page)).ToBeFocusedAsync();

        await page.GoBackAsync();
        await Assertions.Expect(page.GetByLabel("Year")).ToHaveValueAsync("2023");
        await Assertions.Expect(clear).ToHaveAttributeAsync("href", "/search?q=internet");
        await Box(page).FillAsync("zzyzx");
        await Assertions.Expect(Status(page)).ToContainTextAsync("Try without a filter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Search without the filters" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync("/search?q=zzyzx");
        await Assertions.Expect(Status(page)).Not.ToContainTextAsync("filter");
    }

    [Fact]
    public async Task A_hit_tells_the_opened_page_what_to_mark_and_keeps_the_lasting_address_for_itself()
    {
        var page = await OpenAsync("/search");
        await Box(page).FillAsync("internet xi");
        var link = Hits(page).First.Locator("a");
        await Assertions.Expect(link).ToHaveAttributeAsync("href", new Regex("^/speeches/[a-z0-9-]+#p[0-9]+$", RegexOptions.None, TimeSpan.FromMinutes(1)));

        var followed = await page.EvaluateAsync<string[]>("""
            async () => {
              const link = document.querySelector('#ui-results a');
              let during = '';
              addEventListener('click', event => { during = link.getAttribute('href'); event.preventDefault(); }, { once: true });
              link.click();
              await new Promise(resolve => setTimeout(resolve, 50));
              return [during, link.getAttribute('href')];
            }
            """);

        followed[0].Should().Contain("?mark=").And.Contain("internet");
        followed[1].Should().NotContain("mark");
    }

    [Fact]
    public async Task Arrows_lead_through_the_hits_and_Escape_back_to_the_box()
    {
        var page = await OpenAsync("/search");
        await Box(page).FillAsync("internet");
        await Assertions.Expect(Hits(page)).Not.ToHaveCountAsync(0);
        var links = Hits(page).Locator("a");

        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(links.Nth(0)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(links.Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(Box(page)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Box(page)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync("/search?q=internet");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/speeches/.*#p", RegexOptions.None, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task Speakers_and_years_come_into_an_empty_form_when_there_is_time()
    {
        var page = await OpenAsync("/search");
        await page.GetByLabel("Year").SelectOptionAsync("2023");

        await Assertions.Expect(Hits(page)).Not.ToHaveCountAsync(0);
        await Assertions.Expect(page).ToHaveURLAsync("/search?year=2023");
        await Assertions.Expect(page.GetByLabel("Speaker").Locator("option")).ToHaveTextAsync([new Regex("^Any$", RegexOptions.None, TimeSpan.FromMinutes(1)), new Regex("^Xi Jinping \\([0-9]+\\)$", RegexOptions.None, TimeSpan.FromMinutes(1))]);
    }

    [Fact]
    public async Task What_fills_the_screen_is_drawn_before_the_rest_has_come()
    {
        var own = OwnSite();
        var word = WriteLarge(own)[100];
        own.Start();
        var page = await NewPageAsync(new() { BaseURL = own.Address });
        var released = new TaskCompletionSource();
        await page.RouteAsync(Texts, async route =>
        {
            if (await Hits(page).CountAsync() > 0)
                await released.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync("/search");
        await Box(page).FillAsync(word);

        await Assertions.Expect(Hits(page)).ToHaveCountAsync(5);
        await Hits(page).First.GetByRole(AriaRole.Button).ClickAsync();
        released.SetResult();
        await Assertions.Expect(Hits(page)).ToHaveCountAsync(10);
        await Assertions.Expect(Hits(page).First.Locator(".why p")).ToHaveTextAsync(new Regex($"“{word}”: ", RegexOptions.None, TimeSpan.FromMinutes(1)));
        await ShouldHaveCountedAsync(page);
    }

    [Fact]
    public async Task The_form_filters_and_finds_without_JavaScript()
    {
        var page = await OpenAsync("/search", new() { JavaScriptEnabled = false });
        await Box(page).FillAsync("internet");
        await Box(page).PressAsync("Enter");
        await page.Locator("fieldset .pill input").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();

        await Assertions.Expect(Status(page)).ToContainTextAsync("within the filters");
        await Hits(page).First.Locator("summary").ClickAsync();
        await Assertions.Expect(Hits(page).First.Locator(".why p")).ToContainTextAsync("“internet”: as typed");
    }

    private static async Task UnfoldAsync(IPage page)
    {
        await page.UnfoldAsync();
        await page.EvaluateAsync("document.querySelectorAll('.why > button').forEach(button => button.click())");
    }

    private static async Task<string[]> ShownAsync(IPage page) => await Hits(page).EvaluateAllAsync<string[]>("""
        items => items.map(item => [...item.querySelectorAll('a, .excerpt, .count, .why p')]
          .map(part => (part.getAttribute('href') ?? '') + part.innerHTML).join('\n') + item.dataset.colour)
        """);
}
