using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace SummitDigest.Content;

/// <summary>One word of a text: UTF-16 units [Start, Start + Length) of it, and its folded form.</summary>
/// <param name="Folded">Lower case without accents or compatibility forms: "Développement" is "developpement", "ＡＩ" is "ai".</param>
/// <param name="AfterStop">Whether a comma, a full stop or the like stands between this word and the one before it.</param>
public readonly record struct Word(string Folded, int Start, int Length, bool AfterStop)
{
    /// <summary>Where the next character after the word stands.</summary>
    public int End => Start + Length;
}

/// <summary>
/// Cuts a text into words, for theming and counting and, with the rules of the search's analyser on top, for searching.
/// A word is a run of letters, decimal digits, marks and invisible format characters (a soft hyphen); everything else,
/// apostrophes and hyphens included, separates. Chinese and Japanese are written without spaces, so there each
/// character is a word of its own. The same text gives the same words in every culture.
/// </summary>
public static class Words
{
    // A translator's rule of thumb: so many Chinese characters say what one English word says.
    private const double IdeographsPerWord = 1.6;

    private static readonly SearchValues<char> Stops = SearchValues.Create(".,;:!?()…—。，、；：！？（）");

    /// <summary>The words in order of the text.</summary>
    // Compiled as well as can be from the start, as are a few others that are called for every word: the runtime would come to
    // it by and by, when a large library has been read. It takes a fifteenth off an export.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ImmutableArray<Word> Split(string text)
    {
        var words = ImmutableArray.CreateBuilder<Word>(text.Length / 5);
        var start = -1;
        var afterStop = false;
        for (var i = 0; i < text.Length;)
        {
            // Of most texts all but a few characters; the rules below say the same of them, five times more slowly.
            if (char.IsAscii(text[i]))
            {
                if (!char.IsAsciiLetterOrDigit(text[i]))
                {
                    Close(i);
                    afterStop |= IsStop(text, i);
                }
                else if (start < 0)
                {
                    start = i;
                }
                i++;
                continue;
            }
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            if (IsIdeograph(rune))
            {
                Close(i);
                // Typed apart, か and the mark that makes it が are one letter still.
                if (i + length < text.Length && IsKanaMark(text[i + length]))
                    length++;
                Add(i, i + length);
            }
            else if (IsPartOfWord(rune))
            {
                if (start < 0)
                    start = i;
            }
            else
            {
                Close(i);
                afterStop |= IsStop(text, i);
            }
            i += length;
        }
        Close(text.Length);
        return words.DrainToImmutable();

        void Close(int end)
        {
            if (start >= 0)
                Add(start, end);
            start = -1;
        }

        void Add(int from, int to)
        {
            // A run of marks alone (a stray accent) folds to nothing and is no word.
            if (Fold(text[from..to]) is not { Length: > 0 } folded)
                return;
            words.Add(new(folded, from, to - from, afterStop));
            afterStop = false;
        }
    }

    /// <summary>How long a text is, in words of English length: a Chinese or Japanese character counts as part of a word.</summary>
    public static int Count(ImmutableArray<Word> words)
    {
        var ideographs = 0;
        foreach (var word in words)
        {
            if (!char.IsAscii(word.Folded[0]) && IsIdeograph(Rune.GetRuneAt(word.Folded, 0)))
                ideographs++;
        }
        return words.Length - ideographs + (int)Math.Round(ideographs / IdeographsPerWord, MidpointRounding.AwayFromZero);
    }

    // A full stop inside "U.N." or a comma inside "1,000" ends nothing.
    private static bool IsStop(string text, int index) => Stops.Contains(text[index])
        && (text[index] > '\u007F' || index + 1 == text.Length || !char.IsLetterOrDigit(text[index + 1]));

    private static string Fold(string text)
    {
        if (Ascii.IsValid(text))
            return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || IsIdeograph(rune) || IsKanaMark(rune.Value))
                Append(folded, Rune.ToLowerInvariant(rune));
        }
        return folded.ToString();
    }

    // Letters that Unicode does not take apart, as people without them on their keyboard type them.
    private static void Append(StringBuilder folded, Rune rune) => _ = rune.Value switch
    {
        'ß' => folded.Append("ss"),
        'æ' => folded.Append("ae"),
        'œ' => folded.Append("oe"),
        'þ' => folded.Append("th"),
        'ø' => folded.Append('o'),
        'đ' or 'ð' => folded.Append('d'),
        'ł' => folded.Append('l'),
        'ı' => folded.Append('i'),
        'ς' => folded.Append('σ'),
        _ => folded.Append(rune.ToString()),
    };

    // Unicode has two apostrophes among the letters, ʻ and ʼ.
    private static bool IsPartOfWord(Rune rune) => rune.Value is not (0x02BB or 0x02BC) && (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format);

    // The marks that make が of か and ぱ of は are no accents: they make another letter.
    private static bool IsKanaMark(int character) => character is 0x3099 or 0x309A;

    /// <summary>Whether a character is a word of its own: Han with its extensions and compatibility forms, and the two Japanese syllabaries.</summary>
    internal static bool IsIdeograph(Rune rune) => rune.Value
        is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x323AF) or (>= 0x3040 and <= 0x3098) or (>= 0x309B and <= 0x30FF) or 0x3005 or 0x3007;
}
