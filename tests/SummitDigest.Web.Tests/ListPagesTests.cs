using System.Globalization;
using System.Net;
using System.Xml.Linq;
using AngleSharp.Dom;
using SummitDigest.Web.Discovery;

namespace SummitDigest.Web.Tests;

/// <summary>Lists that are too long for one page: 120 speeches, ten a year from 2000 to 2011, each with a passage on rivers.</summary>
public sealed class ListPagesTests(ListPagesTests.LongSite fixture) : IClassFixture<ListPagesTests.LongSite>
{
    private readonly TestSite _site = fixture.Site;

    [Theory]
    [InlineData("/speeches", "2011–2007", 50, "Speeches, 2011–2007 (page 1 of 3) · Summit Digest")]
    [InlineData("/speeches/page/2", "2006–2002", 50, "Speeches, 2006–2002 (page 2 of 3) · Summit Digest")]
    [InlineData("/speeches/page/3", "2001–2000", 20, "Speeches, 2001–2000 (page 3 of 3) · Summit Digest")]
    public async Task A_page_of_speeches_says_what_it_is_and_names_the_others(string address, string years, int count, string title)
    {
        var page = await _site.PageAsync(address);
        page.Title.Should().Be(title);
        page.QuerySelector("link[rel=canonical]")!.GetAttribute("href").Should().Be(address);
        page.QuerySelector("meta[name=description]")!.GetAttribute("content").Should().Contain(years);
        page.QuerySelector("h1")!.TextContent.Should().Be("Speeches");
        page.QuerySelector(".lead")!.TextContent.Should().StartWith("120 speeches, newest first.").And.Contain(years);
        page.QuerySelectorAll(".speech-list > li").Should().HaveCount(count);
        Pages(page).Should().Equal(("/speeches", "2011–2007"), ("/speeches/page/2", "2006–2002"), ("/speeches/page/3", "2001–2000"));
        page.QuerySelectorAll("nav[aria-label=Pages] [aria-current=page]").Should().ContainSingle().Which.GetAttribute("href").Should().Be(address);
    }

    [Fact]
    public async Task Pages_of_the_same_year_say_which_part_of_it_they_are()
    {
        using var site = new TestSite().WithSpeech("last", "The river.", "date: 2012-05-02");
        for (var number = 0; number < 3; number++)
            site.WithSpeech($"speech-{number}", string.Join("\n\n", Enumerable.Repeat("The river rises.", 60)), $"date: 2011-05-0{number + 1}");
        var page = await site.PageAsync("/themes/rivers/page/2");
        Pages(page).Should().Equal(("/themes/rivers", "2011, part 1"), ("/themes/rivers/page/2", "2011, part 2"), ("/themes/rivers/page/3", "2011–2012"));
        page.Title.Should().Be("Rivers, 2011, part 2 (page 2 of 3) · Summit Digest");
        page.QuerySelector("meta[name=description]")!.GetAttribute("content").Should().Contain("2011, part 2");
        page.QuerySelectorAll("nav[aria-label=Pages] a[rel]").Select(link => link.TextContent).Should().Equal("← Page 1: 2011, part 1", "Page 3: 2011–2012 →");
    }

    [Fact]
    public async Task A_year_of_more_speeches_than_a_page_has_is_in_parts()
    {
        using var site = new TestSite();
        for (var number = 0; number < 51; number++)
            site.WithSpeech($"speech-{number}", "The river rises.", "date: 2011-05-01");
        Pages(await site.PageAsync("/speeches")).Should().Equal(("/speeches", "2011, part 1"), ("/speeches/page/2", "2011, part 2"));
    }

    [Fact]
    public async Task All_pages_together_have_every_speech_once_newest_first()
    {
        var found = new List<string>();
        foreach (var address in new[] { "/speeches", "/speeches/page/2", "/speeches/page/3" })
            found.AddRange((await _site.PageAsync(address)).QuerySelectorAll(".speech-list h3 a").Select(link => link.GetAttribute("href")!));
        found.Should().HaveCount(120).And.OnlyHaveUniqueItems();
        found[0].Should().Be("/speeches/speech-2011-9");
        found[^1].Should().Be("/speeches/speech-2000-0");
    }

