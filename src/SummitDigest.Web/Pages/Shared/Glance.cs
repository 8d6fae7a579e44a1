using System.Globalization;
using SummitDigest.Content;
using SummitDigest.Content.Theming;

namespace SummitDigest.Web.Pages.Shared;

/// <summary>What a speech is about at a glance: the segments of its map, and each theme's share of its words.</summary>
internal sealed class Glance
{
    // On a phone so many segments are 7 pixels wide on average, and 2 of them are the gap.
    private const int MostWithGaps = 40;

    /// <summary>Measures a speech.</summary>
    public Glance(Speech speech, Library library)
    {
        var total = Math.Max(1, speech.WordCount);
        var before = 0;
        Segments = [.. speech.Passages.Select(passage =>
        {
            var segment = new MapSegment(passage, library.Theme(passage.Theming.Theme), before, passage.WordCount, total);
            before += passage.WordCount;
            return segment;
        })];
        Shares =
        [
            .. library.Themes.Append(null)
                .Select(theme => (Theme: theme, Passages: speech.Passages.Where(passage => passage.Theming.Theme == theme?.Id).ToList()))
                .Where(share => share.Passages.Count > 0)
                .Select(share => new ThemeShare(
                    share.Theme,
                    share.Passages.Count,
                    (int)Math.Round(100.0 * share.Passages.Sum(passage => passage.WordCount) / total),
                    speech.Sections.First(section => section.Passages.Any(passage => passage.Id == share.Passages[0].Id)))),
        ];
    }

    /// <summary>Whether gaps between the segments would take more room than they should.</summary>
    public bool IsDense => Segments.Count > MostWithGaps;

    /// <summary>A segment for each passage, in speaking order.</summary>
    public IReadOnlyList<MapSegment> Segments { get; }

    /// <summary>The themes that the speech has, in the order of <c>themes.yml</c>, and last the passages without one.</summary>
    public IReadOnlyList<ThemeShare> Shares { get; }
}

/// <summary>A theme's part in a speech.</summary>
/// <param name="Theme">Null for the passages without one.</param>
/// <param name="Passages">How many passages have it.</param>
/// <param name="Percent">Their share of the speech's words, rounded.</param>
/// <param name="FirstSection">Where the first of them stands.</param>
internal sealed record ThemeShare(Theme? Theme, int Passages, int Percent, Section FirstSection);

/// <summary>A passage on the map; places and widths are percentages of the map's width, as text.</summary>
internal sealed record MapSegment(Passage Passage, Theme? Theme, int WordsBefore, int Words, int TotalWords)
{
    // Two digits in the map's type need about 20 pixels: 4 % of the map on a wide screen, a little less than they have on a narrow one.
    private const double LeastShareForNumber = 0.04;

    /// <summary>Left edge.</summary>
    public string X => Percent(WordsBefore);

    /// <summary>Width.</summary>
    public string Width => Percent(Words);

    /// <summary>Half-way between the edges.</summary>
    public string Middle => Percent(WordsBefore + Words / 2.0);

    /// <summary>Whether the passage's number fits in.</summary>
    public bool HasRoomForNumber => (double)Words / TotalWords >= LeastShareForNumber;

    /// <summary>The segment in words.</summary>
    public string Label => $"Passage {Passage.Number}: {Theme?.Title ?? "no theme"}, {PageText.Count(Words, "word", "words")}";

    private string Percent(double words) => (100 * words / TotalWords).ToString("0.###", CultureInfo.InvariantCulture);
}
