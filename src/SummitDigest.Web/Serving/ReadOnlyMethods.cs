namespace SummitDigest.Web.Serving;

/// <summary>Answers 405 to everything but GET and HEAD: nothing here can be changed over the web.</summary>
internal sealed class ReadOnlyMethods(RequestDelegate next)
{
    /// <summary>Passes GET and HEAD on.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD";
        return Task.CompletedTask;
    }
}
