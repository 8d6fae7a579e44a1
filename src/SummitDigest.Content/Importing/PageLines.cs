using System.Text.RegularExpressions;

namespace SummitDigest.Content.Importing;

/// <summary>Lines that a page prints between a report's paragraphs: an advertisement's place, a lead to another report.</summary>
internal static partial class PageLines
{
    private const int Longest = 160;

    /// <summary>Whether a line is none of the report's words.</summary>
    public static bool IsPageLine(string line) => line.Length is > 0 and <= Longest && (Form().IsMatch(line) || IsPlea(line) || Stamp().IsMatch(line));

    /// <summary>Whether a line, or a heading above buttons, asks readers to share or to subscribe.</summary>
    public static bool IsPlea(string line) => line.Length is > 0 and <= Longest && Plea().IsMatch(line);

    // A lead to another report is its headline, without a full stop. Alone, "Read more" stays with the line that it leads to.
    [GeneratedRegex(@"^(ADVERTISEMENT|Advertisement|PUBLICITÉ|Publicité|广告)$"
        + @"|^(Read more|Read also|Also read|See also|Related|Lire aussi|À lire aussi|Voir aussi|Tags|READ MORE|ALSO READ|RELATED|LIRE AUSSI|相关阅读|延伸阅读)\s?[:：|][^\n]*[^.。]$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();

    // Nobody asks from a lectern to be followed on WhatsApp.
    [GeneratedRegex(@"^(share this (page|article|story|post)\W*|(sign up|subscribe) (to|for) (our|the) ([\p{L}-]+ ){0,3}newsletters?\b[^\n]*|abonnez-vous à (notre|la) newsletter\b[^\n]*"
        + @"|(follow us on|suivez-nous sur) (whatsapp|facebook|twitter|x|instagram|telegram|linkedin|youtube|tiktok|wechat|threads|bluesky|google news)\b[^\n]*)$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Plea();

    // "Publié le : 09/08/2024 - 10:15 Modifié le : …": with slashes the order of day and month is not sure, so it states no day.
    [GeneratedRegex(@"^((Publiée?|Modifiée?|Mise? à jour|Published|Updated)( le| on)?\s?:?\s?[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}[0-9:h à,–-]*)+$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Stamp();
}
