using System.Collections.Immutable;

namespace SummitDigest.Content.Importing;

/// <summary>
/// Takes a plain text apart: paragraphs that are broken to a width or stand on one line each, with or without empty lines
/// between them or indented; lists; headings.
/// </summary>
internal sealed class PlainTextSource
{
    // A bullet this long (in words) is a paragraph with a dot in front rather than an item.
    private const int LongItem = 60;

    private readonly List<List<SourceLine>> _groups;
    private readonly LineJoin _join;
    private readonly bool _hasEmptyLines;
    private readonly int _lineCount;
    private readonly List<Block> _blocks = [];
    private readonly List<ListItem> _loose = [];
    private int _line;

    private PlainTextSource(string text)
    {
        _groups = TextLines.Groups(text);
        _join = new(text);
        _lineCount = _groups.Sum(group => group.Count);
        // Empty lines that only set off a title or a signature say nothing about the paragraphs between them.
        _hasEmptyLines = _groups.Count >= 3 && _groups.Max(group => group.Count) * 2 <= Math.Max(_lineCount, 12);
    }

    /// <summary>The blocks of a text whose line ends are line feeds.</summary>
    public static ImmutableArray<Block> Read(string text)
    {
        var source = new PlainTextSource(text);
        for (var i = 0; i < source._groups.Count; i++)
            source.AddGroup(source._groups[i], isFirst: i == 0);
        source.CloseList();
        return [.. NumberedParagraphs.Mark(source._blocks)];
    }

    private void AddGroup(List<SourceLine> group, bool isFirst)
    {
        var cut = new ParagraphCutter(group, isStrict: _hasEmptyLines && !isFirst, _line, _lineCount);
        _line += group.Count;
        var isAfterEmptyLine = true;
        foreach (var (lines, lists) in cut.Paragraphs())
        {
            AddParagraph(lines, lists, isAfterEmptyLine);
            isAfterEmptyLine = false;
        }
    }

    private void AddParagraph(List<SourceLine> lead, List<(ListMark Mark, List<string> Lines)> items, bool isAfterEmptyLine)
    {
        var text = _join.Join(lead.Select(line => line.Text));
        ImmutableArray<ListItem> list = [.. items.Select(item => new ListItem(item.Mark.IsBullet ? "-" : item.Mark.Text, _join.Join(item.Lines)))];
        if (!isAfterEmptyLine || lead.Count > 0 || list is not [{ Mark: "-" }] || IsLong(list[0].Text))
            CloseList();
        if (lead is [{ Underline: not null }] && list.IsEmpty)
            _blocks.Add(new(text) { HeadingLevel = lead[0].Underline == '=' ? 1 : 2 });
        else if (lead.Count == 0 && items[0].Mark.IsNumber && list.All(item => IsLong(item.Text)))
            _blocks.AddRange(list.Select(item => new Block($"{item.Mark} {item.Text}")));
        else if (isAfterEmptyLine && lead.Count == 0 && list is [{ Mark: "-" } single] && !IsLong(single.Text))
            _loose.Add(single);
        else if (lead is [var only] && Headings.IsInCapitals(only.Text) && !list.IsEmpty)
            _blocks.AddRange([new(text), new("") { Items = list }]);
        else
            _blocks.Add(new(text) { Items = list });
    }

    // Bullets with empty lines between them are one list.
    private void CloseList()
    {
        if (_loose.Count > 0)
            _blocks.Add(new("") { Items = [.. _loose] });
        _loose.Clear();
    }

    private static bool IsLong(string item) => item.Length > LongItem * 6 || Words.Count(Words.Split(item)) > LongItem;
}
