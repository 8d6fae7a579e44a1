using System.Collections.Immutable;
using SummitDigest.Search.Analysis;
using SummitDigest.Search.Indexing;

namespace SummitDigest.Search.Querying;

/// <summary>How a word of a text matched a word of a query.</summary>
public enum MatchKind
{
    /// <summary>As it was typed.</summary>
    Exact,

    /// <summary>In another inflected form.</summary>
    Inflected,

    /// <summary>The typed word is its beginning.</summary>
    Prefix,

    /// <summary>The typed word stands nowhere, or hardly anywhere; this is the nearest one that does.</summary>
    Corrected,
}

/// <summary>A word of the index that stands for a word of a query.</summary>
/// <param name="Term">Its number in the index.</param>
internal readonly record struct Form(int Term, MatchKind Kind)
{
    /// <summary>Whether it is what was typed, as far as it was typed and the word exists.</summary>
    public bool IsAsTyped => Kind != MatchKind.Inflected;

    /// <summary>How much an occurrence counts beside an exact one.</summary>
    public double Weight => Kind switch
    {
        MatchKind.Exact or MatchKind.Corrected => 1,
        MatchKind.Inflected => Ranking.Inflected,
        _ => Ranking.Prefix,
    };
}

/// <summary>The forms of a query's words in an index.</summary>
internal static class Forms
{
    /// <summary>Most words that the beginning of one stands for.</summary>
    public const int MostCompletions = 64;

    /// <summary>Most bytes of postings that the completions of a beginning may take together.</summary>
    public const int MostCompletionBytes = 48 * 1024;

    /// <summary>A shorter beginning is looked for as a whole word, unless the index is one file.</summary>
    public const int ShortestBeginning = 3;

    /// <summary>The word itself, its inflected forms and, where it may be a beginning, its completions, the most frequent first.</summary>
    public static ImmutableArray<Form> Of(SearchIndex index, string word, bool isExact, bool isPrefix)
    {
        var forms = ImmutableArray.CreateBuilder<Form>();
        var exact = index.Find(word);
        if (exact >= 0)
            forms.Add(new(exact, MatchKind.Exact));
        // A star keeps to what begins so: with "worked*" no "works".
        if (!isExact || isPrefix)
            forms.AddRange(Inflected(index, word, isExact ? word : null).Select(term => new Form(term, MatchKind.Inflected)));
        if (isPrefix && (word.Length >= ShortestBeginning || index.IsOneFile))
            forms.AddRange(Completions(index, word, [.. forms.Select(form => form.Term)]).Select(term => new Form(term, MatchKind.Prefix)));
        return forms.ToImmutable();
    }

    /// <summary>The words that a misspelt one may stand for, with their inflected forms.</summary>
    public static ImmutableArray<Form> Corrected(SearchIndex index, List<int> candidates) =>
    [
        .. candidates.Select(term => new Form(term, MatchKind.Corrected)),
        .. candidates.SelectMany(term => Inflected(index, index.Terms[term])).Distinct().Except(candidates)
            .Select(term => new Form(term, MatchKind.Inflected)),
    ];

    private static IEnumerable<int> Inflected(SearchIndex index, string word, string? beginning = null)
    {
        // No longer word has so short a key, and all that begins so is much to look through.
        if (word.Length < 3)
            return [];
        var key = Inflection.Key(word);
        var (start, count) = index.StartingWith(beginning ?? Inflection.Beginning(key)).GetOffsetAndLength(index.TermCount);
        return Enumerable.Range(start, count).Where(term => index.Terms[term] != word && Inflection.Key(index.Terms[term]) == key);
    }

    private static List<int> Completions(SearchIndex index, string beginning, HashSet<int> known)
    {
        var (start, count) = index.StartingWith(beginning).GetOffsetAndLength(index.TermCount);
        var taken = new List<int>();
        var bytes = 0;
        foreach (var term in Enumerable.Range(start, count).OrderByDescending(term => index.Bytes(term).Length).ThenBy(term => term))
        {
            if (known.Contains(term) || bytes + index.Bytes(term).Length > MostCompletionBytes)
                continue;
            taken.Add(term);
            bytes += index.Bytes(term).Length;
            if (taken.Count == MostCompletions)
                break;
        }
        return taken;
    }
}
