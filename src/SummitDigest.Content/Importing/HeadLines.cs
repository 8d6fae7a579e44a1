using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SummitDigest.Content.Importing;

/// <summary>What lines above a report state.</summary>
internal sealed record HeadLine
{
    /// <summary>Reporters.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>Under the label of the field: "Title: …".</summary>
    public ImmutableDictionary<HeadField, string> Fields { get; init; } = ImmutableDictionary<HeadField, string>.Empty;

    /// <summary>A day that stands alone or beside a place.</summary>
    public WrittenDate? Date { get; init; }

    /// <summary>Whether the line says that the speech was given on that day.</summary>
    public bool IsDelivery { get; init; }
}

/// <summary>What a label above a report may announce.</summary>
internal enum HeadField
{
    /// <summary>The headline.</summary>
    Title,

    /// <summary>Whose speech it is.</summary>
    Speaker,

    /// <summary>The summit.</summary>
    Event,

    /// <summary>The city.</summary>
    Place,

    /// <summary>Agency or paper.</summary>
    Publisher,

    /// <summary>Reporters.</summary>
    Author,

    /// <summary>The web address.</summary>
    Url,

    /// <summary>Of no use here, and none of the report's words.</summary>
    Other,
}

/// <summary>Reads the lines that may stand above a report: bylines, labelled facts, a day, notices of the press office.</summary>
internal static partial class HeadLines
{
    private const int Longest = 160;

    private static readonly FrozenDictionary<string, HeadField> Labels = new (HeadField Field, string Labels)[]
    {
        (HeadField.Title, "title headline subject titre objet 标题 標題"),
        (HeadField.Speaker, "speaker orateur oratrice intervenant intervenante 发言人 演讲人 演讲者"),
        (HeadField.Event, "event événement conference 活动 会议"),
        (HeadField.Place, "place location venue lieu 地点 地點"),
        (HeadField.Publisher, "source publisher agency éditeur 来源 來源 稿源"),
        (HeadField.Author, "author authors auteur auteurs auteure 作者 记者 記者"),
        (HeadField.Url, "url link lien web 链接"),
        (HeadField.Other, "date published updated publié language langue from to section keywords editor editors 日期 时间 发布时间 关键词 编辑 責編 责编 责任编辑 責任編輯"),
    }
    .SelectMany(group => group.Labels.Split(' '), (group, label) => (group.Field, label))
    .ToFrozenDictionary(pair => pair.label, pair => pair.Field, StringComparer.OrdinalIgnoreCase);

