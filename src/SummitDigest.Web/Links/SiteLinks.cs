using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using SummitDigest.Content;
using SummitDigest.Content.Citing;
using SummitDigest.Content.Theming;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Links;

/// <summary>
/// The addresses of everything, made in this one place. Rooted at the request's path base, as ~/ in a page is. Where pages are
/// files, each is the index.html of a folder, and its address ends in a slash.
/// </summary>
internal sealed partial class SiteLinks(IHttpContextAccessor accessor, IOptions<SiteOptions> options, SiteForm form)
{
    /// <summary>Whether each section and passage has a page of its own.</summary>
    public bool HasParts => form.HasParts;

    /// <summary>The newest speech, and the library.</summary>
    public string Home => Rooted("/");

    /// <summary>All speeches.</summary>
    public string Speeches => Page("/speeches");

    /// <summary>A page of all speeches.</summary>
    /// <param name="number">From 1, which is <see cref="Speeches"/> itself.</param>
    public string SpeechesPage(int number) => Numbered("/speeches", number);

    /// <summary>All themes.</summary>
    public string Themes => Page("/themes");

    /// <summary>By what rules a passage gets its theme.</summary>
    public string HowPointsAreCounted => $"{Themes}#ui-points";

    /// <summary>Search.</summary>
    public string Search => Page("/search");

    /// <summary>All that a speaker said.</summary>
    public string SearchOf(string speaker) => Search + QueryString.Create("speaker", speaker);

    /// <summary>Search among the passages of a theme.</summary>
    public string SearchOn(Theme theme) => Search + QueryString.Create("theme", theme.Id.Value);

    /// <summary>What a reader without network sees in place of a page that is not kept.</summary>
    public string Offline => Page("/offline");

    /// <summary>The picture of the site where a page of it is shared.</summary>
    public string SharePicture => Rooted("/share.png");

    /// <summary>A script, stylesheet or picture of the site itself.</summary>
    /// <param name="address">As <see cref="SiteAssets"/> has it.</param>
    public string Asset(string address) => Rooted($"/{address}");

    /// <summary>Where the files of the search index are; ends in a slash.</summary>
    public string Index(Snapshot snapshot) => Rooted($"/search/{snapshot.IndexHash}/");

    /// <summary>What says which index is the newest.</summary>
    public string NewestIndex => Rooted("/search/current");

    /// <summary>As <see cref="Index"/> has it for a page: where pages are files it names no index, or all would change whenever one speech does.</summary>
    public string IndexForPages(Snapshot snapshot) => form.IsStatic ? $"{NewestIndex}/" : Index(snapshot);

    /// <summary>The file that says of which version all pages are; null where each page says it.</summary>
    public string? Version => form.IsStatic ? Rooted("/version.txt") : null;

    /// <summary>Where open pages hear of changes, in Development.</summary>
    public string Changes => Rooted("/changes");

    /// <summary>A speech in full.</summary>
    public string To(Speech speech) => Page($"/speeches/{speech.Slug}");

    /// <summary>A section in its speech.</summary>
    public string To(Speech speech, Section section) => $"{To(speech)}#{section.Id}";

    /// <summary>A passage in its speech.</summary>
    public string To(Speech speech, Passage passage) => $"{To(speech)}#{passage.Id}";

    /// <summary>All that was said on a theme.</summary>
    public string To(Theme theme) => Page($"/themes/{theme.Id}");

    /// <summary>A speech as JSON.</summary>
    public string JsonOf(Speech speech) => FileOf(speech, null, "json");

    /// <summary>A speech as plain text.</summary>
    public string TextOf(Speech speech) => FileOf(speech, null, "txt");

    /// <summary>A speech as Akoma Ntoso.</summary>
    public string AkomaNtosoOf(Speech speech) => FileOf(speech, null, "akn.xml");

    /// <summary>The page that a section or passage has to itself; where there are no such pages, its place in the speech.</summary>
    public string PageOf(Speech speech, ContentId id) => form.HasParts ? Page($"/speeches/{speech.Slug}/{id}") : $"{To(speech)}#{id}";

    /// <summary>How to cite a speech, or a section or passage of it.</summary>
    public string CitationsOf(Speech speech, ContentId? id) => $"{Of(speech, id)}#ui-cite";

