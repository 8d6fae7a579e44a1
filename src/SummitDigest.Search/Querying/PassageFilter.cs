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
    private readonly HashSet<Filter> _wholeNames;

    public PassageFilter(SearchIndex index, ImmutableArray<Filter> filters)
    {
        _index = index;
        var library = index.Library;
        _wholeNames = [.. filters.Where(filter => filter.Kind == FilterKind.Speaker && library.Speeches.Any(speech => SameWords(filter.Value, speech.Speaker)))];
        Unfit = [.. filters.Where(filter => filter.Kind == FilterKind.Theme
            ? !IsNone(filter) && !library.Themes.Any(theme => Fits(filter, theme))
            : !library.Speeches.Any(speech => Fits(filter, speech)))];
        var themes = Of(FilterKind.Theme);
        _themes = library.Themes.ToDictionary(theme => theme.Id, theme => Passes(themes, filter => Fits(filter, theme)));
        _noTheme = Passes(themes, IsNone);
        _speakers = Allowed(Of(FilterKind.Speaker));
        _years = Allowed(Of(FilterKind.Year));
        _speeches = Allowed(Of(FilterKind.Speech));

        Filter[] Of(FilterKind kind) => [.. filters.Where(filter => filter.Kind == kind)];

        bool[] Allowed(Filter[] filters) => [.. library.Speeches.Select(speech => Passes(filters, filter => Fits(filter, speech)))];
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

    private static bool Fits(Filter filter, Theme theme) => theme.Aliases.Prepend(theme.Id).Any(id => SameWords(filter.Value, id.Value)) || SameWords(filter.Value, theme.Title);

    private bool Fits(Filter filter, Speech speech) => filter.Kind switch
    {
        // A whole name means who has it, and nobody whose longer name has the same words.
        FilterKind.Speaker when _wholeNames.Contains(filter) => SameWords(filter.Value, speech.Speaker),
        FilterKind.Speaker => Folded(filter.Value) is { Count: > 0 } words && words.All(Folded(speech.Speaker).Contains),
        FilterKind.Speech => filter.Value == speech.Slug.Value,
        _ => filter.Years is var (from, to) && speech.Date.Year >= from && speech.Date.Year <= to,
    };

    private static bool SameWords(string a, string b) => Folded(a).SequenceEqual(Folded(b));

    private static List<string> Folded(string text) => [.. Analyser.WordsOf(text)];
}
