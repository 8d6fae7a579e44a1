using System.Text.RegularExpressions;

namespace SummitDigest.Content.Importing;

/// <summary>What a news agency prints in front of the first sentence: "GENEVA, Dec. 10 (Agency) --", "新华社北京11月8日电".</summary>
/// <param name="Text">Without the dash behind it.</param>
/// <param name="Length">How much of the paragraph it takes, dash and blanks included.</param>
/// <param name="Place">The city, in the spelling of running text.</param>
/// <param name="Date">The day.</param>
/// <param name="DayText">The day as it stands, where it has no month ("10日").</param>
/// <param name="Agency">The agency or paper.</param>
/// <param name="Authors">The byline that Chinese agencies print behind it.</param>
internal sealed partial record Dateline(string Text, int Length, string? Place, WrittenDate? Date, string? DayText, string? Agency, IReadOnlyList<string> Authors)
{
    // "WASHINGTON, District of Columbia, United States, 30 September 2023 (Agence France-Presse)" has 88 characters.
    private const int Longest = 140;

    /// <summary>Whether a line begins with a dateline.</summary>
    public static bool Begins(string line) => Read(line) is not null;

    /// <summary>The dateline that a paragraph begins with, or null.</summary>
    public static Dateline? Read(string paragraph) => paragraph.Length == 0 ? null : ChineseDateline.Read(paragraph) ?? ReadWestern(paragraph);

    private static Dateline? ReadWestern(string paragraph)
    {
        // A dash that closes a bracket of day and agency comes first; "PORT-AU-PRINCE" and "25-29 November" have hyphens too.
        foreach (Match dash in Dash().Matches(paragraph[..Math.Min(paragraph.Length, Longest)]))
        {
            if (ReadHead(paragraph[..(dash.Index + (dash.ValueSpan[0] is ')' or '/' ? 1 : 0))].Trim(), isColon: dash.ValueSpan.Trim() is ":") is { } dateline
                && (dash.Index + dash.Length < paragraph.Length || dateline.Date is not null))
                return dateline with { Length = dash.Index + dash.Length };
        }
        // On a line of its own: "LISBON, Dec. 31, 2023 (Lusa)".
        return paragraph.Length <= Longest && PlaceName.IsInCapitals(paragraph) && ReadHead(paragraph, isColon: false) is { Date: not null, Agency: not null } whole ? whole with { Length = paragraph.Length } : null;
    }

    private static Dateline? ReadHead(string head, bool isColon)
    {
        if (Head().Match(head) is not { Success: true } match)
            return null;
        var agency = match.Groups["agency"] is { Success: true } named ? named.Value.Trim() : null;
        var rest = match.Groups["rest"].Value.Trim(' ', ',');
        var dates = WrittenDate.All(rest);
        if (dates.Count > 1 || agency is not null && !IsName(agency))
            return null;
        var date = dates.Count == 1 ? dates[0] : null;
        var place = (date is null ? rest : rest.Remove(date.Start, date.Text.Length)).Trim(' ', ',', '.');
        place = place.EndsWith(", le", StringComparison.Ordinal) ? place[..^4] : place.TrimEnd(' ', ',');
        // Beside a day or a known agency anything like a place is one; else it must be in capitals. Without day and agency
        // "AI — the race" would be a dateline, and "MODERATOR: Welcome".
        var isCertain = date is not null || agency is not null && PlaceName.IsAgency(agency);
        var isDateline = place.Length == 0
            ? agency is not null && isCertain
            : PlaceName.IsPlace(place) && (isCertain || PlaceName.IsInCapitals(place) && (agency is not null || !isColon && place.Length >= 4));
        if (!isDateline)
            return null;
        return new(head, 0, place.Length == 0 ? null : PlaceName.City(place), date, null, agency, []);
    }

    private static bool IsName(string agency) => agency.Length <= 40 && char.IsLetter(agency[0]) && (char.IsUpper(agency[0]) || Script.IsHan(agency[0]) || agency is "ats" or "dpa" or "epd" or "apa")
        && agency.Count(c => c == ' ') <= 4 && WrittenDate.All(agency).Count == 0;

    [GeneratedRegex(@"\s*(--+|[—―])\s*|\s+[-–_]\s*|\)\s*[-–—:]+\s*|\)\.\s|/\.\s|:\s", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Dash();

    [GeneratedRegex(@"^(?<rest>[^()/]*)([(/]\s*(?<agency>[^()/]+?)\s*[)/]?)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Head();
}
