using SummitDigest.Search.Analysis;
using SummitDigest.Search.Indexing;

namespace SummitDigest.Browser.Tests.Engine;

/// <summary>Queries of all kinds over a library, the same for the same seed.</summary>
internal sealed class Queries(int seed, IReadOnlyList<string> words, SearchIndex index)
{
    private const int OfEachKind = 30;

    private static readonly string[] Fixed =
    [
        "", " ", "\"", "-", "--", "\"\"", "-\"\"", "theme:", "theme:\"", "year:", "😀", "the", "the of", "t", "网", "网络主权", "主权", "人工智能 治理", "互联网大会", "大会互联网", "世界互联网大会 market", "-互联网大会 market", "\"互联网大会\"", "互联网大会*", "が", "か", "U.N.", "U.N. ", "theme:growth U.S.", "U.N", "U.N.. ", "3.5.", "market.", "UN", "un",
        "cyber-security", "cybersecurity", "cyber security", "co-operation", "cooperation", "cooperat", "co-oper", "1,250,000", "1250000", "3.5", "2019-2020", "COVID-19", "covid19", "strasse", "ångström", "développement",
        "развити", "한국", "السلام", "don't", "nation’s", "o'clock", "21st", "and/or", "a", "ba", "market guard", "theme:growth", "theme:safety", "theme:none market", "theme:\"Growth and trade\" guard", "-theme:growth market", "theme:nothing",
        "speaker:díaz guard", "speaker:\"ann diaz\"", "speaker:\"Ann Lee\" market", "-speaker:\"ann lee\" market", "speaker:ann market", "speaker:nobody market", "year:1991", "year:1990-1995 market", "-year:1990-2010 guard", "speech:speech-001", "speech:none", "year:abc", "spea\u212Aer:lee", "speaker:lee's", "SPEAKER:lee guard", "𠮷", "𠮷野", "𞤀𞤣", "year:12345",
        "year:1991 year:1992 theme:growth theme:safety", "\"it is the\"", "\"the of\"", "\"market guard\"", "-market guard", "guard -\"it is\"", "<script>alert(1)</script>", "constructor", "__proto__ toString", "\0", "a\u00adb", new('x', 300),
        "address", "summit", "address 3 market", "Ann Lee", "“the market” guard", "zzzqqq", "zzzqqq market", "zzzqqq qqqzzz", "mraket", "makret", "arket", "gaurd mrket", "ＭＡＲＫＥＴ",
        "*", "-*", "mar*", "the* market", "t* guard", "ma* gua*", "-mar*", "\"mar*\"", "mar *", "cyber-sec* market", "co-oper* ", "人工* 治理", "nation’s* ", "mar*ket", "zzz* market", "mraket* ",
        "NOT", "NOT market", "market NOT", "market NOT ", "NOT NOT market", "market NOT -guard", "NOT AND market", "NOT OR market guard", "market AND guard", "AND market", "market AND", "market OR guard", "OR guard", "market OR",
        "theme:growth OR theme:safety", "Theme:growth OR theme:safety market", "market OR theme:growth", "NOT theme:growth market", "\"NOT\" market", "-NOT market", "market not guard", "market or guard", "market NOT\"it is\" guard", "OR OR OR", "NOT \"\" market",
        "year:1995-", "year:-1995", "-year:-1995", "year:1999-1990 market", "year:1999–", "year:-", "year:--1999", "year:1990s", "year:1990-1995-", "year:19900", "year:\"1995-\" market", "year:-99999", "year:0-9999", "year:1995\u2028-",
        "theme: growth", "market theme:\u00A0 safety", "theme: \"Growth and trade\" guard", "Speaker: Lee market", "speaker:\u3000lee", "-year: 1995-2005 market", "year: -1995", "theme: ", "theme:  \"", "market speech: ", "opening speech: market", "theme：growth market", "theme:expansion market", "-theme:expansion", "theme： safety", "THEME:growth OR theme:safety market", "theme: -market guard", "theme: year: 1991", "theme : growth", "event: market",
    ];

    private readonly Random _random = new(seed);

    public IReadOnlyList<string> Make() =>
    [
        .. Fixed,
        .. Many(Word),
        .. Many(() => $"{Word()} {Word()}"),
        .. Many(() => $"{Word()} {Word()} {Word()} "),
        .. Many(() => Word()[..3]),
        .. Many(() => { var word = Word(); return $"{Word()} {word[..(word.Length * 2 / 3)]}"; }),
        .. Many(() => $"{Beginning()}* {Word()} "),
        .. Many(() => $"{Word()} {Beginning()}* -{Beginning()}*"),
        .. Many(() => Misspelt(Word())),
        .. Many(() => $"{Misspelt(Word())} {Word()}"),
        .. Many(() => $"{Word()}ing {Word()}s "),
        .. Many(() => $"\"{Phrase(2)}\""),
        .. Many(() => $"\"{Phrase(3)}\" {Word()}"),
        .. Many(() => $"{Word()} -{Word()}"),
        .. Many(() => $"{Word()} {Operator()} {Word()} {Operator()} \"{Phrase(2)}\""),
        .. Many(() => $"{Word()} year:{(_random.Next(2) == 0 ? "" : 1990 + _random.Next(30))}-{(_random.Next(2) == 0 ? "" : 1990 + _random.Next(30))}"),
        .. Many(() => $"{Word()} theme:{(_random.Next(2) == 0 ? "growth" : "safety")} year:{1990 + _random.Next(25)}-{2000 + _random.Next(20)}"),
    ];

    private static IEnumerable<string> Many(Func<string> make) => Enumerable.Range(0, OfEachKind).Select(_ => make());

    private string Word() => words[(int)(words.Count * Math.Pow(_random.NextDouble(), 1.5))];

    private string Beginning()
    {
        var word = Word();
        return word[.._random.Next(1, word.Length + 1)];
    }

    private string Operator() => new[] { "AND", "OR", "NOT" }[_random.Next(3)];

    private string Phrase(int length)
    {
        var tokens = Analyser.Tokens(index.Passages[_random.Next(index.Passages.Length)].Passage.Text).Where(token => !token.IsJoined).ToList();
        var start = _random.Next(tokens.Count - length);
        return string.Join(' ', tokens.Skip(start).Take(length).Select(token => token.Word));
    }

    private string Misspelt(string word)
    {
        var at = _random.Next(word.Length - 1);
        return _random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, "e"),
            2 => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
            _ => word[..at] + 'o' + word[(at + 1)..],
        };
    }
}
