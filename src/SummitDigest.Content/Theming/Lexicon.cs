using System.Collections.Immutable;

namespace SummitDigest.Content.Theming;

/// <summary>A term that stands in a text.</summary>
/// <param name="At">The index of its first word.</param>
internal sealed record FoundTerm(LexiconTerm Term, int At);

/// <summary>All terms of all themes in one language, arranged to be found in a text. Immutable.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, List<LexiconTerm>> _byFirstWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<LexiconTerm>> _byFirstStem = new(StringComparer.Ordinal);
    private readonly int _shortestStem;
    private readonly int _longestStem;

    /// <summary>A lexicon of these terms.</summary>
    public Lexicon(IEnumerable<LexiconTerm> terms)
    {
        Terms = [.. terms];
        foreach (var term in Terms)
        {
            var index = term.Words[0].IsStem ? _byFirstStem : _byFirstWord;
            if (!index.TryGetValue(term.Words[0].Folded, out var list))
                index[term.Words[0].Folded] = list = [];
            list.Add(term);
        }
        _shortestStem = _byFirstStem.Keys.Select(stem => stem.Length).DefaultIfEmpty().Min();
        _longestStem = _byFirstStem.Keys.Select(stem => stem.Length).DefaultIfEmpty().Max();
    }

    /// <summary>Of the occasion first, then by theme, each in the order of <c>themes.yml</c>.</summary>
    public ImmutableArray<LexiconTerm> Terms { get; }

    /// <summary>
    /// The terms that stand in a text. Each stretch of the text counts once: where terms overlap, the longer one counts,
    /// of equally long ones the earlier. For the very same words one term of each theme counts, the one with most points.
    /// </summary>
    /// <returns>In order of the text.</returns>
    public ImmutableArray<FoundTerm> Find(IReadOnlyList<Word> text)
    {
        var candidates = new List<FoundTerm>();
        for (var i = 0; i < text.Count; i++)
            AddTermsAt(text, i, candidates);
        var taken = new int[text.Count];
        return
        [
            .. candidates
                .OrderByDescending(found => found.Term.Words.Length)
                .ThenBy(found => found.At)
                .ThenByDescending(found => Math.Abs(found.Term.Weight))
                .Where(found => Take(taken, found))
                .DistinctBy(found => (found.At, found.Term.Theme))
                .OrderBy(found => found.At)
                .ThenBy(found => found.Term.Theme?.Value, StringComparer.Ordinal),
        ];
    }

    private void AddTermsAt(IReadOnlyList<Word> text, int index, List<FoundTerm> found)
    {
        var first = text[index].Folded;
        if (_byFirstWord.TryGetValue(first, out var exact))
            AddMatching(exact, text, index, found);
        var stems = _byFirstStem.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = _shortestStem; length <= Math.Min(first.Length, _longestStem); length++)
        {
            if (stems.TryGetValue(first.AsSpan(0, length), out var stemmed))
                AddMatching(stemmed, text, index, found);
        }
    }

    private static void AddMatching(List<LexiconTerm> terms, IReadOnlyList<Word> text, int index, List<FoundTerm> found)
    {
        foreach (var term in terms)
        {
            if (term.MatchesAt(text, index))
                found.Add(new(term, index));
        }
    }

    /// <summary>Marks the words of a match as taken by the stretch [at, at + length); true where they were free or taken by the very same stretch.</summary>
    private static bool Take(int[] taken, FoundTerm found)
    {
        var (term, at) = found;
        // A stretch is named by its start and length, so that a second theme's term for it is recognised. 0 is free.
        var stretch = at * (LexiconTerm.MaxWords + 1) + term.Words.Length;
        var words = taken.AsSpan(at, term.Words.Length);
        if (words.ContainsAnyExcept(0, stretch))
            return false;
        words.Fill(stretch);
        return true;
    }
}
