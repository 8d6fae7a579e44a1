using System.Text.RegularExpressions;

namespace SummitDigest.Content.Tests.Citing;

/// <summary>Reads one RIS record strictly: CR LF after each line, a tag of two characters, two blanks, a hyphen and a blank.</summary>
internal static partial class RisParser
{
    public static IReadOnlyList<(string Tag, string Value)> Parse(string text)
    {
        if (!text.EndsWith("\r\n", StringComparison.Ordinal))
            throw new FormatException("The last line has no end.");
        var lines = text[..^2].Split("\r\n").Select(line => Line().Match(line) is { Success: true } match
            ? (Tag: match.Groups["tag"].Value, Value: match.Groups["value"].Value)
            : throw new FormatException($"No line of RIS: {line}")).ToList();
        if (lines[0].Tag != "TY" || lines[^1] != ("ER", "") || lines.Count(line => line.Tag is "TY" or "ER") != 2)
            throw new FormatException("A record goes from TY to ER.");
        return lines;
    }

    // No control characters, no line separators.
    [GeneratedRegex(@"^(?<tag>[A-Z][A-Z0-9])  - (?<value>[^\p{Cc}\u2028\u2029]*)\z", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Line();
}
