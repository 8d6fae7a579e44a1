using System.Text.RegularExpressions;

namespace SummitDigest.Content.Importing;

/// <summary>Reads the lines that may stand under a report: who edited it, that it ends, whose rights it is.</summary>
internal static partial class TailLines
{
    private const int Longest = 300;

    private const string Enditem = "Enditem";

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Whether a line is none of the report's words.</summary>
    public static bool IsTailLine(string line) => line.Length is > 0 and <= Longest
        && (End().IsMatch(line) || Credit().IsMatch(line) || Initials().IsMatch(line) || Names().IsMatch(line) && !IsStatement(line));

    /// <summary>Takes a closing mark off a paragraph's end: "… tomorrow. (Editing by Esi Owusu)", "……。（完）".</summary>
    /// <returns>The paragraph, and what was taken; null where it has no such mark.</returns>
    public static (string Text, string Tail)? Split(string paragraph)
    {
        // Xinhua's word for the end stands without brackets.
        if (paragraph.EndsWith(Enditem, StringComparison.Ordinal) && Script.EndsSentence(paragraph.AsSpan(0, paragraph.Length - Enditem.Length)))
            return (paragraph[..^Enditem.Length].TrimEnd(), Enditem);
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

    // "Copyright Commissions must be heard, she said" begins like a credit, and has a verb.
    private static bool IsStatement(string line) => Token.Split(line).Exists(token => !token.IsCapital && (Speaking.Verbs.Contains(token.Core) || Speaking.Auxiliaries.Contains(token.Core)));

    // A label or mark that no sentence begins with; in Chinese, where a sentence may begin with the word, the colon behind it, or no full stop.
    [GeneratedRegex(@"^\W*((editors?|editing|sub-?editor|rédact(ion|eur|rice)|édition|édité par|reportage (de|par)|avec la contribution|traduit par|photos?|images?|crédits?( photos?)?|our standards)\s?[:：]"
        + @"|©|(\(c\)|copyright)\s+(©|\(c\)|(19|20)[0-9]{2})|(all rights reserved|tous droits réservés)\W*$|版权所有)[^\n]*$"
        + @"|^\W*(责任编辑|責任編輯|责编|責編|编辑|編輯|校对|審校|审校|核稿|编译|編譯|审核|监制|值班编辑|新媒体编辑|【?纠错|【?糾錯|扫一扫|分享到|本文来源|原标题)(\s*[:：][^\n]*|[^。！？\n]*)$", Options)]
    private static partial Regex Credit();

    // "Reporting by every state" and "Copyright law" are the report's own.
    [GeneratedRegex(@"^\W*(((additional |further )?(reporting|editing|writing|edited|compiled|translated|written|photos?) by|(édité|traduit|rédigé|reportage) par|reportage de|copyright)\s+(?-i:\p{Lu}|staff\b|our\b)|this (story|report|article) was (edited|translated|produced|written)\b)[^\n]*$", Options)]
    private static partial Regex Names();

    // "AI/mk", "rl/sg/jj": writer and editor.
    [GeneratedRegex(@"^[(\[]?\p{L}{1,4}(\s?/\s?\p{L}{1,4}){1,3}[)\]]?$", Options)]
    private static partial Regex Initials();
}
