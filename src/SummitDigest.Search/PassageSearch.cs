using System.Collections.Immutable;
using SummitDigest.Content;

namespace SummitDigest.Search;

/// <summary>A stretch of a text, in UTF-16 units [Start, Start + Length).</summary>
public readonly record struct Match(int Start, int Length);

/// <summary>A passage that has all the words of a query.</summary>
/// <param name="Matches">The words that were found, in order of <see cref="Passage.Text"/>, none overlapping.</param>
public sealed record Hit(Speech Speech, Passage Passage, ImmutableArray<Match> Matches);

/// <summary>
/// Finds passages by a plain scan of a library. Every word of the query must stand in the passage; the last one may be the
/// beginning of a word. Case, accents and the kinds of quotation marks and hyphens make no difference.
/// </summary>
public static class PassageSearch
{
    /// <summary>Words of a query beyond this many are ignored.</summary>
    public const int MaxWords = 16;

    /// <summary>The passages that have all words, newest speech first, each in speaking order; none for a query without a word.</summary>
    public static IEnumerable<Hit> Find(Library library, string query)
    {
        var wanted = Words.Split(query).Take(MaxWords).Select(word => word.Folded).ToList();
        return wanted.Count == 0
            ? []
            : from speech in library.Speeches
              from passage in speech.Passages
              let matches = Match(wanted, passage.Text)
              where !matches.IsEmpty
              select new Hit(speech, passage, matches);
    }

    private static ImmutableArray<Match> Match(List<string> wanted, string text)
    {
        var words = Words.Split(text);
        return wanted.Select((_, i) => i).All(i => words.Any(word => Fits(word, wanted, i)))
            ? [.. words.Where(word => wanted.Select((_, i) => i).Any(i => Fits(word, wanted, i))).Select(word => new Match(word.Start, word.Length))]
            : [];
    }

    private static bool Fits(Word word, List<string> wanted, int i) =>
        i == wanted.Count - 1 ? word.Folded.StartsWith(wanted[i], StringComparison.Ordinal) : word.Folded == wanted[i];
}
