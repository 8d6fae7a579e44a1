using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SummitDigest.Browser.Tests.Browsing;

namespace SummitDigest.Browser.Tests;

/// <summary>Lists that have several pages, in a library of 120 speeches from 1990 to 2014.</summary>
[Collection(SecondBrowserAndSite.Name)]
public sealed class LongListTests(BrowserFixture browser, SiteFixture site, LongListTests.Library library) : BrowserTest(browser, site), IClassFixture<LongListTests.Library>
{
    private const string Theme = "/themes/growth";

    [Theory]
    [InlineData("/speeches", ColorScheme.Light)]
    [InlineData("/speeches/page/2", ColorScheme.Dark)]
    [InlineData(Theme, ColorScheme.Dark)]
    [InlineData($"{Theme}/page/2", ColorScheme.Light)]
    public async Task No_page_of_a_list_shuts_a_reader_out_or_scrolls_sideways(string address, ColorScheme scheme)
    {
        var page = await OpenLibraryAsync(address, new() { ViewportSize = PageSteps.Narrow, ColorScheme = scheme });
        await Assertions.Expect(Pages(page)).ToBeVisibleAsync();
        await page.ShouldNotScrollSidewaysAsync();
        await page.ShouldShutNobodyOutAsync();
    }

    [Fact]
    public async Task The_pages_are_named_by_their_years_and_lead_to_one_another()
    {
        var page = await OpenLibraryAsync("/speeches");
        var years = await Pages(page).GetByRole(AriaRole.Listitem).AllInnerTextsAsync();
        years.Should().HaveCount(3);
        years[0].Should().StartWith("2014–");
        years[2].Should().EndWith("–1990");

        await page.GetByRole(AriaRole.Link, new() { Name = "All pages" }).ClickAsync();
        await Assertions.Expect(Pages(page)).ToBeInViewportAsync();
        await Pages(page).GetByRole(AriaRole.Link, new() { Name = $"Page 3: {years[2]}", Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveTitleAsync(new Regex($"^Speeches, {years[2]} \\(page 3 of 3\\)", RegexOptions.None, TimeSpan.FromMinutes(1)));
        await Assertions.Expect(Pages(page).Locator("[aria-current=page]")).ToHaveTextAsync(years[2]);

        await Pages(page).Locator("[rel=prev]").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{library.Address}/speeches/page/2");
    }

    [Fact]
    public async Task An_address_that_names_no_page_opens_at_its_place_on_another_one()
    {
        var (last, id) = await LastPlaceAsync();

        // Not until it is loaded: it goes on before that.
        var page = await NewPageAsync(new() { BaseURL = library.Address });
        await page.GotoAsync($"{Theme}#{id}", new() { WaitUntil = WaitUntilState.Commit });
        await Assertions.Expect(page).ToHaveURLAsync($"{library.Address}{last}#{id}");
        await page.ShouldLandAtAsync(id);

        await page.GotoAsync("/speeches#ui-1990", new() { WaitUntil = WaitUntilState.Commit });
        await Assertions.Expect(page).ToHaveURLAsync($"{library.Address}/speeches/page/3#ui-1990");
        await Assertions.Expect(page.Locator("#ui-1990")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task An_address_with_the_page_of_yesterday_leads_to_its_place_of_today()
    {
        var (last, id) = await LastPlaceAsync();
        last.Should().NotBe($"{Theme}/page/2");

        var page = await OpenLibraryAsync($"{Theme}/page/2#{id}");
        await page.GetByRole(AriaRole.Status).GetByRole(AriaRole.Link, new() { Name = "See whether it is on another page" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{library.Address}{last}#{id}");
        await page.ShouldLandAtAsync(id);
    }

    [Fact]
    public async Task Without_JavaScript_it_opens_at_the_link_to_the_other_one()
    {
        var (last, id) = await LastPlaceAsync();

        var page = await OpenLibraryAsync($"{Theme}#{id}", new() { JavaScriptEnabled = false });
        var link = Pages(page).GetByRole(AriaRole.Listitem).Filter(new() { Has = page.Locator($"#{id}") }).GetByRole(AriaRole.Link);
        await Assertions.Expect(link).ToBeInViewportAsync();
        await link.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{library.Address}{last}");
        await Assertions.Expect(page.Locator($"h3#{id}")).ToHaveCountAsync(1);
    }

    private static ILocator Pages(IPage page) => page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" });

    private Task<IPage> OpenLibraryAsync(string address, BrowserNewContextOptions? options = null) => OpenAsync(address, new(options ?? new()) { BaseURL = library.Address });

    // The address of the theme's last page, and the id of a speech on it.
    private async Task<(string Address, string Id)> LastPlaceAsync()
    {
        var page = await OpenLibraryAsync(Theme);
        var last = (await Pages(page).GetByRole(AriaRole.Listitem).Last.GetByRole(AriaRole.Link).GetAttributeAsync("href"))!;
        await page.GotoAsync(last);
        return (last, (await page.Locator(".section > h3").Last.GetAttributeAsync("id"))!);
    }

    /// <summary>The site that these tests visit.</summary>
    public sealed class Library : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("summit-digest-");
        private readonly SiteFactory _factory;

        /// <summary>Starts it.</summary>
        public Library()
        {
            new SyntheticSpeeches(8).WriteTo(_folder.FullName, speeches: 120, passages: 8);
            _factory = new(_folder.FullName);
            _factory.UseKestrel(0);
            _factory.StartServer();
        }

        /// <summary>Where it answers, without a slash at its end.</summary>
        public string Address => _factory.ClientOptions.BaseAddress.AbsoluteUri.TrimEnd('/');

        /// <inheritdoc/>
        public void Dispose()
        {
            _factory.Dispose();
            _folder.Delete(recursive: true);
        }
    }
}
