using System.Globalization;
using System.Text.RegularExpressions;

namespace SummitDigest.Benchmarks;

/// <summary>wrk (https://github.com/wg/wrk), which asks a server for one address as often as it answers.</summary>
internal static partial class Wrk
{
    /// <summary>How many answers, in all and a second, come over 64 connections to a reader who takes Brotli.</summary>
    /// <exception cref="InvalidOperationException">It is not installed, or some answers were errors.</exception>
    public static async Task<(double Answers, double PerSecond)> AskAsync(Uri address, int seconds)
    {
        var said = await TimedRun.OutputAsync("wrk", "-t1", "-c64", string.Create(CultureInfo.InvariantCulture, $"-d{seconds}s"), "-H", "Accept-Encoding: br", address.AbsoluteUri);
        return !said.Contains("Non-2xx", StringComparison.Ordinal) && Requests().Match(said) is { Success: true } match
            ? (double.Parse(match.Groups["all"].Value, CultureInfo.InvariantCulture), double.Parse(match.Groups["rate"].Value, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException(said);
    }

    [GeneratedRegex(@"(?<all>\d+) requests in.*Requests/sec:\s+(?<rate>[\d.]+)", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Requests();
}
