using System.Text;

namespace SummitDigest.Content.Importing;

/// <summary>Writes blocks as Markdown that comes out as they stood: whatever would mean something is escaped.</summary>
internal static class ReportMarkdown
{
    /// <summary>The body of a speech's file: blocks with empty lines between them, a line end behind the last.</summary>
    public static string Write(IEnumerable<Block> blocks)
    {
        var text = new StringBuilder();
        // What marks the list right above: '-', '*', or the mark behind a number.
        var above = '\0';
        foreach (var block in blocks)
        {
            if (text.Length > 0)
                text.Append('\n');
            if (block.Markdown is { } markdown)
            {
                text.Append(WithYearAsWords(markdown)).Append('\n');
                continue;
            }
            var style = block.Items.IsEmpty ? '\0' : IsNumber(block.Items[0].Mark) ? block.Items[0].Mark[^1] : '-';
            // Two lists with only an empty line between them would be one; another mark begins another list.
            if (block.Text.Length == 0 && style == above)
                style = style switch { '-' => '*', '.' => ')', ')' => '.', _ => style };
            above = style;
            Append(text, block, style);
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, Block block, char style)
    {
        if (block.IsHeading)
        {
            text.Append('#', block.HeadingLevel).Append(' ').Append(EscapeHeading(block.Text)).Append('\n');
            return;
        }
        var prefix = block.IsQuotation ? "> " : "";
        var indent = block.Number is { } number ? new string(' ', number.Length + 1) : "";
        if (block.Text.Length > 0)
            text.Append(prefix).Append(block.Number is null ? "" : block.Number + " ").Append(Escape(block.Text)).Append('\n');
        foreach (var item in block.Items)
            text.Append(prefix).Append(indent).Append(Mark(item.Mark, style)).Append(' ').Append(Escape(item.Text)).Append('\n');
    }

    // Markdown has no marks such as "(a)": they become words of bulleted items.
    private static string Mark(string mark, char style) =>
        mark is "-" ? style.ToString() : IsNumber(mark) ? mark[..^1] + style : $"{style} {Escape(mark)}";

    private static bool IsNumber(string mark) => char.IsAsciiDigit(mark[0]);

    /// <summary>A paragraph on one line.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\\' or '*' or '`' or '[' or ']' or '<' || text[i] == '_' && !IsInsideWord(text, i) || text[i] == '&' && MayBeEntity(text, i) || text[i] == '^' && IsWordStart(text, i)
                || i == 0 && OpensBlock(text))
                escaped.Append('\\');
            escaped.Append(text[i]);
        }
        var mark = NumberEnd(text);
        return mark > 0 ? escaped.Insert(mark, '\\').ToString() : escaped.ToString();
    }

    // A run of hash signs at a heading's end closes it, and what stands in braces there is its id.
    private static string EscapeHeading(string text)
    {
        var escaped = Escape(text);
        if (escaped.EndsWith('}'))
            escaped = escaped[..^1] + "\\}";
        return escaped.EndsWith('#') && !escaped.EndsWith("\\#", StringComparison.Ordinal) ? escaped[..^1] + "\\#" : escaped;
    }

    private static bool IsInsideWord(string text, int i) => i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]);

    // The longest name of a character in HTML has 31 letters.
    private static bool MayBeEntity(string text, int i) => i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] == '#') && text.AsSpan(i, Math.Min(40, text.Length - i)).Contains(';');

    private static bool IsWordStart(string text, int i) => (i == 0 || text[i - 1] == ' ') && i + 1 < text.Length && text[i + 1] != ' ';

    // "# 5", "> so", "- no", "+ 1", "~~~"
    private static bool OpensBlock(string text) => text[0] is '#' or '>' or '~' or '-' or '+';

    // In Markdown "3." is meant as the number of an item; four digits and more are a year.
    private static string WithYearAsWords(string markdown) => NumberEnd(markdown) is >= 4 and var mark ? markdown.Insert(mark, "\\") : markdown;

    // "2013. A year of" is no numbered list unless it is said to be one.
    private static int NumberEnd(string text)
    {
        var end = 0;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end is > 0 and <= 9 && end < text.Length && text[end] is '.' or ')' && (end + 1 == text.Length || text[end + 1] is ' ' or '\n') ? end : 0;
    }
}