    // "Speaker:" alone begins a turn to speak, and "To:" a list.
    private static readonly FrozenSet<string> LabelsAlone = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, ["from", "location", "venue", "date", "lieu"]);

    private static readonly FrozenSet<string> Notices = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, [
        "press release", "news release", "for immediate release", "immediate release", "news", "world", "breaking", "breaking news", "update", "lead", "statement", "transcript", "check against delivery", "checked against delivery",
        "as delivered", "as prepared for delivery", "embargoed", "unofficial translation", "summary", "published", "delivered on", "photo", "share", "print", "communiqué de presse", "communiqué", "résumé", "actualités", "monde", "pour diffusion immédiate", "seul le prononcé fait foi",
        "新闻稿", "新聞稿", "快讯", "要闻", "正文", "分享",
    ]);

    // What may stand beside a day on its line.
    private static readonly FrozenSet<string> BesideDay = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, [
        "published", "updated", "posted", "delivered", "given", "issued", "released", "speech", "statement", "remarks", "prononcé", "prononcée", "discours", "allocution", "last", "on", "at", "date", "the", "of", "publié", "mis", "à", "jour", "modifié", "le", "du", "h", "am", "pm", "a.m", "p.m", "gmt", "utc", "cet", "est", "edt", "bst", "cst", "local", "time",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日", "发布", "发布时间", "时间", "日期", "更新",
    ]);

    /// <summary>Whether a line is none of the report's words.</summary>
    public static bool IsHeadLine(string line) => Read(line) is not null;

    /// <summary>Whether a line is a label whose value stands on the next line: "Location:", "Published".</summary>
    public static bool IsLabelAlone(string line) =>
        line.TrimEnd(':', '：', ' ') is var label && (label is "Published" or "Delivered on" || label.Length < line.Length && LabelsAlone.Contains(label));

    /// <summary>What a line states; null where it may be the report's own.</summary>
    public static HeadLine? Read(string line)
    {
        if (line.Length is 0 or > Longest || Dateline.Begins(line))
            return null;
        if (Byline.Read(line) is var (names, agency))
            return new() { Authors = names, Fields = agency is null ? ImmutableDictionary<HeadField, string>.Empty : Field(HeadField.Publisher, agency) };
        if (Notices.Contains(line.Trim('(', ')', '*', '.', '!', ':', ' ', '[', ']')))
            return new();
        if (PlaceName.IsAgency(line))
            return new() { Fields = Field(HeadField.Publisher, line) };
        return ReadParts(line) ?? ReadLabels(line) ?? ReadDay(line);
    }

    // "Source: Xinhua | 2024-03-28 20:15:33 | Editor: huaxia": each part states something.
    private static HeadLine? ReadParts(string line)
    {
        var parts = line.Split(['|', '｜'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var heads = parts.Length < 2 ? [] : parts.Select(Read).OfType<HeadLine>().ToList();
        if (heads.Count == 0 || heads.Count < parts.Length)
            return null;
        return heads.Aggregate((left, right) => new()
        {
            Authors = [.. left.Authors, .. right.Authors],
            Fields = right.Fields.SetItems(left.Fields),
            Date = left.Date ?? right.Date,
            IsDelivery = left.IsDelivery || right.IsDelivery,
        });
    }

    // "2023-11-08 15:20 来源：新华社 作者：王芳": several may stand on a line, and a day in front of them.
    private static HeadLine? ReadLabels(string line)
    {
        var labels = Label().Matches(line).Where(match => Labels.ContainsKey(match.Groups["label"].Value)).ToList();
        if (labels.Count == 0)
            return null;
        var before = line[..labels[0].Index].Trim(' ', '|', '\u3000');
        var head = before.Length == 0 ? new() : ReadDay(before);
        for (var i = 0; i < labels.Count && head is not null; i++)
        {
            var start = labels[i].Index + labels[i].Length;
            var value = line[start..(i + 1 < labels.Count ? labels[i + 1].Index : line.Length)].Trim(' ', '|', '\u3000');
            // "SPEAKER: I thank you." is somebody's turn to speak.
            var field = Labels[labels[i].Groups["label"].Value];
            if (Script.EndsSentence(value) && (field is HeadField.Speaker or HeadField.Event or HeadField.Place or HeadField.Publisher || field is HeadField.Other && !value.Any(char.IsDigit)))
                return null;
            if (field == HeadField.Publisher)
                value = value.Split('|')[0].TrimEnd();
            head = value.Length == 0 ? head : With(head, field, value);
        }
        return head;
    }

    private static HeadLine With(HeadLine head, HeadField field, string value) => field switch
    {
        HeadField.Author => head with { Authors = Byline.Read($"By {value}") is var (names, _) ? names : [.. value.Split([',', '，', '、', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] },
        HeadField.Other => head with { Date = head.Date ?? (WrittenDate.All(value) is [{ Year: not null } day, ..] ? day : null) },
        _ => head with { Fields = head.Fields.SetItem(field, value) },
    };

    private static HeadLine? ReadDay(string text)
    {
        var line = DeliveryNote().Replace(text, "");
        var dates = WrittenDate.All(line);
        if (dates.Count is 0 or > 2 || dates[0].Year is null || line.Length > 100)
            return null;
        var head = new HeadLine { Date = dates[0], IsDelivery = Delivery().IsMatch(line) };
        var rest = dates.Reverse().Aggregate(line, (rest, date) => rest.Remove(date.Start, date.Text.Length));
        var parts = rest.Split([',', '，', '|']).Select(WithoutTime).Where(part => part.Length > 0).ToList();
        if (parts.Count == 0)
            return head;
        return Script.EndsSentence(line) ? null : WithEvent(head, parts) ?? WithPlace(head, parts);
    }

    // "Pacific River Forum, Suva, Fiji, 9 August 2024"; null where no part is the name of an event and nothing else.
    private static HeadLine? WithEvent(HeadLine head, List<string> parts)
    {
        var named = parts.Find(part => part is not ("National Assembly" or "National Congress" or "Assemblée nationale") && (FrenchEventName.Find(part) == part || EventName.Find(null, [part], language: null) == part));
        var places = parts.Where(part => part != named).ToList();
        if (named is null || places.Count > 2 || !places.TrueForAll(place => PlaceName.IsPlace(place) && Words(place).Count() <= 4))
            return null;
        var fields = Field(HeadField.Event, named);
        return head with { Fields = places.Count == 0 ? fields : fields.Add(HeadField.Place, PlaceName.City(places[0])) };
    }

    private static HeadLine? WithPlace(HeadLine head, List<string> parts)
    {
        if (parts is [var site] && Script.IsMostlyWide(site) && site[^1] is '网' or '網' or '社' or '报' or '報')
            return head with { Fields = Field(HeadField.Publisher, site) };
        var place = string.Join(' ', parts);
        return parts.Sum(part => Words(part).Count()) <= 4 && PlaceName.IsPlace(place) && place.Length <= 40 ? head with { Fields = Field(HeadField.Place, PlaceName.City(parts[0])) } : null;
    }

    // "Delivered at Suva 10:15" is Suva; "Le Havre" keeps its article.
    private static string WithoutTime(string part)
    {
        var words = part.Split([' ', '(', ')', '（', '）'], StringSplitOptions.RemoveEmptyEntries);
        var (start, end) = (0, words.Length);
        while (end > 0 && !Words(words[end - 1]).Any())
            end--;
        while (start < end && words[start] is not ("The" or "Le") && !Words(words[start]).Any())
            start++;
        return string.Join(' ', words[start..end]);
    }

    /// <summary>The words that say more than that a day is a day.</summary>
    private static IEnumerable<string> Words(string text) =>
        text.Split([' ', ':', '：', '-', '–', '—', '/', '·', '•', '+'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Trim('.')).Where(word => !BesideDay.Contains(word) && !word.All(c => char.IsAsciiDigit(c) || c is 'h' or '.' or 'T' or 'Z'));

    private static ImmutableDictionary<HeadField, string> Field(HeadField field, string value) => ImmutableDictionary<HeadField, string>.Empty.Add(field, value);

    [GeneratedRegex(@"(^|[\s|])(?<label>\p{L}{2,12})\s?[:：]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(delivered|given|speech|statement|prononcée?)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Delivery();

    // "9 August 2024 (Transcript of the speech, exactly as it was delivered)"
    [GeneratedRegex(@"\((Transcript of|Original script|Speaker['’]s notes|Draft)[^()]*\)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex DeliveryNote();
}
