using System.Net;
using System.Xml.Linq;
using SummitDigest.Content;
using SummitDigest.Web.Links;

namespace SummitDigest.Web.Formats;

/// <summary>
/// A passage's HTML as elements, for formats that are read away from the site. The elements are those that Markdown without
/// raw HTML makes, in no namespace: p, ul, ol, li, blockquote, pre, code, em, strong, a and br.
/// </summary>
internal static class PassageXml
{
    /// <summary>The blocks of a passage. Every link is in full; one that is no address at all has lost its <c>href</c>.</summary>
    public static IEnumerable<XElement> Blocks(Speech speech, Passage passage, Library library, SiteLinks links)
    {
        // Markdig writes HTML that is XML as well; only characters that XML cannot hold have to go.
        var html = XmlResult.Clean(links.Html(passage.Html, library, speech));
        // Nearly every passage is a paragraph without marks: setting up a parser for it takes longer than all else.
        if (html.StartsWith("<p>", StringComparison.Ordinal) && html.IndexOf('<', 1) == html.Length - "</p>".Length)
            return [new("p", WebUtility.HtmlDecode(html["<p>".Length..^"</p>".Length]))];
        var root = XElement.Parse($"<div>{html}</div>", LoadOptions.PreserveWhitespace);
        var page = new Uri(links.Full(links.To(speech)));
        foreach (var href in root.Descendants().Attributes("href").ToList())
        {
            if (Uri.TryCreate(page, href.Value, out var address))
                href.Value = address.AbsoluteUri;
            else
                href.Remove();
        }
        return root.Elements();
    }
}
