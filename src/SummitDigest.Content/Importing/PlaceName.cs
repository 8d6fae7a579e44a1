using System.Collections.Frozen;
using System.Globalization;

namespace SummitDigest.Content.Importing;

/// <summary>Names of places as datelines have them.</summary>
internal static class PlaceName
{
    private static readonly FrozenSet<string> Small = FrozenSet.ToFrozenSet(["de", "da", "do", "del", "di", "du", "des", "la", "le", "les", "el", "en", "au", "aux", "sur", "sous", "upon", "am", "an", "and", "et", "of", "the", "al", "es"]);

    // Words that begin a sentence rather than a place. "Le" and "Les" begin places, too.
    private static readonly FrozenSet<string> Openers = FrozenSet.ToFrozenSet(
    [
        "the", "a", "an", "this", "that", "these", "on", "in", "at", "by", "for", "from", "as", "it", "he", "she", "we", "i", "today", "yesterday", "since",
        "un", "une", "du", "au", "dans", "depuis", "après", "ce", "cette", "il", "elle", "nous", "je", "note", "updated", "published", "date",
    ]);

    // Agencies that need no date beside them to be known as such.
    private static readonly FrozenSet<string> Agencies = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, [
        "AA", "AAP", "ABI", "ABP", "ACP", "ADN", "AFP", "AGI", "AIB", "ANP", "ANSA", "ANI", "AP", "APA", "APP", "APS", "ATS", "Keystone-ATS", "Awp", "Belga", "Bernama", "BSS", "CNA", "CNS", "CP",
        "DPA", "EFE", "ENB", "GNA", "IANS", "ICI", "IPS", "Interfax", "IRNA", "ITAR-TASS", "JIJI", "Kyodo", "Lusa", "MAP", "MENA", "NAN", "NTB", "PA", "PTI", "Reuters", "RIA", "Ritzau", "SAnews",
        "SPA", "STT", "TASS", "TAP", "TT", "UNB", "UNI", "UPI", "WAM", "Xinhua", "Yonhap", "Agency", "Agence", "Associated Press", "Agence France-Presse", "Thomson Reuters", "Canadian Press", "UN News",
    ]);

    /// <summary>Whether this is the name of a news agency that is widely known.</summary>
    public static bool IsAgency(string name) => Agencies.Contains(name);

    /// <summary>Whether a text can be a place: up to eight words, each with a capital letter or a particle.</summary>
    public static bool IsPlace(string text)
    {
        var words = text.Split([' ', ',', '/'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 1 and <= 8 && text.Any(char.IsLetter) && !text.Any(c => char.IsDigit(c) || c is ';' or ':' or '"' or '?' or '!' or '“' or '«')
            && (!Openers.Contains(words[0].ToLowerInvariant()) || words.Length > 1 && IsInCapitals(text) && words[0] is "THE")
            && words.All(word => char.IsUpper(word[0]) || Script.IsHan(word[0]) || Small.Contains(word) || word.Length > 2 && word[1] is '\'' or '’' && char.IsUpper(word[2]));
    }

    /// <summary>Whether the first part is in capitals throughout.</summary>
    public static bool IsInCapitals(string text)
    {
        var city = text.Split(',')[0];
        return city.Count(char.IsUpper) >= 2 && !city.Any(char.IsLower);
    }

    // Their seat is a place to agencies, and the city stands behind it.
    private static bool IsUnitedNations(string name) => name.ToUpperInvariant() is "UNITED NATIONS" or "NATIONS UNIES" or "UN" or "ONU";

    /// <summary>The city without the country behind it, as it is written in running text: "The Hague" for "THE HAGUE, Netherlands".</summary>
    public static string City(string place)
    {
        var parts = place.Split(',', StringSplitOptions.TrimEntries);
        var city = parts is [var first, var second, ..] && IsUnitedNations(first) ? second : parts[0];
        if (!IsInCapitals(city))
            return city;
        var lower = city.ToLower(CultureInfo.InvariantCulture).ToCharArray();
        var start = 0;
        for (var i = 0; i <= lower.Length; i++)
        {
            if (i < lower.Length && char.IsLetter(lower[i]))
                continue;
            // "D'Ivoire" has its capital behind the apostrophe.
            var isSmall = start > 0 && (Small.Contains(new string(lower[start..i])) || i - start == 1 && i < lower.Length && lower[i] is '\'' or '’' && lower[start] is 'd' or 'l');
            if (!isSmall && start < i)
                lower[start] = char.ToUpperInvariant(lower[start]);
            start = i + 1;
        }
        return new(lower);
    }
}
