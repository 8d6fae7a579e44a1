using SummitDigest.Content;
using SummitDigest.Content.Permalinks;
using SummitDigest.Web.Discovery;
using SummitDigest.Web.Links;
using SummitDigest.Web.Pages.Speeches;
using SummitDigest.Web.Pages.Themes;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Exporting;

/// <summary>Something to export.</summary>
/// <param name="Path">Its address within the site.</param>
/// <param name="IsPage">Whether it is a page, and not a file for machines.</param>
internal readonly record struct ExportAddress(string Path, bool IsPage)
{
    /// <summary>The file that it becomes; a page is the index.html of a folder, which every host sends.</summary>
    public string File => IsPage ? $"{Path.TrimStart('/')}{(Path == "/" ? "" : "/")}index.html" : Path[1..];
}

/// <summary>All addresses that the site has.</summary>
internal static class ExportAddresses
{
    /// <summary>Those that belong to no one speech: any speech may change them.</summary>
    public static IEnumerable<ExportAddress> Shared(Snapshot snapshot, SiteAssets assets, SiteLinks links)
    {
        var library = snapshot.Library;
        foreach (var page in new[] { "/", "/speeches", "/themes", "/search", "/offline" })
            yield return new(page, IsPage: true);
        foreach (var number in SpeechPages.Of(library).Numbers.Skip(1))
            yield return new(FormattableString.Invariant($"/speeches/page/{number}"), IsPage: true);
        foreach (var theme in library.Themes)
        {
            foreach (var number in ThemePages.Of(library, theme).Numbers.Skip(1))
                yield return new(FormattableString.Invariant($"/themes/{theme.Id}/page/{number}"), IsPage: true);
            foreach (var address in OfTheme(theme.Id))
                yield return address;
        }
        foreach (var file in new[] { "/feed.xml", "/feed.json", "/robots.txt", "/opensearch.xml", "/sw.js", "/search/current", "/sitemap.xml" })
            yield return File(file);
        if (Sitemap.Parts(library, links) is { Count: > 1 } parts)
        {
            foreach (var number in parts.Numbers)
                yield return File(FormattableString.Invariant($"/sitemap-{number}.xml"));
        }
        // Under their plain names, too: for who fetches a script by hand.
        foreach (var (name, address) in assets.Addresses.Where(asset => asset.Key is not (OfflineEndpoints.Script or ChangeEvents.Script)))
        {
            yield return File($"/{name}");
            yield return File($"/{address}");
        }
        foreach (var name in new[] { "files", "all" })
            yield return File($"/search/{snapshot.IndexHash}/{name}");
    }

    /// <summary>Those of a speech: what is in it decides them, and the themes.</summary>
    /// <param name="hasParts">Whether each section and passage has a page of its own.</param>
    public static IEnumerable<ExportAddress> Of(Speech speech, bool hasParts)
    {
        var address = $"/speeches/{speech.Slug}";
        yield return new(address, IsPage: true);
        foreach (var format in FileEndings.Of(speech, id: null))
            yield return File($"{address}.{format}");
        if (!hasParts)
            yield break;
        foreach (var id in speech.Ids)
        {
            yield return new($"{address}/{id}", IsPage: true);
            foreach (var format in FileEndings.Of(speech, id))
                yield return File($"{address}/{id}.{format}");
        }
    }

    /// <summary>
    /// Addresses that something had once: pages lead on by themselves, or say that it was taken out; files, such as citations,
    /// do so only on hosts that are told.
    /// </summary>
    /// <param name="hasParts">Whether each section and passage has a page of its own, and citations as files.</param>
    public static IEnumerable<ExportAddress> Old(Library library, bool hasParts)
    {
        foreach (var address in library.Themes.SelectMany(theme => theme.Aliases).SelectMany(OfTheme))
            yield return address;
        // Addresses under the reserved slug are pages of the list, whatever somebody wrote into the ledger.
        var ledger = library.Ledger.Speeches.Where(speech => speech.Slug.Value != Speech.ReservedSlug).ToList();
        var slugs = ledger.Select(speech => speech.Slug).Concat(library.Speeches.SelectMany(speech => speech.Aliases));
        foreach (var slug in slugs.Distinct())
        {
            if (library.FindFormer(slug.Value) is not { } now)
                continue;
            foreach (var address in WithFiles($"/speeches/{slug}", now, FileEndings.Texts))
                yield return address;
        }
        var published = ledger.SelectMany(speech => speech.Ids.Select(id => (speech.Slug, id.Id)));
        var renamed = library.Speeches.SelectMany(speech => speech.Aliases.SelectMany(alias =>
            speech.Ids.Select(id => (Slug: alias, Id: id))));
        var moved = library.Speeches.SelectMany(speech => speech.Moved.Keys.SelectMany(id => speech.Aliases.Prepend(speech.Slug).Select(slug => (Slug: slug, Id: id))));
        foreach (var (slug, id) in published.Concat(renamed).Concat(moved).Distinct())
        {
            // None where the ledger has a speech twice, of which the first counts.
            if (library.Find(slug.Value, id.Value) is not { } now || now is Permalink.Here)
                continue;
            foreach (var address in WithFiles($"/speeches/{slug}/{id}", now, []))
            {
                if (address.IsPage || hasParts)
                    yield return address;
            }
        }
    }

    private static ExportAddress[] OfTheme(ContentId id) => [new($"/themes/{id}", IsPage: true), File($"/themes/{id}/feed.xml"), File($"/themes/{id}/feed.json")];

    private static IEnumerable<ExportAddress> WithFiles(string path, Permalink now, IEnumerable<string> formats) =>
        formats.Concat(FileEndings.Citations((now as Permalink.Moved)?.Speech)).Select(format => File($"{path}.{format}")).Prepend(new(path, IsPage: true));

    private static ExportAddress File(string path) => new(path, IsPage: false);
}
