using Microsoft.Extensions.Options;
using SummitDigest.Content;
using SummitDigest.Content.Citing;
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

    /// <summary>The picture of the site where a page of it is shared.</summary>
    public string SharePicture => Rooted("/share.png");

    /// <summary>A script, stylesheet or picture of the site itself.</summary>
    /// <param name="address">As <see cref="SiteAssets"/> has it.</param>
    public string Asset(string address) => Rooted($"/{address}");

    /// <summary>Where the files of the search index are; ends in a slash.</summary>
    public string Index(Snapshot snapshot) => Rooted($"/search/{snapshot.IndexHash}/");

    /// <summary>Where open pages hear of changes, in Development.</summary>
    public string Changes => Rooted("/changes");

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

    /// <summary>A speech as plain text.</summary>
    public string TextOf(Speech speech) => $"{To(speech)}.txt";

    /// <summary>A speech as Akoma Ntoso.</summary>
    public string AkomaNtosoOf(Speech speech) => $"{To(speech)}.akn.xml";

    /// <summary>The page that a section or passage has to itself.</summary>
    public string PageOf(Speech speech, ContentId id) => $"{To(speech)}/{id}";

    /// <summary>How to cite a speech, or a section or passage of it.</summary>
    public string CitationsOf(Speech speech, ContentId? id) => $"{Of(speech, id)}#ui-cite";

    /// <summary>A citation as a file: of what is cited first, or of the speech itself where that is the second.</summary>
    /// <param name="format">Such as <c>bib</c>.</param>
    public string CitationFile(Speech speech, ContentId? id, CitedWork work, string format) =>
        $"{Of(speech, id)}{(work == Citation.Works(speech)[0] ? "" : ".speech")}.{format}";

    /// <summary>A speech as the Markdown of which it is made.</summary>
    public string MarkdownOf(Speech speech) => $"{To(speech)}.md";

    /// <summary>What a speech says on a theme, among all that was said on it.</summary>
    public string To(Theme theme, Speech speech) => $"{To(theme)}#ui-{speech.Slug}";

    /// <summary>The newest speeches, as Atom; with a theme, what they say on it.</summary>
    public string AtomFeed(Theme? theme = null) => theme is null ? Rooted("/feed.xml") : $"{To(theme)}/feed.xml";

    /// <summary>The newest speeches, as JSON Feed; with a theme, what they say on it.</summary>
    public string JsonFeed(Theme? theme = null) => theme is null ? Rooted("/feed.json") : $"{To(theme)}/feed.json";

    /// <summary>All pages, for search engines.</summary>
    public string Sitemap => Rooted("/sitemap.xml");

    /// <summary>A part of a site map that is too long for one file.</summary>
    /// <param name="number">From 1.</param>
    public string SitemapPart(int number) => Rooted(FormattableString.Invariant($"/sitemap-{number}.xml"));

    /// <summary>How browsers add this site's search to their own.</summary>
    public string OpenSearch => Rooted("/opensearch.xml");

    /// <summary>The address in full where the site's public address is configured, as it is elsewhere.</summary>
    public string Absolute(string rooted) => options.Value.BaseUrl is { } site ? new Uri(site, rooted).AbsoluteUri : rooted;

    /// <summary>The address in full, for what is read away from the site: from the public address, or without one from the host that was asked.</summary>
    public string Full(string rooted) => new Uri(options.Value.BaseUrl ?? Host, rooted).AbsoluteUri;

    // A request of old may name no host, or one that no address can have.
    private Uri Host => accessor.HttpContext is { Request: { Host.HasValue: true } request } && Uri.TryCreate($"{request.Scheme}://{request.Host.ToUriComponent()}/", UriKind.Absolute, out var host)
        ? host
        : new("http://localhost/");

    private string Of(Speech speech, ContentId? id) => id is null ? To(speech) : PageOf(speech, id);

    private string Rooted(string path) => accessor.HttpContext?.Request.PathBase.Add(path).Value ?? path;
}
