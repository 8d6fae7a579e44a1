using SummitDigest.Content;

namespace SummitDigest.Web.Links;

/// <summary>
/// The route constraint <c>id</c>: what can be a slug or an id. It has no dot, so that only one pattern fits an address such
/// as <c>x.csl.json</c>.
/// </summary>
internal sealed class IdConstraint : IRouteConstraint
{
    /// <inheritdoc/>
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && value is string text && ContentId.TryCreate(text) is not null;
}
