using System.Net;
using System.Text.RegularExpressions;
using SummitDigest.Browser.Tests.Browsing;
using SummitDigest.Web.Tests.Commands;
using SummitDigest.Web.Tests.Replicas;

namespace SummitDigest.Web.Tests.Exporting;

/// <summary>An export on the host of files that <c>src/operations.md</c> describes.</summary>
public sealed partial class FileHostTests : IDisposable
{
    private readonly CommandFolder _folder = new CommandFolder().WithBundledContent();

    private static readonly string[] NeededHeaders = ["X-Content-Type-Options: nosniff", "X-Frame-Options: DENY", "Content-Security-Policy: frame-ancestors 'none'"];

    private string Out => _folder.At("../out");

    // For nginx's own files.
    private string Own => Directory.CreateDirectory(_folder.At("../nginx")).FullName;

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task Nginx_sends_every_file_as_the_page_for_operators_asks_for()
    {
        Skip.IfNot(await Nginx.IsThereAsync(), Nginx.Advice);
        await ExportAsync();
        using var certificate = new SelfSigned(Own);
        await using var nginx = await StartAsync(certificate);
        using var client = ClientOf(nginx, certificate);
        foreach (var file in Directory.EnumerateFiles(Out, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Out, file)).Where(file => !file.EndsWith(".br", StringComparison.Ordinal) && !file.EndsWith(".gz", StringComparison.Ordinal)))
        {
            var address = $"/{IndexPage().Replace(file, "")}";
            using var answer = await AskAsync(client, address, "identity");
            answer.StatusCode.Should().Be(HttpStatusCode.OK, address);
            (await answer.Content.ReadAsByteArrayAsync()).Should().Equal(File.ReadAllBytes(Path.Combine(Out, file)), address);
            answer.Headers.CacheControl!.ToString().Should().Be(NeverChanges().IsMatch(address) ? "public, max-age=31536000, immutable" : "no-cache", address);
            Headers(answer).Should().Contain(NeededHeaders, address);
            if (TypeOf(file) is { } type)
                answer.Content.Headers.ContentType!.ToString().Should().Be(type, address);
        }
        var index = Path.GetRelativePath(Out, Directory.EnumerateDirectories(Path.Combine(Out, "search"), new string('?', 16)).Single());
        foreach (var address in new[] { "/nothing/", "/js/", $"/{index}/", $"/{index}/nothing" })
        {
            using var answer = await AskAsync(client, address, "identity");
            answer.StatusCode.Should().Be(HttpStatusCode.NotFound, address);
            (await answer.Content.ReadAsStringAsync()).Should().Be(File.ReadAllText(Path.Combine(Out, "404.html")), address);
            Headers(answer).Should().Contain([.. NeededHeaders, "Cache-Control: no-cache"], address);
        }
        foreach (var coding in Nginx.HasBrotli ? new[] { "br", "gzip" } : ["gzip"])
        {
            foreach (var address in new[] { "/", "/speeches/xi-jinping-wuzhen-summit-2023.md" })
            {
                using var answer = await AskAsync(client, address, coding);
                answer.Content.Headers.ContentEncoding.Should().Equal([coding], address);
                answer.Headers.Vary.Should().Equal(["Accept-Encoding"], address);
            }
        }
    }

    [SkippableFact]
    public async Task Nginx_leads_from_old_addresses_to_new_ones_and_says_what_is_gone()
    {
        Skip.IfNot(await Nginx.IsThereAsync(), Nginx.Advice);
        _folder.WithSpeech("second", "The meadow is green. ^p1\n\nGood day. ^p2", "date: 2024-05-03\naliases: [once]\nmoved: { p9: p2 }")
            .With("permalinks.txt", _folder.Text("permalinks.txt") + "speech gone A speech that is gone\nspeech second The speech second\npassage p1\npassage p2\nwithdrawn passage p3\n");
        await ExportAsync();
        using var certificate = new SelfSigned(Own);
        await using var nginx = await StartAsync(certificate);
        using var client = ClientOf(nginx, certificate);
        var all = File.ReadAllLines(Path.Combine(Out, "redirects.txt")).Where(line => line[0] != '#').Select(line => line.Split('\t')).ToList();
        all.Select(parts => parts[2]).Distinct().Should().BeEquivalentTo("301", "410");
        foreach (var parts in all)
        {
            foreach (var address in new[] { parts[0], $"{parts[0]}/" })
            {
                using var answer = await AskAsync(client, address, "identity");
                $"{(int)answer.StatusCode}".Should().Be(parts[2], address);
                (answer.Headers.Location?.PathAndQuery ?? "-").Should().Be(parts[1], address);
                Headers(answer).Should().Contain([.. NeededHeaders, "Cache-Control: no-cache"], address);
            }
        }
        foreach (var address in new[] { "/speeches/gone", "/speeches/gone/", "/speeches/second/p3" })
            (await (await AskAsync(client, address, "identity")).Content.ReadAsStringAsync()).Should().ContainEquivalentOf("taken out");
    }

    [SkippableFact]
    public async Task Nginx_leads_from_http_to_https()
    {
        Skip.IfNot(await Nginx.IsThereAsync(), Nginx.Advice);
        await ExportAsync();
        using var certificate = new SelfSigned(Own);
        await using var nginx = await StartAsync(certificate);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{nginx.PlainPort}/themes/?a=b"));
        answer.StatusCode.Should().Be(HttpStatusCode.MovedPermanently);
        answer.Headers.Location.Should().Be("https://digest.example.org/themes/?a=b");
    }

    private async Task ExportAsync()
    {
        var result = await _folder.RunAsync("export", Out, "--compress");
        result.ExitCode.Should().Be(0, result.Error);
    }

    // With old addresses as the page has them made for nginx.
    private async Task<Nginx> StartAsync(SelfSigned certificate)
    {
        var redirects = Path.Combine(Own, "redirects");
        var commands = OperatorsPage.Commands("awk").With("/srv/digest/out", Out).With("/etc/nginx/digest-redirects", redirects).With("systemctl reload nginx", "");
        (await Shell.RunAsync("sh", "-ec", commands)).Should().BeTrue();
        return await Nginx.StartAsync(Own, certificate, Out, redirects);
    }

    private static HttpClient ClientOf(Nginx nginx, SelfSigned certificate) => new(certificate.Handler()) { BaseAddress = new($"https://127.0.0.1:{nginx.Port}") };

    private static IEnumerable<string> Headers(HttpResponseMessage answer) => answer.Headers.Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string address, string coding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", coding } } };
        return await client.SendAsync(request);
    }

    private static string? TypeOf(string file) => Path.GetExtension(file) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".txt" => "text/plain; charset=utf-8",
        ".md" => "text/markdown; charset=utf-8",
        _ => null,
    };

    [GeneratedRegex("(^|(?<=/))index\\.html$", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex IndexPage();

    [GeneratedRegex(@"^/search/[0-9a-f]{16}/|\.[0-9a-z]{10}\.(js|css)$", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex NeverChanges();
}
