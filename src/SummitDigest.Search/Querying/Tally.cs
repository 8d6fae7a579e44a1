using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SummitDigest.Search.Indexing;

namespace SummitDigest.Search.Querying;

/// <summary>Counts and scores the passages that answer a query.</summary>
internal sealed class Tally
{
    private readonly SearchIndex _index;
    private readonly IReadOnlyList<TermMatches> _terms = [];
    private readonly List<(int Passage, double Score)> _hits = [];
    private readonly SortedDictionary<int, int> _themes = [];
    private readonly SortedDictionary<string, int> _speakers = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, int> _years = [];

    /// <summary>Nothing found.</summary>
    public Tally(SearchIndex index) => _index = index;

    /// <summary>Goes through all passages that have all terms (or, if not <paramref name="needsAll"/>, any) and none of the excluded ones.</summary>
    public Tally(SearchIndex index, PassageFilter filter, IReadOnlySet<int> excluded, IReadOnlyList<TermMatches> terms, bool needsAll)
    {
        _index = index;
        _terms = terms;
        var rarities = terms.Select(term => Ranking.Rarity(term.PassagesInText, index.Passages.Length)).ToArray();
        var speech = 0;
        foreach (var passage in Candidates(needsAll))
        {
            if (excluded.Contains(passage))
                continue;
            while (passage >= index.PassagesOf(speech).End.Value)
                speech++;
            var score = 0.0;
            var asTyped = 0;
            for (var i = 0; i < terms.Count; i++)
            {
                if (terms[i].In(passage) is not { } found)
                    continue;
                score += Ranking.Score(rarities[i], found.Frequency);
                asTyped += found.IsAsTyped ? 1 : 0;
            }
            if (asTyped == terms.Count && asTyped > 1)
                score += Ranking.AllAsTyped;
            Count(passage, speech, score, filter.Passes(speech, passage));
        }
    }

    /// <summary>How many passages pass all filters.</summary>
    public int Total => _hits.Count;

    /// <summary>The counts for the filters.</summary>
    public Facets Facets => new(
        [.. _themes.Select(pair => (pair.Key < _index.Library.Themes.Length ? _index.Library.Themes[pair.Key].Id : null, pair.Value))],
        [.. _speakers.Select(pair => (pair.Key, pair.Value))],
        [.. _years.Reverse().Select(pair => (pair.Key, pair.Value))]);

    /// <summary>The best hits, best first; the first of them with the bonus for words that stand together.</summary>
    public List<(int Passage, double Score)> Best(int most, int reranked)
    {
        _hits.Sort(BetterFirst);
        var best = _hits.Take(most).ToList();
        var looked = best.Take(reranked).Select(hit => hit.Passage).ToHashSet();
        if (_terms.Count > 1)
        {
            var positions = _terms.Select(term => term.Positions(looked)).ToList();
            foreach (ref var hit in CollectionsMarshal.AsSpan(best)[..looked.Count])
            {
                var passage = hit.Passage;
                List<List<int>> lists = [.. positions.Where(term => term.ContainsKey(passage)).Select(term => term[passage])];
                hit.Score += Ranking.Proximity(lists.Count, ShortestWindow(lists));
            }
        }
        best.Sort(BetterFirst);
        return best;

        static int BetterFirst((int Passage, double Score) a, (int Passage, double Score) b) =>
            a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Passage.CompareTo(b.Passage);
    }

    // The length of the shortest stretch that holds a position of every list.
    private static int ShortestWindow(List<List<int>> lists)
    {
        if (lists.Count == 0)
            return 0;
        var at = new int[lists.Count];
        var shortest = int.MaxValue;
        while (true)
        {
            var first = 0;
            var last = 0;
            for (var i = 0; i < lists.Count; i++)
            {
                if (lists[i][at[i]] < lists[first][at[first]])
                    first = i;
                if (lists[i][at[i]] > lists[last][at[last]])
                    last = i;
            }
            shortest = Math.Min(shortest, lists[last][at[last]] - lists[first][at[first]] + 1);
            if (++at[first] == lists[first].Count)
                return shortest;
        }
    }

    private IEnumerable<int> Candidates(bool needsAll)
    {
        if (_terms.Count == 0)
            return Enumerable.Range(0, _index.Passages.Length);
        var rarest = _terms.MinBy(term => term.Passages.Count)!;
        return needsAll
            ? rarest.Passages.Where(passage => _terms.All(term => term.In(passage) is not null)).Order()
            : _terms.SelectMany(term => term.Passages).Distinct().Order();
    }

    // A kind's counts show what choosing another of its values would give, so its own filters do not narrow them.
    private void Count(int passage, int speech, double score, (bool Theme, bool Speaker, bool Year) passes)
    {
        if (passes is { Speaker: true, Year: true })
        {
            var theme = _index.Passages[passage].Passage.Theming.Theme;
            Add(_themes, theme is null ? _index.Library.Themes.Length : _index.Library.Themes.IndexOf(_index.Library.Theme(theme)!));
        }
        if (passes is { Theme: true, Year: true })
            Add(_speakers, _index.Library.Speeches[speech].Speaker);
        if (passes is { Theme: true, Speaker: true })
            Add(_years, _index.Library.Speeches[speech].Date.Year);
        if (passes is { Theme: true, Speaker: true, Year: true })
            _hits.Add((passage, score));
    }

    private static void Add<T>(SortedDictionary<T, int> counts, T key)
        where T : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;
}
