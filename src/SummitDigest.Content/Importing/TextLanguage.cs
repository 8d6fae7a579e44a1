using System.Collections.Frozen;

namespace SummitDigest.Content.Importing;

/// <summary>Tells English, French, Chinese, Japanese and Korean apart: by script, and by the small words that every sentence has.</summary>
internal static class TextLanguage
{
    // In running text a quarter to a half of all words are such small words; headlines and lists have fewer.
    private const double Least = 0.08;

    private static readonly FrozenSet<string> English = FrozenSet.ToFrozenSet(["the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "with", "it", "he", "she", "they", "by", "at", "from", "which", "has", "have", "had", "be", "been", "said", "an", "this", "are", "we", "not"]);

    // Without "la", "que", "un" and others that Spanish, Italian or Portuguese have, too.
    private static readonly FrozenSet<string> French = FrozenSet.ToFrozenSet(["le", "les", "des", "du", "et", "une", "est", "dans", "pour", "sur", "au", "aux", "elle", "nous", "ce", "cette", "ces", "ont", "été", "avec", "pas", "sont", "qu", "leur", "leurs", "mais", "aussi"]);

    // Of Spanish, Italian, Portuguese and Romanian, which share some of the French ones.
    private static readonly FrozenSet<string> Neighbours = FrozenSet.ToFrozenSet([
        "el", "los", "las", "del", "y", "una", "para", "con", "al", "lo", "su", "sus", "este", "esta", "pero", "más", "como", "fue",
        "gli", "di", "della", "delle", "dei", "nel", "nella", "che", "è", "e", "per", "ha", "sono", "alla",
        "o", "os", "da", "do", "dos", "das", "em", "um", "uma", "não", "ao", "é", "foi", "și", "din", "că", "cu", "pe", "sau", "pentru",
    ]);

    /// <summary>A BCP 47 tag; null for a text too short or in another language.</summary>
    public static string? Of(string text)
    {
        var letters = text.Count(char.IsLetter);
        if (letters == 0)
            return null;
        var (han, kana, hangul) = (text.Count(Script.IsHan), text.Count(Script.IsKana), text.Count(c => c is >= '\uAC00' and <= '\uD7A3'));
        if (hangul * 5 > letters)
            return "ko";
        if ((han + kana) * 5 > letters)
            return kana * 5 > han ? "ja" : "zh";
        var words = text.Split([' ', '\n', '\t', '.', ',', ';', ':', '"', '(', ')', '\'', '’', '“', '”', '«', '»', '-', '!', '?'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.ToLowerInvariant()).ToList();
        var (english, french) = (words.Count(English.Contains), words.Count(French.Contains));
        if (Math.Max(english, french) < words.Count * Least || english == french)
            return null;
        return english > french ? "en" : french > words.Count(Neighbours.Contains) ? "fr" : null;
    }
}
