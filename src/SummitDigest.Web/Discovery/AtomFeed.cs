using System.Globalization;
using System.Xml.Linq;
using SummitDigest.Content.Theming;
using SummitDigest.Web.Links;
using SummitDigest.Web.Pages;

namespace SummitDigest.Web.Discovery;

/// <summary>A feed as Atom 1.0 (RFC 4287).</summary>
internal static class AtomFeed
{
    /// <summary>RFC 4287, section 7.</summary>
    public const string MediaType = "application/atom+xml";

    /// <summary>The namespace of all elements.</summary>
    public static readonly XNamespace Namespace = "http://www.w3.org/2005/Atom";

    /// <summary>The document.</summary>
    public static XDocument Of(Feed feed, Theme? theme, SiteLinks links, string site)
    {
        var self = links.Full(links.AtomFeed(theme));
        return new(Element("feed",
            Language("en"),
            Element("id", self),
            Element("title", feed.Title),
            Element("subtitle", feed.Description),
            // Every feed must have a day; where nothing has happened yet, it is the first that computers know.
            Element("updated", AtMidnight(feed.Entries.Count > 0 ? feed.Entries.Max(entry => entry.Updated) : DateOnly.FromDateTime(DateTime.UnixEpoch))),
            Element("author", Element("name", site), Element("uri", links.Full(links.Home))),
            Link("self", MediaType, self),
            Link("alternate", "text/html", feed.Page),
            feed.Entries.Select(entry => Entry(entry, links))));
    }

    /// <summary>A day as RFC 3339 has it: the site knows no hours.</summary>
    public static string AtMidnight(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{PageText.Iso(day)}T00:00:00Z");

    private static XElement Entry(FeedEntry entry, SiteLinks links) => Element("entry",
        Language(entry.Speech.Language),
        Element("id", entry.Id),
        Element("title", entry.Speech.Title),
        Element("updated", AtMidnight(entry.Updated)),
        Element("published", AtMidnight(entry.Speech.Date)),
        Element("author", Element("name", entry.Author)),
        Link("alternate", "text/html", entry.Address),
        entry.Speech.Source.Url is { } source ? Link("via", null, source.AbsoluteUri) : null,
        entry.Themes.Select(theme => Element("category",
            new XAttribute("term", theme.Id), new XAttribute("scheme", links.Full(links.Themes)), new XAttribute("label", theme.Title))),
        Element("summary", Language("en"), entry.Summary),
        Element("content", new XAttribute("type", "html"), entry.Html));

    private static XElement Link(string relation, string? type, string address) => Element("link",
        new XAttribute("rel", relation), type is null ? null : new XAttribute("type", type), new XAttribute("href", address));

    private static XElement Element(string name, params object?[] content) => new(Namespace + name, content);

    private static XAttribute Language(string tag) => new(XNamespace.Xml + "lang", tag);
}