    [Fact]
    public async Task A_page_leads_to_the_one_before_and_the_one_behind()
    {
        Neighbours(await _site.PageAsync("/speeches")).Should().Equal("next /speeches/page/2");
        Neighbours(await _site.PageAsync("/speeches/page/2")).Should().Equal("prev /speeches", "next /speeches/page/3");
        Neighbours(await _site.PageAsync("/speeches/page/3")).Should().Equal("prev /speeches/page/2");
        Neighbours(await _site.PageAsync("/themes/rivers/page/2")).Should().Equal("prev /themes/rivers");
    }

    [Theory]
    [InlineData("/themes/rivers", "2000–2009", 100, 10, "Rivers, 2000–2009 (page 1 of 2) · Summit Digest")]
    [InlineData("/themes/rivers/page/2", "2010–2011", 20, 2, "Rivers, 2010–2011 (page 2 of 2) · Summit Digest")]
    public async Task What_was_said_on_a_theme_has_pages_by_year(string address, string span, int passages, int years, string title)
    {
        var page = await _site.PageAsync(address);
        page.Title.Should().Be(title);
        page.QuerySelector("link[rel=canonical]")!.GetAttribute("href").Should().Be(address);
        page.QuerySelector("meta[name=description]")!.GetAttribute("content").Should().Contain(span);
        page.QuerySelectorAll(".passage").Should().HaveCount(passages);
        page.QuerySelectorAll("h2.year").Should().HaveCount(years).And.OnlyHaveUniqueItems(year => year.TextContent);
        page.QuerySelectorAll(".section > h3").Should().HaveCount(passages);
        page.QuerySelectorAll(".section > h2").Should().BeEmpty("the years are of level two");
        Pages(page).Should().Equal(("/themes/rivers", "2000–2009"), ("/themes/rivers/page/2", "2010–2011"));
    }

    [Fact]
    public async Task The_first_page_has_the_places_of_all_others_at_the_links_to_them()
    {
        var themes = await _site.PageAsync("/themes/rivers");
        themes.GetElementById("ui-speech-2003-4")!.TagName.Should().Be("H3");
        themes.GetElementById("ui-speech-2011-4")!.Closest("li")!.QuerySelector("a")!.GetAttribute("href").Should().Be("/themes/rivers/page/2");
        (await _site.PageAsync("/speeches")).GetElementById("ui-2004")!.Closest("li")!.QuerySelector("a")!.GetAttribute("href").Should().Be("/speeches/page/2");
        foreach (var address in new[] { "/speeches", "/speeches/page/2", "/themes/rivers", "/themes/rivers/page/2" })
            (await _site.PageAsync(address)).QuerySelectorAll("[id]").Select(element => element.Id).Should().OnlyHaveUniqueItems(address);
        (await _site.PageAsync("/themes/rivers/page/2")).QuerySelectorAll(".pages span").Should().BeEmpty();
    }

    [Fact]
    public async Task A_themes_feed_leads_to_the_page_of_now_under_ids_that_stay()
    {
        using var response = await _site.GetAsync("/themes/rivers/feed.xml");
        var entries = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!.Elements(AtomFeed.Namespace + "entry").ToList();
        entries.Select(entry => ((string)entry.Element(AtomFeed.Namespace + "id")!, (string)entry.Element(AtomFeed.Namespace + "link")!.Attribute("href")!))
            .Should().HaveCount(50)
            .And.Contain(("http://localhost/themes/rivers#ui-speech-2011-4", "http://localhost/themes/rivers/page/2#ui-speech-2011-4"))
            .And.Contain(("http://localhost/themes/rivers#ui-speech-2009-4", "http://localhost/themes/rivers#ui-speech-2009-4"));
        (await _site.PageAsync("/themes/rivers/page/2")).GetElementById("ui-speech-2011-4")!.TagName.Should().Be("H3");
    }

    [Fact]
    public async Task The_site_map_has_every_page()
    {
        using var response = await _site.GetAsync("/sitemap.xml");
        var addresses = XDocument.Parse(await response.Content.ReadAsStringAsync()).Descendants(Sitemap.Namespace + "loc").Select(loc => new Uri(loc.Value).AbsolutePath).ToList();
        addresses.Take(8).Should().Equal("/", "/speeches", "/speeches/page/2", "/speeches/page/3", "/themes", "/themes/rivers", "/themes/rivers/page/2", "/themes/meadows");
        foreach (var address in addresses.Take(8))
            (await _site.PageAsync(address)).QuerySelector("h1").Should().NotBeNull();
    }

