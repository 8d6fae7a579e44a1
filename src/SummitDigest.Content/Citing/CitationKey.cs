using System.Globalization;

namespace SummitDigest.Content.Citing;

/// <summary>
/// Names entries in reference managers: author, year and the rest of the speech's slug, then the id of the place, as in
/// <c>xi2023wuzhen-summit-p7</c>. A slug is unique in a library, so the key is as good as unique.
/// </summary>
internal static class CitationKey
{
    /// <summary>The key: ASCII letters, digits and hyphens, which is what BibTeX, RIS and CSL can all bear.</summary>
    public static string Of(Speech speech, CitedName? author, ContentId? place)
    {
        var year = speech.Date.Year.ToString("0000", CultureInfo.InvariantCulture);
        var known = Ascii(speech.Speaker).Append(year).ToHashSet();
        var rest = string.Join('-', speech.Slug.Value.Split('-', StringSplitOptions.RemoveEmptyEntries).Where(word => !known.Contains(word)));
        // A family name may have two words; of an institution's name the first must do.
        var name = author?.Family is { } family ? string.Concat(Ascii(family)) : Ascii(author?.Full ?? "").FirstOrDefault() ?? "";
        var key = $"{(name.Length > 0 ? name : "speech")}{year}{rest}";
        return place is null ? key : $"{key}-{place}";
    }

    private static IEnumerable<string> Ascii(string text) =>
        Words.Split(text).Select(word => word.Folded).Where(word => word.All(char.IsAsciiLetterOrDigit));
}
