using Microsoft.Extensions.Options;
using SummitDigest.Content;
using SummitDigest.Content.Theming;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Links;

/// <summary>
/// The addresses of everything, made in this one place. Rooted at the request's path base, as ~/ in a page is.
/// </summary>
internal sealed class SiteLinks(IHttpContextAccessor accessor, IOptions<SiteOptions> options)
{
    /// <summary>The newest speech, and the library.</summary>
    public string Home => Rooted("/");

    /// <summary>All speeches.</summary>
    public string Speeches => Rooted("/speeches");

    /// <summary>All themes.</summary>
    public string Themes => Rooted("/themes");

    /// <summary>Search.</summary>
    public string Search => Rooted("/search");

    /// <summary>What a reader without network sees in place of a page that is not kept.</summary>
    public string Offline => Rooted("/offline");

    /// <summary>A script, stylesheet or picture of the site itself.</summary>
    /// <param name="address">As <see cref="SiteAssets"/> has it.</param>
    public string Asset(string address) => Rooted($"/{address}");

    /// <summary>Where the files of the search index are; ends in a slash.</summary>
    public string Index(Snapshot snapshot) => Rooted($"/search/{snapshot.IndexFiles.Hash}/");

    /// <summary>A speech in full.</summary>
    public string To(Speech speech) => Rooted($"/speeches/{speech.Slug}");

    /// <summary>A section in its speech.</summary>
    public string To(Speech speech, Section section) => $"{To(speech)}#{section.Id}";

    /// <summary>A passage in its speech.</summary>
    public string To(Speech speech, Passage passage) => $"{To(speech)}#{passage.Id}";

    /// <summary>All that was said on a theme.</summary>
    public string To(Theme theme) => Rooted($"/themes/{theme.Id}");

    /// <summary>A speech as JSON.</summary>
    public string JsonOf(Speech speech) => $"{To(speech)}.json";

    /// <summary>The address in full where the site's public address is configured, as it is elsewhere.</summary>
    public string Absolute(string rooted) => options.Value.BaseUrl is { } site ? new Uri(site, rooted).AbsoluteUri : rooted;

    private string Rooted(string path) => accessor.HttpContext?.Request.PathBase.Add(path).Value ?? path;
}