    /// <summary>A citation as a file: of what is cited first, or of the speech itself where that is the second.</summary>
    /// <param name="format">Such as <c>bib</c>.</param>
    public string CitationFile(Speech speech, ContentId? id, CitedWork work, string format) =>
        FileOf(speech, id, work == Citation.Works(speech)[0] ? format : $"speech.{format}");

    /// <summary>A speech, or a section or passage of it, as a file.</summary>
    /// <param name="ending">Such as <c>txt</c>, without a dot in front.</param>
    public string FileOf(Speech speech, ContentId? id, string ending) => Rooted($"/speeches/{speech.Slug}{(id is null ? "" : $"/{id}")}.{ending}");

    /// <summary>A speech as the Markdown of which it is made.</summary>
    public string MarkdownOf(Speech speech) => FileOf(speech, null, "md");

    /// <summary>A page of all that was said on a theme.</summary>
    /// <param name="number">From 1, which is <see cref="To(Theme)"/> itself.</param>
    public string ToPage(Theme theme, int number) => Numbered($"/themes/{theme.Id}", number);

    /// <summary>What a speech says on a theme, among all that was said on it, on the page where it is now.</summary>
    public string To(Theme theme, Speech speech, int number) => $"{ToPage(theme, number)}#ui-{speech.Slug}";

    /// <summary>
    /// What tells a speech or, with a theme, what it says on that from all others in feeds: for good, whatever page it is on, and
    /// whether or not pages are files. It leads there, too; the first page of a theme leads on.
    /// </summary>
    public string IdOf(Speech speech, Theme? theme) => Rooted(theme is null ? $"/speeches/{speech.Slug}" : $"/themes/{theme.Id}#ui-{speech.Slug}");

    /// <summary>The newest speeches, as Atom; with a theme, what they say on it.</summary>
    public string AtomFeed(Theme? theme = null) => Rooted(theme is null ? "/feed.xml" : $"/themes/{theme.Id}/feed.xml");

    /// <summary>The newest speeches, as JSON Feed; with a theme, what they say on it.</summary>
    public string JsonFeed(Theme? theme = null) => Rooted(theme is null ? "/feed.json" : $"/themes/{theme.Id}/feed.json");

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

    /// <summary>
    /// HTML of the content, in which links within the site have the addresses that their targets have now: where pages are files,
    /// none may need a redirect.
    /// </summary>
    /// <param name="html">In it, addresses are as they would be without a path base.</param>
    /// <param name="from">The speech that it is of, where not all of that is around it: places in it are on its own page.</param>
    /// <param name="isAbsolute">Whether addresses are as <see cref="Absolute"/> has them.</param>
    public string Html(string html, Library library, Speech? from = null, bool isAbsolute = false) => InSite().Replace(html, link =>
    {
        var (path, rest) = (link.Groups["path"], link.Groups["rest"].Value);
        var address = path.Success ? To(SiteLink.Canonical(path.Value), library) : from is null ? "" : To(from);
        // A part that has no page of its own is a place already.
        return $"<a href=\"{(isAbsolute ? Absolute(address) : address)}{(address.Contains('#') ? "" : rest)}\"";
    });

    private string Numbered(string list, int number) => Page(number == 1 ? list : FormattableString.Invariant($"{list}/page/{number}"));

    private string To(string path, Library library) => library.FollowLink(path) switch
    {
        (var speech, var id, null) => Of(speech, id),
        (var speech, var id, { } ending) => FileOf(speech, form.HasParts ? id : null, ending),
        null when path.Split('/') is ["", "themes", var theme, .. var rest] && library.FindFormerTheme(theme) is { } now => To(string.Join('/', ["", "themes", now.Id.Value, .. rest]), library),
        null => Path.HasExtension(path) ? Rooted(path) : Page(path),
    };

    private string Of(Speech speech, ContentId? id) => id is null ? To(speech) : PageOf(speech, id);

    private string Page(string path) => Rooted(form.IsStatic && !path.EndsWith('/') ? $"{path}/" : path);

    private string Rooted(string path) => accessor.HttpContext?.Request.PathBase.Add(path).Value ?? path;

    // As content's HTML is written: in it no text has a quotation mark of its own.
    [GeneratedRegex("<a href=\"((?<path>/(?!/)[^\"?#]*)(?<rest>[^\"]*)|(?<rest>#[^\"]*))\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex InSite();
}
