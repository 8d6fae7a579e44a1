using System.Collections.Immutable;
using System.Text;

namespace SummitDigest.Content.Theming.Review;

/// <summary>A word of the content that no term of its language has in it.</summary>
/// <param name="Text">As it stands in the content, without a capital letter if it stands there without one; of Chinese, two characters.</param>
/// <param name="Language">The primary language of the speeches it is from, such as <c>en</c>.</param>
/// <param name="Passages">In how many passages it stands.</param>
/// <param name="Unexplained">In how many of those that no theme explains.</param>
/// <param name="Repeated">In how many of those it stands more than once: these are likely about it.</param>
/// <param name="Example">Where it stands first among those that no theme explains, or else among all.</param>
public sealed record UnknownWord(string Text, string Language, int Passages, int Unexplained, int Repeated, (ContentId Speech, ContentId Passage) Example);

/// <summary>
/// Counts the words of passages in one language that its lexicon does not have. Chinese has no spaces, so two characters
/// side by side are counted as a word there, as most Chinese words have two: some of these are halves of longer words.
/// </summary>
internal sealed class UnknownWords(string language, Lexicon lexicon)
{
    private readonly Vocabulary _known = new(lexicon.Terms);
    private readonly Dictionary<string, Count> _counts = new(StringComparer.Ordinal);

    /// <summary>Counts the words of a passage, each once.</summary>
    /// <param name="words">The words of <see cref="Passage.Text"/>.</param>
    /// <param name="isUnexplained">Whether no theme explains the passage.</param>
    public void Add(Speech speech, Passage passage, ImmutableArray<Word> words, bool isUnexplained)
    {
        foreach (var same in Units(words).GroupBy(unit => unit.Folded, StringComparer.Ordinal))
        {
            var (folded, start, end) = same.First();
            if (!_counts.TryGetValue(folded, out var count))
                _counts[folded] = count = new() { IsKnown = _known.Has(folded) };
            if (count.IsKnown)
                continue;
            count.Passages++;
            if (count.Passages == 1 || isUnexplained && count.Unexplained == 0)
                count.Example = (speech.Slug, passage.Id);
            if (isUnexplained)
                count.Unexplained++;
            if (isUnexplained && same.Skip(1).Any())
                count.Repeated++;
            if (count.Text.Length == 0 || char.IsUpper(count.Text[0]) && char.IsLower(passage.Text[start]))
                count.Text = passage.Text[start..end];
        }
    }

    /// <summary>The words that stand in so many passages or more, in no order.</summary>
    public IEnumerable<UnknownWord> InAtLeast(int passages) => _counts.Values
        .Where(count => count.Passages >= passages)
        .Select(count => new UnknownWord(count.Text, language, count.Passages, count.Unexplained, count.Repeated, count.Example));

    private IEnumerable<(string Folded, int Start, int End)> Units(ImmutableArray<Word> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (FunctionWords.Contains(language, word.Folded))
                continue;
            if (!IsIdeograph(word.Folded))
                yield return (word.Folded, word.Start, word.End);
            else if (i + 1 < words.Length && words[i + 1] is var next && next.Start == word.End && IsIdeograph(next.Folded) && !FunctionWords.Contains(language, next.Folded))
                yield return (word.Folded + next.Folded, word.Start, next.End);
        }
    }

    private static bool IsIdeograph(string folded) => Words.IsIdeograph(Rune.GetRuneAt(folded, 0));

    private sealed class Count
    {
        public required bool IsKnown { get; init; }

        public string Text { get; set; } = "";

        public int Passages { get; set; }

        public int Unexplained { get; set; }

        public int Repeated { get; set; }

        public (ContentId, ContentId) Example { get; set; }
    }

    /// <summary>The words that stand in some term.</summary>
    private sealed class Vocabulary
    {
        private readonly HashSet<string> _words = new(StringComparer.Ordinal);
        private readonly HashSet<string> _stems = new(StringComparer.Ordinal);

        public Vocabulary(ImmutableArray<LexiconTerm> terms)
        {
            foreach (var words in terms.Select(term => term.Words))
            {
                foreach (var word in words)
                    (word.IsStem ? _stems : _words).Add(word.Folded);
                // As Units has the characters of Chinese.
                foreach (var (first, second) in words.Zip(words.Skip(1)))
                    _words.Add(first.Folded + second.Folded);
            }
        }

        public bool Has(string folded)
        {
            if (_words.Contains(folded))
                return true;
            var stems = _stems.GetAlternateLookup<ReadOnlySpan<char>>();
            for (var length = 1; length <= folded.Length; length++)
            {
                if (stems.Contains(folded.AsSpan(0, length)))
                    return true;
            }
            return false;
        }
    }
}
