using System.Text.RegularExpressions;

namespace SummitDigest.Content.Importing;

/// <summary>Chooses whose speech a report is about.</summary>
internal static partial class MainSpeaker
{
    // How far in front who speaks in the first, second and third paragraph is. One mention in the second is enough (1 + 2), one in the third is not.
    private static readonly int[] Lead = [3, 2, 1];
    private const int Clear = 3;

    /// <summary>The one who speaks at the start and most; null where nobody is clearly ahead, or another gave the keynote speech.</summary>
    public static Person? Choose(IReadOnlyList<Person> people)
    {
        var ranked = people.Where(person => person.Spoken > 0).OrderByDescending(Score).ToList();
        if (ranked.Count == 0 || Score(ranked[0]) < Clear || !ranked[0].HasKeynote && ranked.Exists(person => person.HasKeynote))
            return null;
        return ranked.Count > 1 && Score(ranked[1]) == Score(ranked[0]) ? null : ranked[0];
    }

    /// <summary>The name in "Remarks by President Ama Mensah at …", as titles and first lines of statements have it; null where it has none.</summary>
    public static string? FromTitle(string? title)
    {
        if (title is null)
            return null;
        var chinese = ChineseTitle().Match(title);
        if (chinese.Success)
            return ChineseSpeakers.WithoutOffice(chinese.Groups["name"].Value);
        var match = Statement().Match(title) is { Success: true } by ? by : Possessive().Match(title);
        if (!match.Success)
            return null;
        // What "by" introduces speaks; the finder of speakers is told so with a verb.
        var people = WesternSpeakers.Find([$"{match.Groups["name"].Value.Trim()} said."]);
        return people.Count == 1 ? people[0].Name : null;
    }

    private static int Score(Person person) => person.Spoken + (person.FirstSpoken < Lead.Length ? Lead[person.FirstSpoken] : 0);

    [GeneratedRegex(@"\b(statement|remarks|address|speech|message|keynote|intervention|lecture|declaration|déclaration|discours|allocution)( delivered| given| prononcée?)? (by|of|from|de|du|par) (?<name>[^,;:]+?)(,| (at|to|on|for|during|before|in|à|au|aux|devant|lors|sur|pour|dans) |$)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Statement();

    // "Following is UN Secretary-General Maria Lindqvist's message to …"
    [GeneratedRegex(@"(^|^following (is|are) (the )?)(?<name>[^,;:.]+?)['’]s? (video |opening |closing |keynote )?(message|remarks|address|statement|speech)\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"^(?<name>[\p{IsCJKUnifiedIdeographs}·]{2,10}?)(在|向|于|於)[^。]{2,40}(致辞|致詞|讲话|講話|演讲|演講|发言|發言)([（(]全文[）)]|全文)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ChineseTitle();
}
