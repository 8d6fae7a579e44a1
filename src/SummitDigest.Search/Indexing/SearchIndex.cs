using System.Collections.Immutable;
using SummitDigest.Content;
using SummitDigest.Search.Analysis;

namespace SummitDigest.Search.Indexing;

/// <summary>
/// Where every word of a library stands. Passages are numbered through the library, speech by speech in its order. Immutable
/// and safe to share between requests; the same library gives the same index.
/// </summary>
public sealed class SearchIndex
{
    /// <summary>A library with more text than this, in UTF-16 units, is split into many files instead of one.</summary>
    public const int LargestSingleFile = 64 * 1024;

    private readonly string[] _terms;
    private readonly int[] _starts;
    private readonly byte[] _postings;
    private readonly int[] _endings;
    private readonly int[] _speechStarts;

    internal SearchIndex(
        Library library, string[] terms, int[] starts, byte[] postings, IEnumerable<string> common, ImmutableArray<byte> lengths, long words, int textLength)
    {
        Library = library;
        _terms = terms;
        _starts = starts;
        _postings = postings;
        Common = [.. common];
        Lengths = lengths;
        Passages = [.. library.Speeches.SelectMany(speech => speech.Sections.SelectMany(section => section.Passages.Select(passage => new IndexedPassage(speech, section, passage))))];
        _speechStarts = new int[library.Speeches.Length + 1];
        for (var i = 0; i < library.Speeches.Length; i++)
            _speechStarts[i + 1] = _speechStarts[i] + library.Speeches[i].Passages.Count();
        AverageLength = Passages.IsEmpty ? 1 : words / (double)Passages.Length;
        IsOneFile = textLength <= LargestSingleFile;
        _endings = [.. Enumerable.Range(0, terms.Length)];
        var reversed = Array.ConvertAll(terms, Reverse);
        Array.Sort(reversed, _endings, StringComparer.Ordinal);
    }

    /// <summary>What was indexed.</summary>
    public Library Library { get; }

    /// <summary>All passages; a passage's number in the index is its place here.</summary>
    public ImmutableArray<IndexedPassage> Passages { get; }

    /// <summary>How many different words there are.</summary>
    public int TermCount => _terms.Length;

    /// <summary>Bytes that the postings take.</summary>
    public int PostingsLength => _postings.Length;

    /// <summary>Words that stand in more than a quarter of a large library's passages, in ordinal order.</summary>
    internal ImmutableSortedSet<string> Common { get; }

    /// <summary>The class of each passage's length; see <see cref="LengthClass"/>.</summary>
    internal ImmutableArray<byte> Lengths { get; }

    /// <summary>Mean length of a passage, in words.</summary>
    internal double AverageLength { get; }

    /// <summary>Whether the whole index travels in one file.</summary>
    public bool IsOneFile { get; }

    /// <summary>The words in ordinal order.</summary>
    internal ReadOnlySpan<string> Terms => _terms;

    /// <summary>What each speech is called: its title, its speaker and its event on lines of their own, as <see cref="Between"/> has their words.</summary>
    internal string[] Names => field ??= [.. Library.Speeches.Select(speech => string.Join('\n', SearchIndexBuilder.TitleOf(speech).Split('\n').Select(name => Between(Analyser.WordsOf(name)))))];

    /// <summary>The words of each speech's speaker.</summary>
    internal string[][] Speakers => field ??= [.. Library.Speeches.Select(speech => Analyser.WordsOf(speech.Speaker).ToArray())];

    /// <summary>The words of each theme's names: its ids, those that it once had among them, and its title.</summary>
    internal Dictionary<ContentId, string[][]> ThemeNames => field ??= Library.Themes.ToDictionary(
        theme => theme.Id,
        theme => theme.Aliases.Prepend(theme.Id).Select(id => id.Value).Append(theme.Title).Select(name => Analyser.WordsOf(name).ToArray()).ToArray());

    /// <summary>Words with a blank around each, so that some of them one after another are a part of the text.</summary>
    internal static string Between(IEnumerable<string> words) => $" {string.Join(' ', words)} ";

    /// <summary>The numbers of a speech's passages.</summary>
    internal Range PassagesOf(int speech) => _speechStarts[speech].._speechStarts[speech + 1];

    /// <summary>Indexes a library.</summary>
    public static SearchIndex Build(Library library) => new SearchIndexBuilder(library).Build();

    /// <summary>The word's number, or less than 0.</summary>
    internal int Find(string term) => Array.BinarySearch(_terms, term, StringComparer.Ordinal);

    /// <summary>The numbers of the words that start so.</summary>
    internal Range StartingWith(string beginning) => Slice(_terms.Length, i => _terms[i], beginning);

    /// <summary>The numbers of the words that end so, in no useful order.</summary>
    internal ReadOnlySpan<int> EndingWith(string ending) => _endings.AsSpan(Slice(_endings.Length, i => Reverse(_terms[_endings[i]]), Reverse(ending)));

    /// <summary>Where the word stands.</summary>
    internal PostingsReader Postings(int term) => new(Bytes(term));

    /// <summary>The same as bytes; how many they are tells how frequent a word is.</summary>
    internal ReadOnlySpan<byte> Bytes(int term) => _postings.AsSpan(_starts[term].._starts[term + 1]);

    /// <summary>A word back to front, by UTF-16 units.</summary>
    internal static string Reverse(string term) => string.Create(term.Length, term, (span, source) =>
    {
        source.CopyTo(span);
        span.Reverse();
    });

    private static Range Slice(int count, Func<int, string> at, string beginning)
    {
        var start = FirstWhere(0, i => string.CompareOrdinal(at(i), beginning) >= 0);
        return start..FirstWhere(start, i => !at(i).StartsWith(beginning, StringComparison.Ordinal));

        int FirstWhere(int from, Func<int, bool> holds)
        {
            var to = count;
            while (from < to)
            {
                var middle = (from + to) / 2;
                if (holds(middle))
                    to = middle;
                else
                    from = middle + 1;
            }
            return from;
        }
    }
}

/// <summary>A passage and where it belongs.</summary>
public readonly record struct IndexedPassage(Speech Speech, Section Section, Passage Passage);
