using SummitDigest.Content.Problems;

namespace SummitDigest.Content.Permalinks;

/// <summary>Follows the links of passages that lead into the site.</summary>
internal static class LinkCheck
{
    // What the site has besides speeches and themes; a test asks it for each of these.
    private static readonly HashSet<string> Pages = ["", "speeches", "themes", "search", "offline", "feed.xml", "feed.json", "sitemap.xml", "robots.txt", "opensearch.xml"];

    /// <summary>A warning for each link that leads nowhere, and for each whose target on the page has another id now.</summary>
    public static IReadOnlyList<Problem> Of(Library library)
    {
        var found = new List<Problem>();
        foreach (var speech in library.Speeches)
        {
            var problems = new ProblemList(speech.File);
            foreach (var link in speech.Passages.SelectMany(passage => passage.Links).TakeWhile(_ => !problems.IsFull))
                Check(library, speech, link, problems);
            found.AddRange(problems.Problems);
        }
        return found;
    }

    private static void Check(Library library, Speech speech, SiteLink link, ProblemList problems)
    {
        var (path, fragment) = Split(link.Address);
        var canonical = SiteLink.Canonical(path);
        var parts = canonical[1..].Split('/');
        var target = path.Length == 0 ? speech : library.FollowLink(canonical)?.Speech;
        var leadsSomewhere = target is not null || parts switch
        {
            // What is in a faulty file comes back as it was.
            ["speeches", var name] when library.FindFormer(FileEndings.Part(name).Name) is Permalink.Unavailable => true,
            ["speeches", var name, _] when library.FindFormer(name) is Permalink.Unavailable => true,
            // A page of the list: which of them there are changes with every speech.
            ["speeches", Speech.ReservedSlug, _] => true,
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
        ["speeches", .. { Length: 1 or 2 } names] when FileEndings.Part(names[^1]) is (var last, { } ending) && library.FollowLink(string.Join('/', ["", .. parts[..^1], last])) is { } page =>
            DidYouMean.Sentence(ending, FileEndings.Of(page.Speech, page.Id)),
        ["speeches", var slug, var id] when library.FindSpeech(slug) is { } speech =>
            DidYouMean.Sentence(FileEndings.Part(id).Name, speech.Ids.Select(known => known.Value)),
        ["speeches", var slug, ..] => DidYouMean.Sentence(FileEndings.Part(slug).Name, library.Speeches.Select(speech => speech.Slug.Value)),
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
}
