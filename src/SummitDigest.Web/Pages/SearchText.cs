using System.Collections.Immutable;
using SummitDigest.Content;
using SummitDigest.Search.Indexing;
using SummitDigest.Search.Querying;

namespace SummitDigest.Web.Pages;

/// <summary>
/// What a search came to, in words. <c>view.js</c> says the same in the browser, and
/// <c>tests/Shared/search-sentences.json</c> holds the two together.
/// </summary>
internal static class SearchText
{
    /// <summary>Said before anything was asked for.</summary>
    public const string NothingAsked = "Type words from a passage.";

    private const int MostForms = 5;

    /// <summary>What happened, in a few sentences.</summary>
    /// <param name="query">As it was typed.</param>
    /// <param name="themes">Titles to name where an unknown one was asked for.</param>
    public static string Sentence(SearchResult result, string query, IReadOnlyCollection<string> themes)
    {
        if (!IsAsked(result))
            return string.IsNullOrWhiteSpace(query) ? NothingAsked : $"There is no word to look for in “{query.Trim()}”.";
        var sentences = result.Unfit.Select(filter => Unfit(filter, themes)).Distinct().ToList();
        sentences.AddRange(result.Terms.Where(term => !term.CorrectedTo.IsEmpty)
            .Select(term => $"{(term.IsKept ? "Little" : "Nothing")} was found with “{term.Term.Text}”; searched for {List(term.CorrectedTo, "or")} {(term.IsKept ? "as well" : "instead")}."));
        sentences.Add(Outcome(result) + ".");
        if (!result.LeftOut.IsEmpty)
        {
            var one = result.LeftOut.Distinct().Count() == 1;
            sentences.Add($"{List(result.LeftOut, "and")} {(one ? "is" : "are")} in too many passages to be asked for; put {(one ? "it" : "them")} in quotes to require {(one ? "it" : "them")}.");
        }
        if (result.Query.IsWithoutOr)
            sentences.Add("“OR” was left out: all the words are asked for, not one or another. Search for each by itself instead.");
        if (result.Query.IsCut)
            sentences.Add("The query was too long; its end was left off.");
        if (result.Total == 0)
            sentences.Add(result.Query.Filters.IsEmpty ? "Try other words, or look through the themes." : "Try without a filter, or other words.");
        return string.Join(' ', sentences);
    }

    /// <summary>Whether there was anything to look for.</summary>
    public static bool IsAsked(SearchResult result) => result.Query is not { Terms.IsEmpty: true, Excluded.IsEmpty: true, Filters.IsEmpty: true };

    /// <summary>Said where all the hits that one search gives are shown and there are more; else null.</summary>
    public static string? Rest(SearchResult result, int shown) => shown == Searcher.MostHits && result.Total > shown
        ? $"These are the first {shown} of {PageText.Count(result.Total, "passage", "passages")}. Add a word to see fewer." : null;

    /// <summary>How a passage came to be a hit: a line for each term of the query.</summary>
    /// <param name="places">Where the terms stand in its text.</param>
    public static IReadOnlyList<string> Why(IndexedPassage place, IEnumerable<Mark> places, ImmutableArray<MatchedTerm> terms) =>
        Why(place.Passage.Text, places, place.Section.Heading, place.Speech.Title, place.Speech.Speaker, place.Speech.Event, terms);

