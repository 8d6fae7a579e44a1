using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SummitDigest.Content;

namespace SummitDigest.Search.Analysis;

/// <summary>
/// Turns a text into the words that are indexed and looked for. <c>analyser.md</c> beside this file is the specification;
/// <c>words.js</c> is the same in the browser, and <c>tests/Shared/analyser.json</c> holds the two together.
/// </summary>
public static class Analyser
{
    /// <summary>Names this version of the rules in an index, so that no browser reads one that was made by other rules.</summary>
    public const string Name = "words-2";

    /// <summary>Longer words, in UTF-16 units, keep their place but are not searched.</summary>
    public const int LongestWord = 64;

    private const int MostParts = 4;

    /// <summary>The words of a text in order, compounds in their parts.</summary>
    public static IEnumerable<string> WordsOf(string text) => Tokens(text).Where(token => !token.IsJoined).Select(token => token.Word);

    /// <summary>The words in order of position, a joined compound right behind its first part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ImmutableArray<Token> Tokens(string text)
    {
        var words = Words.Split(text);
        var tokens = ImmutableArray.CreateBuilder<Token>(words.Length);
        var position = 0;
        for (var i = 0; i < words.Length;)
        {
            if (Number(text, words, i) is var (number, next) && next > i + 1)
            {
                Add(number, position++, words[i].Start, words[next - 1].End);
                i = next;
                continue;
            }
            var first = tokens.Count;
            var start = i;
            var joined = "";
            var parts = 0;
            var joins = true;
            while (true)
            {
                var word = words[i];
                var end = word.End;
                var after = i + 1;
                // 's, 't and the like end the word before them; they are no words.
                if (IsEnding(text, words, i))
                    end = words[after++].End;
                joined += word.Folded;
                parts++;
                Add(word.Folded, position++, word.Start, end);
                if (after == words.Length || !IsHyphenated(text, words, after, end))
                {
                    i = after;
                    break;
                }
                joins &= !(IsNumber(word.Folded) && IsNumber(words[after].Folded));
                i = after;
            }
            if (joins && parts is > 1 and <= MostParts && joined.Length <= LongestWord)
                tokens.Insert(Math.Min(first + 1, tokens.Count), new(joined, position - parts, words[start].Start, words[i - 1].End, IsJoined: true));
        }
        return tokens.DrainToImmutable();

        void Add(string word, int at, int from, int to)
        {
            if (word.Length <= LongestWord)
                tokens.Add(new(word, at, from, to, IsJoined: false));
        }
    }

    // "1,250,000" is one number, and so are "3.5" and "1,250.5".
    private static (string Number, int Next) Number(string text, ImmutableArray<Word> words, int i)
    {
        var number = words[i].Folded;
        if (!IsNumber(number))
            return (number, i);
        var thousands = number.Length <= 3;
        for (i++; i < words.Length && IsNumber(words[i].Folded); i++)
        {
            var between = Between(text, words, i);
            if (thousands && between == ',' && words[i].Folded.Length == 3)
            {
                number += words[i].Folded;
            }
            else if (between == '.')
            {
                number += "." + words[i].Folded;
                thousands = false;
            }
            else
            {
                break;
            }
        }
        return (number, i);
    }

    private static bool IsEnding(string text, ImmutableArray<Word> words, int i) =>
        i + 1 < words.Length && Between(text, words, i + 1) is '\'' or '’' or '‘' or '＇' or '\u02BC'
        && words[i + 1].Folded is "s" or "t" or "d" or "m" or "re" or "ve" or "ll";

    // Hyphens join any two words; full stops join single letters, as in "U.N.".
    private static bool IsHyphenated(string text, ImmutableArray<Word> words, int next, int end) =>
        words[next].Start == end + 1 && text[end] switch
        {
            '-' or '‐' or '‑' or '－' => true,
            '.' => IsLetter(words[next - 1].Folded) && IsLetter(words[next].Folded),
            _ => false,
        };

    private static char Between(string text, ImmutableArray<Word> words, int next) =>
        words[next].Start == words[next - 1].End + 1 ? text[words[next - 1].End] : '\0';

    private static bool IsNumber(string word) => char.IsAsciiDigit(word[0]) && !word.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static bool IsLetter(string word) => word.Length == 1 && char.IsAsciiLetterLower(word[0]);
}
