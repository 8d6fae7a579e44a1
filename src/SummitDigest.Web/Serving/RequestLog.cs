using Microsoft.Extensions.Options;

namespace SummitDigest.Web.Serving;

/// <summary>Writes a line for each request that fails or is slow; for the others one at level Debug.</summary>
internal sealed class RequestLog(RequestDelegate next, TimeProvider time, IOptions<SiteOptions> options, ILogger<RequestLog> logger)
{
    /// <summary>Passes the request on and looks at its end.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var start = time.GetTimestamp();
        var failed = true;
        try
        {
            await next(context);
            failed = false;
        }
        finally
        {
            var elapsed = time.GetElapsedTime(start).TotalMilliseconds;
            // A stream lasts as long as its page is open.
            var isStream = context.Response.ContentType == "text/event-stream";
            var level = Level(failed || context.Response.StatusCode >= StatusCodes.Status500InternalServerError, isStream ? 0 : elapsed);
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
