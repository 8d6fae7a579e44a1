using System.Collections.Frozen;
using System.Collections.Immutable;
using SummitDigest.Content.Permalinks;
using SummitDigest.Content.Problems;
using SummitDigest.Content.Theming;

namespace SummitDigest.Content;

/// <summary>Everything in the content folder at one moment. Immutable and safe to share between requests; replaced as a whole.</summary>
public sealed class Library
{
    private readonly FrozenDictionary<ContentId, Speech> _speeches;
    private readonly FrozenDictionary<ContentId, Speech> _aliases;
    private readonly FrozenDictionary<ContentId, Theme> _themes;
    private readonly FrozenDictionary<ContentId, Theme> _formerThemes;
    private readonly FrozenDictionary<ContentId, SpeechPermalinks> _permalinks;

    private readonly FrozenSet<ContentId> _faulty;
    private readonly bool _lacksSpeech;

    /// <summary>Puts a library together from valid parts, as <see cref="Reading.LibraryReader"/> does: no two speeches share a slug or an alias, no two themes an id.</summary>
    /// <param name="theming">The themes and the lexicon.</param>
    /// <param name="ledger">What was published.</param>
    /// <param name="stale">Speeches that are here as they were before a mistake came into their files.</param>
    /// <param name="faulty">Slugs and aliases of speeches that are not here because of a mistake in their files.</param>
    internal Library(ThemeScorer theming, IEnumerable<Speech> speeches, PermalinkLedger ledger, IEnumerable<ContentId> stale, IEnumerable<ContentId> faulty, IEnumerable<Problem> problems)
    {
        Theming = theming;
        Ledger = ledger;
        Themes = theming.Themes;
        Speeches = [.. speeches.OrderByDescending(speech => speech.Date).ThenBy(speech => speech.Slug.Value, StringComparer.Ordinal)];
        PassageCount = Speeches.Sum(speech => speech.Passages.Count());
        Stale = [.. stale.OrderBy(slug => slug.Value, StringComparer.Ordinal)];
        _faulty = faulty.ToFrozenSet();
        _speeches = Speeches.ToFrozenDictionary(speech => speech.Slug);
        _aliases = Speeches.SelectMany(speech => speech.Aliases, (speech, alias) => (speech, alias))
            .ToFrozenDictionary(pair => pair.alias, pair => pair.speech);
        _permalinks = Speeches.ToFrozenDictionary(speech => speech.Slug, speech => new SpeechPermalinks(speech, ledger));
        _themes = Themes.ToFrozenDictionary(theme => theme.Id);
        _formerThemes = Themes.SelectMany(theme => theme.Aliases, (theme, alias) => (theme, alias)).ToFrozenDictionary(pair => pair.alias, pair => pair.theme);
        _lacksSpeech = ledger.Speeches.Any(IsMissing);
        Problems =
        [
            .. problems.Concat(LedgerCheck.Of(this)).Concat(LinkCheck.Of(this)).InOrder(),
        ];
    }

    /// <summary>In the order of <c>themes.yml</c>.</summary>
    public ImmutableArray<Theme> Themes { get; }

    /// <summary>Newest first, then by slug.</summary>
    public ImmutableArray<Speech> Speeches { get; }

    /// <summary>How many passages all speeches have together.</summary>
    public int PassageCount { get; }

    /// <summary>Slugs of speeches that are shown as they were before a mistake came into their files, in order.</summary>
    public ImmutableArray<ContentId> Stale { get; }

    /// <summary>Every address that was ever published.</summary>
    public PermalinkLedger Ledger { get; }

    /// <summary>What is wrong in the content, by file and place.</summary>
    public ImmutableArray<Problem> Problems { get; }

    /// <summary>How passages get their themes here.</summary>
    public ThemeScorer Theming { get; }

    /// <summary>The speech with this slug, or null.</summary>
    public Speech? FindSpeech(string slug) => Find(_speeches, slug);

