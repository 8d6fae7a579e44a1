using System.Text.Json;
using System.Xml.Linq;
using SummitDigest.Web.Discovery;
using SummitDigest.Web.Tests.Formats;

namespace SummitDigest.Web.Tests.Discovery;

/// <summary>JSON feeds, against the rules of JSON Feed 1.1.</summary>
public sealed class JsonFeedTests
{
    private static readonly string[] OfFeed = ["version", "title", "home_page_url", "feed_url", "description", "language", "authors", "items"];
    private static readonly string[] OfItem = ["id", "url", "external_url", "title", "content_html", "summary", "date_published", "date_modified", "authors", "tags", "language"];

    [Theory]
    [InlineData("/feed")]
    [InlineData("/themes/rivers/feed")]
    [InlineData("/themes/meadows/feed")]
    public async Task It_says_what_the_Atom_feed_says(string address)
    {
        using var site = HostileSite.Create();
        var feed = await ReadAsync(site, $"{address}.json");
        var atom = XDocument.Parse(await (await site.GetAsync($"{address}.xml")).Content.ReadAsStringAsync()).Root!;
        feed.GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("id").GetString(), item.GetProperty("content_html").GetString(), item.GetProperty("date_modified").GetString()))
            .Should().Equal(atom.Elements(AtomFeed.Namespace + "entry").Select(entry => (Value(entry, "id"), Value(entry, "content"), Value(entry, "updated")))).And.NotBeEmpty();
    }

    [Fact]
    public async Task The_bundled_speech_is_valid_too()
    {
        using var site = new TestSite().With("Content:Folder", Repository.Content);
        var item = (await ReadAsync(site, "/feed.json")).GetProperty("items").EnumerateArray().Single();
        item.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()).Should().Contain("AI governance");
        item.TryGetProperty("external_url", out _).Should().BeFalse();
    }

    [Theory]
    [InlineData("/feed.json")]
    [InlineData("/themes/rivers/feed.json")]
    public async Task An_empty_library_has_an_empty_feed(string address)
    {
        using var site = new TestSite();
        (await ReadAsync(site, address)).GetProperty("items").GetArrayLength().Should().Be(0);
    }

    private static async Task<JsonElement> ReadAsync(TestSite site, string address)
    {
        using var response = await site.GetAsync(address);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/feed+json");
        var feed = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        feed.EnumerateObject().Select(property => property.Name).Should().BeSubsetOf(OfFeed).And.Contain(["version", "title", "items"]);
        feed.GetProperty("version").GetString().Should().Be("https://jsonfeed.org/version/1.1");
        feed.GetProperty("feed_url").GetString().Should().EndWith(address);
        foreach (var item in feed.GetProperty("items").EnumerateArray())
        {
            item.EnumerateObject().Select(property => property.Name).Should().BeSubsetOf(OfItem).And.Contain(["id", "content_html"]);
            item.EnumerateObject().Where(property => property.Name is "id" or "url" or "external_url").Should().OnlyContain(property => Uri.IsWellFormedUriString(property.Value.GetString(), UriKind.Absolute));
            item.EnumerateObject().Where(property => property.Name is "date_published" or "date_modified").Should().OnlyContain(property => property.Value.GetDateTimeOffset().Offset == TimeSpan.Zero);
            item.GetProperty("authors").EnumerateArray().Should().OnlyContain(author => author.GetProperty("name").GetString()!.Length > 0);
        }
        feed.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()).Should().OnlyHaveUniqueItems();
        return feed;
    }

    private static string? Value(XElement entry, string name) => entry.Element(AtomFeed.Namespace + name)!.Value;
}
