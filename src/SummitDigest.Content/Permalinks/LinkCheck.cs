using SummitDigest.Content.Problems;

namespace SummitDigest.Content.Permalinks;

/// <summary>Follows the links of passages that lead into the site.</summary>
internal static class LinkCheck
{
    // What the site has besides speeches and themes; a test asks it for each of these.
    private static readonly HashSet<string> Pages = ["", "speeches", "themes", "search", "offline", "feed.xml", "feed.json", "sitemap.xml", "robots.txt", "opensearch.xml"];

    /// <summary>A warning for each link that leads nowhere, and for each whose place on its page is called otherwise now.</summary>
    public static IReadOnlyList<Problem> Of(Library library)
    {
        var found = new List<Problem>();
        foreach (var speech in library.Speeches)
        {
            var problems = new ProblemList(speech.File);
            foreach (var link in speech.Passages.SelectMany(passage => passage.Links))
                Check(library, speech, link, problems);
            found.AddRange(problems.Problems);
        }
        return found;
    }

    private static void Check(Library library, Speech speech, SiteLink link, ProblemList problems)
    {
        var (path, fragment) = Split(link.Address);
        var parts = SiteLink.Canonical(path)[1..].Split('/');
        var target = path.Length == 0 ? speech : parts is ["speeches", var slug, ..] ? library.FindSpeech(WithoutEnding(slug)) : null;
        var leadsSomewhere = parts switch
        {
            _ when path.Length == 0 => true,
            ["speeches", var name] => target is not null || library.FindFormer(WithoutEnding(name)) is Permalink.Moved or Permalink.Unavailable,
            // A page of the list: which of them there are changes with every speech.
            ["speeches", Speech.ReservedSlug, _] => true,
            ["speeches", var name, var id] => library.Find(name, WithoutEnding(id)) is Permalink.Here or Permalink.Moved or Permalink.Unavailable,
            ["themes", var theme, .. [] or ["feed.xml" or "feed.json"] or ["page", _]] => (library.FindTheme(theme) ?? library.FindFormerTheme(theme)) is not null,
            [var page] => Pages.Contains(page),
            _ => false,
        };
        if (!leadsSomewhere)
            problems.Warning("link-broken", link.Position, $"The link to {ProblemList.Quote(link.Address)} leads nowhere.", Suggest(library, parts));
        else if (target is not null && fragment.Length > 0 && !fragment.StartsWith("ui-", StringComparison.Ordinal))
            CheckFragment(library, target, link, fragment, problems);
    }

    // A redirect does not help here: the server never sees what stands behind the hash.
    private static void CheckFragment(Library library, Speech target, SiteLink link, string fragment, ProblemList problems)
    {
        switch (library.Find(target.Slug.Value, fragment))
        {
            case Permalink.Here:
                break;
            case Permalink.Moved(_, { } now):
                problems.Warning("link-broken", link.Position, $"The link to {ProblemList.Quote(link.Address)} leads to the page, but what was there is called \"{now}\" now.", $"Write #{now} in place of #{fragment}.");
                break;
            default:
                problems.Warning("link-broken", link.Position, $"The link to {ProblemList.Quote(link.Address)} leads to the page, but nothing on it has the id {ProblemList.Quote(fragment)}.",
                    DidYouMean.Sentence(fragment, target.Ids.Select(known => known.Value)));
                break;
        }
    }

    private static string Suggest(Library library, string[] parts) => parts switch
    {
        ["speeches", var slug, var id] when library.FindSpeech(slug) is { } speech =>
            DidYouMean.Sentence(id, speech.Ids.Select(known => known.Value)),
        ["speeches", var slug, ..] => DidYouMean.Sentence(WithoutEnding(slug), library.Speeches.Select(speech => speech.Slug.Value)),
        ["themes", var theme, ..] => DidYouMean.Sentence(theme, library.Themes.Select(known => known.Id.Value)),
        _ => "Write an address of this site as its pages have it, such as /themes or /speeches/my-speech#p7.",
    };

    // Without its query. Words to mark (":~:text=") are the browser's.
    private static (string Path, string Fragment) Split(string address)
    {
        var hash = address.IndexOf('#');
        var path = hash < 0 ? address : address[..hash];
        var fragment = hash < 0 ? "" : address[(hash + 1)..];
        return (path.Split('?')[0], fragment.Split(":~:")[0]);
    }

    // "x.json" and "x.speech.bib" are files of x: no id has a full stop.
    private static string WithoutEnding(string name) => name.Split('.')[0];
}
