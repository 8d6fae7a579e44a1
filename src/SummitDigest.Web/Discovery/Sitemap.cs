using System.Xml.Linq;
using SummitDigest.Content;
using SummitDigest.Web.Formats;
using SummitDigest.Web.Links;
using SummitDigest.Web.Pages;
using SummitDigest.Web.Pages.Speeches;
using SummitDigest.Web.Pages.Themes;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Discovery;

/// <summary>A page of the site map.</summary>
/// <param name="Address">In full.</param>
/// <param name="Modified">Null where nothing on it has a day.</param>
internal sealed record SitemapPage(string Address, DateOnly? Modified);

/// <summary>
/// The pages that search engines should know (https://www.sitemaps.org/protocol.html): the home page, the lists and each theme
/// with all their pages, each speech, and each section and passage, which have pages of their own. A page is as new as the
/// newest source it shows.
/// One file has at most 50,000 addresses. It may have 50 MB as well, which as many addresses never reach: with a host of 253
/// characters and two ids of 60 they make 24 MB.
/// </summary>
internal static class Sitemap
{
    /// <summary>The most addresses in one file.</summary>
    public const int MostPages = 50_000;

    /// <summary>The namespace of all elements.</summary>
    public static readonly XNamespace Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private const string MediaType = "application/xml";

    /// <summary>Maps <c>/sitemap.xml</c> and, for sites of more pages than one file may have, <c>/sitemap-1.xml</c> and so on.</summary>
    public static void MapSitemap(this IEndpointRouteBuilder app)
    {
        app.MapRead("/sitemap.xml", request =>
        {
            var parts = Parts(request.Library, request.Links);
            return XmlResult.Of(parts.Count == 1 ? OfPages(parts[1]) : Index(parts, request.Links), MediaType);
        });
        app.MapRead("/sitemap-{number:min(1)}.xml", request =>
            Parts(request.Library, request.Links) is { Count: > 1 } parts && parts.Find(request["number"]) is { } number
                ? XmlResult.Of(OfPages(parts[number]), MediaType)
                : Results.NotFound());
    }

    /// <summary>All pages, those of most interest first.</summary>
    public static IEnumerable<SitemapPage> Pages(Library library, SiteLinks links)
    {
        var newest = Newest(library.Speeches);
        yield return new(links.Full(links.Home), newest);
        var lists = SpeechPages.Of(library);
        foreach (var number in lists.Numbers)
            yield return new(links.Full(links.SpeechesPage(number)), Newest(lists[number].SelectMany(year => year.Speeches)));
        yield return new(links.Full(links.Themes), newest);
        foreach (var theme in library.Themes)
        {
            var pages = ThemePages.Of(library, theme);
            foreach (var number in pages.Numbers)
                yield return new(links.Full(links.ToPage(theme, number)), Newest(pages[number].Where(spoken => !spoken.Passages.IsEmpty).Select(spoken => spoken.Speech)));
        }
        foreach (var speech in library.Speeches)
        {
            var day = FeedEntry.UpdatedOn(speech);
            yield return new(links.Full(links.To(speech)), day);
            if (!links.HasParts)
                continue;
            foreach (var section in speech.Sections)
            {
                yield return new(links.Full(links.PageOf(speech, section.Id)), day);
                foreach (var passage in section.Passages)
                    yield return new(links.Full(links.PageOf(speech, passage.Id)), day);
            }
        }
    }

    /// <summary>All pages in as few files as they fit into; at least one.</summary>
    public static Paged<SitemapPage> Parts(Library library, SiteLinks links) => Parts(Pages(library, links), MostPages);

    /// <summary>The pages in as few files as they fit into; at least one.</summary>
    public static Paged<SitemapPage> Parts(IEnumerable<SitemapPage> pages, int mostPages) => new(pages, mostPages, _ => 1);

    /// <summary>A file of pages.</summary>
    public static XDocument OfPages(IEnumerable<SitemapPage> pages) => new(new XElement(Namespace + "urlset", pages.Select(page => Entry("url", page))));

    /// <summary>The file that names the others.</summary>
    public static XDocument Index(Paged<SitemapPage> parts, SiteLinks links) => new(new XElement(Namespace + "sitemapindex",
        parts.Numbers.Select(number => Entry("sitemap", new(links.Full(links.SitemapPart(number)), parts[number].Max(page => page.Modified))))));

    private static XElement Entry(string name, SitemapPage page) => new(Namespace + name,
        new XElement(Namespace + "loc", page.Address),
        page.Modified is { } day ? new XElement(Namespace + "lastmod", PageText.Iso(day)) : null);

    private static DateOnly? Newest(IEnumerable<Speech> speeches) => speeches.Max(speech => (DateOnly?)FeedEntry.UpdatedOn(speech));
}
