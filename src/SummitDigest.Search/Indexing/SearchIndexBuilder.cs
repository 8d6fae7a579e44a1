using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SummitDigest.Content;
using SummitDigest.Search.Analysis;

namespace SummitDigest.Search.Indexing;

/// <summary>Goes through a library once, in its order, and writes down where every word stands.</summary>
internal sealed class SearchIndexBuilder(Library library)
{
    // Below this many passages every word narrows a search enough to be worth asking for.
    private const int LargeLibrary = 1000;

    // Browsers keep positions in 16 bits: of a passage that fills a book, the words past this one are not searched.
    private const int LastPosition = ushort.MaxValue;

    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<PostingsWriter> _writers = [];
    // Term in the high half, position in the low one: plain numbers sort faster than pairs.
    private readonly List<long> _found = [];
    private readonly List<int> _positions = [];
    private readonly List<byte> _lengths = [];
    private int _passages;
    private long _words;
    private int _textLength;

    /// <summary>The words by which all passages of a speech can be found.</summary>
    public static string TitleOf(Speech speech) => $"{speech.Title}\n{speech.Speaker}\n{speech.Event}";

    public SearchIndex Build()
    {
        foreach (var speech in library.Speeches)
            Add(speech);

        var terms = _numbers.Keys.ToArray();
        Array.Sort(terms, StringComparer.Ordinal);
        var starts = new int[terms.Length + 1];
        var postings = new ByteBuffer();
        for (var i = 0; i < terms.Length; i++)
        {
            _writers[_numbers[terms[i]]].CopyTo(postings);
            starts[i + 1] = postings.Length;
        }
        var common = _passages < LargeLibrary || _textLength <= SearchIndex.LargestSingleFile ? [] : terms.Where(term => _writers[_numbers[term]].Passages > _passages / 4);
        return new(library, terms, starts, postings.Written.ToArray(), common, [.. _lengths], _words, _textLength);
    }

    private void Add(Speech speech)
    {
        AddSpan(TitleOf(speech), speech.Passages.Count(), isHeading: false);
        foreach (var section in speech.Sections)
        {
            AddSpan(section.Heading ?? "", section.Passages.Length, isHeading: true);
            foreach (var passage in section.Passages)
                Add(passage);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(Passage passage)
    {
        var tokens = Analyser.Tokens(passage.Text);
        var length = LengthClass.Of(tokens.Length);
        _lengths.Add((byte)length);
        _words += tokens.Length;
        _textLength += passage.Text.Length;
        _found.Clear();
        foreach (var token in tokens)
        {
            if (token.Position <= LastPosition)
                _found.Add((long)NumberOf(token.Word) << 32 | (uint)token.Position);
        }
        _found.Sort();
        for (var i = 0; i < _found.Count;)
        {
            var term = (int)(_found[i] >> 32);
            _positions.Clear();
            for (; i < _found.Count && _found[i] >> 32 == term; i++)
                _positions.Add((int)_found[i]);
            _writers[term].Add(_passages, length, CollectionsMarshal.AsSpan(_positions));
        }
        _passages++;
    }

    // The passages from here on stand under this text.
    private void AddSpan(string text, int count, bool isHeading)
    {
        if (count == 0)
            return;
        foreach (var word in Analyser.Tokens(text).Select(token => token.Word).Distinct())
            _writers[NumberOf(word)].AddSpan(_passages, _passages + count, isHeading);
    }

    private int NumberOf(string word)
    {
        if (!_numbers.TryGetValue(word, out var number))
        {
            number = _writers.Count;
            _numbers.Add(word, number);
            _writers.Add(new());
        }
        return number;
    }
}
