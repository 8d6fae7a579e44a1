using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SummitDigest.Content.Importing;

/// <summary>A day as English, French or Chinese writes it; of a range the first. The year may be missing.</summary>
/// <param name="Text">As it stands, range and year included.</param>
/// <param name="Start">Where it begins in the text that was read.</param>
/// <param name="IsRange">Whether it is the first of several days.</param>
internal sealed record WrittenDate(int? Year, int Month, int Day, string Text, int Start, bool IsRange)
{
    // The names and usual abbreviations of each month, longer ones first.
    private static readonly string[] MonthNames =
    [
        "january|janvier|janv|jan", "february|février|fevrier|févr|fév|feb", "march|mars|mar", "april|avril|apr|avr", "may|mai", "june|juin|jun",
        "july|juillet|juil|jul", "august|août|aout|aug", "september|septembre|sept|sep", "october|octobre|oct", "november|novembre|nov", "december|décembre|decembre|déc|dec",
    ];

    private static readonly FrozenDictionary<string, int> MonthNumbers = MonthNames.SelectMany((names, i) => names.Split('|'), (names, name) => (name, Array.IndexOf(MonthNames, names) + 1))
        .ToFrozenDictionary(pair => pair.name, pair => pair.Item2, StringComparer.OrdinalIgnoreCase);

    private static readonly string Months = string.Join('|', MonthNames);

    private const string Year4 = "(?<y>(19|20)[0-9][0-9])";
    private const string Ordinal = "(st|nd|rd|th|er)?";
    private const string To = @"(?<to>)\s*(-|–|—|\bto\b|\band\b|\bau\b|\bet\b)\s*";
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Regex[] Forms =
    [
        // 8 November 2023, 25 to 29 November 2019, 29 November to 2 December 2019, 1er décembre, the 3rd of May
        new(@"\b(?<d>[0-9]{1,2})" + Ordinal + "(" + To + "[0-9]{1,2}" + Ordinal + @")?\.?\s+(of\s+)?(?<m>" + Months + @")\b\.?(" + To + "[0-9]{1,2}" + Ordinal + @"\s+(" + Months + @")\b\.?)?(,?\s+" + Year4 + @"\b)?", Options),
        // Nov. 8, November 25-29, 2019, September 22nd 2024
        new(@"\b(?<m>" + Months + @")\b\.?\s+(?<d>[0-9]{1,2})" + Ordinal + @"\b(" + To + "((" + Months + @")\b\.?\s+)?[0-9]{1,2}" + Ordinal + @"\b)?(,?\s+" + Year4 + @"\b)?", Options),
        new(@"\b" + Year4 + "-(?<m>[0-9]{2})-(?<d>[0-9]{2})", Options),
        // 25.11.2019; with slashes the order differs from country to country.
        new(@"\b(?<d>[0-9]{1,2})\.(?<m>[0-9]{1,2})\." + Year4 + @"\b", Options),
        new("(" + Year4 + @"\s*年\s*)?(?<m>[0-9]{1,2})\s*月\s*(?<d>[0-9]{1,2})\s*(日|号)((?<to>)(至|到|-|—|–)([0-9]{1,2}月)?[0-9]{1,2}日)?", Options),
    ];

    /// <summary>The day, where the year is known or given and the calendar has it.</summary>
    public DateOnly? ToDate(int? year) => (Year ?? year) is { } known and >= 1 and <= 9999 && Day <= DateTime.DaysInMonth(known, Month) ? new(known, Month, Day) : null;

    /// <summary>Where the text goes on behind it.</summary>
    public int End => Start + Text.Length;

    // A report has some; a table of them is no place to look for the day of a speech.
    private const int Most = 50;

    /// <summary>The dates in a text, in its order; of very many the first.</summary>
    public static IReadOnlyList<WrittenDate> All(string text)
    {
        var found = new List<WrittenDate>();
        foreach (var form in Forms)
        {
            foreach (var match in form.Matches(text).Take(Most))
            {
                if (Read(match) is { } date && !found.Exists(other => other.Start < date.End && date.Start < other.End))
                    found.Add(date);
            }
        }
        found.Sort((left, right) => left.Start.CompareTo(right.Start));
        return found;
    }

    private static WrittenDate? Read(Match match)
    {
        var month = match.Groups["m"].Value;
        if (!int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            number = MonthNumbers[month];
        var day = int.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture);
        var year = match.Groups["y"] is { Success: true } written ? int.Parse(written.Value, CultureInfo.InvariantCulture) : (int?)null;
        return number is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year ?? 2000, number)
            ? new(year, number, day, match.Value, match.Index, match.Groups["to"].Success)
            : null;
    }
}
