using System.Collections.Frozen;
using System.Globalization;

namespace SummitDigest.Content.Importing;

/// <summary>What names of people look like in English and French.</summary>
internal static class PersonNames
{
    private static readonly FrozenSet<string> Particles = FrozenSet.ToFrozenSet(["de", "da", "do", "dos", "del", "della", "di", "du", "van", "von", "der", "den", "ten", "ter", "bin", "ibn", "ben", "al", "el", "la", "le", "zu", "af", "av", "y"]);

    /// <summary>Whether a word may stand in lower case inside a name.</summary>
    public static bool IsParticle(string word) => Particles.Contains(word);

    /// <summary>A word of a name as it is written: "K." for the initial K, "Mensah" for MENSAH.</summary>
    public static string Part(string word) => word.Length == 1 ? word + "." : word.Length > 2 && !word.Contains('.', StringComparison.Ordinal) ? InLowerCase(word) : word;

    /// <summary>"Ama Mensah" for "AMA MENSAH"; a name in mixed case as it is.</summary>
    public static string InLowerCase(string name) =>
        name.Any(char.IsLower) ? name : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant());
}
