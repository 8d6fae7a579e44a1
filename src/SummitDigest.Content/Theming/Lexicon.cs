using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace SummitDigest.Content.Theming;

/// <summary>A term that stands in a text.</summary>
/// <param name="At">The index of its first word.</param>
internal sealed record FoundTerm(LexiconTerm Term, int At);

/// <summary>All terms of all themes in one language, arranged to be found in a text. Immutable.</summary>
internal sealed class Lexicon
{
    // Stems are looked up by as much of them: of a text nearly all words are done with after that, whatever stems there are.
    private const int StemStart = 3;

    private readonly Dictionary<string, LexiconTerm[]> _byFirstWord;
    private readonly Dictionary<string, LexiconTerm[]>.AlternateLookup<ReadOnlySpan<char>> _byStemStart;
    private readonly int _shortestStem;

    /// <summary>A lexicon of these terms.</summary>
    public Lexicon(IEnumerable<LexiconTerm> terms)
    {
        Terms = [.. terms];
        _byFirstWord = Terms.Where(term => !term.Words[0].IsStem).GroupBy(term => term.Words[0].Folded).ToDictionary(same => same.Key, same => same.ToArray(), StringComparer.Ordinal);
        var stems = Terms.Where(term => term.Words[0].IsStem).OrderBy(term => term.Words[0].Folded.Length).ToList();
        _shortestStem = stems.Count == 0 ? int.MaxValue : Math.Min(StemStart, stems[0].Words[0].Folded.Length);
        _byStemStart = stems.GroupBy(term => term.Words[0].Folded[..Math.Min(StemStart, term.Words[0].Folded.Length)])
            .ToDictionary(same => same.Key, same => same.ToArray(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Of the occasion first, then by theme, each in the order of <c>themes.yml</c>.</summary>
    public ImmutableArray<LexiconTerm> Terms { get; }

    /// <summary>
    /// The terms that stand in a text. Each stretch of the text counts once: where terms overlap, the longer one counts,
    /// of equally long ones the earlier. For the very same words one term of each theme counts, the one with most points.
    /// </summary>
    /// <returns>In order of the text.</returns>
    public ImmutableArray<FoundTerm> Find(ImmutableArray<Word> text)
    {
        var candidates = new List<FoundTerm>();
        for (var i = 0; i < text.Length; i++)
            AddTermsAt(text, i, candidates);
        if (candidates.Count == 0)
            return [];
        var taken = new int[text.Length];
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

    // Shorter stems before longer ones: of terms that are alike in all else the first counts.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddTermsAt(ImmutableArray<Word> text, int index, List<FoundTerm> found)
    {
        var first = text[index].Folded;
        if (_byFirstWord.TryGetValue(first, out var exact))
            AddMatching(exact, text, index, found);
        for (var length = _shortestStem; length <= Math.Min(first.Length, StemStart); length++)
        {
            if (_byStemStart.TryGetValue(first.AsSpan(0, length), out var stemmed))
                AddMatching(stemmed, text, index, found);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddMatching(LexiconTerm[] terms, ImmutableArray<Word> text, int index, List<FoundTerm> found)
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
