using System.Globalization;
using System.Text.RegularExpressions;
using SummitDigest.Content;

namespace SummitDigest.Benchmarks;

/// <summary>A query to measure with.</summary>
internal sealed record MadeQuery(string Kind, string Text);

/// <summary>A passage that is known to be there, and four queries of a reader who remembers some of its words.</summary>
/// <param name="Pid">The speech's id, a colon, and the number of the passage in it, from 0.</param>
/// <param name="Clean">Its words as written.</param>
/// <param name="Prefix">The last word cut short.</param>
/// <param name="Typo">One word misspelt.</param>
/// <param name="Inflected">Other forms of the words.</param>
internal sealed record KnownItem(string Pid, string Clean, string Prefix, string Typo, string Inflected);

/// <summary>
/// Draws queries from the passages of a library. It has simpler ideas of words and forms than the search: what is measured
/// must not choose how it is measured.
/// </summary>
internal sealed partial class QueryMaker
{
    private const string Letters = "etaoinsrhldcum";

    // Forms of one word have the endings of one row.
    private static readonly string[][] Endings = [["", "s", "ed", "ing"], ["", "es", "ed", "ing"], ["e", "es", "ed", "ing"], ["y", "ies", "ied", "ying"]];

    private readonly int _seed;
    private readonly List<(Speech Speech, Passage Passage)> _passages;
    private readonly Dictionary<string, int> _passagesWith = [];
    private readonly int _fewest;
    private readonly List<string> _medium;
    private readonly List<string> _rare;

    /// <summary>Counts the library's words.</summary>
    public QueryMaker(Library library, int seed)
    {
        _seed = seed;
        _passages = [.. library.Speeches.SelectMany(speech => speech.Passages.Select(passage => (speech, passage)))];
        foreach (var (_, passage) in _passages)
        {
            foreach (var word in PlainWords(passage.Text))
                _passagesWith[word] = _passagesWith.GetValueOrDefault(word) + 1;
        }
        // In a large library a word that stands once or twice is as often as not a misprint.
        _fewest = _passages.Count > 500 ? 3 : 1;
        _medium = [.. _passagesWith.Where(pair => pair.Value >= _fewest && pair.Value <= Math.Max(3, _passages.Count / 10) && pair.Key.Length >= 5).Select(pair => pair.Key).Order(StringComparer.Ordinal)];
        _rare = [.. _passagesWith.Where(pair => pair.Value == 1 && pair.Key.Length >= 6).Select(pair => pair.Key).Order(StringComparer.Ordinal)];
        if (_rare.Count == 0)
            _rare = _medium;
    }

    /// <summary>The kinds of query; the first eight are those that are typed.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        ["word", "two words", "prefix", "misspelt", "inflected", "phrase", "rare", "no match", "exclusion", "filter"];

    /// <summary>So many queries of a kind.</summary>
    public IReadOnlyList<MadeQuery> Queries(string kind, int count)
    {
        var dice = new Dice(_seed, kind);
        return [.. Enumerable.Range(0, count).Select(_ => new MadeQuery(kind, Make(kind, dice)))];
    }

    /// <summary>
    /// Passages to find again. A passage has 200 to 2,500 characters that no other one has. Of its words of 4 to 14 letters that
    /// stand in 3 or more passages and in at most 2 in 100, three or four are remembered, each the rarer of two drawn by lot, in
    /// the order of the text. One letter of a word of at least 5 is dropped, doubled up, swapped or mistaken, so that no word of the library
    /// results; words are inflected to forms that the library has.
    /// </summary>
    /// <returns>Fewer than asked for where the library has not so many.</returns>
    public IReadOnlyList<KnownItem> KnownItems(int count)
    {
        var dice = new Dice(_seed, "known items");
        var copies = _passages.CountBy(place => place.Passage.Text).ToDictionary();
        var order = _passages.Where(place => place.Passage.Text.Length is >= 200 and <= 2500 && copies[place.Passage.Text] == 1)
            .OrderBy(_ => dice.NextUnit()).ToList();
        return [.. order.Select(place => MakeItem(place.Speech, place.Passage, dice)).OfType<KnownItem>().Take(count)];
    }

    private KnownItem? MakeItem(Speech speech, Passage passage, Dice dice)
    {
        var telling = PlainWords(passage.Text).Where(word => _passagesWith[word] >= _fewest && _passagesWith[word] <= Math.Max(5, _passages.Count / 50)).ToList();
        if (telling.Count < 6)
            return null;
        var chosen = new HashSet<string>();
        for (var wanted = dice.Next(3, 5); chosen.Count < wanted;)
            chosen.Add(Rarer(dice.Pick(telling), dice.Pick(telling)));
        var words = telling.Where(chosen.Contains).ToList();
        var forms = words.ConvertAll(word => Forms(word).Except(chosen).ToList());
        var misspellable = words.Where(word => word.Length >= 5).ToList();
        if (misspellable.Count == 0 || forms.TrueForAll(list => list.Count == 0))
            return null;
        var misspelt = dice.Pick(misspellable);
        return new(
            $"{speech.Slug}:{passage.Number - 1}",
            string.Join(' ', words),
            string.Join(' ', words.SkipLast(1).Append(Cut(words[^1]))),
            string.Join(' ', words.Select(word => word == misspelt ? Misspell(word, dice) : word)),
            string.Join(' ', words.Select((word, i) => forms[i].Count > 0 ? dice.Pick(forms[i]) : word)));

        string Rarer(string a, string b) => _passagesWith[a] <= _passagesWith[b] ? a : b;
    }

