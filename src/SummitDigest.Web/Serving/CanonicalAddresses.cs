using SummitDigest.Content;

namespace SummitDigest.Web.Serving;

/// <summary>Redirects an address in upper case, with a slash at its end or with doubled slashes to its one canonical form.</summary>
internal sealed class CanonicalAddresses(RequestDelegate next)
{
    /// <summary>Passes canonical addresses on.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        var canonical = SiteLink.Canonical(path);
        if (path == canonical || path.Length == 0)
            return next(context);
        context.Response.Redirect(context.Request.PathBase.Add(new PathString(canonical)).ToUriComponent() + context.Request.QueryString.ToUriComponent(), permanent: true);
        return Task.CompletedTask;
    }
}
