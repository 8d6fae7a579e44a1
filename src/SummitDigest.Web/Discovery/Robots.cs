using System.Text;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Discovery;

/// <summary>
/// Serves <c>/robots.txt</c> (RFC 9309): everything may be read but the answers to queries, of which there are as many as words.
/// The search page itself has no question mark in its address.
/// </summary>
internal static class Robots
{
    /// <summary>Maps <c>/robots.txt</c>.</summary>
    public static void MapRobots(this IEndpointRouteBuilder app) =>
        app.MapRead("/robots.txt", request =>
            Results.Text($"User-agent: *\nDisallow: {request.Links.Search}?\n\nSitemap: {request.Links.Full(request.Links.Sitemap)}\n", "text/plain", Encoding.UTF8));
}
