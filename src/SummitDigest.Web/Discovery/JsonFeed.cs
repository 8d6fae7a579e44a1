using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using SummitDigest.Content.Theming;
using SummitDigest.Web.Links;

namespace SummitDigest.Web.Discovery;

/// <summary>A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). Names are the format's; what is null is left out.</summary>
internal sealed record JsonFeed(
    string Version, string Title, string HomePageUrl, string FeedUrl, string Description, string Language,
    IEnumerable<JsonFeedAuthor> Authors, IEnumerable<JsonFeedItem> Items)
{
    /// <summary>The type that version 1.1 asks for.</summary>
    public const string MediaType = "application/feed+json";

    /// <summary>How it is written.</summary>
    public static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
    };

    /// <summary>The document.</summary>
    public static JsonFeed Of(Feed feed, Theme? theme, SiteLinks links, string site) => new(
        "https://jsonfeed.org/version/1.1",
        feed.Title, feed.Page, links.Full(links.JsonFeed(theme)), feed.Description, "en",
        [new(site, links.Full(links.Home))],
        feed.Entries.Select(entry => new JsonFeedItem(
            entry.Id, entry.Address, entry.Speech.Source.Url?.AbsoluteUri, entry.Speech.Title, entry.Html, entry.Summary,
            AtomFeed.AtMidnight(entry.Speech.Date), AtomFeed.AtMidnight(entry.Updated),
            [new(entry.Author, null)], entry.Themes.Select(known => known.Title), entry.Speech.Language)));
}

/// <summary>Who made a feed or an entry.</summary>
internal sealed record JsonFeedAuthor(string Name, string? Url);

/// <summary>One speech.</summary>
/// <param name="ExternalUrl">The source, where the file names its address.</param>
internal sealed record JsonFeedItem(
    string Id, string Url, string? ExternalUrl, string Title, string ContentHtml, string Summary, string DatePublished, string DateModified,
    IEnumerable<JsonFeedAuthor> Authors, IEnumerable<string> Tags, string Language);
