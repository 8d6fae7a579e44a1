namespace SummitDigest.Search.Analysis;

/// <summary>
/// Brings the inflected forms of an English word together: plural -s, past -ed and -ing. Endings that make another word
/// (-tion, -ness, -ly) stay. The rules are step 1 of Porter's algorithm (M. F. Porter, "An algorithm for suffix
/// stripping", Program 14, 1980) with the silent e and doubled consonants evened out.
/// </summary>
public static class Inflection
{
    /// <summary>What all inflected forms of a word have in common, as "govern" for "governed"; a word of other letters than a to z is its own key.</summary>
    public static string Key(string word)
    {
        if (word.Length < 4 || word.AsSpan().ContainsAnyExceptInRange('a', 'z') || word == "news")
            return word;
        var key = word;
        if (key.Length > 4 && Ends("ies"))
            key = key[..^3] + "y";
        else if (key[^1] == 's' && key[^2] is not ('s' or 'u' or 'i'))
            key = key[..^1];
        if (Ends("eed"))
        {
            // "agreed" is inflected, "exceed" is not.
            if (Ends("teed") || Ends("freed") || key.Length > 5 && (Ends("greed") || Ends("creed")))
                key = key[..^1];
        }
        else if (key.Length > 4 && Ends("ied"))
        {
            key = key[..^3] + "y";
        }
        else if (Ends("ed") && key.AsSpan(..^2).ContainsAny(Vowels))
        {
            key = WithE(key[..^2]);
        }
        else if (Ends("ing") && key.AsSpan(..^3).ContainsAny(Vowels))
        {
            key = WithE(key[..^3]);
        }
        if (key.Length > 3 && key[^1] == 'e' && !IsShort(key.AsSpan(..^1)))
            key = key[..^1];
        if (key.Length > 3 && key[^1] == key[^2] && !Vowels.Contains(key[^1]))
            key = key[..^1];
        if (key[^1] == 'y' && !Vowels.Contains(key[^2]))
            key = key[..^1] + "i";
        return key;

        bool Ends(string ending) => key.EndsWith(ending, StringComparison.Ordinal);
    }

    /// <summary>The letters that every form with this key starts with: the key, less an e or i at its end.</summary>
    public static string Beginning(string key) => key.Length > 2 && key[^1] is 'e' or 'i' ? key[..^1] : key;

    // "using" is of "use", not of "us", and "noted" of "note", not of "not": that would be "notted".
    private static string WithE(string stem) => stem.Length < 3 || IsShort(stem) ? stem + "e" : stem;

    // One vowel and one consonant at the end, as in "plan" and "quit": with an e it is another word. Not so with a consonant that
    // is not doubled ("show", "tax") or that takes -es ("bus", "quiz").
    private static bool IsShort(ReadOnlySpan<char> stem)
    {
        if (Vowels.Contains(stem[^1]) || stem[^1] is 's' or 'w' or 'x' or 'z' || !Vowels.Contains(stem[^2]))
            return false;
        var start = stem[..^2];
        return !(start.EndsWith("qu") ? start[..^2] : start).ContainsAny(Vowels);
    }

    private static readonly System.Buffers.SearchValues<char> Vowels = System.Buffers.SearchValues.Create("aeiouy");
}
