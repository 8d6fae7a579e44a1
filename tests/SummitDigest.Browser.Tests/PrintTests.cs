using Microsoft.Playwright;
using SummitDigest.Browser.Tests.Browsing;

namespace SummitDigest.Browser.Tests;

/// <summary>A sheet of paper says by itself what it is and where it comes from.</summary>
public sealed class PrintTests(BrowserFixture browser, SiteFixture site) : BrowserTest(browser, site)
{
    [Fact]
    public async Task A_passage_says_on_paper_which_speech_and_theme_it_is_of_and_where_it_was_read()
    {
        var page = await PrintAsync(Addresses.Passage);
        var text = await page.Locator("body").InnerTextAsync();
        text.Should().Contain("Xi Jinping's video address").And.Contain("Passage 7").And.Contain("Security").And.NotContain("Why this theme?").And.NotContain("In context");
        text.Should().MatchRegex($"Summit Digest: http://.*{Addresses.Passage}");
    }

    [Theory]
    [InlineData(Addresses.Passage)]
    [InlineData($"{Addresses.Speech}/security")]
    public async Task Below_the_text_stands_how_to_cite_it_once_and_nothing_to_click(string address)
    {
        var page = await PrintAsync(address);
        await Assertions.Expect(page.Locator(".citation").First).ToBeVisibleAsync();
        var text = await page.Locator(".cite").InnerTextAsync();
        text.Should().MatchRegex("^Cite this (passage|section)\\s+APA, 7th edition\\s+Xinhua\\. \\(2023, November 8\\)\\. .*\\S$").And.NotContain("\nMLA").And.NotContain("Copy").And.NotContain("BibTeX");
        (await page.Locator(".citation").First.BoundingBoxAsync())!.Y.Should().BeGreaterThan((await page.Locator(".passage").Last.BoundingBoxAsync())!.Y);
    }

    [Theory]
    [InlineData(Addresses.Speech)]
    [InlineData($"{Addresses.Speech}/security")]
    public async Task Themes_have_their_names_on_paper(string address)
    {
        var page = await PrintAsync(address);
        await Assertions.Expect(page.Locator("#p7 summary .theme-name")).ToBeVisibleAsync();
        (await page.Locator("#p7").BoundingBoxAsync())!.Width.Should().BeGreaterThan(500, "the outline leaves its column to the text");
        await Assertions.Expect(page.Locator(".theme-link:visible")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".printed")).ToContainTextAsync(address);
    }

    [Fact]
    public async Task A_search_names_its_filters_on_paper_and_no_other_choices()
    {
        var page = await PrintAsync("/search?q=internet&theme=security&year=2023");
        await Assertions.Expect(page.Locator(".filters .pill:visible")).ToHaveTextAsync(["Security"], new() { UseInnerText = true });
        await Assertions.Expect(page.GetByLabel("Year")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Speaker")).ToBeHiddenAsync();
    }

    private async Task<IPage> PrintAsync(string address)
    {
        var page = await OpenAsync(address);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        return page;
    }
}
