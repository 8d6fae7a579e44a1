using System.Text.RegularExpressions;

namespace SummitDigest.Content.Importing;

/// <summary>Lines that a page prints between a report's paragraphs: an advertisement's place, a lead to another report.</summary>
internal static partial class PageLines
{
    private const int Longest = 160;

    /// <summary>Whether a line is none of the report's words.</summary>
    public static bool IsPageLine(string line) => line.Length is > 0 and <= Longest && Form().IsMatch(line);

    // A lead to another report is its headline, without a full stop. Alone, "Read more" stays with the line that it leads to.
    [GeneratedRegex(@"^(ADVERTISEMENT|Advertisement|PUBLICITÉ|Publicité|广告)$"
        + @"|^(Read more|Read also|Also read|See also|Related|Lire aussi|À lire aussi|Voir aussi|Tags|READ MORE|ALSO READ|RELATED|LIRE AUSSI|相关阅读|延伸阅读)\s?[:：|][^\n]*[^.。]$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
