namespace SummitDigest.Content.Problems;

/// <summary>Finds the word that an editor most likely meant.</summary>
internal static class DidYouMean
{
    private const int MostNamed = 12;

    /// <summary>A sentence for <see cref="Problem.Fix"/>: the nearest known word, or all of them where none is near.</summary>
    public static string Sentence(string typed, IEnumerable<string> known)
    {
        var words = known.ToList();
        if (words.Count == 0)
            return "There is none to choose from.";
        typed = typed.ToLowerInvariant();
        var (nearest, distance) = words.Select(word => (word, Distance(typed, word))).MinBy(pair => pair.Item2);
        if (distance <= MostSlips(nearest))
            return $"Did you mean \"{nearest}\"?";
        return $"Choose one of: {string.Join(", ", words.Take(MostNamed))}{(words.Count > MostNamed ? " …" : "")}.";
    }

    // A third of the letters wrong is a slip; more is another word.
    private static int MostSlips(string word) => Math.Max(1, word.Length / 3);

    /// <summary>
    /// Edit distance with swapped neighbours as one edit: the optimal string alignment distance, computed row by row.
    /// The largest number where it is out of the question.
    /// Source: Boytsov, "Indexing methods for approximate dictionary searching", ACM JEA 16 (2011), section 2.2.
    /// </summary>
    private static int Distance(string left, string right)
    {
        // Nothing known is longer than an id; a longer word is no slip of one, and the table stays small. Nor need there be a
        // table where the lengths alone differ by too much.
        if (left.Length > ContentId.MaxLength || Math.Abs(left.Length - right.Length) > MostSlips(right))
            return int.MaxValue;
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }
                var replace = table[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                table[i, j] = Math.Min(replace, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }
        return table[left.Length, right.Length];
    }
}
