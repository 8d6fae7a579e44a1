using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitDigest.Browser.Tests.Browsing;
using static SummitDigest.Browser.Tests.Browsing.SearchPage;

namespace SummitDigest.Browser.Tests;

/// <summary>The search page where its index, or a part of it, does not come.</summary>
[Collection(SecondBrowserAndSite.Name)]
public sealed class SearchFaultsTests(BrowserFixture browser, SiteFixture site) : BrowserTest(browser, site)
{
    private const string IndexFiles = "**/search/*/*";

    [Theory]
    [InlineData("blocked", "the site did not answer")]
    [InlineData("corrupt", "came damaged")]
    [InlineData("missing", "is not where it should be")]
    [InlineData("version", "The site was updated")]
    public async Task An_index_that_cannot_be_read_is_told_in_words_and_tried_again(string fault, string words)
    {
        var page = await NewPageAsync();
        await page.RouteAsync(IndexFiles, route => FaultAsync(route, fault));
        await page.GotoAsync("/search");
        await Box(page).FillAsync("internet");

        await Assertions.Expect(Status(page)).ToContainTextAsync(words);
        var again = page.GetByRole(AriaRole.Button, new() { Name = fault == "version" ? "Reload" : "Try again" });
        await Assertions.Expect(again).ToBeVisibleAsync();

        await page.UnrouteAsync(IndexFiles);
        // Without waiting until it can be seen: a search that was still under way may have hidden it by now.
        await again.DispatchEventAsync("click");
        if (fault == "version")
            await Box(page).FillAsync("internet");
        await Assertions.Expect(Hits(page)).Not.ToHaveCountAsync(0);
        await Assertions.Expect(again).ToBeHiddenAsync();
        await Assertions.Expect(Status(page)).ToContainTextAsync("passages have “internet”");
        // What the browser says of the fault itself is no complaint about the site.
        Complaints.Take().Where(complaint => !complaint.Contains("/root")).Should().BeEmpty();
    }

    [Fact]
    public async Task An_index_that_moved_is_followed_without_a_word()
    {
        var page = await NewPageAsync();
        await page.RouteAsync("**/search", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = Regex.Replace(await answer.TextAsync(), "/search/[0-9a-f]+/", "/search/0123456789abcdef/", RegexOptions.None, TimeSpan.FromMinutes(1)) });
        });
        await page.GotoAsync("/search");
        await Box(page).FillAsync("internet");

        await Assertions.Expect(Hits(page)).Not.ToHaveCountAsync(0);
        await Assertions.Expect(Status(page)).ToContainTextAsync("passages have “internet”");
        Complaints.Take().Should().OnlyContain(complaint => complaint.Contains("0123456789abcdef"));
    }

    [Theory]
    [InlineData("words-*", 0)]
    [InlineData("postings-*", 0)]
    [InlineData("text-*", 0)]
    [InlineData("text-*", 5)]
    public async Task A_part_of_a_large_index_that_does_not_come_is_told_of_the_query_at_hand(string part, int drawn)
    {
        var own = OwnSite();
        var words = WriteLarge(own);
        // Far from each other in the alphabet, so that they have no file in common.
        var (first, second) = (words[100], words.Skip(200).First(word => word[0] > words[100][0] + 5 || word[0] < words[100][0] - 5));
        own.Start();
        var page = await NewPageAsync(new() { BaseURL = own.Address });
        await page.GotoAsync("/search");
        await Box(page).FillAsync(first);
        await Assertions.Expect(Status(page)).ToContainTextAsync($"“{first}");
        await Box(page).FillAsync("");
        await Assertions.Expect(Hits(page)).ToHaveCountAsync(0);
        await page.RouteAsync($"**/search/*/{part}", async route =>
        {
            if (await Hits(page).CountAsync() >= drawn)
                await route.AbortAsync();
            else
                await route.ContinueAsync();
        });
        await Box(page).FillAsync(second);

        await Assertions.Expect(Status(page)).ToContainTextAsync("Search could not load");
        await Assertions.Expect(Hits(page)).ToHaveCountAsync(drawn);
        (await Status(page).TextContentAsync()).Should().NotContain(first);
        if (drawn > 0)
            await Assertions.Expect(page).ToHaveURLAsync($"/search?q={second}");

        await page.UnrouteAsync($"**/search/*/{part}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Assertions.Expect(Hits(page)).ToHaveCountAsync(10);
        await Assertions.Expect(Status(page)).ToHaveTextAsync(new Regex($"^[0-9]+ passages have “{second}…?”\\.$", RegexOptions.None, TimeSpan.FromMinutes(1)));
        await ShouldHaveCountedAsync(page);
        Complaints.Take().Should().OnlyContain(complaint => complaint.Contains("ERR_FAILED"));
    }

    [Fact]
    public async Task Without_the_index_Enter_lets_the_server_search()
    {
        var page = await NewPageAsync();
        await page.RouteAsync(IndexFiles, route => route.AbortAsync());
        await page.GotoAsync("/search");
        await Box(page).FillAsync("internet");
        await Assertions.Expect(Status(page)).ToContainTextAsync("press Enter");

        await Box(page).PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync("/search?q=internet");
        await Assertions.Expect(Hits(page)).Not.ToHaveCountAsync(0);
        // That page's index is blocked too.
        await Assertions.Expect(Status(page)).ToContainTextAsync("press Enter");
        Complaints.Take();
    }

    private static async Task FaultAsync(IRoute route, string fault)
    {
        if (fault == "blocked")
        {
            await route.AbortAsync("connectionfailed");
            return;
        }
        if (fault == "missing")
        {
            await route.FulfillAsync(new() { Status = 404 });
            return;
        }
        var bytes = await (await route.FetchAsync()).BodyAsync();
        // The third byte is the format's version; see index-format.md.
        bytes[fault == "version" ? 2 : bytes.Length - 1] ^= 0x55;
        await route.FulfillAsync(new() { Status = 200, BodyBytes = bytes });
    }
}
