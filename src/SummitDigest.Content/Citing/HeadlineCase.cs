using System.Collections.Frozen;
using System.Text;

namespace SummitDigest.Content.Citing;

/// <summary>
/// English titles with the capitals that MLA (9th edition) and Chicago (17th edition, 8.159) ask for: the first and the last
/// word and all others but articles, prepositions, coordinating conjunctions, "to" and "as". Capitals that are there stay:
/// names and abbreviations have theirs, and nobody can tell by program which a title has too many.
/// </summary>
internal static class HeadlineCase
{
    // Not those that are adverbs as often, with which verbs keep company: up, down, off, out, over.
    private static readonly FrozenSet<string> Small = FrozenSet.ToFrozenSet(
    [
        "a", "an", "the", "and", "but", "for", "nor", "or", "as", "about", "across", "after", "against", "along", "amid", "among",
        "around", "at", "before", "behind", "below", "beneath", "between", "beyond", "by", "despite", "during", "from", "in",
        "into", "of", "on", "onto", "per", "since", "through", "throughout", "to", "toward", "towards", "under", "until", "upon",
        "versus", "via", "vs.", "with", "within", "without",
    ]);

    /// <summary>A title in headline style; as it is where it is in another language.</summary>
    /// <param name="language">A BCP 47 tag.</param>
    public static string Of(string title, string language)
    {
        if (language.Split('-')[0] is not "en")
            return title;
        var words = title.Split(' ');
        var isFirst = true;
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            words[i] = string.Join('-', word.Split('-').Select((part, number) =>
                Small.Contains(part) && !(isFirst && number == 0) && i < words.Length - 1 ? part : Capitalised(part)));
            // A subtitle begins like a title.
            isFirst = word is [.., ':' or '?' or '!' or '—' or '–'];
        }
        return string.Join(' ', words);
    }

    // The first letter may stand behind a quotation mark or bracket, and behind a digit there is none ("21st").
    private static string Capitalised(string word)
    {
        var at = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                return word.Any(char.IsUpper) ? word : $"{word[..at]}{Rune.ToUpperInvariant(rune)}{word[(at + rune.Utf16SequenceLength)..]}";
            at += rune.Utf16SequenceLength;
        }
        return word;
    }
}
