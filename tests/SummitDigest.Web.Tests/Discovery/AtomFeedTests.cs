using System.Globalization;
using System.Net;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using SummitDigest.Web.Discovery;
using SummitDigest.Web.Tests.Formats;

namespace SummitDigest.Web.Tests.Discovery;

/// <summary>Atom feeds, against the rules of RFC 4287.</summary>
public sealed class AtomFeedTests
{
    private static readonly XNamespace Atom = AtomFeed.Namespace;

    [Fact]
    public async Task The_newest_speeches_come_first_in_full()
    {
        using var site = HostileSite.Create();
        var feed = await ReadAsync(site, "/feed.xml");
        feed.Elements(Atom + "entry").Elements(Atom + "id").Select(id => id.Value).Should().Equal(
            ["https://digest.example.org/speeches/hostile", "https://digest.example.org/speeches/second"], "the first was read later, though given earlier");
        var entry = feed.Elements(Atom + "entry").First();
        entry.Element(Atom + "updated")!.Value.Should().Be("2024-06-07T00:00:00Z");
        entry.Element(Atom + "published")!.Value.Should().Be("2024-05-02T00:00:00Z");
        entry.Element(Atom + "title")!.Value.Should().Be("]]> & <b>نهر</b> 🌊  \"x\"");
        entry.Element(Atom + "author")!.Element(Atom + "name")!.Value.Should().Be("<P> &  Co");
        entry.Attribute(XNamespace.Xml + "lang")!.Value.Should().Be("ar");
        feed.Element(Atom + "updated")!.Value.Should().Be("2024-06-07T00:00:00Z");
        var content = new HtmlParser().ParseDocument(entry.Element(Atom + "content")!.Value);
        content.QuerySelectorAll("script").Should().BeEmpty();
        content.QuerySelectorAll("h2").Select(heading => heading.TextContent).Should().Contain("Next to it");
        content.Body!.TextContent.Should().Contain("<script>alert(1)</script>").And.Contain("Within.").And.Contain("Eight meadows.");
        content.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")).Should().Equal(
            "https://digest.example.org/speeches/hostile#p2", "https://digest.example.org/themes?a=b&c=d", "https://example.org/x?y=1&z=2");
    }

    [Fact]
    public async Task A_themes_feed_has_only_what_was_said_on_it()
    {
        using var site = HostileSite.Create();
        var feed = await ReadAsync(site, "/themes/meadows/feed.xml");
        feed.Elements(Atom + "entry").Elements(Atom + "id").Select(id => id.Value).Should().Equal(
            "https://digest.example.org/themes/meadows#ui-hostile", "https://digest.example.org/themes/meadows#ui-second");
        var content = new HtmlParser().ParseDocument(feed.Elements(Atom + "entry").First().Element(Atom + "content")!.Value).Body!.TextContent;
        content.Should().Contain("Eight meadows.").And.NotContain("Seven rivers.");
        feed.Elements(Atom + "entry").Last().Element(Atom + "summary")!.Value.Should().Be("Draft by Volta Daily, 1 passage on Meadows.");
        (await site.PageAsync("/themes/meadows")).QuerySelectorAll("#ui-hostile, #ui-second").Should().HaveCount(2, "the entries' addresses lead there");
    }

    [Fact]
    public async Task The_bundled_speech_is_in_the_feed_of_each_of_its_themes()
    {
        using var site = new TestSite().With("Content:Folder", Repository.Content);
        var entry = (await ReadAsync(site, "/feed.xml")).Elements(Atom + "entry").Single();
        entry.Element(Atom + "summary")!.Value.Should().StartWith("Digest of a report by Xinhua, 11 passages. Themes: Development (");
        foreach (var theme in entry.Elements(Atom + "category").Select(category => category.Attribute("term")!.Value))
            (await ReadAsync(site, $"/themes/{theme}/feed.xml")).Elements(Atom + "entry").Should().ContainSingle();
    }

    [Theory]
    [InlineData("/feed.xml")]
    [InlineData("/themes/rivers/feed.xml")]
    public async Task An_empty_library_has_an_empty_feed(string address)
    {
        using var site = new TestSite();
        (await ReadAsync(site, address)).Elements(Atom + "entry").Should().BeEmpty();
    }

    [Fact]
    public async Task No_more_than_fifty_entries_are_sent()
    {
        using var site = new TestSite();
        for (var day = 1; day <= 51; day++)
            site.WithSpeech($"day-{day}", "The river.", $"date: {new DateOnly(2024, 1, 1).AddDays(day):yyyy-MM-dd}");
        var ids = (await ReadAsync(site, "/feed.xml")).Elements(Atom + "entry").Elements(Atom + "id").Select(id => id.Value).ToList();
        ids.Should().HaveCount(50).And.StartWith("http://localhost/speeches/day-51").And.NotContain("http://localhost/speeches/day-1");
    }

    [Theory]
    [InlineData("/feed.xml", HttpStatusCode.OK)]
    [InlineData("/feed.json", HttpStatusCode.OK)]
    [InlineData("/themes/rivers/feed.xml", HttpStatusCode.OK)]
    [InlineData("/themes/rivers/feed.json", HttpStatusCode.OK)]
    [InlineData("/themes/nothing/feed.xml", HttpStatusCode.NotFound)]
    [InlineData("/themes/nothing/feed.json", HttpStatusCode.NotFound)]
    public async Task HEAD_is_answered_like_GET(string address, HttpStatusCode status)
    {
        using var site = new TestSite();
        using var head = await site.GetAsync(address, HttpMethod.Head);
        head.StatusCode.Should().Be(status);
        using var get = await site.GetAsync(address);
        get.StatusCode.Should().Be(status);
        head.Content.Headers.ContentType.Should().Be(get.Content.Headers.ContentType);
    }

    private static async Task<XElement> ReadAsync(TestSite site, string address)
    {
        using var response = await site.GetAsync(address);
        response.Content.Headers.ContentType!.ToString().Should().Be("application/atom+xml; charset=utf-8");
        var feed = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
        feed.Name.Should().Be(Atom + "feed");
        CheckShared(feed, ["id", "title", "updated", "subtitle"], ["author", "link", "entry"]);
        Links(feed, "self").Should().ContainSingle().Which.Should().EndWith(address);
        Links(feed, "alternate").Should().ContainSingle();
        foreach (var entry in feed.Elements(Atom + "entry"))
        {
            CheckShared(entry, ["id", "title", "updated", "published", "summary", "content"], ["author", "link", "category"]);
            Links(entry, "alternate").Should().ContainSingle();
            entry.Element(Atom + "content")!.Attribute("type")!.Value.Should().Be("html");
            entry.Elements(Atom + "category").Should().OnlyContain(category => category.Attribute("term") != null && Uri.IsWellFormedUriString(category.Attribute("scheme")!.Value, UriKind.Absolute));
        }
        feed.Elements(Atom + "entry").Elements(Atom + "id").Select(id => id.Value).Should().OnlyHaveUniqueItems();
        return feed;
    }

    // RFC 4287, sections 4.1.1 and 4.1.2: what there must be one of, and what there may be many of; nothing else is ours.
    private static void CheckShared(XElement parent, string[] one, string[] many)
    {
        foreach (var name in one)
            parent.Elements(Atom + name).Should().ContainSingle(name);
        parent.Elements().Select(child => child.Name).Should().BeSubsetOf(one.Concat(many).Select(name => Atom + name));
        Uri.IsWellFormedUriString(parent.Element(Atom + "id")!.Value, UriKind.Absolute).Should().BeTrue();
        parent.Element(Atom + "title")!.Value.Should().NotBeNullOrWhiteSpace();
        parent.Elements(Atom + "author").Should().NotBeEmpty().And.OnlyContain(author => author.Elements(Atom + "name").Count() == 1);
        foreach (var date in parent.Elements().Where(child => child.Name.LocalName is "updated" or "published"))
            DateTimeOffset.TryParseExact(date.Value, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _).Should().BeTrue(date.Value);
        parent.Elements(Atom + "link").Should().OnlyContain(link => Uri.IsWellFormedUriString(link.Attribute("href")!.Value, UriKind.Absolute));
        parent.Elements(Atom + "link").Select(link => (link.Attribute("rel")!.Value, link.Attribute("type")?.Value)).Should().OnlyHaveUniqueItems();
    }

    private static IEnumerable<string> Links(XElement parent, string relation) =>
        parent.Elements(Atom + "link").Where(link => link.Attribute("rel")!.Value == relation).Select(link => link.Attribute("href")!.Value);
}
