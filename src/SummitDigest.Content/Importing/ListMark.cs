namespace SummitDigest.Content.Importing;

/// <summary>What stands in front of an item of a list.</summary>
/// <param name="Text">As it stands: "•", "1.", "(a)".</param>
/// <param name="Value">From 1 for numbers and letters; 0 for bullets.</param>
/// <param name="Style">The same for items of one list: the bullet, or the mark with its number or letter left out.</param>
internal readonly record struct ListMark(string Text, int Value, string Style)
{
    private const string Bullets = "-*•·–—‣◦●○■□▪▸►➢➤✓";

    // These are drawn for lists and nothing else, so that they need no blank behind them.
    private const string SureBullets = "•‣●■▪▸►➢➤✓";

    /// <summary>Whether it is a bullet.</summary>
    public bool IsBullet => Value == 0;

    /// <summary>Whether Markdown has such a mark for numbered lists.</summary>
    public bool IsNumber => Style is "0." or "0)";

    /// <summary>The mark at the start of a line, and the words behind it; null where there is none.</summary>
    public static (ListMark Mark, string Words)? Read(string line)
    {
        if (line.Length < 2)
            return null;
        if (Bullets.Contains(line[0]))
        {
            var isMark = line[1] == ' ' || SureBullets.Contains(line[0]) && line[1] != line[0];
            return isMark && line[1..].Trim() is { Length: > 0 } words ? (new(line[..1], 0, line[..1]), words) : null;
        }
        var opens = line[0] is '(' or '（' ? 1 : 0;
        var end = opens;
        while (end < line.Length && end < opens + 4 && char.IsAsciiLetterOrDigit(line[end]))
            end++;
        if (end == opens || end >= line.Length)
            return null;
        var isClosed = line[end] is ')' or '）' || opens == 0 && line[end] == '.';
        var rest = line[(end + 1)..].TrimStart();
        // "3.5 billion" and "U.S. officials" are no items.
        if (!isClosed || rest.Length == 0 || line[end + 1] != ' ' && !Script.IsHan(line[end + 1]))
            return null;
        var name = line[opens..end];
        return ValueOf(name) is { } value ? (new(line[..(end + 1)], value.Number, $"{line[..opens]}{value.Style}{line[end]}"), rest) : null;
    }

    /// <summary>Whether this mark comes next in the list that another one belongs to.</summary>
    public bool Follows(ListMark before) => Style == before.Style && (IsBullet || Value == before.Value + 1)
        // "(i)" is the ninth letter and the first Roman number.
        || Style.Length == before.Style.Length && Text.Trim('(', ')', '.') is "ii" && before.Text.Trim('(', ')', '.') is "i";

    /// <summary>Whether a list may begin with it.</summary>
    public bool Begins => IsBullet || Value == 1 || Text.Trim('(', ')', '.') is "i";

    private static (int Number, string Style)? ValueOf(string name)
    {
        if (name.All(char.IsAsciiDigit))
            return name.Length <= 3 ? (int.Parse(name, System.Globalization.CultureInfo.InvariantCulture), "0") : null;
        if (name.Length == 1 && char.IsAsciiLetterLower(name[0]))
            return (name[0] - 'a' + 1, "a");
        var roman = Array.IndexOf(Roman, name) + 1;
        return roman > 0 ? (roman, "i") : null;
    }

    private static readonly string[] Roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
}
