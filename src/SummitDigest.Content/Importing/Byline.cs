using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SummitDigest.Content.Importing;

/// <summary>Lines that name the reporters: "By Ama Mensah", "Par Awa Diop", "记者 张三".</summary>
internal static partial class Byline
{
    private const int Longest = 120;

    /// <summary>The names and, behind a comma or a bar, an agency that is widely known; null for another line.</summary>
    public static (ImmutableArray<string> Names, string? Agency)? Read(string line)
    {
        if (line.Length > Longest)
            return null;
        if (Chinese().Match(line) is { Success: true } chinese)
            return ChineseDateline.Reporters(chinese.Groups["names"].Value) is { Count: > 0 } reporters ? ([.. reporters], null) : null;
        if (Western().Match(line) is not { Success: true } match)
            return null;
        var parts = match.Groups["names"].Value.Split([',', '|', '•', '·', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var agency = parts.Skip(1).FirstOrDefault(PlaceName.IsAgency);
        // Past the first comma stand further names or what the first one is: "By Ama Mensah, Kofi Osei and Esi Owusu".
        var names = parts.TakeWhile((part, i) => i == 0 || !PlaceName.IsAgency(part))
            .SelectMany(part => And().Split(part))
            .Select(name => In().Split(name)[0].Trim())
            .ToList();
        if (names.Count == 0 || !IsName(names[0]))
            return null;
        return ([.. names.TakeWhile(IsName).Select(PersonNames.InLowerCase)], agency);
    }

    private static bool IsName(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 5 && words.All(word => char.IsUpper(word[0]) || PersonNames.IsParticle(word)) && !text.Any(char.IsDigit) && !Script.EndsSentence(text.TrimEnd('.') + (words[^1].Length <= 3 ? "" : text[^1..]));
    }

    [GeneratedRegex(@"^(By|BY|by|Par|PAR|par|Reporting by|Text by|Story by|Written by)\s*:?\s+((our|notre|nos)\s+(\p{Ll}+\s+){1,3})?(?<names>\p{Lu}[^:!?]*)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Western();

    [GeneratedRegex(@"^[（(【]?\s*(本报|本社|[\p{IsCJKUnifiedIdeographs}]{2,8}?(社|网|报))?(记者|記者|作者|撰文|文|通讯员)\s*([:：/／]\s*|\s)(?<names>[\p{IsCJKUnifiedIdeographs}· 、，,　]{2,40})[）)】]?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\s+(?:and|et|&|AND|ET)\s+", RegexOptions.NonBacktracking)]
    private static partial Regex And();

    [GeneratedRegex(@"\s+(?:in|IN|à|for|pour)\s+", RegexOptions.NonBacktracking)]
    private static partial Regex In();
}
