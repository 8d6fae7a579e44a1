using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
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
}
