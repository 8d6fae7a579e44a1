using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SummitDigest.Content;
using SummitDigest.Content.Theming;
using SummitDigest.Search.Querying;
using SummitDigest.Web.Links;
using SummitDigest.Web.Pages.Shared;

namespace SummitDigest.Web.Pages;

/// <summary>The passages that answer a query, and the filters to narrow them. A script takes over where there is one.</summary>
internal sealed class SearchModel(Searcher searcher, Library library, SiteLinks links) : PageModel
{
    /// <summary>Hits shown before more are asked for.</summary>
    public const int FirstHits = 10;

    /// <summary>Fewer years make no picture.</summary>
    public const int FewestYears = 3;

    // Themes whose titles find something: looked for once in each library.
    private static readonly ConditionalWeakTable<Searcher, string[]> Found = [];

    private const int MostExamples = 3;

    // UTF-16 units of an address: the longest phrase, also of Chinese characters, which stand apart in it.
    private const int LongestMark = 2 * Search.Querying.Query.Longest;

    // A kind has seldom more than two; the rest of a made-up address is not worth the work.
    private const int MostFilters = Search.Querying.Query.MostTerms;

    private readonly List<Filter> _filters = [];
    private SearchResult? _result;
    private int _count = FirstHits;

    /// <summary>What was typed, as far as the box takes it; empty before anything was.</summary>
    public string Query { get; private set; } = "";

    /// <summary>What it came to.</summary>
    public SearchResult Result => _result ?? throw new InvalidOperationException("OnGet searches.");

    /// <summary>What happened, in words.</summary>
    public string Sentence { get; private set; } = "";

    /// <summary>Whether there was anything to look for.</summary>
    public bool IsAsked { get; private set; }

    /// <summary>The best hits, as many as are shown.</summary>
    public IEnumerable<Hit> Hits => Result.Hits.Take(_count);

    /// <summary>Where more hits are; null where all are shown.</summary>
    public string? More => Result.Hits.Length > _count ? Address(_filters, Math.Min(2 * _count, Searcher.MostHits)) : null;

    /// <summary>The same search without its filters; null where it has none.</summary>
    public string? Unfiltered => _filters.Count > 0 ? Address([], FirstHits) : null;

    /// <summary>Said where more hits cannot be shown; else null.</summary>
    public string? Rest => SearchText.Rest(Result, Math.Min(_count, Result.Hits.Length));

    /// <summary>Every theme, and passages of none.</summary>
    public IEnumerable<Choice> Themes => library.Themes.Select(theme => (Theme?)theme).Append(null).Select(theme =>
    {
        var value = theme?.Id.Value ?? Theme.None;
        int? count = IsAsked ? Result.Facets.Themes.FirstOrDefault(found => found.Theme == theme?.Id).Count : null;
        return new Choice("theme", value, theme?.Title ?? "No theme", PageText.Colour(theme), count, Chosen(FilterKind.Theme).Contains(value));
    });

    /// <summary>What to choose one of: the speakers of what was found, and its years, the newest first; always with the chosen one.</summary>
    public IEnumerable<(string Label, string Name, IEnumerable<Choice> Choices)> Lists =>
    [
        ("Speaker", "speaker", Options("speaker", FilterKind.Speaker, Result.Facets.Speakers.Select(found => (found.Speaker, found.Count)))),
        ("Year", "year", Options("year", FilterKind.Year, Result.Facets.Years.Select(found => (Text(found.Year), found.Count)))),
    ];

    /// <summary>All speakers and years, for an empty form without script. Hundreds would take a phone longer to lay out than all else, so with script they come when there is time.</summary>
    public IEnumerable<(string Label, string Name, IEnumerable<string> Values)> All =>
    [
        ("Speaker", "speaker", library.Speeches.Select(speech => speech.Speaker).Distinct().Order(StringComparer.Ordinal)),
        ("Year", "year", library.Speeches.Select(speech => speech.Date.Year).Distinct().OrderDescending().Select(Text)),
    ];

