using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SummitDigest.Web.Discovery;
using SummitDigest.Web.Exporting;
using SummitDigest.Web.Formats;
using SummitDigest.Web.Links;
using SummitDigest.Web.Serving;
using SummitDigest.Web.Tests.Formats;

namespace SummitDigest.Web.Tests.Discovery;

/// <summary>The site map, against the rules of its protocol.</summary>
public sealed class SitemapTests
{
    private static readonly XNamespace Map = Sitemap.Namespace;

    [Fact]
    public async Task It_has_every_page_with_the_day_of_its_newest_source()
    {
        using var site = new TestSite().With("Site:BaseUrl", "https://digest.example.org")
            .WithSpeech("first", "The river. ^water\n\nGood day.", "  retrieved: 2025-01-01\ndate: 2024-05-02")
            .WithSpeech("second", "The meadow.", "date: 2024-05-03");
        (await ReadAsync(site)).Should().Equal(
            ("/", "2025-01-01"), ("/speeches", "2025-01-01"), ("/themes", "2025-01-01"), ("/themes/rivers", "2025-01-01"), ("/themes/meadows", "2024-05-03"),
            ("/speeches/second", "2024-05-03"), ("/speeches/second/meadows", "2024-05-03"), ("/speeches/second/p1", "2024-05-03"),
            ("/speeches/first", "2025-01-01"), ("/speeches/first/rivers", "2025-01-01"), ("/speeches/first/water", "2025-01-01"), ("/speeches/first/overview", "2025-01-01"), ("/speeches/first/p2", "2025-01-01"));
        foreach (var address in new[] { "/", "/speeches", "/themes", "/themes/rivers", "/speeches/first" })
            (await site.PageAsync(address)).QuerySelector("h1").Should().NotBeNull();
    }

    [Fact]
    public async Task The_bundled_speech_is_there_with_its_sections_and_passages()
    {
        using var site = new TestSite().With("Content:Folder", Repository.Content).With("Site:BaseUrl", HostileSite.Address);
        (await ReadAsync(site)).Select(page => page.Path).Where(path => path.StartsWith("/speeches/", StringComparison.Ordinal)).Should().HaveCount(1 + 5 + 11).And.Contain("/speeches/xi-jinping-wuzhen-summit-2023/p7");
    }

    [Fact]
    public async Task An_empty_library_has_the_pages_that_are_always_there()
    {
        using var site = new TestSite().With("Site:BaseUrl", HostileSite.Address);
        (await ReadAsync(site)).Should().Equal(("/", null), ("/speeches", null), ("/themes", null), ("/themes/rivers", null), ("/themes/meadows", null));
    }

    [Theory]
    [InlineData("/sitemap-1.xml")]
    [InlineData("/sitemap-0.xml")]
    [InlineData("/sitemap-x.xml")]
    public async Task A_map_that_fits_into_one_file_has_no_parts(string address)
    {
        using var site = new TestSite();
        using var response = await site.GetAsync(address);
        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public void More_than_fifty_thousand_pages_are_several_files_and_one_that_names_them()
    {
        var pages = Enumerable.Range(1, 100_001).Select(number => new SitemapPage($"https://digest.example.org/speeches/{number}", number == 60_000 ? new DateOnly(2024, 5, 2) : null));
        var parts = Sitemap.Parts(pages, Sitemap.MostPages);
        parts.Numbers.Select(number => parts[number].Length).Should().Equal(50_000, 50_000, 1);
        var index = Sitemap.Index(parts, new SiteLinks(new HttpContextAccessor(), Options.Create(new SiteOptions { BaseUrl = new("https://digest.example.org") }), new())).Root!;
        index.Name.Should().Be(Map + "sitemapindex");
        index.Elements(Map + "sitemap").Select(part => ((string)part.Element(Map + "loc")!, (string?)part.Element(Map + "lastmod"))).Should().Equal(
            ("https://digest.example.org/sitemap-1.xml", null), ("https://digest.example.org/sitemap-2.xml", "2024-05-02"), ("https://digest.example.org/sitemap-3.xml", null));
    }

    [Fact]
    public async Task A_large_library_is_served_in_parts()
    {
        using var site = new TestSite().With("Site:BaseUrl", HostileSite.Address);
        for (var number = 1; number <= 6; number++)
            site.WithSpeech($"speech-{number}", string.Join("\n\n", Enumerable.Repeat("The river.", 9_000)));
        using var response = await site.GetAsync("/sitemap.xml");
        var addresses = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!.Elements(Map + "sitemap").Elements(Map + "loc").Select(loc => loc.Value).ToList();
        addresses.Should().Equal("https://digest.example.org/sitemap-1.xml", "https://digest.example.org/sitemap-2.xml");
        var pages = new List<string>();
        foreach (var address in addresses)
            pages.AddRange((await ReadAsync(site, new Uri(address).AbsolutePath)).Select(page => page.Path));
        pages.Should().HaveCount(5 + 5 + 6 * 9_002, "the theme has a page for each speech").And.OnlyHaveUniqueItems();
        using var none = await site.GetAsync("/sitemap-3.xml");
        none.StatusCode.Should().Be(HttpStatusCode.NotFound);
        ExportAddresses.Shared(site.Services.GetRequiredService<LibraryStore>().Current, site.Services.GetRequiredService<SiteAssets>(), site.Services.GetRequiredService<SiteLinks>())
            .Select(address => address.Path).Where(path => path.StartsWith("/sitemap", StringComparison.Ordinal))
            .Should().Equal("/sitemap.xml", "/sitemap-1.xml", "/sitemap-2.xml");
    }

    [Fact]
    public void As_many_addresses_as_a_file_may_have_are_never_too_many_bytes()
    {
        var longest = new SitemapPage($"https://{new string('x', 253)}:65535/speeches/{new string('y', 60)}/{new string('z', 60)}", new(2024, 5, 2));
        XmlResult.Bytes(Sitemap.OfPages(Enumerable.Repeat(longest, Sitemap.MostPages))).Length.Should().BeLessThan(50 * 1024 * 1024);
    }

    private static async Task<IReadOnlyList<(string Path, string? Modified)>> ReadAsync(TestSite site, string address = "/sitemap.xml")
    {
        using var head = await site.GetAsync(address, HttpMethod.Head);
        head.StatusCode.Should().Be(HttpStatusCode.OK);
        using var response = await site.GetAsync(address);
        response.Content.Headers.ContentType!.ToString().Should().Be("application/xml; charset=utf-8");
        var root = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
        root.Name.Should().Be(Map + "urlset");
        var pages = new List<(string, string?)>();
        foreach (var url in root.Elements())
        {
            url.Name.Should().Be(Map + "url");
            url.Elements().Select(child => child.Name.LocalName).Should().BeSubsetOf(["loc", "lastmod"]);
            var loc = url.Elements(Map + "loc").Single().Value;
            loc.Length.Should().BeLessThan(2048);
            Uri.IsWellFormedUriString(loc, UriKind.Absolute).Should().BeTrue(loc);
            loc.Should().StartWith($"{HostileSite.Address}/", "all addresses are of one host");
            var modified = (string?)url.Element(Map + "lastmod");
            if (modified is not null)
                DateOnly.TryParseExact(modified, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _).Should().BeTrue(modified);
            pages.Add((new Uri(loc).AbsolutePath, modified));
        }
        pages.Should().HaveCountLessThanOrEqualTo(50_000).And.OnlyHaveUniqueItems();
        return pages;
    }
}
