using System.Net;
using Microsoft.AspNetCore.Http;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Tests;

/// <summary>Whose word is taken for the scheme, the host and the reader's address.</summary>
public sealed class TrustedProxiesTests : IDisposable
{
    private const string Reader = "203.0.113.9";

    private readonly TestSite _site = new();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("10.0.0.1")]
    [InlineData(Reader)]
    public async Task By_default_nobodys(string from) => await ShouldNotBeBelievedAsync(from);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("11.0.0.1")]
    [InlineData("192.0.2.2")]
    [InlineData("fe80::1")]
    public async Task Not_that_of_strangers(string from)
    {
        Trust("10.0.0.0/8", "192.0.2.1", "fd00::/8");
        await ShouldNotBeBelievedAsync(from);
    }

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("::ffff:10.1.2.3")]
    [InlineData("192.0.2.1")]
    [InlineData("fd12::1")]
    public async Task That_of_the_proxies_which_are_named(string from)
    {
        Trust("10.0.0.0/8", "192.0.2.1", "fd00::/8");
        var seen = await AskAsync(from, Reader, "https", "digest.example.org");
        seen.Should().Be(new Seen("https://digest.example.org/sitemap.xml", Reader, IsStrict: true));
    }

    [Fact]
    public async Task Plain_http_through_a_proxy_stays_plain()
    {
        Trust("10.0.0.1");
        (await AskAsync("10.0.0.1", Reader, "http", "digest.example.org")).Should().Be(new Seen("http://digest.example.org/sitemap.xml", Reader, IsStrict: false));
    }

    [Theory]
    // Two proxies, one behind the other, both named.
    [InlineData($"{Reader}, 10.0.0.7", "https", "digest.example.org", Reader, "https://digest.example.org/sitemap.xml")]
    // What the reader wrote is in front of what the proxy added.
    [InlineData($"198.51.100.1, {Reader}", "https", "digest.example.org", Reader, "https://digest.example.org/sitemap.xml")]
    [InlineData($"10.0.0.9, {Reader}", "ftp, https", "evil.example.org, digest.example.org", Reader, "https://digest.example.org/sitemap.xml")]
    public async Task Of_several_hops_the_one_before_the_first_that_is_named(string forwardedFor, string scheme, string host, string reader, string map)
    {
        Trust("10.0.0.0/8");
        (await AskAsync("10.0.0.1", forwardedFor, scheme, host)).Should().Be(new Seen(map, reader, IsStrict: true));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData(",,,", ",", ",")]
    [InlineData("somewhere", "https", "digest.example.org")]
    [InlineData("unix:", "https", "digest.example.org")]
    [InlineData(Reader, "java script", "<digest>")]
    [InlineData(Reader, "https:", "digest.example.org/path")]
    [InlineData("999.999.999.999, \u0001", "\u0001", "\u0001")]
    public async Task Nonsense_is_passed_over(string forwardedFor, string scheme, string host)
    {
        Trust("10.0.0.1");
        (await AskAsync("10.0.0.1", forwardedFor, scheme, host)).Map.Should().Be("http://localhost/sitemap.xml");
    }

    [Theory]
    [InlineData("10.0.0.1", "10.0.0.1/32")]
    [InlineData("10.0.0.0/8", "10.0.0.0/8")]
    [InlineData("FD00:0::1", "fd00::1/128")]
    [InlineData("fd00::/8", "fd00::/8")]
    [InlineData("10", null)]
    [InlineData("10.1", null)]
    [InlineData("10/32", null)]
    [InlineData("0/0", null)]
    [InlineData("010.0.0.1", null)]
    [InlineData("0x0a.0.0.1", null)]
    [InlineData("10.0.0.0/", null)]
    [InlineData("10.0.0.0/8/8", null)]
    public void An_address_is_one_that_is_written_in_full(string text, string? network) =>
        (TrustedProxies.TryParse(text)?.ToString()).Should().Be(network);

    private async Task ShouldNotBeBelievedAsync(string from) =>
        (await AskAsync(from, "198.51.100.1", "https", "digest.example.org")).Should().Be(new Seen("http://localhost/sitemap.xml", from, IsStrict: false));

    private void Trust(params string[] proxies)
    {
        for (var i = 0; i < proxies.Length; i++)
            _site.With($"Site:TrustedProxies:{i}", proxies[i]);
    }

    private async Task<Seen> AskAsync(string from, string forwardedFor, string scheme, string host)
    {
        var answer = await _site.Server.SendAsync(context =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(from);
            var headers = context.Request.Headers;
            (context.Request.Path, headers["X-Forwarded-For"], headers["X-Forwarded-Proto"], headers["X-Forwarded-Host"]) = ("/robots.txt", forwardedFor, scheme, host);
        });
        answer.Response.StatusCode.Should().Be(StatusCodes.Status200OK);
        using var body = new StreamReader(answer.Response.Body);
        var map = (await body.ReadToEndAsync()).Split("Sitemap: ")[1].TrimEnd();
        return new(map, answer.Connection.RemoteIpAddress!.ToString(), answer.Response.Headers.ContainsKey("Strict-Transport-Security"));
    }

    private sealed record Seen(string Map, string Reader, bool IsStrict);
}