    /// <summary>Filters of the address that have no other place: speeches, what fits nothing, and second speakers and years.</summary>
    public IEnumerable<Choice> Others =>
    [
        .. Chosen(FilterKind.Speech).Select(slug => new Choice("speech", slug, $"Only in “{library.FindSpeech(slug)?.Title ?? slug}”", "none", null, IsChosen: true)),
        .. Chosen(FilterKind.Theme).Where(id => id != Theme.None && !library.Themes.Any(theme => theme.Id.Value == id)).Select(id => new Choice("theme", id, id, "none", null, IsChosen: true)),
        .. Chosen(FilterKind.Speaker).Skip(1).Select(speaker => new Choice("speaker", speaker, speaker, "none", null, IsChosen: true)),
        .. Chosen(FilterKind.Year).Skip(1).Select(year => new Choice("year", year, year, "none", null, IsChosen: true)),
    ];

    /// <summary>How many passages each year has; null where that makes no picture.</summary>
    public Mentions? Mentions => IsAsked && Result.Facets.Years.Length >= FewestYears ? new(Result.Facets.Years) : null;

    /// <summary>Queries that find something in this library.</summary>
    public IEnumerable<(string Query, string Address)> Examples => Found.GetValue(searcher, searcher => [.. library.Themes.Select(theme => theme.Title)
        .Where(title => searcher.Search(title) is { Total: > 0, AnyWord: false })
        .Take(MostExamples)])
        .Concat(library.Speeches.Take(1).SelectMany(speech => new[] { $"speaker:\"{speech.Speaker}\"", $"year:{Text(speech.Date.Year)}" }))
        .Select(example => (example, links.Search + new QueryBuilder { { "q", example } }));

    /// <summary>Answers the query in the address.</summary>
    public void OnGet()
    {
        var typed = Request.Query["q"].FirstOrDefault() ?? "";
        Query = typed[..Math.Min(typed.Length, Search.Querying.Query.LongestTyped)];
        foreach (var kind in Enum.GetValues<FilterKind>())
        {
            var values = Request.Query[Name(kind)].Where(value => value is { Length: > 0 and <= Search.Querying.Query.Longest }).Distinct();
            _filters.AddRange(values.Take(MostFilters).Select(value => new Filter(kind, value!)));
        }
        if (int.TryParse(Request.Query["count"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            _count = Math.Clamp(count, FirstHits, Searcher.MostHits);
        _result = searcher.Search(typed, _filters);
        IsAsked = SearchText.IsAsked(_result);
        Sentence = SearchText.Sentence(_result, Query, [.. library.Themes.Select(theme => theme.Title)]);
    }

    /// <summary>What the page that a hit opens should mark: the words that matched, sequences in quotes. See <c>hits/list.js</c>.</summary>
    /// <param name="places">Where the query's terms stand in the hit's text.</param>
    public static string Marked(IEnumerable<Mark> places) => places
        .Select(mark => mark.Words.Contains(' ') ? $"\"{mark.Words}\"" : mark.Words)
        .Distinct()
        .Aggregate("", (all, words) => all.Length + 1 + words.Length <= LongestMark ? $"{all} {words}" : all)
        .TrimStart();

    private IEnumerable<Choice> Options(string name, FilterKind kind, IEnumerable<(string Value, int Count)> found)
    {
        var chosen = Chosen(kind).FirstOrDefault();
        var options = found.ToList();
        if (chosen is not null && !options.Exists(option => option.Value == chosen))
            options.Insert(0, (chosen, 0));
        return options.Select(option => new Choice(name, option.Value, option.Value, "none", option.Count, option.Value == chosen));
    }

    private IEnumerable<string> Chosen(FilterKind kind) => _filters.Where(filter => filter.Kind == kind).Select(filter => filter.Value);

    private string Address(IEnumerable<Filter> filters, int count)
    {
        var query = new QueryBuilder();
        if (Query.Length > 0)
            query.Add("q", Query);
        foreach (var filter in filters)
            query.Add(Name(filter.Kind), filter.Value);
        if (count > FirstHits)
            query.Add("count", Text(count));
        return links.Search + query;
    }

    private static string Name(FilterKind kind) => kind.ToString().ToLowerInvariant();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A value of a filter.</summary>
/// <param name="Name">The address's parameter.</param>
/// <param name="Count">How many hits it has; null before anything was asked.</param>
internal sealed record Choice(string Name, string Value, string Label, string Colour, int? Count, bool IsChosen);
