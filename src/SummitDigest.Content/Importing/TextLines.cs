namespace SummitDigest.Content.Importing;

/// <summary>A line of a plain text.</summary>
/// <param name="Text">White space collapsed, none at the ends.</param>
/// <param name="Indent">Columns in front of it: 4 for a tab, 2 for an ideographic space.</param>
/// <param name="IsWideIndent">Whether an ideographic space stands in front, as at the start of a Chinese paragraph.</param>
/// <param name="Underline">'=' or '-' where a line of them stands right under it.</param>
internal sealed record SourceLine(string Text, int Indent, bool IsWideIndent, char? Underline)
{
    /// <summary>Whether a sentence may end with the line.</summary>
    public bool EndsSentence => Script.EndsSentence(Text);
}

/// <summary>Cuts a plain text at its empty lines.</summary>
internal static class TextLines
{
    /// <summary>The runs of lines between empty lines, none empty. Lines of hyphens, stars and the like count as empty.</summary>
    public static List<List<SourceLine>> Groups(string text)
    {
        var groups = new List<List<SourceLine>>();
        var isOpen = false;
        foreach (var raw in text.Split('\n'))
        {
            var line = Read(raw);
            if (line.Text.Length > 0 && !IsRule(line.Text))
            {
                if (!isOpen)
                    groups.Add([]);
                isOpen = true;
                groups[^1].Add(line);
                continue;
            }
            if (isOpen && line.Text.Length >= 3 && line.Text.Trim(line.Text[0]).Length == 0 && line.Text[0] is '=' or '-')
                groups[^1][^1] = groups[^1][^1] with { Underline = line.Text[0] };
            isOpen = false;
        }
        return groups;
    }

    private static SourceLine Read(string raw)
    {
        var length = raw.Length - raw.AsSpan().TrimStart().Length;
        var indent = raw[..length];
        return new(Script.Collapse(raw), indent.Sum(c => c switch { '\t' => 4, '\u3000' => 2, _ => 1 }), indent.Contains('\u3000'), Underline: null);
    }

    // "***", "* * *", "-----", "###".
    private static bool IsRule(string text) => text.Count(c => c != ' ') >= 3 && text.All(c => c is '*' or '-' or '_' or '=' or '~' or '—' or '#' or ' ');
}
