using System.Diagnostics;

namespace SummitDigest.Benchmarks;

/// <summary>
/// Times and prints. Whole-process memory and a browser are measured beside times, so a stopwatch and medians do, where
/// other benchmarks would bring a framework.
/// </summary>
internal static class Measure
{
    /// <summary>How long something takes, in milliseconds.</summary>
    public static double Milliseconds(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>The value in the middle; not a number where there are none.</summary>
    public static double Median(IEnumerable<double> values) => Quantile(values, 0.5);

    /// <summary>The value below which this share of them lies, drawn straight between neighbours; not a number where there are none.</summary>
    public static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        if (sorted.Length == 0)
            return double.NaN;
        var at = share * (sorted.Length - 1);
        var below = sorted[(int)at];
        return below + (at - (int)at) * (sorted[Math.Min((int)at + 1, sorted.Length - 1)] - below);
    }

    /// <summary>A count of bytes for people: <c>12.3 KB</c>, in units of 1024.</summary>
    public static string Bytes(double bytes) => bytes switch
    {
        < 1024 => $"{bytes:0} B",
        < 1024 * 1024 => $"{bytes / 1024:0.0} KB",
        _ => $"{bytes / 1024 / 1024:#,0.0} MB",
    };

    /// <summary>Prints rows in columns, the first column to the left, the others to the right.</summary>
    public static void PrintTable(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = rows.Prepend(header).ToList();
        var widths = header.Select((_, column) => table.Max(row => row[column].Length)).ToList();
        table.Insert(1, [.. widths.Select(width => new string('-', width))]);
        foreach (var row in table)
            Console.WriteLine(string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))));
        Console.WriteLine();
    }
}
