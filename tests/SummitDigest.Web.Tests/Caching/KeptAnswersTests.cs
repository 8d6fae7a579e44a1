using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SummitDigest.Web.Serving;
using SummitDigest.Web.Serving.Caching;

namespace SummitDigest.Web.Tests.Caching;

/// <summary>On which threads answers are sent: those that hear of requests are never held up.</summary>
public sealed class KeptAnswersTests : IDisposable
{
    private readonly TestSite _site = new TestSite().WithSpeech("first", "The river runs.");

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task What_is_not_kept_leaves_the_thread_that_it_came_on(string method)
    {
        using var gate = new ManualResetEventSlim();
        var answers = new KeptAnswers(_ =>
        {
            gate.Wait(TimeSpan.FromMinutes(1)).Should().BeTrue("whoever opens the gate is waiting for this thread");
            return Task.CompletedTask;
        }, Cache);
        var context = Request();
        context.Request.Method = method;
        var answering = answers.InvokeAsync(context);
        gate.Set();
        await answering;
    }

    [Theory]
    [InlineData("br", true)]
    [InlineData("gzip", true)]
    [InlineData("", false)]
    public async Task What_is_kept_is_sent_at_once_when_it_is_there_as_it_is_asked_for(string coding, bool isAtHand)
    {
        Keep();
        var answers = new KeptAnswers(_ => throw new InvalidOperationException("It is kept."), Cache);
        // Compressed when it is first asked for.
        await CheckAsync(answers, "br", isAtHand: false);
        await CheckAsync(answers, coding, isAtHand);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_asks_without_waiting_for_answers_leaves_the_thread_to_others(bool isOneConnection)
    {
        Keep();
        var answers = new KeptAnswers(_ => throw new InvalidOperationException("It is kept."), Cache);
        var sentAtOnce = 0;
        // One that nothing else runs on.
        var thread = new Thread(() =>
        {
            for (var number = 0; number < 100; number++)
            {
                var context = Request();
                context.Request.Headers.AcceptEncoding = "gzip";
                context.Connection.Id = isOneConnection ? "one" : $"{number}";
                var body = new NotingStream();
                context.Response.Body = body;
                answers.InvokeAsync(context).GetAwaiter().GetResult();
                if (body.Thread == Environment.CurrentManagedThreadId)
                    sentAtOnce++;
            }
        });
        thread.Start();
        thread.Join();
        if (isOneConnection)
            sentAtOnce.Should().BeInRange(50, 98);
        else
            sentAtOnce.Should().Be(100);
    }

    // Whatever a connection is given and the client does not take is copied in memory.
    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("")]
    public async Task Of_a_large_answer_a_connection_is_given_a_piece_at_a_time(string coding)
    {
        var page = RandomNumberGenerator.GetBytes(1_000_000);
        Keep(page);
        var answers = new KeptAnswers(_ => throw new InvalidOperationException("It is kept."), Cache);
        var context = Request();
        context.Request.Headers.AcceptEncoding = coding;
        using var body = new NotingStream();
        context.Response.Body = body;

        await answers.InvokeAsync(context);

        body.Largest.Should().BeInRange(1, 64 * 1024);
        body.Position = 0;
        using var sent = new MemoryStream();
        await using (Stream plain = coding switch { "br" => new BrotliStream(body, CompressionMode.Decompress), "gzip" => new GZipStream(body, CompressionMode.Decompress), _ => body })
            await plain.CopyToAsync(sent);
        sent.ToArray().Should().Equal(page);
    }

    private void Keep() => Keep("A page"u8);

    private void Keep(ReadOnlySpan<byte> page)
    {
        var answer = Cache.Make(page, ignoresQuery: true);
        answer.Complete(new HeaderDictionary());
        Cache.Keep(Request().Request, _site.Services.GetRequiredService<LibraryStore>().Current, answer);
    }

    private static async Task CheckAsync(KeptAnswers answers, string coding, bool isAtHand)
    {
        using var gate = new ManualResetEventSlim(isAtHand);
        var context = Request();
        context.Request.Headers.AcceptEncoding = coding;
        context.Response.Body = new GatedStream(gate);
        var sending = answers.InvokeAsync(context);
        sending.IsCompleted.Should().Be(isAtHand);
        gate.Set();
        await sending;
    }

    private AnswerCache Cache => _site.Services.GetRequiredService<AnswerCache>();

    private static DefaultHttpContext Request()
    {
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.Path) = ("GET", "/speeches/first");
        return context;
    }

    private sealed class NotingStream : MemoryStream
    {
        public int Thread { get; private set; }

        public int Largest { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            (Thread, Largest) = (Environment.CurrentManagedThreadId, Math.Max(Largest, buffer.Length));
            return base.WriteAsync(buffer, cancellationToken);
        }
    }

    private sealed class GatedStream(ManualResetEventSlim gate) : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            gate.Wait(TimeSpan.FromMinutes(1), cancellationToken).Should().BeTrue("whoever opens the gate is waiting for this thread");
            return base.WriteAsync(buffer, cancellationToken);
        }
    }
}