    private string Make(string kind, Dice dice) => kind switch
    {
        "word" => dice.Pick(_medium),
        "two words" => string.Join(' ', TwoWords(dice)),
        "prefix" => TwoWords(dice) is [var first, var last] ? $"{first} {Cut(last)}" : "",
        "misspelt" => Misspell(Until(() => dice.Pick(_medium), word => word.Length > 5), dice),
        "inflected" => dice.Pick(Until(() => Forms(dice.Pick(_medium)), forms => forms.Count > 0)),
        "phrase" => Until(() => Phrase(dice), phrase => phrase.Split(' ').Any(word => word.Length > 4)),
        "rare" => dice.Pick(_rare),
        "no match" => "zq" + string.Concat(Enumerable.Range(0, 7).Select(_ => "xqjvzkw"[dice.Next(7)])),
        "exclusion" => TwoWords(dice) is [var wanted, var unwanted] ? $"{wanted} -{unwanted}" : "",
        "filter" => Filter(dice),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    // Two words of one passage.
    private List<string> TwoWords(Dice dice)
    {
        var words = Until(
            () => PlainWords(dice.Pick(_passages).Passage.Text).Where(word => _passagesWith[word] >= _fewest && _passagesWith[word] <= Math.Max(3, _passages.Count * 0.15)).ToList(),
            words => words.Count > 1);
        var first = dice.Next(words.Count);
        return [words[first], words[(first + dice.Next(1, words.Count)) % words.Count]];
    }

    private string Phrase(Dice dice) => ThreeWords().Matches(dice.Pick(_passages).Passage.Text) is { Count: > 0 } found ? $"\"{dice.Pick(found).Value}\"" : "";

    // A word, and something that holds of a passage with it.
    private string Filter(Dice dice)
    {
        var (speech, passage) = Until(() => dice.Pick(_passages), place => PlainWords(place.Passage.Text).Count > 0);
        var filter = dice.Next(3) switch
        {
            0 => $"speaker:\"{speech.Speaker}\"",
            1 => string.Create(CultureInfo.InvariantCulture, $"year:{speech.Date.Year}"),
            _ => $"theme:{passage.Theming.Theme?.Value ?? "none"}",
        };
        return $"{PlainWords(passage.Text).MinBy(word => _passagesWith[word])} {filter}";
    }

    private List<string> Forms(string word)
    {
        var forms = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var row in Endings)
        {
            foreach (var ending in row.Where(ending => word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length >= 3))
                forms.UnionWith(row.Select(other => word[..^ending.Length] + other));
        }
        forms.Remove(word);
        return [.. forms.Where(form => _passagesWith.GetValueOrDefault(form) >= Math.Min(2, _fewest))];
    }

    // One slip behind the first letter.
    private string Misspell(string word, Dice dice)
    {
        var slipped = "";
        for (var tries = 0; tries < 50 && (slipped.Length == 0 || slipped == word || _passagesWith.ContainsKey(slipped)); tries++)
        {
            var at = dice.Next(1, word.Length - 1);
            var letter = dice.Pick(Letters.ToCharArray());
            slipped = dice.Next(4) switch
            {
                0 => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
                1 => word.Remove(at, 1),
                2 => word[..at] + letter + word[(at + 1)..],
                _ => word.Insert(at, letter.ToString()),
            };
        }
        return slipped;
    }

    private static string Cut(string word) => word[..Math.Max(3, (int)Math.Ceiling(word.Length * 0.6))];

    // A library too small for a kind gives what was drawn last.
    private static T Until<T>(Func<T> draw, Func<T, bool> fits)
    {
        var drawn = draw();
        for (var tries = 0; tries < 10_000 && !fits(drawn); tries++)
            drawn = draw();
        return drawn;
    }

    private static List<string> PlainWords(string text) => [.. PlainWord().Matches(text.ToLowerInvariant()).Select(match => match.Value).Distinct()];

    [GeneratedRegex(@"(?<![\w'’])[a-z]{4,14}(?![\w'’])", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PlainWord();

    [GeneratedRegex(@"\b[A-Za-z]+ [A-Za-z]+ [A-Za-z]+\b", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ThreeWords();
}
