using System.Collections.Immutable;
using SummitDigest.Content;

namespace SummitDigest.Web.Pages.Speeches;

/// <summary>The speeches of a year, as a page lists them.</summary>
/// <param name="Speeches">Newest first. Not all of the year where those are more than a page has.</param>
internal sealed record SpeechYear(int Year, ImmutableArray<Speech> Speeches);

/// <summary>The list of all speeches in pages.</summary>
internal static class SpeechPages
{
    /// <summary>The most speeches on a page.</summary>
    public const int MostSpeeches = 50;

    /// <summary>
    /// Newest first, whole years together as many as fit. A year of more speeches than fit begins a page, and goes on on the
    /// next.
    /// </summary>
    public static Paged<SpeechYear> Of(Library library, int most = MostSpeeches) => new(
        library.Speeches.GroupBy(speech => speech.Date.Year).SelectMany(year => year.Chunk(most), (year, part) => new SpeechYear(year.Key, [.. part])),
        most,
        year => year.Speeches.Length);
}
