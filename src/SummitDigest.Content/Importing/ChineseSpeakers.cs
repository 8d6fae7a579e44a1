namespace SummitDigest.Content.Importing;

/// <summary>
/// Finds who speaks in a Chinese report: two to eight characters between an office and a word that a sentence goes on with.
/// Nothing else in Chinese shows where a name ends.
/// </summary>
internal static class ChineseSpeakers
{
    // Longer offices first: 副总理 before 总理.
    private static readonly string[] Offices =
    [
        "国务院副总理", "副总理", "总书记", "副秘书长", "秘书长", "国家主席", "副主席", "主席", "副总统", "总统", "总理", "首相", "部长", "外长", "总干事", "大使", "主任", "市长", "省长", "州长", "局长", "司长", "会长", "院长", "校长",
        "理事长", "国务委员", "委员长", "发言人", "专员", "教授", "国王", "女王", "书记", "董事长", "总裁", "首席执行官", "院士", "先生", "女士",
        "總書記", "秘書長", "國家主席", "總統", "總理", "部長", "外長", "總幹事", "主任委員", "市長", "局長", "會長", "院長", "發言人", "專員",
    ];

    private static readonly string[] Verbs =
    [
        "说", "表示", "指出", "强调", "呼吁", "宣布", "认为", "发表", "致辞", "讲话", "介绍", "称", "提出", "倡议", "告诉", "谈到", "重申", "警告", "敦促", "希望", "建议", "开幕", "致开幕辞", "发言", "演讲",
        "說", "強調", "呼籲", "宣布", "認為", "發表", "致詞", "致辭", "講話", "介紹", "稱", "發言", "演講", "指出",
    ];

    private static readonly string[] Between =
    [
        "在", "于", "向", "以", "通过", "对", "就", "为", "当天", "今天", "昨天", "日前", "近日", "当日", "上午", "下午", "晚", "还", "也", "则", "随后", "出席", "率", "应邀", "主持", "会见", "，", ",", "、", "：", ":", "（", "(", "和", "与", "及", "等", "的", "。", " ",
        "於", "透過", "對", "為", "當天", "還", "與", "隨後",
    ];

    private static readonly string[] AfterName = [.. Between, .. Verbs];

    /// <summary>The people of a report, in order of their first mention.</summary>
    public static IReadOnlyList<Person> Find(IEnumerable<string> paragraphs)
    {
        var people = new List<Person>();
        var texts = paragraphs.ToList();
        foreach (var text in texts)
        {
            for (var i = 0; i < text.Length && people.Count < Person.Most; i++)
            {
                var office = Array.Find(Offices, office => string.CompareOrdinal(text, i, office, 0, office.Length) == 0);
                if (office is null)
                    continue;
                i += office.Length - 1;
                if (NameAt(text, i + 1) is { } name && !people.Exists(person => person.Name == name))
                    people.Add(new(name));
            }
        }
        for (var number = 0; number < texts.Count; number++)
            people.ForEach(person => Count(person, texts[number], number));
        return people;
    }

    /// <summary>A name without the office in front of it; null where no name of two to five characters is left.</summary>
    public static string? WithoutOffice(string text)
    {
        var end = Offices.Max(office => text.LastIndexOf(office, StringComparison.Ordinal) is >= 0 and var at ? at + office.Length : 0);
        return text.Length - end is >= 2 and <= 5 ? text[end..] : null;
    }

    private static string? NameAt(string text, int start)
    {
        // Names of other languages are written out and may have a dot between their parts: 科菲·安南.
        for (var length = 2; length <= 12 && start + length <= text.Length; length++)
        {
            var last = text[start + length - 1];
            if (!Script.IsHan(last) && last is not ('·' or '•' or '．'))
                return null;
            var name = text.Substring(start, length);
            if (length > 5 && !name.Contains('·', StringComparison.Ordinal) || last is '·')
                continue;
            if (start + length == text.Length || char.IsAsciiDigit(text[start + length]) || Array.Exists(AfterName, word => string.CompareOrdinal(text, start + length, word, 0, word.Length) == 0))
                return Array.Exists(AfterName, word => word.Length > 1 && name.Contains(word, StringComparison.Ordinal)) || name[0] is '在' or '的' or '和' or '与' or '会' or '团' or '们' or '等' or '及' or '对' or '向' or '于' ? null : name;
        }
        return null;
    }

    private static void Count(Person person, string text, int paragraph)
    {
        for (var at = text.IndexOf(person.Name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(person.Name, at + person.Name.Length, StringComparison.Ordinal))
        {
            // The verb stands before the sentence or the next but one clause ends: 习近平8日在北京向大会发表致辞，强调….
            var clause = text.AsSpan(at + person.Name.Length);
            var end = clause.IndexOfAny('。', '；', '”');
            clause = clause[..Math.Min(end < 0 ? clause.Length : end, 60)];
            if (Speaks(clause))
                person.Speak(paragraph);
        }
    }

    private static bool Speaks(ReadOnlySpan<char> clause)
    {
        foreach (var verb in Verbs)
        {
            if (clause.Contains(verb, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