    /// <summary>
    /// What the address of a speech that is not there leads to: the speech that once had this slug, or the news that it
    /// was taken out or is kept back by a mistake; null for an address that was never published.
    /// </summary>
    public Permalink? FindFormer(string slug)
    {
        if (ContentId.TryCreate(slug) is not { } wanted || _speeches.ContainsKey(wanted))
            return null;
        if (_aliases.GetValueOrDefault(wanted) is { } moved)
            return new Permalink.Moved(moved, Id: null);
        if (_faulty.Contains(wanted))
            return new Permalink.Unavailable();
        return Ledger.Find(wanted) is { } gone ? new Permalink.Gone(gone.Title, Was: null, Speech: null, Nearest: null) : null;
    }

    /// <summary>What the address of a section or passage leads to; null for one that was never published.</summary>
    public Permalink? Find(string slug, string id)
    {
        if (ContentId.TryCreate(id) is not { } wanted)
            return null;
        if (FindSpeech(slug) is { } speech)
            return _permalinks[speech.Slug].Find(wanted);
        return FindFormer(slug) switch
        {
            // Straight to where it is now: no address leads to one that leads on.
            Permalink.Moved(var now, _) => _permalinks[now.Slug].Find(wanted) switch
            {
                Permalink.Here => new Permalink.Moved(now, wanted),
                var other => other,
            },
            Permalink.Unavailable kept => kept,
            Permalink.Gone gone when Ledger.Find(ContentId.TryCreate(slug)!)!.Ids.FirstOrDefault(was => was.Id == wanted) is { } was => gone with { Was = was },
            _ => null,
        };
    }

    /// <summary>
    /// What an address within the site leads to, at once or by a redirect, where that is a speech, or a section or passage of
    /// one: its page, or a file behind it.
    /// </summary>
    /// <param name="path">As the site reads it: in lower case, with one slash between names and none at the end.</param>
    /// <returns>Null where it leads elsewhere or nowhere.</returns>
    public LinkTarget? FollowLink(string path)
    {
        if (path.Split('/') is not ["", "speeches", .. { Length: 1 or 2 } names])
            return null;
        var (last, ending) = FileEndings.Part(names[^1]);
        (Speech Speech, ContentId? Id)? found = names.Length == 1
            ? (FindSpeech(last) ?? (FindFormer(last) as Permalink.Moved)?.Speech) is { } speech ? (speech, null) : null
            : Find(names[0], last) switch
            {
                Permalink.Here(var here, var section, var passage) => (here, passage?.Id ?? section.Id),
                Permalink.Moved(var now, { } id) => (now, id),
                _ => null,
            };
        return found is { } it && (ending is null || FileEndings.Of(it.Speech, it.Id).Contains(ending)) ? new(it.Speech, it.Id, ending) : null;
    }

    /// <summary>Ids that once led to what a section or passage of a speech has now, in order.</summary>
    public IEnumerable<ContentId> FormerIds(Speech speech, ContentId id) => _permalinks[speech.Slug].FormerOf(id);

    /// <summary>Whether a passage of a speech was published that is neither here any more nor withdrawn.</summary>
    public bool HasLost(Speech speech) => Ledger.Of(speech.Slug, speech.Aliases)
        .Any(published => published.Ids.Any(id => id is { IsSection: false, IsWithdrawn: false } && Find(published.Slug.Value, id.Id.Value) is Permalink.Gone));

    /// <summary>Whether a speech is new while one that was published is missing: it may be that one, under another name.</summary>
    public bool MayBeMissing(Speech speech) => _lacksSpeech && !Ledger.Of(speech.Slug, speech.Aliases).Any();

    /// <summary>The theme with this id, or null.</summary>
    public Theme? FindTheme(string id) => Find(_themes, id);

    /// <summary>The theme that once had this id, or null.</summary>
    public Theme? FindFormerTheme(string id) => Find(_formerThemes, id);

    /// <summary>The theme with this id; null for null, so that "no theme" passes through.</summary>
    /// <exception cref="KeyNotFoundException">The id belongs to another library.</exception>
    public Theme? Theme(ContentId? id) => id is null ? null : _themes[id];

    /// <summary>Whether a speech that was published is neither here any more nor withdrawn.</summary>
    internal bool IsMissing(PublishedSpeech published) => !published.IsWithdrawn && FindFormer(published.Slug.Value) is Permalink.Gone;

    private static T? Find<T>(FrozenDictionary<ContentId, T> byId, string text)
        where T : class => ContentId.TryCreate(text) is { } id ? byId.GetValueOrDefault(id) : null;
}
