using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Tests;

/// <summary>Which requests the log names as slow.</summary>
public sealed class RequestLogTests
{
    [Theory]
    [InlineData(1500, 0, "Warning: GET /speeches/first answered 200 in 1500 ms")]
    [InlineData(200, 60_000, "Debug: GET /speeches/first answered 200 in 200 ms")]
    public async Task A_request_is_slow_when_the_site_is_and_not_when_its_client_is(int making, int receiving, string line)
    {
        var time = new Clock();
        var context = new DefaultHttpContext();
        var response = new Response();
        context.Features.Set<IHttpResponseFeature>(response);
        (context.Request.Method, context.Request.Path) = ("GET", "/speeches/first");
        using var log = new LogLines();
        using var factory = new LoggerFactory([log]);

        await new RequestLog(async _ =>
        {
            time.Milliseconds += making;
            await response.StartAsync();
            time.Milliseconds += receiving;
        }, time, Options.Create(new SiteOptions { SlowRequestMilliseconds = 1000 }), factory.CreateLogger<RequestLog>()).InvokeAsync(context);

        log.Lines.Should().Equal(line);
    }

    private sealed class Clock : TimeProvider
    {
        public long Milliseconds { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => Milliseconds;
    }

    private sealed class Response : HttpResponseFeature
    {
        private Func<Task> _starting = () => Task.CompletedTask;

        public override void OnStarting(Func<object, Task> callback, object state) => _starting = () => callback(state);

        public Task StartAsync() => _starting();
    }
}
