using System.Collections.Frozen;
using System.Collections.Immutable;
using SummitDigest.Content.Problems;
using SummitDigest.Content.Theming;

namespace SummitDigest.Content;

/// <summary>Everything in the content folder at one moment. Immutable and safe to share between requests; replaced as a whole.</summary>
public sealed class Library
{
    private readonly FrozenDictionary<ContentId, Speech> _speeches;
    private readonly FrozenDictionary<ContentId, Speech> _aliases;
    private readonly FrozenDictionary<ContentId, Theme> _themes;

    /// <summary>Puts a library together from valid parts: no two speeches share a slug or an alias, no two themes an id.</summary>
    public Library(IEnumerable<Theme> themes, IEnumerable<Speech> speeches, IEnumerable<Problem> problems)
    {
        Themes = [.. themes];
        Speeches = [.. speeches.OrderByDescending(speech => speech.Date).ThenBy(speech => speech.Slug.Value, StringComparer.Ordinal)];
        Problems =
        [
            .. problems
            .OrderBy(problem => problem.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.Position.Line)
            .ThenBy(problem => problem.Position.Column),
        ];
        _speeches = Speeches.ToFrozenDictionary(speech => speech.Slug);
        _aliases = Speeches.SelectMany(speech => speech.Aliases, (speech, alias) => (speech, alias))
            .ToFrozenDictionary(pair => pair.alias, pair => pair.speech);
        _themes = Themes.ToFrozenDictionary(theme => theme.Id);
    }

    /// <summary>In the order of <c>themes.yml</c>.</summary>
    public ImmutableArray<Theme> Themes { get; }

    /// <summary>Newest first, then by slug.</summary>
    public ImmutableArray<Speech> Speeches { get; }

    /// <summary>What is wrong in the content, by file and place.</summary>
    public ImmutableArray<Problem> Problems { get; }

    /// <summary>The speech with this slug, or null.</summary>
    public Speech? FindSpeech(string slug) => Find(_speeches, slug);

    /// <summary>The speech that once had this slug, or null.</summary>
    public Speech? FindByAlias(string slug) => Find(_aliases, slug);

    /// <summary>The theme with this id, or null.</summary>
    public Theme? FindTheme(string id) => Find(_themes, id);

    /// <summary>The theme with this id; null for null, so that "no theme" passes through.</summary>
    /// <exception cref="KeyNotFoundException">The id belongs to another library.</exception>
    public Theme? Theme(ContentId? id) => id is null ? null : _themes[id];

    private static T? Find<T>(FrozenDictionary<ContentId, T> byId, string text)
        where T : class => ContentId.TryCreate(text) is { } id ? byId.GetValueOrDefault(id) : null;
}
