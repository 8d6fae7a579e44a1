using System.Text.RegularExpressions;

namespace SummitDigest.Content.Importing;

/// <summary>
/// Datelines of Chinese agencies and papers: agency, place and day in one word that ends in 电 or 讯, the reporters in
/// brackets behind or inside it. In 本报 ("this paper") and 本社 the agency is not named.
/// </summary>
internal static partial class ChineseDateline
{
    private const int Longest = 80;

    /// <summary>The dateline that a paragraph begins with, or null.</summary>
    public static Dateline? Read(string paragraph)
    {
        var head = paragraph[..Math.Min(paragraph.Length, Longest)];
        var match = Dated().Match(head) is { Success: true } dated ? dated : Undated().Match(head);
        // Without a day, "合作社发电" would be one: there a colon, a bracket or a blank must follow.
        if (!match.Success || !match.Groups["date"].Success && match.Value[^1] is not (')' or '）' or ':' or '：' or '】' or ' '))
            return null;
        var agency = match.Groups["agency"].Value;
        var day = match.Groups["date"].Value;
        var date = WrittenDate.All(day) is [var first, ..] ? first : null;
        var reporters = match.Groups["reporters"].Success ? match.Groups["reporters"].Value : match.Groups["inside"].Value;
        return new(
            match.Value.Trim(' ', '【', '】', '　'),
            match.Length,
            match.Groups["place"].Value is { Length: > 0 } place ? place : null,
            date,
            date is null && day.Length > 0 ? day : null,
            agency.StartsWith('本') ? null : agency,
            Reporters(reporters));
    }

    /// <summary>The names behind 记者: parted by blanks or commas.</summary>
    public static IReadOnlyList<string> Reporters(string text) =>
        [.. text.Split([' ', '\u3000', '、', '，', ',', '/'], StringSplitOptions.RemoveEmptyEntries)
            .Select(name => name.Trim().TrimStart('：', ':'))
            .Select(name => name.StartsWith("记者", StringComparison.Ordinal) || name.StartsWith("記者", StringComparison.Ordinal) ? name[2..] : name)
            .Where(name => name.Length is >= 2 and <= 12)];

    private const string Han = @"\p{IsCJKUnifiedIdeographs}";
    private const string Agency = @"^[（(【\[]?\s*据?(?<agency>[" + Han + "]{1,8}?(社|网|網|报|報|台))";
    private const string Wire = @"(电|電|讯|訊|消息)\s*[）)】\]]?[:：]?\s*";
    private const string Behind = @"([（(]\s*([" + Han + @"]{0,6}(记者|記者)|通讯员|通訊員)[:：\s]*(?<reporters>[^（()）]{1,40})[）)])?\s*(—+|-+)?\s*";
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    // 新华社北京11月8日电（记者张三）, 中央社記者張三日內瓦10日專電
    [GeneratedRegex(Agency + @"\s*((记者|記者)(?<inside>[" + Han + "]{3}))?(?<place>[" + Han + @"·]{0,10}?)\s*(?<date>(((19|20)[0-9]{2}年)?[0-9]{1,2}月)?[0-9]{1,2}日)\s*[" + Han + "]{0,6}?" + Wire + Behind, Options)]
    private static partial Regex Dated();

    // 本报讯（记者张三）, 中新网消息：
    [GeneratedRegex(Agency + @"(?<place>[" + Han + "]{0,4}?)" + Wire + Behind, Options)]
    private static partial Regex Undated();
}
