using System.Globalization;
using System.Xml.Linq;
using SummitDigest.Web.Formats;
using SummitDigest.Web.Links;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Discovery;

/// <summary>
/// Serves <c>/opensearch.xml</c>, by which browsers offer this site's search in their own (OpenSearch 1.1, draft 6).
/// The format allows 16 characters for the short name, 48 for the long one and 1,024 for the description; what is longer is cut.
/// </summary>
internal static class OpenSearch
{
    /// <summary>The type that the format asks for.</summary>
    public const string MediaType = "application/opensearchdescription+xml";

    private static readonly XNamespace Namespace = "http://a9.com/-/spec/opensearch/1.1/";

    /// <summary>Maps <c>/opensearch.xml</c>.</summary>
    public static void MapOpenSearch(this IEndpointRouteBuilder app) =>
        app.MapRead("/opensearch.xml", request => XmlResult.Of(Of(request.Site, request.Links, request.Assets), MediaType));

    /// <summary>As much of a text as fits into so many UTF-16 units, without cutting through what is seen as one character.</summary>
    public static string Cut(string text, int length)
    {
        var end = 0;
        while (end < text.Length && end + StringInfo.GetNextTextElementLength(text, end) is var next && next <= length)
            end = next;
        return text[..end].TrimEnd();
    }

    private static XDocument Of(string site, SiteLinks links, SiteAssets assets) => new(Element("OpenSearchDescription",
        Element("ShortName", Cut(site, 16)),
        Element("LongName", Cut(site, 48)),
        Element("Description", Cut($"Passages of summit speeches at {site}, by words and themes.", 1024)),
        Url("text/html", "results", $"{links.Full(links.Search)}?q={{searchTerms}}"),
        Url(MediaType, "self", links.Full(links.OpenSearch)),
        Element("Image", new XAttribute("height", 16), new XAttribute("width", 16), new XAttribute("type", "image/svg+xml"), links.Full(links.Asset(assets.Addresses["favicon.svg"]))),
        Element("InputEncoding", "UTF-8"),
        Element("OutputEncoding", "UTF-8")));

    private static XElement Url(string type, string relation, string template) => Element("Url",
        new XAttribute("type", type), new XAttribute("rel", relation), new XAttribute("template", template));

    private static XElement Element(string name, params object?[] content) => new(Namespace + name, content);
}
