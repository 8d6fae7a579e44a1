namespace SummitDigest.Content.Importing;

/// <summary>Finds the name of an event in Chinese: from a word that leads to it (在, 向, 出席) or a mark, up to 峰会, 大会, 论坛.</summary>
internal static class ChineseEventName
{
    private const int Longest = 30;

    private static readonly string[] Nouns = ["首脑会议", "高峰会议", "高峰会", "峰会", "大会", "论坛", "会议", "研讨会", "对话会", "年会", "博览会", "高峰論壇", "高峰會", "峰會", "大會", "論壇", "會議"];
    private static readonly string[] Leading =
    [
        "在", "向", "于", "於", "出席", "参加", "參加", "举行的", "召开的", "举办的", "開幕的", "开幕的", "主持", "为", "是", "由", "了", "的", "日", "就", "对", "与", "和", "及", "从", "到", "称", "说", "，", "。", "、", "：", "；", "“", "”", "《", "》", "（", "）", "「", "」", "(", ")", ",", " ", "\n",
    ];

    // 大会堂 is a building, 会议室 a room, 会议中心 a centre.
    private static readonly string[] NotEvents = ["堂", "室", "中心", "厅", "廳"];

    /// <summary>The first event in a text; null where there is none.</summary>
    public static string? Find(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (NounAt(text, i) is not { } noun)
                continue;
            var end = i + noun.Length;
            // 世界互联网大会乌镇峰会 is one name.
            for (var j = end; j < Math.Min(text.Length, end + 8) && Script.IsHan(text[j]) && !Array.Exists(Leading, word => Stands(text, j, word)); j++)
            {
                if (NounAt(text, j) is { } further)
                {
                    end = j + further.Length;
                    break;
                }
            }
            var start = i;
            while (start > 0 && end - start < Longest && (Script.IsHan(text[start - 1]) || char.IsAsciiLetterOrDigit(text[start - 1])) && !Leads(text, start))
                start--;
            if (end - start > noun.Length + 1 && !Array.Exists(NotEvents, word => Stands(text, end, word)))
                return text[start..end];
            i = end - 1;
        }
        return null;
    }

    // 日 ends a day only behind a number: 日本 is a country.
    private static bool Leads(string text, int end) => Array.Exists(Leading, word => end >= word.Length && Stands(text, end - word.Length, word) && (word != "日" || end > 1 && char.IsAsciiDigit(text[end - 2])));

    private static string? NounAt(string text, int at) => Array.Find(Nouns, noun => Stands(text, at, noun));

    private static bool Stands(string text, int at, string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0;
}
