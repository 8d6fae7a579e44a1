using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SummitDigest.Content.Citing;

/// <summary>
/// The name of a speaker or author, taken apart as lists of references need it. A name stays whole, with all parts null,
/// where it is an institution's, a single word, or in a script without capital letters (Chinese, Arabic, Hindi …): such
/// names have no initials, and which part is the family's cannot be told.
/// </summary>
public sealed record CitedName
{
    // Lower-case, these belong to the family name behind them in most languages; more than one may follow each other.
    private static readonly ImmutableHashSet<string> Particles =
    [
        "af", "al", "av", "bin", "bint", "d'", "da", "das", "de", "degli", "dei", "del", "della", "den", "der", "di", "do", "dos",
        "du", "el", "ibn", "la", "las", "le", "los", "op", "'t", "ten", "ter", "van", "vom", "von", "zu", "zum", "zur",
    ];

    // With a capital, they are a part of the family name (Robert De Niro); the rest are as often given names.
    private static readonly ImmutableHashSet<string> CapitalParticles =
        ["Al", "Da", "De", "Del", "Della", "Den", "Der", "Di", "Dos", "Du", "El", "Van", "Von"];

    // These join two family names (José Ortega y Gasset, Artur da Costa e Silva).
    private static readonly ImmutableHashSet<string> Joins = ["e", "i", "y"];

    private static readonly ImmutableHashSet<string> Suffixes = ["Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"];

    private CitedName(string full) => Full = full;

    /// <summary>The name in its natural order: "Ama Mensah", "Xi Jinping", "Martin Luther King Jr.".</summary>
    public string Full { get; private init; }

    /// <summary>The family name without particles; null where the name stays whole.</summary>
    public string? Family { get; private init; }

    /// <summary>All given names.</summary>
    public string? Given { get; private init; }

    /// <summary>"von der" of "Ursula von der Leyen".</summary>
    public string? Particle { get; private init; }

    /// <summary>"Jr." of "Martin Luther King Jr.".</summary>
    public string? Suffix { get; private init; }

    /// <summary>Whether the family name comes first already, as in "Xi Jinping".</summary>
    public bool IsFamilyFirst { get; private init; }

    /// <summary>The family name as it stands in running text, or the whole name.</summary>
    public string InText => Family is null ? Full : Particle is null ? Family : $"{Particle} {Family}";

    /// <summary>A name that is not taken apart.</summary>
    public static CitedName Whole(string name) => new(CitedText.Clean(name));

    /// <summary>A speaker's name in natural order.</summary>
    /// <param name="familyName">As <see cref="Speech.FamilyName"/>: null where not known, the whole name for an institution.</param>
    public static CitedName OfSpeaker(string name, string? familyName)
    {
        var full = CitedText.Clean(name);
        var family = CitedText.CleanOrNull(familyName);
        // A comma, but for the one of "King, Jr.", stands before an office or between the parts of an institution.
        var (bare, suffix) = CutSuffix(full);
        if (IsWhole(bare) || bare.Contains(',', StringComparison.Ordinal) || family == full)
            return new(full);
        return family is null ? FromWords(bare.Split(' '), suffix) : FromFamily(full, bare, family, suffix);
    }

    /// <summary>An author's name as a byline: "Ama Mensah" or "Mensah, Ama", with the suffix last in both.</summary>
    public static CitedName OfAuthor(string name)
    {
        var full = CitedText.Clean(name);
        var (bare, suffix) = CutSuffix(full);
        if (IsWhole(bare))
            return new(full);
        return bare.Split(',', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } family, { Length: > 0 } given]
            ? Natural(given.Split(' '), family.Split(' '), suffix)
            : FromWords(bare.Split(' '), suffix);
    }

    private static CitedName FromWords(string[] words, string? suffix)
    {
        var start = words.Length - 1;
        if (start > 2 && Joins.Contains(words[start - 1]))
            start -= 2;
        // Al Gore's first word is a given name; only in lower case may a particle come first (de Gaulle).
        while (start > 0 && (Particles.Contains(words[start - 1]) || (start > 1 && CapitalParticles.Contains(words[start - 1]))))
            start--;
        return Natural(words[..start], words[start..], suffix);
    }

    private static CitedName FromFamily(string full, string bare, string family, string? suffix)
    {
        if (family == bare)
            return new(full);
        if (bare.StartsWith($"{family} ", StringComparison.Ordinal))
            return new(full) { Family = family, Given = bare[(family.Length + 1)..], Suffix = suffix, IsFamilyFirst = true };
        var at = $"{bare} ".LastIndexOf($" {family} ", StringComparison.Ordinal);
        if (at < 0)
            return FromWords(bare.Split(' '), suffix);
        // What follows the named part is a second family name (Pérez of Juan Pérez López); particles in front of it belong
        // to it even where the editor left them out ("von der" before "Leyen").
        var words = bare.Split(' ');
        var start = bare[..at].Split(' ').Length;
        while (start > 0 && Particles.Contains(words[start - 1]))
            start--;
        return Natural(words[..start], words[start..], suffix);
    }

    private static CitedName Natural(string[] givenWords, string[] familyWords, string? suffix)
    {
        var particles = familyWords[..^1].TakeWhile(Particles.Contains).Count();
        var parts = givenWords.Concat(familyWords);
        return new(string.Join(' ', suffix is null ? parts : parts.Append(suffix)))
        {
            Family = string.Join(' ', familyWords[particles..]),
            Particle = particles == 0 ? null : string.Join(' ', familyWords[..particles]),
            Given = givenWords.Length == 0 ? null : string.Join(' ', givenWords),
            Suffix = suffix,
        };
    }

    private static (string Bare, string? Suffix) CutSuffix(string name)
    {
        var blank = name.LastIndexOf(' ');
        if (blank < 0 || !Suffixes.Contains(name[(blank + 1)..]))
            return (name, null);
        var bare = name[..blank].TrimEnd(',', ' ');
        return bare.Contains(' ', StringComparison.Ordinal) ? (bare, name[(blank + 1)..]) : (name, null);
    }

    // A suffix behind a single word is a king's number or the like: "Charles III" is not of a family of that name.
    private static bool IsWhole(string name) => name.LastIndexOf(' ') is var blank && (blank < 0 || Suffixes.Contains(name[(blank + 1)..]))
        || name.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter);
}