    /// <summary>The same from the texts that were searched.</summary>
    public static IReadOnlyList<string> Why(string text, IEnumerable<Mark> places, string? heading, string title, string speaker, string occasion, ImmutableArray<MatchedTerm> terms)
    {
        if (terms.IsEmpty)
            return ["No words were asked for; it fits the rest."];
        List<string>[] found = [.. terms.Select(_ => new List<string>())];
        foreach (var term in places.GroupBy(mark => mark.Term))
        {
            foreach (var kind in term.GroupBy(mark => mark.Kind).OrderBy(kind => kind.Key))
            {
                var forms = List(kind.Select(mark => text[mark.Start..mark.End]).Distinct().Take(MostForms), "and");
                found[term.Key].Add(kind.Key switch
                {
                    MatchKind.Exact => "as typed",
                    MatchKind.Inflected => $"in another form ({forms})",
                    MatchKind.Prefix => $"as the beginning of {forms}",
                    _ => $"corrected to {forms}",
                });
            }
        }
        Note(title, "in the speech’s title");
        Note(speaker, "in the speaker’s name");
        Note(occasion, "in the event’s name");
        Note(heading ?? "", "in the section’s heading");
        return [.. terms.Select((term, i) => $"“{term.Term.Text}”: {(found[i].Count == 0 ? "not in this passage" : string.Join(", ", found[i]))}")];

        void Note(string field, string where)
        {
            foreach (var term in Excerpt.Places(field, terms).GroupBy(mark => mark.Term))
            {
                var others = term.Where(mark => mark.Kind != MatchKind.Exact).Select(mark => field[mark.Start..mark.End]).Distinct().Take(MostForms).ToList();
                found[term.Key].Add(others.Count == 0 ? where : $"{where} ({List(others, "and")})");
            }
        }
    }

    /// <summary>The section's heading, unless the theme beside it says the same.</summary>
    public static string? Heading(IndexedPassage place, Library library) =>
        place.Section.Heading is { Length: > 0 } heading && heading != library.Theme(place.Passage.Theming.Theme)?.Title ? heading : null;

    private static string Unfit(Filter filter, IReadOnlyCollection<string> themes) => filter.Kind switch
    {
        FilterKind.Theme => $"No theme is called “{filter.Value}”{(themes.Count == 0 ? "" : $"; there {(themes.Count == 1 ? "is" : "are")} {List(themes, "and")}")}.",
        FilterKind.Speaker => $"No speaker is called “{filter.Value}”.",
        FilterKind.Year when filter.Years is null => $"“{filter.Value}” is no year; write a year as in year:1949, or years as in year:1940-1949.",
        FilterKind.Year => $"No speech is from “{filter.Value}”.",
        _ => $"There is no speech “{filter.Value}”.",
    };

    // "4 passages have all the words of “river flood” without “sea”, within the filters"
    private static string Outcome(SearchResult result)
    {
        var rest = (result.Query.Excluded.IsEmpty ? "" : $" without {List(result.Query.Excluded.Select(term => term.Text), "or")}")
            + (result.Query.Filters.IsEmpty ? "" : result.Terms.IsEmpty && result.Query.Excluded.IsEmpty ? " within the filters" : ", within the filters");
        if (result.Terms.IsEmpty)
            return result.Total == 0 ? $"There is no passage{rest}" : $"There {(result.Total == 1 ? "is" : "are")} {PageText.Count(result.Total, "passage", "passages")}{rest}";
        var have = result.Total == 1 ? "has" : "have";
        var passages = result.Total == 0 ? "No passage" : PageText.Count(result.Total, "passage", "passages");
        var isCorrected = result.Terms.Any(term => !term.CorrectedTo.IsEmpty);
        var words = $"“{string.Join(' ', result.Terms.Select(term => Label(term, isAlone: result.Terms.Length == 1)))}”";
        var of = isCorrected ? "" : $" of {words}";
        if (result.AnyWord)
            return $"No passage has all the words{of}{rest}; {passages} {have} some of them";
        if (result.Total == 0)
            return $"No passage has {(result.Terms.Length > 1 ? $"any of the words{of}" : isCorrected ? "it" : words)}{rest}";
        return $"{passages} {have} {(result.Terms.Length > 1 ? $"all the words{of}" : isCorrected ? "it" : words)}{rest}";
    }

    // “arm…” where words that begin so count, too. Among others a phrase is told from single words.
    private static string Label(MatchedTerm term, bool isAlone) => term.Term switch
    {
        { IsExact: false } when term.Alternatives.Any(words => words.Any(forms => forms.ContainsValue(MatchKind.Prefix))) => $"{term.Term.Text}…",
        { IsExact: true, IsPrefix: false } when !isAlone => $"‘{term.Term.Text}’",
        _ => term.Term.Text,
    };

    private static string List(IEnumerable<string> texts, string and)
    {
        var quoted = texts.Distinct().Select(text => $"“{text}”").ToList();
        return quoted.Count < 2 ? string.Concat(quoted) : $"{string.Join(", ", quoted[..^1])} {and} {quoted[^1]}";
    }
}
