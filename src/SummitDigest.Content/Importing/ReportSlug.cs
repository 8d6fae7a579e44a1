using System.Globalization;

namespace SummitDigest.Content.Importing;

/// <summary>Proposes a name for a report's file.</summary>
internal static class ReportSlug
{
    private static readonly ContentId Fallback = ContentId.TryCreate("report")!;

    /// <summary>The title's words, else speaker and event, else the name of the file that was read; the year behind them unless they have it.</summary>
    public static ContentId Of(string? title, string? speaker, string? eventName, int? year, string? fileName)
    {
        var name = Slug(title) ?? Slug($"{speaker} {eventName}") ?? Slug(Path.GetFileNameWithoutExtension(fileName)) ?? Fallback;
        var suffix = year?.ToString("0000", CultureInfo.InvariantCulture);
        if (suffix is null || name.Value.Split('-').Contains(suffix))
            return name;
        // Cut at a word, so that the year fits behind it.
        var words = name.Value;
        while (words.Length + 1 + suffix.Length > ContentId.MaxLength)
            words = words.LastIndexOf('-') is > 0 and var cut ? words[..cut] : words[..(ContentId.MaxLength - 1 - suffix.Length)];
        return ContentId.TryCreate($"{words}-{suffix}") ?? name;
    }

    // A title in Chinese may hold "AI" or "2023", which name nothing by themselves.
    private static ContentId? Slug(string? text) =>
        text is not null && !Script.IsMostlyWide(text) && ContentId.FromTitle(text) is { } slug && slug.Value.Any(char.IsAsciiLetter) ? slug : null;
}
