using System.IO.Compression;
using System.Net;

namespace SummitDigest.Web.Tests;

public sealed class IndexEndpointsTests : IDisposable
{
    private readonly TestSite _site = new();
    private readonly HttpClient _client;

    public IndexEndpointsTests() => _client = _site.CreateClient();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Files_may_be_kept_for_good_and_the_newest_hash_may_not()
    {
        var file = await _client.GetAsync(await RootAsync());
        file.Headers.CacheControl!.ToString().Should().Be("public, max-age=31536000, immutable");
        file.Headers.Vary.Should().Equal("Accept-Encoding");
        (await _client.GetAsync("/search/current")).Headers.CacheControl!.NoCache.Should().BeTrue();
    }

    [Fact]
    public async Task Pages_name_the_newest_hash() =>
        (await _client.GetStringAsync("/search")).Should().Contain($"data-index=\"{(await RootAsync())[..^4]}\"");

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("br;q=0", null)]
    [InlineData("identity", null)]
    public async Task A_file_comes_in_the_best_encoding_that_is_accepted(string accepted, string? encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, await RootAsync());
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        var answer = await _client.SendAsync(request);
        answer.Content.Headers.ContentEncoding.SingleOrDefault().Should().Be(encoding);
        var body = await answer.Content.ReadAsStreamAsync();
        await using Stream plain = encoding switch { "br" => new BrotliStream(body, CompressionMode.Decompress), "gzip" => new GZipStream(body, CompressionMode.Decompress), _ => body };
        using var file = new MemoryStream();
        await plain.CopyToAsync(file);
        file.ToArray().Take(3).Should().Equal((byte)'S', (byte)'D', (byte)1);
    }

    [Fact]
    public async Task Head_tells_the_same_without_the_bytes()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, await RootAsync());
        var answer = await _client.SendAsync(request);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentLength.Should().BePositive();
        (await answer.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("words-0")]
    [InlineData("..%2froot")]
    public async Task There_is_no_other_file(string name) =>
        (await _client.GetAsync((await RootAsync())[..^4] + name)).StatusCode.Should().Be(HttpStatusCode.NotFound);

    [Fact]
    public async Task There_is_no_file_of_another_hash() =>
        (await _client.GetAsync("/search/0123456789abcdef/root")).StatusCode.Should().Be(HttpStatusCode.NotFound);

    [Fact]
    public async Task Files_carry_the_headers_that_matter_to_files()
    {
        var headers = (await _client.GetAsync(await RootAsync())).Headers;
        headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        headers.GetValues("Content-Security-Policy").Should().ContainSingle().Which.Should().StartWith("default-src 'none'");
    }

    private async Task<string> RootAsync() => $"/search/{await _client.GetStringAsync("/search/current")}/root";
}
