using Microsoft.AspNetCore.Http.Features;

namespace SummitDigest.Web.Serving.Caching;

/// <summary>Says of an endpoint that the library and the path alone decide its answers, so that they can be kept.</summary>
/// <param name="IgnoresQuery">False where a query string makes another answer, which then is not kept.</param>
internal sealed record AnswersByPath(bool IgnoresQuery = true);

/// <summary>
/// Answers from the cache before anything else is done. The framework's own output cache neither compresses once nor knows
/// entity tags for each coding.
/// </summary>
internal sealed class KeptAnswers(RequestDelegate next, AnswerCache cache)
{
    // So many answers one connection gets in a row: who sends requests without waiting for answers has the thread for as long as
    // there are more, and nobody else is heard on it.
    private const int MostInARow = 16;

    [ThreadStatic]
    private static string? _connection;

    [ThreadStatic]
    private static int _inARow;

    /// <summary>Answers, or passes the request on.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var isReading = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        var answer = isReading ? cache.Find(context.Request) : null;
        var coding = ContentCodings.Of(context.Request);
        return answer?.IsAtHand(coding) == true && !IsOthersTurn(context.Features.Get<IHttpConnectionFeature>()?.ConnectionId)
            ? SendAsync(context, answer, coding)
            : LeaveAsync(context, answer, coding);
    }

    private static bool IsOthersTurn(string? connection)
    {
        _inARow = connection == _connection ? _inARow + 1 : 1;
        _connection = connection;
        if (_inARow <= MostInARow)
            return false;
        _inARow = 0;
        return true;
    }

    private static Task SendAsync(HttpContext context, KeptAnswer answer, ContentCoding coding)
    {
        answer.SetHeaders(context, coding);
        return answer.WriteAsync(context, coding);
    }

    // All that takes its time: the thread that it comes on hears of other readers' requests, too (SocketThreads).
    private async Task LeaveAsync(HttpContext context, KeptAnswer? answer, ContentCoding coding)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        await (answer is null ? next(context) : SendAsync(context, answer, coding));
    }
}

/// <summary>
/// Sees what headers all below put on an answer that is to be kept, and tells those who keep answers elsewhere for how long,
/// where nobody else did.
/// </summary>
internal sealed class AnswerHeaders(RequestDelegate next)
{
    /// <summary>Passes the request on.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        // Of all such callbacks the one that is added first is called last.
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            context.Response.OnStarting(static state => StartAsync((HttpContext)state), context);
        return next(context);
    }

    private static Task StartAsync(HttpContext context)
    {
        var response = context.Response;
        // What the content makes is asked for each time. A redirect is for good, but an editor may take back what made it so, and
        // a host of files, to which the site may move, has addresses that end in a slash.
        if (response.Headers.CacheControl.Count == 0)
            response.Headers.CacheControl = response.StatusCode == StatusCodes.Status301MovedPermanently ? "public, max-age=3600" : "no-cache";
        return context.Features.Get<AnswerInTheMaking>()?.StartAsync() ?? Task.CompletedTask;
    }
}

/// <summary>Has the answers of endpoints that are marked for it kept. Stands where the endpoint is known.</summary>
internal sealed class AnswerMaker(RequestDelegate next, AnswerCache cache)
{
    /// <summary>Passes the request on, once for all that ask for the same.</summary>
    public async Task InvokeAsync(HttpContext context, Snapshot snapshot)
    {
        var rule = context.GetEndpoint()?.Metadata.GetMetadata<AnswersByPath>();
        if (rule is null || (!rule.IgnoresQuery && context.Request.QueryString.HasValue))
        {
            await next(context);
            return;
        }
        var coding = ContentCodings.Of(context.Request);
        using var body = new MemoryStream();
        var (answer, isMine) = await cache.MakeOnceAsync(context.Request, snapshot, () => MakeAsync(context, body, snapshot, rule, coding));
        // All writing is done here, so that nobody waits for a slow client.
        if (answer is not null)
        {
            if (!isMine)
                await StartAsync(context, snapshot, answer, coding);
            await answer.WriteAsync(context, coding);
        }
        else if (!isMine)
            await next(context);
        // Without a body it is not answered yet: an error gets its page further out.
        else if (body.Length > 0)
            await context.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted);
    }

    // Begins to answer, where the answer is one to keep.
    private async Task<KeptAnswer?> MakeAsync(HttpContext context, MemoryStream body, Snapshot snapshot, AnswersByPath rule, ContentCoding coding)
    {
        var original = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var captured = new StreamResponseBodyFeature(body);
        context.Features.Set<IHttpResponseBodyFeature>(captured);
        // What is kept answers both methods, so it needs a body, which some endpoints do not write for HEAD.
        var method = context.Request.Method;
        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
            await captured.CompleteAsync();
        }
        finally
        {
            context.Request.Method = method;
            context.Features.Set(original);
        }
        if (context.Response.StatusCode != StatusCodes.Status200OK)
            return null;
        var answer = cache.Make(body.GetBuffer().AsSpan(0, (int)body.Length), rule.IgnoresQuery);
        await StartAsync(context, snapshot, answer, coding);
        return answer;
    }

    private Task StartAsync(HttpContext context, Snapshot snapshot, KeptAnswer answer, ContentCoding coding)
    {
        context.Features.Set(new AnswerInTheMaking(context, snapshot, answer, coding, cache));
        // Set before the response starts, as "identity" where there is none: the response compression further out then leaves the
        // answer alone. It would compress it a second time or, for "Accept-Encoding: *", compress what is to be sent plain.
        context.Response.Headers.ContentEncoding = coding.Name() ?? "identity";
        return context.Response.StartAsync();
    }
}

/// <summary>An answer whose headers are being put together.</summary>
internal sealed record AnswerInTheMaking(HttpContext Context, Snapshot Snapshot, KeptAnswer Answer, ContentCoding Coding, AnswerCache Cache)
{
    /// <summary>All headers are there: keeps them, and makes of the answer what this one client is to get.</summary>
    public Task StartAsync()
    {
        var isNew = !Answer.IsComplete;
        if (isNew)
            Answer.Complete(Context.Response.Headers);
        // Compresses. Only then is it there for others, who would all wait for it here.
        Answer.SetHeaders(Context, Coding);
        if (isNew)
            Cache.Keep(Context.Request, Snapshot, Answer);
        return Task.CompletedTask;
    }
}