    [Theory]
    [InlineData("/speeches/page/1", "/speeches")]
    [InlineData("/themes/rivers/page/1", "/themes/rivers")]
    [InlineData("/themes/meadows/page/1", "/themes/meadows")]
    [InlineData("/speeches/page/2/", "/speeches/page/2")]
    public async Task A_page_has_one_address(string address, string now)
    {
        using var response = await _site.GetAsync(address);
        response.StatusCode.Should().Be(HttpStatusCode.MovedPermanently);
        response.Headers.Location!.OriginalString.Should().Be(now);
    }

    [Theory]
    [InlineData("/speeches/page")]
    [InlineData("/speeches/page/0")]
    [InlineData("/speeches/page/02")]
    [InlineData("/speeches/page/4")]
    [InlineData("/speeches/page/x")]
    [InlineData("/speeches/page/-1")]
    [InlineData("/speeches/page/%20")]
    [InlineData("/speeches/page/99999999999")]
    [InlineData("/speeches/page/2/3")]
    [InlineData("/themes/rivers/page")]
    [InlineData("/themes/rivers/page/0")]
    [InlineData("/themes/rivers/page/02")]
    [InlineData("/themes/rivers/page/3")]
    [InlineData("/themes/rivers/page/%20")]
    [InlineData("/themes/meadows/page/2")]
    [InlineData("/themes/lakes/page/1")]
    [InlineData("/themes/lakes/page/2")]
    public async Task A_page_that_there_is_not_is_not_found(string address)
    {
        using var response = await _site.GetAsync(address);
        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_number_behind_a_question_mark_means_nothing() =>
        (await _site.PageAsync("/speeches?number=2")).QuerySelector("link[rel=canonical]")!.GetAttribute("href").Should().Be("/speeches");

    [Fact]
    public async Task A_list_of_one_page_is_as_it_was()
    {
        using var site = new TestSite().WithSpeech("first", "The river.").WithSpeech("page", "The river.");
        var speeches = await site.PageAsync("/speeches");
        speeches.Title.Should().Be("Speeches · Summit Digest");
        speeches.QuerySelector(".lead")!.TextContent.Trim().Should().Be("1 speech, newest first.");
        var theme = await site.PageAsync("/themes/rivers");
        theme.Title.Should().Be("Rivers · Summit Digest");
        theme.QuerySelector(".section > h2")!.Id.Should().Be("ui-first");
        foreach (var page in new[] { speeches, theme })
            page.QuerySelectorAll("nav[aria-label=Pages], .year, [href='#ui--pages']").Should().BeEmpty();
    }

    [Fact]
    public async Task A_theme_may_be_called_page()
    {
        using var site = new TestSite().WithSpeech("first", "The river.");
        site.WithFile("themes.yml", (await File.ReadAllTextAsync(site.PathOf("themes.yml"))).Replace("rivers:", "page:"));
        (await site.PageAsync("/themes/page")).QuerySelector("h1")!.TextContent.Should().Be("Rivers");
        using var redirect = await site.GetAsync("/themes/page/page/1");
        redirect.Headers.Location!.OriginalString.Should().Be("/themes/page");
    }

    private static IEnumerable<(string? Address, string Years)> Pages(IDocument page) =>
        page.QuerySelectorAll("nav[aria-label=Pages] li a").Select(link => (link.GetAttribute("href"), link.TextContent));

    private static IEnumerable<string> Neighbours(IDocument page) =>
        page.QuerySelectorAll("nav[aria-label=Pages] a[rel]").Select(link => $"{link.GetAttribute("rel")} {link.GetAttribute("href")}");

    /// <summary>The site that all these tests ask.</summary>
    public sealed class LongSite : IDisposable
    {
        public LongSite()
        {
            foreach (var number in Enumerable.Range(0, 120))
            {
                var (year, day) = (2000 + number / 10, number % 10);
                Site.WithSpeech(
                    string.Create(CultureInfo.InvariantCulture, $"speech-{year}-{day}"), "The river rises.",
                    string.Create(CultureInfo.InvariantCulture, $"date: {year}-05-{day + 1:00}"));
            }
        }

        internal TestSite Site { get; } = new();

        public void Dispose() => Site.Dispose();
    }
}
