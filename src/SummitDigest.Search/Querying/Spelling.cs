using SummitDigest.Search.Indexing;

namespace SummitDigest.Search.Querying;

/// <summary>
/// Finds the words that a misspelt one may stand for. Whatever one slip touches, either the first or the last half of the
/// word is left whole, so only words that share a half are compared: an index read in pieces needs two pieces for it.
/// </summary>
internal static class Spelling
{
    /// <summary>Most words that one misspelt word stands for.</summary>
    public const int MostCandidates = 6;

    /// <summary>Shorter words are not corrected: too many others are near.</summary>
    public const int Shortest = 4;

    private const int ShortestForTwoSlips = 8;

    /// <summary>The nearest words, the most frequent first.</summary>
    public static List<int> Candidates(SearchIndex index, string word)
    {
        if (word.Length < Shortest || word.Any(letter => char.IsDigit(letter) || char.IsSurrogate(letter)))
            return [];
        var most = word.Length < ShortestForTwoSlips ? 1 : 2;
        var first = Math.Max(2, (word.Length - 1) / 2);
        var last = Math.Max(2, word.Length - 1 - first);
        var (start, count) = index.StartingWith(word[..first]).GetOffsetAndLength(index.TermCount);
        var near = Enumerable.Range(start, count).Union(index.EndingWith(word[^last..]).ToArray())
            .Where(term => !index.Terms[term].Any(char.IsSurrogate))
            .Select(term => (Term: term, Slips: Slips(word, index.Terms[term], most)))
            .Where(found => found.Slips > 0 && found.Slips <= most)
            .ToList();
        var least = near.Select(found => found.Slips).DefaultIfEmpty().Min();
        return
        [
            .. near.Where(found => found.Slips == least).Select(found => found.Term)
                .OrderByDescending(term => index.Bytes(term).Length).ThenBy(term => term).Take(MostCandidates),
        ];
    }

    /// <summary>
    /// How many letters were left out, put in, replaced or swapped with their neighbour (the optimal string alignment
    /// distance; L. Boytsov, "Indexing methods for approximate dictionary searching", 2011); more than
    /// <paramref name="most"/> for any number above it.
    /// </summary>
    private static int Slips(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
            return most + 1;
        var before = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var slips = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    slips = Math.Min(slips, before[j - 2] + 1);
                row[j] = slips;
                least = Math.Min(least, slips);
            }
            if (least > most)
                return most + 1;
            (before, last, row) = (last, row, before);
        }
        return last[b.Length];
    }
}
