using System.Collections.Frozen;

namespace SummitDigest.Content.Importing;

/// <summary>When and where a report says that it was: the dateline's day before one in the text.</summary>
/// <param name="Date">The day, where its year is stated or given.</param>
/// <param name="Text">As it stands.</param>
/// <param name="Place">Where, if the words beside the day say so.</param>
internal sealed record EventDay(DateOnly? Date, string? Text, string? Place)
{
    // A day further down is some other day.
    private const int Lead = 3;

    // A page is dated so many days after what it reports, at most, for a day without a year to be believed.
    private const int Recent = 60;

    // What a date is of stands in front of it within so many characters.
    private const int Near = 120;

    private static readonly FrozenDictionary<string, DayOfWeek> Weekdays = new[] { "Sunday dimanche", "Monday lundi", "Tuesday mardi", "Wednesday mercredi", "Thursday jeudi", "Friday vendredi", "Saturday samedi" }
        .SelectMany((names, day) => names.Split(' '), (names, name) => name).Select((name, i) => KeyValuePair.Create(name, (DayOfWeek)(i / 2))).ToFrozenDictionary();

    // In front of a day that is not the one on which something was said.
    private static readonly FrozenSet<string> Otherwise = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, ["since", "until", "by", "before", "after", "next", "will", "ends", "depuis", "jusqu'au", "jusqu’au", "avant", "après", "sera"]);

    // What happened then was no speech, or is still to happen.
    private static readonly FrozenSet<string> NoSpeech = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, [
        "adopted", "signed", "founded", "born", "ratified", "launched", "established", "died", "elected", "appointed", "enacted", "amended", "corrected", "passed", "created", "dated", "will",
        "adopté", "adoptée", "signé", "signée", "né", "née", "fondé", "fondée", "créé", "créée", "voté", "votée", "élu", "élue",
    ]);

    /// <summary>Reads the day.</summary>
    /// <param name="frame">The report.</param>
    /// <param name="paragraphs">Its text.</param>
    /// <param name="kind">Weekdays that a speaker names are others.</param>
    /// <param name="eventName">An event may have the year in its name.</param>
    /// <param name="published">The day of publication, where the format states it.</param>
    /// <param name="givenYear">The editor's.</param>
    public static EventDay Read(ReportFrame frame, IReadOnlyList<string> paragraphs, SpeechKind kind, string? eventName, DateOnly? published, int? givenYear)
    {
        var known = frame.Date?.ToDate(null) ?? published;
        if (frame.Dateline?.Date is { } day)
        {
            var printed = day.ToDate(givenYear ?? YearOf(day, paragraphs, eventName, known));
            return OfOtherWeekday(paragraphs[0], kind, day, printed) ?? new(printed, day.Text, null);
        }
        if (frame.Dateline?.DayText is { } dayOfMonth)
            return new(null, dayOfMonth, null);
        // A day with a place beside it is that of the speech, one alone that of publication.
        if (frame.Field(HeadField.Place) is null && known is { } page && kind == SpeechKind.Report && OfLead(paragraphs[0], page) is { } inLead)
            return inLead;
        if (frame.Date is { } above)
            return frame.Field(HeadField.Place) is null && OfWeekday(paragraphs, kind, known) is { } weekday ? weekday : new(known, above.Text, null);
        foreach (var paragraph in paragraphs.Take(Lead).Append(frame.Title ?? ""))
        {
            foreach (var date in WrittenDate.All(paragraph))
            {
                if (date.Year is not null && !IsOfAnother(paragraph, date) && !(date.ToDate(null) > published))
                    return new(date.ToDate(null), date.Text, PlaceBeside(paragraph, date));
            }
        }
        // "on Tuesday (Jun 4)" in the first paragraph
        if (published is null && paragraphs[0] is var lead && WrittenDate.All(lead).FirstOrDefault(date => !IsOfAnother(lead, date)) is { } unyeared)
            return new(unyeared.ToDate(givenYear ?? YearOf(unyeared, paragraphs, eventName, published)), unyeared.Text, PlaceBeside(lead, unyeared));
        return OfWeekday(paragraphs, kind, published) ?? new(published, published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), null);
    }

    // "6月26日，…", under a line that has a later day, or "on 26 June 2023"; none where the lead has several, or one that may be of something else.
    private static EventDay? OfLead(string lead, DateOnly published)
    {
        var days = WrittenDate.All(lead)
            .Where(date => IsChinese(date) || date.Year is not null && !IsOfAnother(lead, date))
            .Select(date => (Written: date, Day: date.ToDate(YearOf(date, [], null, published))))
            .Where(date => date.Day <= published)
            .DistinctBy(date => date.Day).ToList();
        if (days.Count == 0)
            return null;
        var (written, day) = days[0];
        // Without a year, a day of long ago may be one that is still to come.
        var isSure = days.Count == 1 && (day == published || !IsChinese(written) || written.Start == 0 && (written.Year is not null || published.DayNumber - day!.Value.DayNumber <= Recent));
        return isSure ? new(day, written.Text, IsChinese(written) ? null : PlaceBeside(lead, written)) : new(null, null, null);
    }

    private static bool IsChinese(WrittenDate date) => date.Text.Contains('月', StringComparison.Ordinal);

    // "OSLO, May 9 - … said on Wednesday", where 9 May is a Thursday: the day before. Only a verb beside it makes it the day of the speech.
    private static EventDay? OfOtherWeekday(string lead, SpeechKind kind, WrittenDate dateline, DateOnly? printed)
    {
        if (kind != SpeechKind.Report || dateline.IsRange || printed is not { } day)
            return null;
        var tokens = Token.Split(lead);
        var named = Named(tokens);
        if (named.Count == 0 || named.Exists(i => Weekdays[tokens[i].Core] == day.DayOfWeek))
            return null;
        var before = LastBefore(day, Weekdays[tokens[named[0]].Core]);
        var isSpoken = tokens[Math.Max(0, named[0] - 3)..Math.Min(tokens.Count, named[0] + 3)].Exists(token => Speaking.Verbs.Contains(token.Core));
        // Agencies print a report within days; "on Friday" on a Thursday may be the next one.
        return named.Count == 1 && isSpoken && day.DayNumber - before.DayNumber <= 4 ? new(before, dateline.Text, null) : new(null, null, null);
    }

    /// <summary>Where a text names weekdays on which something may have been said.</summary>
    private static List<int> Named(List<Token> tokens) =>
        [.. Enumerable.Range(0, tokens.Count).Where(i => !tokens[i].IsQuoted && Weekdays.ContainsKey(tokens[i].Core) && !tokens[Math.Max(0, i - 3)..i].Exists(token => Otherwise.Contains(token.Core)))];

    private static DateOnly LastBefore(DateOnly day, DayOfWeek weekday) => DateOnly.FromDayNumber(Math.Max(0, day.DayNumber - ((day.DayOfWeek - weekday + 7) % 7)));

    private static int? YearOf(WrittenDate day, IReadOnlyList<string> paragraphs, string? eventName, DateOnly? published)
    {
        // "Dec. 29", published on 2 January: the last such day, or the next where it is printed in a country that is a day ahead.
        if (published is { } known)
            return new[] { known.Year + 1, known.Year, known.Year - 1 }.FirstOrDefault(year => day.ToDate(year)?.DayNumber <= known.DayNumber + 1);
        // The same day with its year somewhere in the text, or an event that bears it.
        return paragraphs.SelectMany(WrittenDate.All).FirstOrDefault(date => date.Year is not null && date.Month == day.Month && date.Day == day.Day)?.Year
            ?? YearIn(eventName);
    }

    // "told the forum on Friday", published on a Monday: the last Friday. None where the lead names several days.
    private static EventDay? OfWeekday(IReadOnlyList<string> paragraphs, SpeechKind kind, DateOnly? published)
    {
        if (kind != SpeechKind.Report || published is not { } last)
            return null;
        foreach (var paragraph in paragraphs.Take(Lead))
        {
            var tokens = Token.Split(paragraph);
            var named = Named(tokens).Select(i => tokens[i].Core).Distinct().ToList();
            if (named is [var only])
                return new(LastBefore(last, Weekdays[only]), only, null);
            if (named.Count > 1)
                return new(null, null, null);
        }
        return null;
    }

    private static int? YearIn(string? name)
    {
        for (var i = 0; name is not null && i + 4 <= name.Length; i++)
        {
            if (name.AsSpan(i, 4) is ['1', '9', _, _] or ['2', '0', _, _] && name.Substring(i, 4).All(char.IsAsciiDigit) && (i == 0 || !char.IsAsciiDigit(name[i - 1])) && (i + 4 == name.Length || !char.IsAsciiDigit(name[i + 4])))
                return int.Parse(name.AsSpan(i, 4), System.Globalization.CultureInfo.InvariantCulture);
        }
        return null;
    }

    // "adopted on 3 May 1998", "born in Kiel on 3 April 1970", "since 1 January 2020", "the law of 14 July 2016"
    private static bool IsOfAnother(string paragraph, WrittenDate date)
    {
        var before = Token.Split(paragraph[Math.Max(0, date.Start - Near)..date.Start]);
        if (before.Count == 0)
            return false;
        if (before[^1].Core is "of" || before[^1].Core is "du" && !date.Text.Contains(" au ", StringComparison.Ordinal) || before.TakeLast(3).Any(token => Otherwise.Contains(token.Core)))
            return true;
        var words = before[..PlaceBefore(before).Start].Select(token => token.Core).Where(word => word is not ("in" or "at" or "à")).ToList();
        // "first held on", but not "the first summit on"
        var first = words.LastIndexOf("first");
        return words.TakeLast(2).Any(NoSpeech.Contains) || first >= 0 && first >= words.Count - 2 && !(first > 0 && words[first - 1] is "the" or "its" or "a");
    }

    // "in Berlin from 25 to 29 November 2019", "à Berlin du 25 au 29 novembre 2019"
    private static string? PlaceBeside(string paragraph, WrittenDate date)
    {
        var tokens = Token.Split(paragraph[..date.Start]);
        var (start, end) = PlaceBefore(tokens);
        return start == end ? null : PlaceName.City(string.Join(' ', tokens[start..end].Select(token => token.Core + (token.HasComma ? "," : ""))).TrimEnd(','));
    }

    private static (int Start, int End) PlaceBefore(List<Token> tokens)
    {
        var end = tokens.Count;
        while (end > 0 && tokens[end - 1].Core is "from" or "on" or "du" or "le" or "between" or "entre")
            end--;
        var start = end;
        while (start > 0 && (tokens[start - 1].IsCapital || PersonNames.IsParticle(tokens[start - 1].Core)) && end - start < 4)
            start--;
        return start > 0 && tokens[start - 1].Core is "in" or "at" or "à" && !tokens[start - 1].IsBreak ? (start, end) : (end, end);
    }
}
