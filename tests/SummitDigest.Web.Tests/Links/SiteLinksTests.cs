using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SummitDigest.Content;
using SummitDigest.Content.Theming;
using SummitDigest.Web.Links;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Tests.Links;

/// <summary>Addresses in full.</summary>
public sealed class SiteLinksTests
{
    [Theory]
    [InlineData("https://digest.example.org", "example.org", "https://digest.example.org/speeches/first#p1")]
    [InlineData(null, "example.org:8080", "http://example.org:8080/speeches/first#p1")]
    [InlineData(null, "[::1]:5080", "http://[::1]:5080/speeches/first#p1")]
    [InlineData(null, "", "http://localhost/speeches/first#p1")]
    [InlineData(null, "a b", "http://localhost/speeches/first#p1")]
    public void They_are_of_the_public_address_or_else_of_the_host_that_was_asked(string? site, string host, string address)
    {
        var context = new DefaultHttpContext { Request = { Scheme = "http", Host = new(host) } };
        var links = new SiteLinks(new HttpContextAccessor { HttpContext = context }, Options.Create(new SiteOptions { BaseUrl = site is null ? null : new(site) }), new());
        links.Full("/speeches/first#p1").Should().Be(address);
    }

    [Fact]
    public void The_first_page_of_a_list_is_the_list_itself()
    {
        var links = new SiteLinks(new HttpContextAccessor(), Options.Create(new SiteOptions()), new());
        var rivers = new Theme(ContentId.TryCreate("rivers")!, "Rivers", "blue", "Water that runs.", [], []);
        links.SpeechesPage(1).Should().Be("/speeches");
        links.SpeechesPage(1200).Should().Be("/speeches/page/1200");
        links.ToPage(rivers, 1).Should().Be("/themes/rivers");
        links.ToPage(rivers, 2).Should().Be("/themes/rivers/page/2");
        var files = new SiteLinks(new HttpContextAccessor(), Options.Create(new SiteOptions()), new(IsStatic: true));
        files.ToPage(rivers, 2).Should().Be("/themes/rivers/page/2/");
    }
}
