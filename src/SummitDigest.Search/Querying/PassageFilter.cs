using System.Collections.Immutable;
using SummitDigest.Content;
using SummitDigest.Content.Theming;
using SummitDigest.Search.Analysis;
using SummitDigest.Search.Indexing;

namespace SummitDigest.Search.Querying;

/// <summary>Which passages the filters of a query let through.</summary>
internal sealed class PassageFilter
{
    private readonly SearchIndex _index;
    private readonly Dictionary<ContentId, bool> _themes;
    private readonly bool _noTheme;
    private readonly bool[] _speakers;
    private readonly bool[] _years;
    private readonly bool[] _speeches;
    // Of each filter's value: taken once, for there may be many speeches to hold it against.
    private readonly Dictionary<string, string[]> _words;
    private readonly HashSet<string> _wholeNames;

    public PassageFilter(SearchIndex index, ImmutableArray<Filter> filters)
    {
        _index = index;
        var library = index.Library;
        var speeches = Enumerable.Range(0, library.Speeches.Length);
        _words = filters.Select(filter => filter.Value).Distinct().ToDictionary(value => value, value => Analyser.WordsOf(value).ToArray());
        _wholeNames = [.. Of(FilterKind.Speaker).Select(filter => filter.Value).Where(value => index.Speakers.Any(speaker => speaker.SequenceEqual(_words[value])))];
        Unfit = [.. filters.Where(filter => filter.Kind == FilterKind.Theme
            ? !IsNone(filter) && !library.Themes.Any(theme => Fits(filter, theme))
            : !speeches.Any(speech => Fits(filter, speech)))];
        var themes = Of(FilterKind.Theme);
        _themes = library.Themes.ToDictionary(theme => theme.Id, theme => Passes(themes, filter => Fits(filter, theme)));
        _noTheme = Passes(themes, IsNone);
        _speakers = Allowed(Of(FilterKind.Speaker));
        _years = Allowed(Of(FilterKind.Year));
        _speeches = Allowed(Of(FilterKind.Speech));

        Filter[] Of(FilterKind kind) => [.. filters.Where(filter => filter.Kind == kind)];

        bool[] Allowed(Filter[] filters) => [.. speeches.Select(speech => Passes(filters, filter => Fits(filter, speech)))];
    }

    /// <summary>The filters that fit nothing in the library.</summary>
    public ImmutableArray<Filter> Unfit { get; }

    /// <summary>Which kinds of filter a passage passes: theme, speaker, year. A passage of a speech that is filtered out passes none.</summary>
    public (bool Theme, bool Speaker, bool Year) Passes(int speech, int passage)
    {
        if (!_speeches[speech])
            return default;
        var theme = _index.Passages[passage].Passage.Theming.Theme;
        return (theme is null ? _noTheme : _themes[theme], _speakers[speech], _years[speech]);
    }

    // Filters of one kind widen each other; exclusions hold one and all.
    private static bool Passes(Filter[] filters, Func<Filter, bool> fits)
    {
        var including = filters.Where(filter => !filter.IsExcluded).ToList();
        return (including.Count == 0 || including.Exists(filter => fits(filter))) && !filters.Any(filter => filter.IsExcluded && fits(filter));
    }

    private static bool IsNone(Filter filter) => filter.Value == "none";

    private bool Fits(Filter filter, Theme theme) => _index.ThemeNames[theme.Id].Any(name => name.SequenceEqual(_words[filter.Value]));

    private bool Fits(Filter filter, int speech) => filter.Kind switch
    {
        FilterKind.Speaker => IsBy(filter.Value, _index.Speakers[speech]),
        FilterKind.Speech => filter.Value == _index.Library.Speeches[speech].Slug.Value,
        _ => filter.Years is var (from, to) && _index.Library.Speeches[speech].Date.Year >= from && _index.Library.Speeches[speech].Date.Year <= to,
    };

    // A whole name means who has it, and nobody whose longer name has the same words.
    private bool IsBy(string value, string[] speaker) =>
        _wholeNames.Contains(value) ? speaker.SequenceEqual(_words[value]) : _words[value].Length > 0 && _words[value].All(word => speaker.Contains(word));
}
