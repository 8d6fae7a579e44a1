using System.Globalization;
using System.Text;

namespace SummitDigest.Benchmarks;

/// <summary>
/// Speeches made up from a seed that are to a search as English ones: a few words stand everywhere and most hardly anywhere
/// (Zipf's law), words have inflected forms, each speech keeps coming back to its subjects, and names stand only here and there.
/// </summary>
internal sealed class SyntheticCorpus
{
    /// <summary>How long each speech is.</summary>
    public const int PassagesPerSpeech = 100;

    private const int Words = 20_000;
    private const int Speakers = 60;
    private const int SubjectsPerSpeech = 40;
    private const int FirstYear = 1950;
    private const int Years = 75;

    private static readonly string[] FunctionWords =
    [
        "the", "of", "and", "to", "in", "a", "that", "is", "we", "for", "our", "it", "be", "this", "with", "as", "on", "are", "by", "have",
        "not", "will", "which", "but", "all", "they", "from", "has", "their", "at", "an", "or", "been", "was", "must", "can", "its", "more",
        "who", "these", "those", "there", "than", "such", "so", "if", "no", "would", "when", "into",
    ];

    private static readonly string[] Onsets = ["b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "w", "br", "cl", "cr", "dr", "fl", "gr", "pl", "pr", "sh", "sp", "st", "tr", "th", "ch"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "a", "e", "i", "o", "ea", "ai", "ou"];
    private static readonly string[] Endings = ["", "n", "r", "s", "t", "l", "m", "d", "nd", "nt", "st", "ck", "rd", "ve", "te", "ge", "ry", "ty", "x"];

    private readonly Dice _dice;
    private readonly List<string> _words = [];
    private readonly double[] _shares = Shares(Words);
    private readonly double[] _functionShares = Shares(FunctionWords.Length);

    private SyntheticCorpus(int seed)
    {
        _dice = new(seed, "speeches");
        var known = FunctionWords.ToHashSet();
        while (_words.Count < Words)
        {
            // The more frequent a word, the shorter.
            var syllables = 1 + _dice.Next(_words.Count < 300 ? 2 : 3) + (_words.Count < 3000 ? 0 : 1);
            if (MakeWord(syllables) is { Length: > 2 } word && known.Add(word))
                _words.Add(word);
        }
    }

    /// <summary>Makes speeches, one at a time; the same seed makes the same ones, however many follow.</summary>
    public static IEnumerable<CorpusSpeech> Speeches(int count, int seed)
    {
        var corpus = new SyntheticCorpus(seed);
        var speakers = Enumerable.Range(0, Speakers).Select(_ => $"{corpus.MakeName()} {corpus.MakeName()}").ToList();
        for (var i = 1; i <= count; i++)
        {
            var year = FirstYear + corpus._dice.Next(Years);
            var subjects = Enumerable.Range(0, SubjectsPerSpeech).Select(_ => corpus._words[corpus._dice.Next(Words)]).ToList();
            yield return new($"speech-{i:00000}", $"Address to the {corpus.MakeName()} Summit, {year}", corpus._dice.Pick(speakers), year,
                [.. Enumerable.Range(0, PassagesPerSpeech).Select(_ => corpus.MakeParagraph(subjects))]);
        }
    }

    // 20 to 200 words, mostly few.
    private string MakeParagraph(List<string> subjects)
    {
        var text = new StringBuilder();
        var share = _dice.NextUnit();
        for (var left = 20 + (int)(share * share * 180); left > 0;)
        {
            var length = Math.Min(left, _dice.Next(6, 30));
            MakeSentence(text, length, subjects);
            left -= length;
        }
        return text.ToString();
    }

    private void MakeSentence(StringBuilder text, int length, List<string> subjects)
    {
        for (var i = 0; i < length; i++)
        {
            var word = NextWord(subjects);
            if (text.Length > 0)
                text.Append(' ');
            text.Append(i == 0 ? Capital(word) : word);
            if (i < length - 1 && _dice.Chance(0.08))
                text.Append(',');
        }
        text.Append('.');
    }

    private string NextWord(List<string> subjects) => _dice.NextUnit() switch
    {
        < 0.45 => FunctionWords[Draw(_functionShares)],
        < 0.46 => _dice.Next(1, 2000).ToString(CultureInfo.InvariantCulture),
        < 0.462 => MakeName(),
        < 0.60 => Inflect(_dice.Pick(subjects)),
        _ => Inflect(_words[Draw(_shares)]),
    };

    private string Inflect(string word) => _dice.NextUnit() switch
    {
        < 0.60 => word,
        < 0.80 => WithS(word),
        < 0.91 => word[^1] == 'e' ? word + "d" : word[^1] == 'y' ? word[..^1] + "ied" : word + "ed",
        _ => word[^1] == 'e' ? word[..^1] + "ing" : word + "ing",
    };

    private static string WithS(string word) => word[^1] switch
    {
        's' or 'x' => word + "es",
        'y' => word[..^1] + "ies",
        _ => word + "s",
    };

    private string MakeName() => Capital(MakeWord(_dice.Next(2, 5)));

    private string MakeWord(int syllables) =>
        string.Concat(Enumerable.Range(0, syllables).Select(_ => _dice.Pick(Onsets) + _dice.Pick(Vowels))) + _dice.Pick(Endings);

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private int Draw(double[] shares)
    {
        var found = Array.BinarySearch(shares, _dice.NextUnit() * shares[^1]);
        return Math.Min(found < 0 ? ~found : found, shares.Length - 1);
    }

    // Of the n-th word there are about 1/n as many as of the first (running totals); the 3 evens out the very first.
    private static double[] Shares(int count)
    {
        var shares = new double[count];
        for (var i = 0; i < count; i++)
            shares[i] = (i == 0 ? 0 : shares[i - 1]) + 1.0 / (i + 3);
        return shares;
    }
}
