using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SummitDigest.Content.Reading;

namespace SummitDigest.Content.Importing;

/// <summary>Takes a Markdown file apart: front matter as other tools write it, headings, and the rest as it stands.</summary>
internal static class MarkdownSource
{
    /// <summary>Whether a text is Markdown by its looks: front matter, or a heading in its first line.</summary>
    public static bool LooksLikeMarkdown(string text)
    {
        var lines = text.Split('\n');
        var first = Array.Find(lines, line => line.Trim().Length > 0) ?? "";
        return HeadingLevel(first.Trim()) > 0 || FrontMatterEnd(lines) is not null;
    }

    /// <summary>Reads a text whose line ends are line feeds.</summary>
    public static SourceDocument Read(string text)
    {
        var lines = text.Split('\n');
        var end = FrontMatterEnd(lines);
        var yaml = end is null ? null : YamlTree.Read(string.Join('\n', lines[1..end.Value]) + "\n", linesBefore: 1, new(""));
        var blocks = Blocks(yaml is null ? lines : lines[(end!.Value + 1)..]);
        return yaml is null ? new(blocks) : Described(yaml, blocks);
    }

    /// <summary>A block's Markdown without the words that it begins with, and the marks around them.</summary>
    /// <param name="markdown">The block.</param>
    /// <param name="words">The start of its plain text.</param>
    /// <returns>The block as it is where the words do not stand so in it.</returns>
    public static string Without(string markdown, string words)
    {
        var at = 0;
        foreach (var c in words.Where(c => !char.IsWhiteSpace(c)))
        {
            while (at < markdown.Length && markdown[at] != c && (char.IsWhiteSpace(markdown[at]) || markdown[at] is '*' or '_' or '\\'))
                at++;
            if (at == markdown.Length || markdown[at] != c)
                return markdown;
            at++;
        }
        // What closed emphasis around the words would open it behind them.
        return markdown[at..].TrimStart().TrimStart('*', '_').TrimStart();
    }

    private static int? FrontMatterEnd(string[] lines)
    {
        if (lines[0].TrimEnd() is not "---" || lines.Length < 3 || !lines[1].Contains(':', StringComparison.Ordinal))
            return null;
        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() is "---" or "...");
        return end > 0 ? end : null;
    }

    private static SourceDocument Described(YamlMap yaml, ImmutableArray<Block> blocks)
    {
        var source = yaml.Entries.FirstOrDefault(entry => Is(entry.Key, "source"))?.Value;
        var inner = source as YamlMap ?? new([], default);
        return new(blocks)
        {
            Title = Text(yaml, "title", "headline"),
            Speaker = Text(yaml, "speaker"),
            Event = Text(yaml, "event", "conference"),
            Place = Text(yaml, "place", "location"),
            Authors = Texts(yaml, "author", "authors", "byline") is { IsEmpty: false } authors ? authors : Texts(inner, "authors"),
            Publisher = Text(yaml, "publisher", "site", "publication") ?? Text(inner, "publisher") ?? (source as YamlText)?.Value,
            Published = DayOf(Text(yaml, "date", "published", "pubdate", "created")),
            Url = WebAddress.Read(Text(yaml, "url", "link", "canonical", "source_url") ?? Text(inner, "url")),
            Language = Text(yaml, "lang", "language"),
        };
    }

    /// <summary>A day as front matter and pages write it: 2023-11-08, with or without a time behind it.</summary>
    public static DateOnly? DayOf(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : text is not null && WrittenDate.All(text) is [{ Year: not null } only] ? only.ToDate(null)
        : null;

    private static string? Text(YamlMap map, params string[] keys) => Texts(map, keys) is [var first, ..] ? first : null;

    private static ImmutableArray<string> Texts(YamlMap map, params string[] keys) =>
        [.. map.Entries.Where(entry => keys.Any(key => Is(entry.Key, key)))
            .SelectMany(entry => entry.Value is YamlList list ? list.Items : [entry.Value])
            .OfType<YamlText>().Select(text => Script.Collapse(text.Value)).Where(text => text.Length > 0)];

    private static bool Is(YamlText key, string name) => string.Equals(key.Value, name, StringComparison.OrdinalIgnoreCase);

    private static ImmutableArray<Block> Blocks(string[] lines)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var chunk = new List<string>();
        var fence = "";
        foreach (var line in lines)
        {
            var text = line.Trim();
            if (fence.Length == 0 && (text.StartsWith("```", StringComparison.Ordinal) || text.StartsWith("~~~", StringComparison.Ordinal)))
                fence = text[..3];
            else if (fence.Length > 0 && text.StartsWith(fence, StringComparison.Ordinal))
                fence = "";
            var isUnderline = fence.Length == 0 && text.Length > 2 && text.Trim(text[0]).Length == 0 && text[0] is '=' or '-';
            if (isUnderline && chunk.Count == 1 && HeadingLevel(chunk[0]) == 0)
                chunk[0] = (text[0] == '=' ? "# " : "## ") + chunk[0].Trim();
            else if (isUnderline || fence.Length == 0 && text.Length == 0)
                Close();
            else
                Add(line);
        }
        Close();
        return blocks.ToImmutable();

        void Add(string line)
        {
            var isHeading = fence.Length == 0 && HeadingLevel(line) > 0;
            if (isHeading || chunk is [var first] && HeadingLevel(first) > 0)
                Close();
            chunk.Add(line.TrimEnd());
        }

        void Close()
        {
            if (chunk.Count == 0)
                return;
            var level = chunk.Count == 1 ? HeadingLevel(chunk[0]) : 0;
            blocks.Add(new(Plain(string.Join(' ', chunk).TrimStart('#'))) { HeadingLevel = level, Markdown = string.Join('\n', chunk) });
            chunk.Clear();
        }
    }

    private static int HeadingLevel(string line)
    {
        var level = line.Length - line.AsSpan().TrimStart('#').Length;
        return level is >= 1 and <= 6 && level < line.Length && line[level] == ' ' && line.AsSpan(level).Trim().Length > 0 ? level : 0;
    }

    /// <summary>The words of Markdown without its marks, near enough to read facts from.</summary>
    private static string Plain(string markdown)
    {
        var text = new StringBuilder(markdown.Length);
        for (var i = 0; i < markdown.Length; i++)
        {
            switch (markdown[i])
            {
                case '\\' when i + 1 < markdown.Length && char.IsAsciiLetterOrDigit(markdown[i + 1]) is false:
                    text.Append(markdown[++i]);
                    break;
                case '*' or '`' or '[':
                case '_' when i == 0 || i + 1 == markdown.Length || !char.IsLetterOrDigit(markdown[i - 1]) || !char.IsLetterOrDigit(markdown[i + 1]):
                    break;
                case '!' when i + 1 < markdown.Length && markdown[i + 1] == '[':
                    break;
                case ']' when i + 1 < markdown.Length && markdown[i + 1] == '(':
                    // To the closing bracket; an address longer than that is none.
                    var end = markdown.AsSpan(i, Math.Min(markdown.Length - i, 2000)).IndexOf(')');
                    i = end > 0 ? i + end : i + 1;
                    break;
                case ']':
                    break;
                default:
                    text.Append(markdown[i]);
                    break;
            }
        }
        return Script.Collapse(text.ToString());
    }
}
