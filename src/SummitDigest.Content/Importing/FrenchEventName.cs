using System.Collections.Frozen;

namespace SummitDigest.Content.Importing;

/// <summary>
/// Finds the name of an event in French, where only its first word has a capital letter: that word, adjectives by their
/// endings, then up to three complements behind "de", "sur", "pour".
/// </summary>
internal static class FrenchEventName
{
    private const int MostComplements = 3;

    private static readonly FrozenSet<string> Nouns = FrozenSet.ToFrozenSet(["Sommet", "Conférence", "Forum", "Congrès", "Assemblée", "Symposium", "Colloque", "Assises", "Dialogue", "Rencontres", "Rencontre", "Session", "Réunion"]);
    private static readonly string[] AdjectiveEndings = ["al", "ale", "aux", "ales", "el", "elle", "ain", "aine", "ique", "iques", "ien", "ienne", "ais", "aise", "if", "ive", "eur", "aire", "aires", "ois", "oise", "able"];

    /// <summary>The first event in a text, without its article; null where there is none.</summary>
    public static string? Find(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            // "l'Assemblée", "d'un", "« Forum"
            var noun = Core(words[i]);
            noun = noun[(noun.AsSpan().LastIndexOfAny('\'', '’') + 1)..];
            if (!Nouns.Contains(noun) || IsOfOffice(words, i))
                continue;
            var parts = new List<string> { noun };
            if (!IsBreak(words[i]))
                Extend(words, i + 1, parts);
            if (parts.Count > 1)
                return string.Join(' ', parts);
        }
        return null;
    }

    // "la présidente de l'Assemblée nationale", "le président du Congrès"
    private static bool IsOfOffice(string[] words, int noun)
    {
        var of = noun - (noun > 0 && words[noun - 1] is "la" or "le" ? 2 : 1);
        return of > 0 && words[of] is "de" or "du" && Speaking.Offices.Contains(words[of - 1]);
    }

    private static void Extend(string[] words, int i, List<string> parts)
    {
        i = Describe(words, i, parts);
        for (var complements = 0; complements < MostComplements && i < words.Length; complements++)
        {
            var linked = new List<string>();
            var next = i;
            if (Core(words[next]) is "de" or "du" or "des" or "sur" or "pour" || Core(words[next]) is "et" && complements > 0)
                linked.Add(Core(words[next++]));
            else if (!Core(words[next]).StartsWith("d'", StringComparison.Ordinal) && !Core(words[next]).StartsWith("d’", StringComparison.Ordinal))
                break;
            if (next < words.Length && linked.Count > 0 && Core(words[next]) is "la" or "le" or "les")
                linked.Add(Core(words[next++]));
            if (next >= words.Length || Core(words[next]).Length < 2 || char.IsDigit(words[next][0]))
                break;
            linked.Add(Core(words[next]));
            parts.AddRange(linked);
            if (IsBreak(words[next]))
                return;
            i = Describe(words, next + 1, parts);
            if (IsBreak(words[i - 1]))
                return;
        }
        if (i < words.Length && Core(words[i]) is { Length: 4 } year && year.All(char.IsAsciiDigit))
            parts.Add(year);
    }

    /// <summary>Adds adjectives, names and abbreviations that follow.</summary>
    /// <returns>Where they end.</returns>
    private static int Describe(string[] words, int i, List<string> parts)
    {
        while (i < words.Length && Core(words[i]) is { Length: > 1 } word && (char.IsUpper(word[0]) && !words[i].StartsWith('(') || Array.Exists(AdjectiveEndings, ending => word.EndsWith(ending, StringComparison.Ordinal)) && word.Length > 4 && !Speaking.Openers.Contains(word)))
        {
            parts.Add(word);
            i++;
            if (IsBreak(words[i - 1]))
                break;
        }
        return i;
    }

    private static string Core(string word) => word.Trim('"', '«', '»', '“', '”', '(', ')', ',', '.', ';', ':', '!', '?');

    private static bool IsBreak(string word) => word[^1] is ',' or '.' or ';' or ':' or '!' or '?' or ')' or '»' or '”' or '"';
}
