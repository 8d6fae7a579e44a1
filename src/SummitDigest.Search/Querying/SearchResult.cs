using System.Collections.Immutable;
using SummitDigest.Content;
using SummitDigest.Search.Indexing;

namespace SummitDigest.Search.Querying;

/// <summary>A passage that answers a query.</summary>
/// <param name="Score">Higher is better; comparable within one result only.</param>
public sealed record Hit(IndexedPassage Place, double Score)
{
    /// <summary>The passage.</summary>
    public Passage Passage => Place.Passage;

    /// <summary>The speech it is from.</summary>
    public Speech Speech => Place.Speech;
}

/// <summary>A term of the query and the words of the library that stood for it.</summary>
/// <param name="Alternatives">Per alternative of the term, per word of it: the folded words that match, and how.</param>
/// <param name="CorrectedTo">The words it was taken for, the most frequent first; empty where nothing was corrected.</param>
/// <param name="IsKept">Whether these were looked for beside the word as typed, which stands in a passage or two, rather than in its stead.</param>
public sealed record MatchedTerm(
    QueryTerm Term, ImmutableArray<ImmutableArray<ImmutableDictionary<string, MatchKind>>> Alternatives, ImmutableArray<string> CorrectedTo, bool IsKept);

/// <summary>How many hits there are of each kind, were that kind's own filters not set.</summary>
/// <param name="Themes">By theme in the library's order, then null for passages of none; kinds without hits are left out everywhere.</param>
/// <param name="Speakers">By name.</param>
/// <param name="Years">By year, newest first.</param>
public sealed record Facets(
    ImmutableArray<(ContentId? Theme, int Count)> Themes, ImmutableArray<(string Speaker, int Count)> Speakers, ImmutableArray<(int Year, int Count)> Years);

/// <summary>What a search came to, with everything that the reader should be told about how.</summary>
/// <param name="Query">As it was understood.</param>
/// <param name="Total">How many passages there are.</param>
/// <param name="Hits">The best of them, best first, ties in the library's order.</param>
/// <param name="Terms">The terms that were looked for.</param>
/// <param name="LeftOut">Words that stand in more than a quarter of all passages and were not asked for.</param>
/// <param name="AnyWord">Whether no passage has all the terms, so that any of them sufficed.</param>
/// <param name="Unfit">Filters that fit nothing in the library.</param>
public sealed record SearchResult(
    Query Query,
    int Total,
    ImmutableArray<Hit> Hits,
    ImmutableArray<MatchedTerm> Terms,
    ImmutableArray<string> LeftOut,
    bool AnyWord,
    ImmutableArray<Filter> Unfit,
    Facets Facets);
