using System.IO.Compression;
using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SummitDigest.Web.Serving;
using SummitDigest.Web.Serving.Caching;

namespace SummitDigest.Web.Tests.Caching;

/// <summary>Answers that are made once and kept compressed.</summary>
public sealed class AnswerCacheTests : IDisposable
{
    private readonly TestSite _site = new TestSite().WithSpeech("first", "The river runs.\n\nThe meadow is green.");

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("/")]
    [InlineData("/speeches/first")]
    [InlineData("/speeches/first/p1")]
    [InlineData("/speeches/first.json")]
    [InlineData("/speeches/first/p1.bib")]
    [InlineData("/themes/rivers")]
    [InlineData("/search")]
    [InlineData("/feed.xml")]
    [InlineData("/sitemap.xml")]
    [InlineData("/sw.js")]
    public async Task The_second_answer_is_the_first_one_in_every_coding(string address)
    {
        foreach (var coding in new[] { "", "gzip", "br" })
        {
            using var first = await AskAsync(address, coding);
            using var second = await AskAsync(address, coding);
            first.StatusCode.Should().Be(HttpStatusCode.OK);
            first.Content.Headers.ContentEncoding.Should().Equal(coding.Length == 0 ? [] : [coding]);
            var bytes = await first.Content.ReadAsByteArrayAsync();
            (await second.Content.ReadAsByteArrayAsync()).Should().Equal(bytes);
            Headers(second).Should().BeEquivalentTo(Headers(first));
            first.Content.Headers.ContentLength.Should().Be(bytes.Length);
            first.Headers.Vary.Should().Contain("Accept-Encoding");
            first.Headers.CacheControl!.NoCache.Should().BeTrue();
            first.Headers.ETag!.IsWeak.Should().BeFalse();
            first.Headers.Should().ContainKey("X-Content-Type-Options");
            Decode(bytes, coding).Should().Equal(await (await AskAsync(address, "")).Content.ReadAsByteArrayAsync());
        }
    }

    [Theory]
    [InlineData("*")]
    [InlineData("br;q=0, *")]
    [InlineData("gzip;q=0, *")]
    [InlineData("*, br;q=0, gzip;q=0.5")]
    [InlineData("br;q=0, br")]
    [InlineData("identity;q=0")]
    [InlineData("identity;q=0, *")]
    [InlineData("*;q=0")]
    public async Task Whatever_codings_are_accepted_the_first_answer_is_what_its_headers_say(string accepted)
    {
        var plain = await (await AskAsync("/speeches/first.txt", "")).Content.ReadAsStringAsync();
        using var other = new TestSite().WithSpeech("first", "The river runs.\n\nThe meadow is green.");
        for (var time = 1; time <= 2; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/speeches/first.txt");
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
            using var answer = await other.SendAsync(request);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            answer.Content.Headers.ContentLength.Should().Be(bytes.Length);
            Encoding.UTF8.GetString(Decode(bytes, string.Join(", ", answer.Content.Headers.ContentEncoding))).Should().Be(plain, $"this is the answer number {time}");
        }
    }

    [Theory]
    [InlineData("/search?q=river")]
    [InlineData("/search/current")]
    [InlineData("/nothing")]
    public async Task What_is_not_kept_says_in_every_coding_that_there_are_others(string address)
    {
        foreach (var coding in new[] { "", "identity", "gzip" })
        {
            using var answer = await AskAsync(address, coding);
            answer.Headers.Vary.Should().Equal(["Accept-Encoding"], coding);
        }
    }

    [Fact]
    public async Task Each_coding_has_a_tag_of_its_own_and_who_has_it_gets_no_body()
    {
        using var brotli = await AskAsync("/", "br");
        using var gzip = await AskAsync("/", "gzip");
        using var plain = await AskAsync("/", "");
        new[] { brotli, gzip, plain }.Select(answer => answer.Headers.ETag!.Tag).Should().OnlyHaveUniqueItems();
        foreach (var known in new[] { brotli.Headers.ETag!.ToString(), $"W/{brotli.Headers.ETag}", $"\"other\", {brotli.Headers.ETag}", "*" })
        {
            using var again = await AskAsync("/", "br", known);
            again.StatusCode.Should().Be(HttpStatusCode.NotModified, known);
            (await again.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
            again.Headers.ETag.Should().Be(brotli.Headers.ETag);
        }
        (await AskAsync("/", "gzip", brotli.Headers.ETag!.ToString())).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_comes_first_and_has_it_already_gets_no_body_either()
    {
        using var other = new TestSite().WithSpeech("first", "The river runs.\n\nThe meadow is green.");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/themes");
        request.Headers.IfNoneMatch.Add((await AskAsync("/themes", "")).Headers.ETag!);
        using var answer = await other.SendAsync(request);
        answer.StatusCode.Should().Be(HttpStatusCode.NotModified);
        Headers(await other.GetAsync("/themes")).Should().BeEquivalentTo(Headers(await AskAsync("/themes", "")), "what is kept is the whole answer");
    }

    [Theory]
    [InlineData("/speeches")]
    [InlineData("/speeches/first.txt")]
    [InlineData("/feed.json")]
    public async Task HEAD_has_the_headers_of_GET_whichever_comes_first(string address)
    {
        using var head = await _site.GetAsync(address, HttpMethod.Head);
        using var get = await _site.GetAsync(address);
        using var again = await _site.GetAsync(address, HttpMethod.Head);
        Headers(head).Should().BeEquivalentTo(Headers(get));
        Headers(again).Should().BeEquivalentTo(Headers(get));
        (await head.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        (await again.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        (await get.Content.ReadAsByteArrayAsync()).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("/no-such-page", "/nor-is-this")]
    [InlineData("/speeches/lost", "/speeches/lost")]
    public async Task Nobody_waits_for_a_slow_client_that_is_told_that_nothing_is_there(string address, string other)
    {
        _site.WithFile("permalinks.txt", "speech lost A lost speech\npassage p1\n");
        // Takes a byte, and no more until it is read.
        var slow = new Pipe(new PipeOptions(pauseWriterThreshold: 1, resumeWriterThreshold: 1));
        var first = _site.Server.SendAsync(context => (context.Request.Path, context.Response.Body) = (address, slow.Writer.AsStream()));
        await slow.Reader.ReadAtLeastAsync(1);
        using var answer = await _site.GetAsync(other).WaitAsync(TimeSpan.FromSeconds(20));
        answer.IsSuccessStatusCode.Should().BeFalse();
        (await answer.Content.ReadAsStringAsync()).Should().Contain("</html>");
        await slow.Reader.CompleteAsync();
        await first;
    }

    [Fact]
    public async Task Neither_unknown_addresses_nor_query_strings_fill_it()
    {
        var cache = _site.Services.GetRequiredService<AnswerCache>();
        for (var i = 0; i < 50; i++)
        {
            (await _site.GetAsync($"/no-such-page-{i}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
            (await _site.GetAsync($"/speeches/first?mark=word{i}")).StatusCode.Should().Be(HttpStatusCode.OK);
            (await _site.GetAsync($"/search?q=river{i}")).StatusCode.Should().Be(HttpStatusCode.OK);
        }
        cache.Count.Should().Be(1);
        (await _site.PageAsync("/search?q=river")).QuerySelectorAll("#ui-results li").Should().NotBeEmpty();
        (await _site.PageAsync("/search")).QuerySelectorAll("#ui-results li").Should().BeEmpty();
    }

    [Fact]
    public async Task Hosts_that_somebody_makes_up_push_out_nothing_that_is_read()
    {
        using var site = new TestSite().With("Site:CacheMegabytes", "1").WithSpeech("first", "The river runs.");
        var cache = site.Services.GetRequiredService<AnswerCache>();
        var read = new DefaultHttpContext().Request;
        (read.Scheme, read.Host, read.Path) = ("http", new("localhost"), "/feed.xml");
        for (var i = 0; i < 400; i++)
        {
            (await site.GetAsync("/feed.xml")).StatusCode.Should().Be(HttpStatusCode.OK);
            if (i > 0)
                cache.Find(read).Should().NotBeNull();
            (await (await site.GetAsync($"http://made-up-{i}.example/feed.xml")).Content.ReadAsStringAsync()).Should().Contain($"http://made-up-{i}.example/speeches/first");
        }
        (cache.Count * 5000).Should().BeInRange(1, 1_200_000);
    }

    [Fact]
    public async Task Long_hosts_that_somebody_makes_up_take_no_more_memory_than_it_may_have()
    {
        using var site = new TestSite().With("Site:CacheMegabytes", "1").WithSpeech("first", "The river runs.");
        var host = new string('x', 20_000);
        for (var i = 0; i < 50; i++)
            (await site.Server.SendAsync(context => (context.Request.Host, context.Request.Path) = (new($"{host}{i}"), "/robots.txt"))).Response.StatusCode.Should().Be(StatusCodes.Status200OK);
        (site.Services.GetRequiredService<AnswerCache>().Count * 2 * host.Length).Should().BeInRange(1, 1_000_000);
    }

    [Fact]
    public async Task Full_it_goes_on_answering()
    {
        using var site = new TestSite().With("Site:CacheMegabytes", "1").WithSpeech("long", string.Join("\n\n", Enumerable.Range(1, 300).Select(number => $"River {number}.")));
        for (var number = 1; number <= 300; number++)
            (await site.GetAsync($"/speeches/long/p{number}")).StatusCode.Should().Be(HttpStatusCode.OK);
        var cache = site.Services.GetRequiredService<AnswerCache>();
        (cache.Count * 8000).Should().BeInRange(1, 1_200_000);
        (await site.PageAsync("/speeches/long/p300")).Title.Should().Contain("300");
    }

    [Fact]
    public async Task Hundreds_who_ask_at_once_get_the_same_answer()
    {
        var client = _site.CreateClient();
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => client.GetByteArrayAsync("/speeches/first")));
        answers.Select(Convert.ToHexString).Distinct().Should().ContainSingle();
        _site.Services.GetRequiredService<AnswerCache>().Count.Should().Be(1);
    }

    [Fact]
    public async Task Those_who_ask_while_an_answer_is_made_wait_for_it()
    {
        var cache = _site.Services.GetRequiredService<AnswerCache>();
        var snapshot = _site.Services.GetRequiredService<LibraryStore>().Current;
        var request = new DefaultHttpContext().Request;
        var (gate, made) = (new TaskCompletionSource<KeptAnswer?>(), 0);
        var asking = Enumerable.Range(0, 50).Select(_ => cache.MakeOnceAsync(request, snapshot, () =>
        {
            made++;
            return gate.Task;
        })).ToList();
        var answer = cache.Make("A page"u8, ignoresQuery: true);
        gate.SetResult(answer);
        var answers = await Task.WhenAll(asking);
        made.Should().Be(1);
        answers.Should().OnlyContain(given => given.Answer == answer).And.ContainSingle(given => given.IsMine);
    }

    [Fact]
    public async Task Who_looked_just_before_an_answer_was_there_does_not_have_it_made_again()
    {
        var cache = _site.Services.GetRequiredService<AnswerCache>();
        var snapshot = _site.Services.GetRequiredService<LibraryStore>().Current;
        var request = new DefaultHttpContext().Request;
        var answer = cache.Make("A page"u8, ignoresQuery: true);
        cache.Keep(request, snapshot, answer);
        (await cache.MakeOnceAsync(request, snapshot, () => throw new InvalidOperationException("Made again."))).Should().Be((answer, false));
    }

    [Theory]
    [InlineData("", "Identity")]
    [InlineData("br", "Brotli")]
    [InlineData("gzip, deflate, br, zstd", "Brotli")]
    [InlineData("gzip;q=1.0, br;q=0.1", "Brotli")]
    [InlineData("gzip, br;q=0", "Gzip")]
    [InlineData("br;q=0, *", "Identity")]
    [InlineData("GZIP , br; q=0.000", "Gzip")]
    [InlineData("deflate", "Identity")]
    [InlineData("xbr, brx", "Identity")]
    [InlineData(",,;;q=, br", "Brotli")]
    public void The_smallest_coding_is_taken_that_is_not_refused(string accepted, string coding)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.AcceptEncoding = accepted;
        ContentCodings.Of(request).ToString().Should().Be(coding);
    }

    private async Task<HttpResponseMessage> AskAsync(string address, string coding, string? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (coding.Length > 0)
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(coding));
        if (known is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        return await _site.SendAsync(request);
    }

    private static Dictionary<string, string> Headers(HttpResponseMessage response) =>
        response.Headers.Concat(response.Content.Headers).Where(header => header.Key != "Date").ToDictionary(header => header.Key, header => string.Join(", ", header.Value));

    private static byte[] Decode(byte[] bytes, string coding)
    {
        using var source = new MemoryStream(bytes);
        using Stream stream = coding switch
        {
            "br" => new BrotliStream(source, CompressionMode.Decompress),
            "gzip" => new GZipStream(source, CompressionMode.Decompress),
            _ => source,
        };
        using var target = new MemoryStream();
        stream.CopyTo(target);
        return target.ToArray();
    }
}
