using Microsoft.Extensions.Options;

namespace SummitDigest.Web.Serving;

/// <summary>Writes a line for each request that fails or whose answer is long in coming; for the others one at level Debug.</summary>
internal sealed class RequestLog(RequestDelegate next, TimeProvider time, IOptions<SiteOptions> options, ILogger<RequestLog> logger)
{
    /// <summary>Passes the request on and looks at its end.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var start = time.GetTimestamp();
        // Until the answer begins: how long a client takes to receive it, or a stream lasts, says nothing of the site.
        TimeSpan? wait = null;
        context.Response.OnStarting(() =>
        {
            wait = time.GetElapsedTime(start);
            return Task.CompletedTask;
        });
        var failed = true;
        try
        {
            await next(context);
            failed = false;
        }
        finally
        {
            var elapsed = (wait ?? time.GetElapsedTime(start)).TotalMilliseconds;
            var level = Level(failed || context.Response.StatusCode >= StatusCodes.Status500InternalServerError, elapsed);
            if (logger.IsEnabled(level))
                logger.Log(level, "{Method} {Path} answered {Status} in {Milliseconds:0} ms", context.Request.Method, context.Request.Path, context.Response.StatusCode, elapsed);
        }
    }

    private LogLevel Level(bool failed, double elapsed)
    {
        if (failed)
            return LogLevel.Error;
        return elapsed > options.Value.SlowRequestMilliseconds ? LogLevel.Warning : LogLevel.Debug;
    }
}
