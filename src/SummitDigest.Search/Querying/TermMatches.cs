using System.Collections.Immutable;
using SummitDigest.Search.Indexing;

namespace SummitDigest.Search.Querying;

/// <summary>Where one term of a query stands: passages, how often and where in them.</summary>
internal sealed class TermMatches
{
    private readonly SearchIndex _index;
    private readonly MatchedForms _term;
    private readonly double[] _norms;
    private readonly Dictionary<int, Occurrence> _found = [];

    /// <summary>Looks a term up.</summary>
    /// <param name="norms">Of <see cref="Ranking.Norms"/>, for this index.</param>
    public TermMatches(SearchIndex index, MatchedForms term, double[] norms)
    {
        _index = index;
        _term = term;
        _norms = norms;
        foreach (var words in term.Alternatives)
        {
            if (words is [var forms])
                AddWord(forms);
            else
                AddSequence(words);
        }
    }

    /// <summary>The passages in no order.</summary>
    public IReadOnlyCollection<int> Passages => _found.Keys;

    /// <summary>How many passages have it in their text.</summary>
    public int PassagesInText => _found.Values.Count(found => found.IsInText);

    /// <summary>How the term stands in a passage; null where it does not.</summary>
    public Occurrence? In(int passage) => _found.TryGetValue(passage, out var found) ? found : null;

    /// <summary>The positions in the text of each of some passages, in order.</summary>
    public Dictionary<int, List<int>> Positions(IReadOnlySet<int> passages)
    {
        var positions = new Dictionary<int, List<int>>();
        foreach (var words in _term.Alternatives)
        {
            foreach (var (passage, starts) in words is [var forms] ? PositionsOf(forms, passages) : Sequences(words, passages))
                CollectionOf(positions, passage).AddRange(starts);
        }
        foreach (var list in positions.Values)
            list.Sort();
        return positions;
    }

    private void AddWord(ImmutableArray<Form> forms)
    {
        foreach (var form in forms)
        {
            var reader = _index.Postings(form.Term);
            while (reader.NextSpan(out var start, out var end, out var isHeading))
            {
                for (var passage = start; passage < end; passage++)
                    Add(passage, new(form.Weight * (isHeading ? Ranking.Heading : Ranking.Title), IsInText: false, form.IsAsTyped));
            }
            while (reader.Next())
                AddInText(reader.Passage, form.Weight * reader.Frequency, form.IsAsTyped);
        }
    }

    private void AddSequence(ImmutableArray<ImmutableArray<Form>> words)
    {
        foreach (var (passage, starts) in Sequences(words, null))
        {
            // One by one, as in the browser: rounding goes by the order.
            foreach (var _ in starts)
                AddInText(passage, 1, isAsTyped: true);
        }
        // Quotes alone mean the text.
        if (_term.Term is { IsExact: false } or { IsPrefix: true } && _term.Term.Alternatives is [var run])
            AddNames(SearchIndex.Between(run));
    }

    // Titles keep no positions in the index, so what is written without spaces is looked for in them as they are.
    private void AddNames(string run)
    {
        var names = _index.Names;
        for (var i = 0; i < names.Length; i++)
        {
            if (!names[i].Contains(run, StringComparison.Ordinal))
                continue;
            var (start, count) = _index.PassagesOf(i).GetOffsetAndLength(_index.Passages.Length);
            foreach (var passage in Enumerable.Range(start, count))
                Add(passage, new(Ranking.Title, IsInText: false, IsAsTyped: true));
        }
    }

    // Where the first of the words stands. The rarest word leads: the passages of the others need not all be looked at.
    private Dictionary<int, List<int>> Sequences(ImmutableArray<ImmutableArray<Form>> words, IReadOnlySet<int>? within)
    {
        var rarestFirst = Enumerable.Range(0, words.Length).OrderBy(i => words[i].Sum(form => _index.Bytes(form.Term).Length)).ToList();
        var found = PositionsOf(words[rarestFirst[0]], within);
        foreach (var starts in found.Values)
        {
            for (var i = 0; i < starts.Count; i++)
                starts[i] -= rarestFirst[0];
        }
        foreach (var i in rarestFirst.Skip(1).TakeWhile(_ => found.Count > 0))
        {
            var next = PositionsOf(words[i], found.Keys.ToHashSet());
            foreach (var (passage, starts) in found)
            {
                var positions = next.GetValueOrDefault(passage)?.ToHashSet() ?? [];
                starts.RemoveAll(start => !positions.Contains(start + i));
                if (starts.Count == 0)
                    found.Remove(passage);
            }
        }
        // Two forms of a word can stand in one place: a compound's first part, and the compound.
        return found.ToDictionary(pair => pair.Key, pair => pair.Value.Distinct().ToList());
    }

    private Dictionary<int, List<int>> PositionsOf(ImmutableArray<Form> forms, IReadOnlySet<int>? within)
    {
        var positions = new Dictionary<int, List<int>>();
        foreach (var form in forms)
        {
            var reader = _index.Postings(form.Term);
            while (reader.Next())
            {
                if (within is null || within.Contains(reader.Passage))
                    reader.Positions(CollectionOf(positions, reader.Passage));
            }
        }
        return positions;
    }

    private void AddInText(int passage, double frequency, bool isAsTyped) =>
        Add(passage, new(frequency / _norms[_index.Lengths[passage]], IsInText: true, isAsTyped));

    private void Add(int passage, Occurrence more)
    {
        var known = _found.GetValueOrDefault(passage);
        _found[passage] = new(known.Frequency + more.Frequency, known.IsInText || more.IsInText, known.IsAsTyped || more.IsAsTyped);
    }

    private static List<int> CollectionOf(Dictionary<int, List<int>> lists, int passage)
    {
        if (!lists.TryGetValue(passage, out var list))
            lists.Add(passage, list = []);
        return list;
    }
}

/// <summary>How a term stands in a passage.</summary>
/// <param name="Frequency">Weighted occurrences, those in the text divided by the passage's norm.</param>
/// <param name="IsInText">Whether any is in the text rather than in the title or heading.</param>
/// <param name="IsAsTyped">Whether any is no other inflected form.</param>
internal readonly record struct Occurrence(double Frequency, bool IsInText, bool IsAsTyped);
