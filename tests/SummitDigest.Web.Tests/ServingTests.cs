using System.IO.Compression;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using SummitDigest.Web.Serving.Caching;

namespace SummitDigest.Web.Tests;

/// <summary>Addresses, errors, headers and health.</summary>
public sealed class ServingTests : IDisposable
{
    private readonly TestSite _site = new TestSite().WithSpeech("first", "The river rises.", "date: 2024-05-02\naliases: [old-name]");

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("/Speeches/First", "/speeches/first")]
    [InlineData("/speeches/", "/speeches")]
    [InlineData("//example.org/", "/example.org")]
    [InlineData("/%5Cexample.org/", "/%5Cexample.org")]
    [InlineData("/speeches//first/?a=B", "/speeches/first?a=B")]
    [InlineData("/speeches/old-name", "/speeches/first")]
    [InlineData("/speeches/old-name.json", "/speeches/first.json")]
    public async Task Any_other_form_of_an_address_leads_to_the_canonical_one(string address, string canonical)
    {
        using var response = await _site.GetAsync("http://localhost" + address);
        response.StatusCode.Should().Be(HttpStatusCode.MovedPermanently);
        response.Headers.Location!.OriginalString.Should().Be(canonical);
    }

    [Theory]
    [InlineData("/Speeches/First")]
    [InlineData("/speeches/old-name")]
    [InlineData("/speeches/old-name/p1")]
    [InlineData("/speeches/old-name.json")]
    [InlineData("/speeches/old-name/p1.bib")]
    [InlineData("/speeches/page/1")]
    [InlineData("/themes/rivers/page/1")]
    public async Task A_redirect_is_kept_for_an_hour_since_its_reason_may_go(string address)
    {
        using var response = await _site.GetAsync(address);
        response.StatusCode.Should().Be(HttpStatusCode.MovedPermanently);
        (response.Headers.CacheControl?.MaxAge).Should().Be(TimeSpan.FromHours(1));
    }

    [Theory]
    [InlineData("/speeches/first")]
    [InlineData("/speeches/lost")]
    [InlineData("/search?q=river")]
    public async Task What_may_change_with_the_content_is_asked_for_each_time(string address)
    {
        _site.WithFile("permalinks.txt", "speech lost A lost speech\npassage p1\n");
        using var response = await _site.GetAsync(address);
        (response.Headers.CacheControl?.NoCache).Should().BeTrue();
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/index")]
    [InlineData("/speeches/nothing")]
    [InlineData("/speeches/first/p9")]
    [InlineData("/speeches/..%2f..%2fappsettings")]
    [InlineData("/speeches/ui-main")]
    [InlineData("/speeches/%20")]
    [InlineData("/themes/%E2%80%A8")]
    [InlineData("/themes/nothing")]
    [InlineData("/status/500")]
    [InlineData("/appsettings.json")]
    [InlineData("/speeches/%252e%252e")]
    public async Task An_unknown_address_is_a_404_page_with_a_search_box(string address)
    {
        using var response = await _site.GetAsync(address);
        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        var page = await TestSite.ParseAsync(response);
        page.QuerySelector("h1")!.TextContent.Should().Be("Not found");
        page.QuerySelector("main form[action='/search'] input[name=q]").Should().NotBeNull();
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("NONSENSE")]
    public async Task Only_reading_is_allowed(string method)
    {
        using var response = await _site.GetAsync("/speeches/first", new(method));
        response.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.Should().Equal("GET", "HEAD");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/speeches/first.json")]
    [InlineData("/css/site.css")]
    [InlineData("/health/ready")]
    public async Task HEAD_is_answered_like_GET(string address)
    {
        using var response = await _site.GetAsync(address, HttpMethod.Head);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("br;q=0, *")]
    public async Task A_file_with_a_tag_is_not_compressed_once_more(string accepted)
    {
        using var plain = await _site.GetAsync("/css/site.css");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/css/site.css");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var response = await _site.SendAsync(request);
        response.Headers.ETag.Should().Be(plain.Headers.ETag);
        (await response.Content.ReadAsByteArrayAsync()).Should().Equal(await plain.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/", "GET")]
    [InlineData("/nothing", "GET")]
    [InlineData("/", "POST")]
    [InlineData("/Speeches", "GET")]
    [InlineData("/css/site.css", "GET")]
    [InlineData("/speeches/first.json", "GET")]
    [InlineData("/health/live", "GET")]
    public async Task Every_answer_carries_the_security_headers(string address, string method)
    {
        using var response = await _site.GetAsync(address, new(method));
        AssertSecurityHeaders(response);
    }

    [Fact]
    public async Task A_speech_page_and_all_that_it_needs_before_anything_is_done_with_it_are_at_most_14_KB()
    {
        using var site = new TestSite().With("Content:Folder", Repository.Content);
        const string Address = "/speeches/xi-jinping-wuzhen-summit-2023";
        var page = await site.PageAsync(Address);
        var needed = page.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!)
            .Concat(page.QuerySelectorAll("script[src]").Select(script => script.GetAttribute("src")!)).ToList();
        needed.Should().HaveCount(2);
        var bytes = 0;
        foreach (var address in needed.Prepend(Address))
        {
            using var response = await site.GetAsync(address);
            bytes += ContentCodings.Encode(await response.Content.ReadAsByteArrayAsync(), ContentCoding.Brotli, CompressionLevel.SmallestSize).Length;
        }
        bytes.Should().BeLessThanOrEqualTo(14 * 1024);
    }

    [Fact]
    public async Task An_error_is_a_page_without_internals_and_with_the_headers()
    {
        using var broken = _site.WithWebHostBuilder(host => host.ConfigureTestServices(services =>
            services.Add(new(typeof(Microsoft.AspNetCore.Hosting.IStartupFilter), new FailingAddress()))));
        using var response = await broken.CreateClient().GetAsync("/fail");
        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        var text = await response.Content.ReadAsStringAsync();
        text.Should().Contain("Something went wrong").And.NotContain("secret").And.NotContain("Exception");
        AssertSecurityHeaders(response);
    }

    [Fact]
    public async Task Pages_load_nothing_inline_and_nothing_from_elsewhere()
    {
        foreach (var address in new[] { "/", "/speeches", "/speeches/first", "/themes", "/themes/rivers", "/search?q=river" })
        {
            var page = await _site.PageAsync(address);
            page.QuerySelectorAll("style, [style], script:not([src], [type=importmap], [type='application/ld+json']), [onclick], [onload]").Should().BeEmpty(address);
            page.QuerySelectorAll("[src], link[href]").Select(element => element.GetAttribute("src") ?? element.GetAttribute("href"))
                .Should().OnlyContain(source => source!.StartsWith('/') && !source.StartsWith("//"), address);
        }
    }

    [Fact]
    public async Task Every_link_of_every_page_leads_somewhere()
    {
        var pages = new Dictionary<string, IDocument?>();
        var links = new List<(string From, string Path, string? Fragment)>();
        var open = new Queue<string>(["/"]);
        while (open.TryDequeue(out var address))
        {
            if (pages.ContainsKey(address))
                continue;
            using var response = await _site.GetAsync(address);
            response.StatusCode.Should().Be(HttpStatusCode.OK, address);
            var page = response.Content.Headers.ContentType?.MediaType == "text/html" ? await TestSite.ParseAsync(response) : null;
            pages[address] = page;
            foreach (var parts in page?.QuerySelectorAll("a[href], link[href]").Select(link => link.GetAttribute("href")!.Split('#')) ?? [])
            {
                var path = parts[0].Length == 0 ? address : parts[0];
                links.Add((address, path, parts.ElementAtOrDefault(1)));
                open.Enqueue(path);
            }
        }
        foreach (var (from, path, fragment) in links.Where(link => link.Fragment is not null))
            pages[path]!.GetElementById(fragment!).Should().NotBeNull($"{from} links to {path}#{fragment}");
        pages.Keys.Should().Contain(["/speeches/first", "/themes/rivers", "/speeches/first.json"]);
    }

    [Fact]
    public async Task Health_tells_what_is_wrong_with_the_content()
    {
        (await (await _site.GetAsync("/health/live")).Content.ReadAsStringAsync()).Should().Be("Healthy");
        (await ReadyAsync(_site)).GetProperty("status").GetString().Should().Be("Healthy");

        using var faulty = new TestSite().WithSpeech("good", "One.").WithFile("speeches/broken.md", "no front matter");
        var ready = await ReadyAsync(faulty);
        ready.GetProperty("status").GetString().Should().Be("Degraded");
        ready.GetProperty("library").GetProperty("speeches").GetInt32().Should().Be(1);
        ready.GetProperty("library").GetProperty("problems")[0].GetString().Should().Contain("speeches/broken.md:1:1 front-matter-missing");
        (await faulty.PageAsync("/speeches/good")).QuerySelector("h1").Should().NotBeNull();
    }

    private static async Task<JsonElement> ReadyAsync(TestSite site)
    {
        using var response = await site.GetAsync("/health/ready");
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    private static void AssertSecurityHeaders(HttpResponseMessage response)
    {
        response.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("default-src 'none'").And.Contain("script-src 'self'").And.NotContain("unsafe");
        response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        response.Headers.Contains("Server").Should().BeFalse();
    }

    /// <summary>Adds a failure behind the site's own parts.</summary>
    private sealed class FailingAddress : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.Use((HttpContext _, RequestDelegate _) => throw new InvalidOperationException("secret"));
        };
    }
}
