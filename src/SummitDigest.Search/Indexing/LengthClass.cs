namespace SummitDigest.Search.Indexing;

/// <summary>
/// Lengths of passages in 16 classes, each about 1.4 times the one before: exact lengths would cost an index that is read in
/// small pieces a file of their own, and ranking gains nothing from them.
/// </summary>
internal static class LengthClass
{
    // The longest length of each class but the last, in words.
    private static readonly int[] Longest = [6, 8, 11, 16, 22, 32, 45, 64, 90, 128, 181, 256, 362, 512, 724];

    /// <summary>The length that stands for each class, in words.</summary>
    public static ReadOnlySpan<int> Typical => [5, 7, 10, 13, 19, 27, 38, 54, 76, 108, 152, 215, 304, 431, 609, 861];

    /// <summary>The class of a length, from 0 to 15.</summary>
    public static int Of(int words)
    {
        var index = Array.BinarySearch(Longest, words);
        return index < 0 ? ~index : index;
    }
}
