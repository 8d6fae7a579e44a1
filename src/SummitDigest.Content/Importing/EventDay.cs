namespace SummitDigest.Content.Importing;

/// <summary>When and where a report says that it was: the dateline's day before one in the text.</summary>
/// <param name="Date">The day, where its year is stated or given.</param>
/// <param name="Text">As it stands.</param>
/// <param name="Place">Where, if the words beside the day say so.</param>
internal sealed record EventDay(DateOnly? Date, string? Text, string? Place)
{
    // A day further down is some other day.
    private const int Lead = 3;

    /// <summary>Reads the day.</summary>
    /// <param name="frame">The report.</param>
    /// <param name="paragraphs">Its text.</param>
    /// <param name="eventName">An event may have the year in its name.</param>
    /// <param name="published">The day of publication, where the format states it.</param>
    /// <param name="givenYear">The editor's.</param>
    public static EventDay Read(ReportFrame frame, IReadOnlyList<string> paragraphs, string? eventName, DateOnly? published, int? givenYear)
    {
        if ((frame.Dateline?.Date ?? frame.Date) is { } day)
            return new(day.ToDate(givenYear ?? YearOf(day, frame, paragraphs, eventName, published)), day.Text, null);
        if (frame.Dateline?.DayText is { } dayOfMonth)
            return new(null, dayOfMonth, null);
        foreach (var paragraph in paragraphs.Take(Lead).Append(frame.Title ?? ""))
        {
            foreach (var date in WrittenDate.All(paragraph))
            {
                if (date.Year is not null && !IsOfAnother(paragraph, date))
                    return new(date.ToDate(null), date.Text, PlaceBeside(paragraph, date));
            }
        }
        // "on Tuesday (Jun 4)" in the first paragraph
        if (published is null && paragraphs[0] is var lead && WrittenDate.All(lead).FirstOrDefault(date => !IsOfAnother(lead, date)) is { } unyeared)
            return new(unyeared.ToDate(givenYear ?? YearOf(unyeared, frame, paragraphs, eventName, published)), unyeared.Text, PlaceBeside(lead, unyeared));
        return new(published, published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), null);
    }

    private static int? YearOf(WrittenDate day, ReportFrame frame, IReadOnlyList<string> paragraphs, string? eventName, DateOnly? published)
    {
        if (frame.Date?.Year is { } above)
            return above;
        if (published is { } known)
            return known.Year;
        // The same day with its year somewhere in the text, or an event that bears it.
        return paragraphs.SelectMany(WrittenDate.All).FirstOrDefault(date => date.Year is not null && date.Month == day.Month && date.Day == day.Day)?.Year
            ?? YearIn(eventName);
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

    // "adopted on 3 May 1998", "since 1 January 2020", "until", "by"
    private static bool IsOfAnother(string paragraph, WrittenDate date)
    {
        var words = paragraph[..date.Start].Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).TakeLast(3).Select(word => word.ToLowerInvariant()).ToList();
        return words.Exists(word => word is "adopted" or "signed" or "founded" or "born" or "since" or "until" or "by" or "before" or "after" or "ratified" or "launched" or "established" or "died"
            or "adopté" or "adoptée" or "signé" or "signée" or "depuis" or "né" or "née" or "fondé" or "fondée" or "jusqu'au" or "avant" or "après");
    }

    // "in Berlin from 25 to 29 November 2019", "à Berlin du 25 au 29 novembre 2019"
    private static string? PlaceBeside(string paragraph, WrittenDate date)
    {
        var tokens = Token.Split(paragraph[..date.Start]);
        while (tokens.Count > 0 && tokens[^1].Core is "from" or "on" or "du" or "le" or "of" or "between" or "entre")
            tokens.RemoveAt(tokens.Count - 1);
        var end = tokens.Count;
        while (tokens.Count > 0 && (tokens[^1].IsCapital || PersonNames.IsParticle(tokens[^1].Core)) && end - tokens.Count < 4)
            tokens.RemoveAt(tokens.Count - 1);
        if (end == tokens.Count || tokens.Count == 0 || tokens[^1].Core is not ("in" or "at" or "à") || tokens[^1].IsBreak)
            return null;
        return PlaceName.City(string.Join(' ', Token.Split(paragraph[..date.Start])[tokens.Count..end].Select(token => token.Core + (token.HasComma ? "," : ""))).TrimEnd(','));
    }
}
