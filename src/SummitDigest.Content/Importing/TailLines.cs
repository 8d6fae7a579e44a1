using System.Text.RegularExpressions;

namespace SummitDigest.Content.Importing;

/// <summary>Reads the lines that may stand under a report: who edited it, that it ends, whose rights it is.</summary>
internal static partial class TailLines
{
    private const int Longest = 300;

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Whether a line is none of the report's words.</summary>
    public static bool IsTailLine(string line) => line.Length is > 0 and <= Longest && (End().IsMatch(line) || Credit().IsMatch(line) || Initials().IsMatch(line));

    /// <summary>Takes a closing mark off a paragraph's end: "… tomorrow. (Editing by Esi Owusu)", "……。（完）".</summary>
    /// <returns>The paragraph, and what was taken; null where it has no such mark.</returns>
    public static (string Text, string Tail)? Split(string paragraph)
    {
        var start = paragraph.LastIndexOfAny(['(', '（', '[', '【', '#', '-']);
        // "- 30 -" has two hyphens, "###" three signs.
        while (start > 0 && paragraph[start] is '#' or '-' && paragraph[start - 1] is '#' or '-' or ' ' or '0' or '3')
            start--;
        if (start <= 0 || !Script.EndsSentence(paragraph.AsSpan(0, start)))
            return null;
        var tail = paragraph[start..].Trim();
        return IsTailLine(tail) ? (paragraph[..start].TrimEnd(), tail) : null;
    }

    [GeneratedRegex(@"^\W*(ends?|fin|the end|30|完|enditem|end of (text|statement|transcript)|fin du communiqué|更多|more)\W*$|^[#*]+$", Options)]
    private static partial Regex End();

    [GeneratedRegex(@"^\W*((additional |further )?(reporting|editing|writing|edited|compiled|translated|written) by\b|(editors?|editing|sub-?editor|rédact(ion|eur|rice)|édition|édité par|reportage (de|par)|avec la contribution|traduit par)\s*[:：]|(édité|traduit|rédigé) par\b|reportage (de|par)\b|this (story|report|article) was (edited|translated|produced|written)\b"
        + @"|(责任编辑|責任編輯|责编|責編|编辑|編輯|校对|審校|审校|核稿|编译|編譯|审核|监制|值班编辑|新媒体编辑|【?纠错|【?糾錯|扫一扫|分享到|本文来源|原标题)"
        + @"|(©|\(c\)|copyright)\s|all rights reserved|tous droits réservés|photos?( by |\s?:)|images?\s?:|crédits?( photos?)?\s?:|版权所有|our standards:)[^\n]*$", Options)]
    private static partial Regex Credit();

    // "AI/mk", "rl/sg/jj": writer and editor.
    [GeneratedRegex(@"^[(\[]?\p{L}{1,4}(\s?/\s?\p{L}{1,4}){1,3}[)\]]?$", Options)]
    private static partial Regex Initials();
}
