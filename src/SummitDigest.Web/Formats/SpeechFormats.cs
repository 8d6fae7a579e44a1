using System.Text;
using Microsoft.Extensions.Options;
using SummitDigest.Content;
using SummitDigest.Web.Links;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Formats;

/// <summary>Serves speeches as plain text and as Akoma Ntoso.</summary>
internal static class SpeechFormats
{
    /// <summary>Maps <c>/speeches/{slug}.txt</c> and <c>/speeches/{slug}.akn.xml</c>.</summary>
    public static void MapSpeechFormats(this WebApplication app)
    {
        app.MapMethods("/speeches/{slug}.txt", [HttpMethods.Get, HttpMethods.Head], (string slug, Library library, SiteLinks links) =>
            library.FindByAlias(slug) is { } moved ? Results.Redirect(links.TextOf(moved), permanent: true)
                : library.FindSpeech(slug) is { } speech ? Results.Text(PlainText.Of(speech, links), "text/plain", Encoding.UTF8)
                : Results.NotFound());
        app.MapMethods("/speeches/{slug}.akn.xml", [HttpMethods.Get, HttpMethods.Head], (string slug, Library library, SiteLinks links, IOptions<SiteOptions> site) =>
            library.FindByAlias(slug) is { } moved ? Results.Redirect(links.AkomaNtosoOf(moved), permanent: true)
                : library.FindSpeech(slug) is { } speech ? XmlResult.Of(AkomaNtoso.Of(speech, library, links, site.Value.Title), AkomaNtoso.MediaType, indent: false)
                : Results.NotFound());
    }
}
