using SummitDigest.Search.Indexing;

namespace SummitDigest.Search.Querying;

/// <summary>
/// BM25 over the fields title, heading and text (S. Robertson and H. Zaragoza, "The probabilistic relevance framework: BM25
/// and beyond", 2009), and a bonus for words that stand close together. The arithmetic is +, -, * and / on doubles in one
/// fixed order, and rounded logarithms, so that every machine and the browser come to the same order of hits.
/// </summary>
internal static class Ranking
{
    /// <summary>What an inflected form counts beside the word as typed.</summary>
    public const double Inflected = 0.8;

    /// <summary>What a completion counts beside the word as typed.</summary>
    public const double Prefix = 0.6;

    /// <summary>Occurrences that a word in the section's heading counts for.</summary>
    public const double Heading = 2;

    /// <summary>Occurrences that a word in the speech's title, speaker or event counts for.</summary>
    public const double Title = 1.5;

    /// <summary>The bonus for a passage with all words of the query, two or more, as they were typed.</summary>
    public const double AllAsTyped = 4;

    // How fast further occurrences cease to add (k1).
    private const double Saturation = 1.2;

    // How far the length of a passage counts (b).
    private const double LengthWeight = 0.75;

    /// <summary>How telling a word is. Titles do not count: what stands in all of them may still be rare in what is said.</summary>
    /// <param name="passages">How many passages have it in their text.</param>
    /// <param name="all">How many there are.</param>
    public static double Rarity(int passages, int all) =>
        Math.Floor(Math.Log(1 + (all - passages + 0.5) / (passages + 0.5)) * 1024 + 0.5) / 1024;

    /// <summary>By how much an occurrence in the text counts for less, for each class of lengths: in a passage of average length, 1.</summary>
    public static double[] Norms(double averageLength)
    {
        var norms = new double[LengthClass.Typical.Length];
        for (var i = 0; i < norms.Length; i++)
            norms[i] = 1 - LengthWeight + LengthWeight * LengthClass.Typical[i] / averageLength;
        return norms;
    }

    /// <summary>What a word of a query gives a passage.</summary>
    /// <param name="frequency">Weighted occurrences, those in the text divided by the passage's norm.</param>
    public static double Score(double rarity, double frequency) => rarity * (Saturation + 1) * frequency / (frequency + Saturation);

    /// <summary>The bonus for words within one stretch of the text.</summary>
    /// <param name="words">How many words of the query the passage's text holds.</param>
    /// <param name="window">Length of the shortest stretch with all of them, in words.</param>
    public static double Proximity(int words, int window) => words < 2 ? 0 : 4.0 * words / (window + 4);
}
