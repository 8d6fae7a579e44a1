using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SummitDigest.Content;
using SummitDigest.Search.Analysis;

namespace SummitDigest.Search.Indexing;

/// <summary>Makes the files of an index, as <c>index-format.md</c> beside this file describes them.</summary>
internal sealed class IndexFileMaker
{
    // Small enough to fetch in one go on a slow link, large enough that its headers do not outweigh it.
    private const int WordsFile = 4 * 1024;
    private const int PostingsFile = 2 * 1024;
    private const int TextFile = 1024;

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SearchIndex _index;
    private readonly ImmutableArray<string> _firstWords = [];
    private readonly ImmutableArray<string> _firstEndings = [];
    private readonly OrderedDictionary<string, Func<byte[]>> _files = new(StringComparer.Ordinal);
    private readonly int _passagesPerText;

    /// <summary>Makes what the others name: the words and their endings.</summary>
    public IndexFileMaker(SearchIndex index)
    {
        _index = index;
        _passagesPerText = Math.Max(1, (int)Math.Round(TextFile * (double)index.Passages.Length / Math.Max(1, index.Passages.Sum(place => (long)place.Passage.Text.Length))));
        if (!index.IsOneFile)
        {
            _firstWords = [.. AddWords()];
            _firstEndings = [.. AddEndings()];
            for (var i = 0; i * _passagesPerText < index.Passages.Length; i++)
            {
                var first = i * _passagesPerText;
                _files.Add($"text-{i}", () => Write(json => Texts(json, index.Passages.AsSpan(first, Math.Min(_passagesPerText, index.Passages.Length - first)))));
            }
        }
        _files.Add(IndexFiles.Root, () => Write(RootJson));
    }

    /// <summary>What makes each file, by its name; always in the same order.</summary>
    public IReadOnlyDictionary<string, Func<byte[]>> Files => _files;

    private IEnumerable<string> AddWords()
    {
        var postingsFile = 0;
        for (int start = 0, number = 0, end; start < _index.TermCount; start = end, number++)
        {
            var text = new StringBuilder();
            var numbers = new ByteBuffer();
            var firstPostings = postingsFile;
            var (from, size) = (start, 0);
            for (end = start; end < _index.TermCount && text.Length < WordsFile; end++)
            {
                FrontCode(text, end == start ? "" : _index.Terms[end - 1], _index.Terms[end]);
                var length = _index.Bytes(end).Length;
                var isNewFile = end == start || size + length > PostingsFile;
                if (isNewFile && end > start)
                {
                    AddPostings(postingsFile++, from, end);
                    (from, size) = (end, 0);
                }
                size += length;
                numbers.Varint(length << 1 | (isNewFile ? 1 : 0));
            }
            AddPostings(postingsFile++, from, end);
            var file = new ByteBuffer();
            file.Varint(firstPostings);
            var words = Encoding.UTF8.GetBytes(text.ToString());
            file.Varint(words.Length);
            file.Bytes(words);
            file.Bytes(numbers.Written);
            var bytes = Wrap(file.Written);
            _files.Add($"words-{number}", () => bytes);
            yield return _index.Terms[start];
        }
    }

    private void AddPostings(int number, int from, int to) => _files.Add($"postings-{number}", () =>
    {
        var file = new ByteBuffer();
        for (var term = from; term < to; term++)
            file.Bytes(_index.Bytes(term));
        return Wrap(file.Written);
    });

    private IEnumerable<string> AddEndings()
    {
        // Back to front a character of two units would be none, so words with such are not corrected.
        int[] endings = [.. _index.EndingWith("").ToArray().Where(term => !_index.Terms[term].Any(char.IsSurrogate))];
        for (int start = 0, number = 0, end; start < endings.Length; start = end, number++)
        {
            var text = new StringBuilder();
            var before = "";
            for (end = start; end < endings.Length && text.Length < WordsFile; end++)
                FrontCode(text, before, before = SearchIndex.Reverse(_index.Terms[endings[end]]));
            var bytes = Wrap(Encoding.UTF8.GetBytes(text.ToString()));
            _files.Add($"endings-{number}", () => bytes);
            yield return SearchIndex.Reverse(_index.Terms[endings[start]]);
        }
    }

