using System.Net;
using System.Text.RegularExpressions;
using SummitDigest.Web.Tests.Commands;
using SummitDigest.Web.Tests.Replicas;

namespace SummitDigest.Web.Tests.Exporting;

/// <summary>An export on the host of files that <c>src/operations.md</c> describes.</summary>
public sealed partial class FileHostTests : IDisposable
{
    private readonly CommandFolder _folder = new CommandFolder().WithBundledContent();

    private string Out => _folder.At("../out");

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task Nginx_sends_every_file_as_the_page_for_operators_asks_for()
    {
        Skip.IfNot(await Nginx.IsThereAsync(), Nginx.Advice);
        (await _folder.RunAsync("export", Out, "--compress")).ExitCode.Should().Be(0);
        var own = Directory.CreateDirectory(_folder.At("../nginx")).FullName;
        using var certificate = new SelfSigned(own);
        await using var nginx = await Nginx.StartAsync(own, certificate, Out);
        using var client = new HttpClient(certificate.Handler()) { BaseAddress = new($"https://127.0.0.1:{nginx.Port}") };
        foreach (var file in Directory.EnumerateFiles(Out, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Out, file)).Where(file => !file.EndsWith(".br", StringComparison.Ordinal) && !file.EndsWith(".gz", StringComparison.Ordinal)))
        {
            var address = $"/{IndexPage().Replace(file, "")}";
            using var answer = await AskAsync(client, address, "identity");
            answer.StatusCode.Should().Be(HttpStatusCode.OK, address);
            (await answer.Content.ReadAsByteArrayAsync()).Should().Equal(File.ReadAllBytes(Path.Combine(Out, file)), address);
            answer.Headers.CacheControl!.ToString().Should().Be(NeverChanges().IsMatch(address) ? "public, max-age=31536000, immutable" : "no-cache", address);
            if (TypeOf(file) is { } type)
                answer.Content.Headers.ContentType!.ToString().Should().Be(type, address);
        }
        using (var answer = await AskAsync(client, "/nothing/", "identity"))
        {
            answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
            (await answer.Content.ReadAsStringAsync()).Should().Be(File.ReadAllText(Path.Combine(Out, "404.html")));
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

    [GeneratedRegex("(^|(?<=/))index\\.html$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IndexPage();

    [GeneratedRegex(@"^/search/[0-9a-f]{16}/|\.[0-9a-z]{10}\.(js|css)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NeverChanges();
}
