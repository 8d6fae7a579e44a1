using SummitDigest.Content.Theming;
using SummitDigest.Web.Formats;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Discovery;

/// <summary>Serves the feeds.</summary>
internal static class FeedEndpoints
{
    /// <summary>Maps <c>/feed.xml</c> and <c>/feed.json</c>, and the same two under <c>/themes/{id}</c>.</summary>
    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        app.MapRead("/feed.xml", request => Atom(request, null));
        app.MapRead("/feed.json", request => Json(request, null));
        app.MapRead("/themes/{id}/feed.xml", request => OfTheme(request, Atom, request.Links.AtomFeed));
        app.MapRead("/themes/{id}/feed.json", request => OfTheme(request, Json, request.Links.JsonFeed));
    }

    private static IResult OfTheme(ReadRequest request, Func<ReadRequest, Theme, IResult> feed, Func<Theme, string> address)
    {
        if (request.Library.FindTheme(request["id"]) is { } theme)
            return feed(request, theme);
        return request.Library.FindFormerTheme(request["id"]) is { } now ? Results.Redirect(address(now), permanent: true) : Results.NotFound();
    }

    private static IResult Atom(ReadRequest request, Theme? theme) =>
        XmlResult.Of(AtomFeed.Of(Of(request, theme), theme, request.Links, request.Site), AtomFeed.MediaType);

    private static IResult Json(ReadRequest request, Theme? theme) =>
        Results.Json(JsonFeed.Of(Of(request, theme), theme, request.Links, request.Site), JsonFeed.Json, JsonFeed.MediaType);

    private static Feed Of(ReadRequest request, Theme? theme) => Feed.Of(request.Library, theme, request.Links, request.Site);
}
