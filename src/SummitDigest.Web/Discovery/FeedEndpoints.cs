using Microsoft.Extensions.Options;
using SummitDigest.Content;
using SummitDigest.Content.Theming;
using SummitDigest.Web.Formats;
using SummitDigest.Web.Links;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Discovery;

/// <summary>Serves the feeds.</summary>
internal static class FeedEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps <c>/feed.xml</c> and <c>/feed.json</c>, and the same two under <c>/themes/{id}</c>.</summary>
    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/feed.xml", Methods, (Library library, SiteLinks links, IOptions<SiteOptions> site) => Atom(library, null, links, site.Value.Title));
        app.MapMethods("/feed.json", Methods, (Library library, SiteLinks links, IOptions<SiteOptions> site) => Json(library, null, links, site.Value.Title));
        app.MapMethods("/themes/{id}/feed.xml", Methods, (string id, Library library, SiteLinks links, IOptions<SiteOptions> site) =>
            library.FindTheme(id) is { } theme ? Atom(library, theme, links, site.Value.Title) : Results.NotFound());
        app.MapMethods("/themes/{id}/feed.json", Methods, (string id, Library library, SiteLinks links, IOptions<SiteOptions> site) =>
            library.FindTheme(id) is { } theme ? Json(library, theme, links, site.Value.Title) : Results.NotFound());
    }

    private static IResult Atom(Library library, Theme? theme, SiteLinks links, string site) =>
        XmlResult.Of(AtomFeed.Of(Feed.Of(library, theme, links, site), theme, links, site), AtomFeed.MediaType);

    private static IResult Json(Library library, Theme? theme, SiteLinks links, string site) =>
        Results.Json(JsonFeed.Of(Feed.Of(library, theme, links, site), theme, links, site), JsonFeed.Json, JsonFeed.MediaType);
}
