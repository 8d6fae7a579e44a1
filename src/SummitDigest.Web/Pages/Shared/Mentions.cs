using System.Globalization;

namespace SummitDigest.Web.Pages.Shared;

/// <summary>How many hits each year has, as bars from the first year to the last. <c>view.js</c> draws the same.</summary>
internal sealed class Mentions
{
    /// <summary>Height of the tallest bar.</summary>
    public const int Height = 100;

    // A single hit must still be seen beside hundreds.
    private const int Least = 4;

    /// <summary>Measures the bars.</summary>
    /// <param name="years">At least one, newest first.</param>
    public Mentions(IReadOnlyList<(int Year, int Count)> years)
    {
        First = years[^1].Year;
        Last = years[0].Year;
        var most = years.Max(year => year.Count);
        Bars = [.. years.Reverse().Select(year => (year.Year - First, Math.Max(Least, Height * year.Count / most), $"{Text(year.Year)}: {Text(year.Count)}"))];
    }

    /// <summary>The first year.</summary>
    public int First { get; }

    /// <summary>The last year.</summary>
    public int Last { get; }

    /// <summary>Places between the edges, one for each year.</summary>
    public int Places => Last - First + 1;

    /// <summary>Years with hits, oldest first.</summary>
    public IReadOnlyList<(int Place, int Height, string Label)> Bars { get; }

    /// <summary>The picture in words.</summary>
    public string InWords => $"Passages by year. {string.Join(", ", Bars.Select(bar => bar.Label))}.";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
