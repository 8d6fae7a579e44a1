using System.Globalization;
using System.Text;

namespace SummitDigest.Tests;

/// <summary>Writes speeches of made-up sentences: the same seed gives the same bytes.</summary>
internal sealed class SyntheticSpeeches(int seed)
{
    /// <summary>The themes of made-up libraries, as <c>themes.yml</c>.</summary>
    public const string Themes = """
        themes:
          growth:
            title: Growth and trade
            definition: All that grows.
            colour: green
            aliases: [expansion]
            terms: { en: { 4: [market] } }
          safety:
            title: Safety
            definition: All that is safe.
            colour: red
            terms: { en: { 4: [guard] } }
        """;

    private static readonly string[] Common = ["the", "of", "and", "to", "in", "a", "for", "that", "we", "our"];
    private static readonly string[] Odd =
    [
        "cyber-security", "co-operation", "cooperation", "e-mail", "U.N.", "COVID-19", "1,250,000", "3.5", "2019-2020", "nation's", "don’t",
        "développement", "Ångström", "Straße", "网络主权", "人工智能治理", "がんばる", "AI治理", "한국", "развитие", "السلام", "o’clock", "21st", "😀", "—", "𠮷野", "𠮟る", "𞤀𞤣𞤤", "𞤀𞤣𞤲",
    ];

    private readonly Random _random = new(seed);
    private readonly List<string> _words = [];

    /// <summary>Writes a content folder.</summary>
    /// <returns>Some of the words that stand there.</returns>
    public IReadOnlyList<string> WriteTo(string folder, int speeches, int passages)
    {
        Directory.CreateDirectory(Path.Combine(folder, "speeches"));
        File.WriteAllText(Path.Combine(folder, "themes.yml"), Themes);
        while (_words.Count < 900)
            _words.Add(Stem());
        for (var i = 0; i < speeches; i++)
            File.WriteAllText(Path.Combine(folder, "speeches", $"speech-{i:000}.md"), Speech(i, passages));
        return _words;
    }

    private string Speech(int number, int passages)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"""
            ---
            title: Address {number} on {Pick(_words)}
            speaker: {(number % 3 == 0 ? "Ann Lee" : number % 3 == 1 ? "Ben Díaz" : "Ann Lee Díaz")}
            event: The {Pick(_words)} summit{(number % 4 == 2 ? " 世界互联网大会" : "")}
            date: {1990 + number % 25}-0{1 + number % 9}-01
            kind: transcript
            ---

            """));
        for (var i = 0; i < passages; i++)
        {
            if (i % 7 == 3)
                text.Append(CultureInfo.InvariantCulture, $"\n## The {Pick(_words)} of {Pick(_words)}\n");
            text.Append('\n');
            for (var sentence = _random.Next(1, 6); sentence > 0; sentence--)
                text.Append(Sentence());
            text.Append('\n');
        }
        return text.ToString();
    }

    private string Sentence()
    {
        var words = Enumerable.Range(0, _random.Next(4, 16)).Select(_ => _random.Next(100) switch
        {
            < 40 => Pick(Common),
            < 44 => Pick(Odd),
            < 46 => "market",
            < 48 => "guard",
            _ => Inflected(_words[(int)(_words.Count * Math.Pow(_random.NextDouble(), 2.5))]),
        });
        return $"It is {string.Join(' ', words)}. ";
    }

    private string Inflected(string stem) => stem + Pick(["", "", "", "s", "ed", "ing"]);

    private string Stem() => string.Concat(Enumerable.Range(0, _random.Next(2, 4)).Select(_ => Pick(["ba", "co", "di", "fe", "gul", "ha", "jo", "kel", "li", "mor", "na", "pe", "ral", "sti", "tu", "ve"]))) + Pick(["n", "r", "t", "nd", "l", "mp"]);

    private string Pick(IReadOnlyList<string> list) => list[_random.Next(list.Count)];
}