    // Words in order share beginnings: a character from the space on says how many letters are those of the word before.
    private static void FrontCode(StringBuilder text, string before, string word)
    {
        var shared = before.AsSpan().CommonPrefixLength(word);
        // Half a character is no text.
        if (shared > 0 && char.IsHighSurrogate(word[shared - 1]))
            shared--;
        if (text.Length > 0)
            text.Append('\n');
        text.Append((char)(' ' + shared)).Append(word.AsSpan(shared));
    }

    private void RootJson(Utf8JsonWriter json)
    {
        var library = _index.Library;
        json.WriteStartObject();
        json.WriteString("analyser", Analyser.Name);
        json.WriteNumber("passages", _index.Passages.Length);
        json.WriteNumber("average", _index.AverageLength);
        json.WriteStartArray("themes");
        foreach (var theme in library.Themes)
            Strings(json, [theme.Id.Value, theme.Title, theme.Colour, .. theme.Aliases.Select(alias => alias.Value)]);
        json.WriteEndArray();
        json.WriteStartArray("speeches");
        foreach (var speech in library.Speeches)
        {
            json.WriteStartArray();
            foreach (var text in (string[])[speech.Slug.Value, speech.Title, speech.Speaker, speech.Event, speech.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), speech.Language])
                json.WriteStringValue(text);
            json.WriteNumberValue(speech.Passages.Count());
            json.WriteEndArray();
        }
        json.WriteEndArray();
        // A character for each passage: "0" for the first theme and so on; the one after the last theme's is for none.
        json.WriteString("themeOf", string.Concat(_index.Passages.Select(place => (char)('0' + ThemeNumber(place.Passage)))));
        if (_index.IsOneFile)
        {
            json.WritePropertyName("text");
            Texts(json, _index.Passages.AsSpan());
        }
        else
        {
            json.WriteNumber("passagesPerText", _passagesPerText);
            Strings(json, "common", _index.Common);
            Strings(json, "words", _firstWords);
            Strings(json, "endings", _firstEndings);
        }
        json.WriteEndObject();
    }

    private int ThemeNumber(Passage passage) =>
        _index.Library.Theme(passage.Theming.Theme) is { } theme ? _index.Library.Themes.IndexOf(theme) : _index.Library.Themes.Length;

    private static void Texts(Utf8JsonWriter json, ReadOnlySpan<IndexedPassage> passages)
    {
        json.WriteStartArray();
        foreach (var (_, section, passage) in passages)
        {
            json.WriteStartArray();
            json.WriteStringValue(passage.Id.Value);
            json.WriteStringValue(section.Heading ?? "");
            json.WriteStringValue(passage.Text);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WritePropertyName(name);
        Strings(json, texts);
    }

    private static void Strings(Utf8JsonWriter json, IEnumerable<string> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Json))
            write(json);
        return Wrap(buffer.WrittenSpan);
    }

    // "SD", the version, a zero, and the FNV-1a hash of what follows (32 bits, lowest byte first), so that a file that was cut or is another is noticed.
    private static byte[] Wrap(ReadOnlySpan<byte> payload)
    {
        var file = new byte[8 + payload.Length];
        var hash = 2166136261;
        // By index, and copied as one: code that was compiled ahead calls a span's enumerator for each byte.
        for (var i = 0; i < payload.Length; i++)
            hash = (hash ^ payload[i]) * 16777619;
        (file[0], file[1], file[2]) = ((byte)'S', (byte)'D', IndexFiles.Format);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), hash);
        payload.CopyTo(file.AsSpan(8));
        return file;
    }
}
