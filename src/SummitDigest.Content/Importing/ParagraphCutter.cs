namespace SummitDigest.Content.Importing;

/// <summary>Finds where paragraphs and lists begin in lines that no empty line parts.</summary>
/// <param name="lines">At least one.</param>
/// <param name="isStrict">Whether paragraphs of this text are known to be parted by empty lines, so that another sign must be plain.</param>
/// <param name="before">How many lines of text stand before these, empty ones not counted.</param>
/// <param name="all">How many lines the text has.</param>
internal sealed class ParagraphCutter(List<SourceLine> lines, bool isStrict, int before, int all)
{
    // Where bylines, datelines and editor lines may stand: this many lines from the start and from the end.
    private const int Furniture = 12;

    // A line that leaves this share of the width free was not broken to fit.
    private const double ShortLine = 0.6;

    // Nor was one that leaves this much, if what follows looks like a list.
    private const double RoomyLine = 0.8;

    // Texts are broken to 60 columns and more; what is narrower may be verse or an address.
    private const int WrappedLine = 60;

    // Lines of this length are paragraphs; a text that is broken to a width has shorter ones.
    private const int LongLine = 150;

    // A list goes on within so many lines.
    private const int LongestItem = 20;

    private readonly int _width = lines.Max(line => line.Text.Length);
    private readonly int _leastIndent = lines.Min(line => line.Indent);
    private readonly bool _areParagraphs = lines.All(line => line.EndsSentence) && lines.Average(line => line.Text.Length) >= LongLine;

    // In a hanging indent the first line alone stands out, and the others follow no sentence's end in particular.
    private readonly bool _isHanging = lines.Count > 2 && lines[0].Indent < lines[1].Indent && lines.Skip(1).All(line => line.Indent == lines[1].Indent);

    /// <summary>The paragraphs: the lines of each, and the items of a list that stands right under them.</summary>
    public IEnumerable<(List<SourceLine> Lead, List<(ListMark Mark, List<string> Lines)> Items)> Paragraphs()
    {
        var lead = new List<SourceLine>();
        var items = new List<(ListMark Mark, List<string> Lines)>();
        for (var i = 0; i < lines.Count; i++)
        {
            var isItem = ItemAt(i, items) is not null;
            if (!isItem && (lead.Count > 0 || items.Count > 0) && (items.Count == 0 ? BeginsParagraph(i) : EndsList(i)))
            {
                yield return (lead, items);
                (lead, items) = ([], []);
            }
            if (ItemAt(i, items) is var (mark, rest))
                items.Add((mark, [rest]));
            else if (items.Count > 0)
                items[^1].Lines.Add(lines[i].Text);
            else
                lead.Add(lines[i]);
        }
        yield return (lead, items);
    }

    private (ListMark Mark, string Words)? ItemAt(int i, List<(ListMark Mark, List<string> Lines)> items)
    {
        if (ListMark.Read(lines[i].Text) is not { } item || IsFurniture(i))
            return null;
        if (items.Count > 0)
            return item.Mark.Follows(items[^1].Mark) ? item : null;
        // A dash in the middle of a sentence may come to stand at the start of a line.
        if (!item.Mark.Begins || i > 0 && !IsStop(lines[i - 1].Text) && !(item.Mark.IsBullet && lines[i - 1].Text.Length < RoomyLine * _width))
            return null;
        var hasNext = lines.Skip(i + 1).Take(LongestItem).Any(line => ListMark.Read(line.Text) is var (next, _) && next.Follows(item.Mark));
        // Alone, a bullet under a colon or between empty lines is one; "- 5 per cent" is a number.
        return hasNext || item.Mark.IsBullet && (i > 0 ? lines[i - 1].Text[^1] is ':' or '：' : lines.Count == 1) && !char.IsAsciiDigit(item.Words[0]) ? item : null;
    }

    private bool EndsList(int i) => BeginsFurniture(i) || lines[i].Indent < lines[i - 1].Indent && IsEndOfItem(i - 1)
        || lines[i].Indent <= lines[i - 1].Indent && IsEndOfItem(i - 1) && Fits(i);

    private bool IsEndOfItem(int i) => lines[i].EndsSentence || lines[i].Text[^1] is ';' or '；';

    private bool BeginsParagraph(int i)
    {
        var (last, line) = (lines[i - 1], lines[i]);
        if (BeginsFurniture(i) || last.Underline is not null || line.IsWideIndent || Headings.IsInCapitals(line.Text) != Headings.IsInCapitals(last.Text) && (last.EndsSentence || Headings.IsInCapitals(last.Text)))
            return true;
        if (line.Indent >= 2 && !_isHanging && last.EndsSentence && (last.Indent < line.Indent || _leastIndent < line.Indent))
            return true;
        // Numbered paragraphs that stand under one another.
        if (last.EndsSentence && ListMark.Read(line.Text) is var (mark, _) && mark.IsNumber && Fits(i))
            return true;
        // A label that stands right above its paragraph.
        if (i == 1 && char.IsLetterOrDigit(last.Text[^1]) && char.IsUpper(line.Text[0]) && last.Text.Length < ShortLine * _width && _width >= WrappedLine && !Dateline.Begins(last.Text))
            return true;
        if (isStrict)
            return _areParagraphs;
        if (last.EndsSentence && last.Text.Length >= (Script.IsMostlyWide(last.Text) ? LongLine / 2 : LongLine))
            return true;
        return Fits(i) && (last.EndsSentence || !char.IsLower(line.Text[0]) && last.Text[^1] != '-' && last.Text.Length < ShortLine * _width && !Dateline.Begins(last.Text));
    }

    // Broken to a width, a line would have taken the next line's first word if it could.
    private bool Fits(int i)
    {
        var next = lines[i].Text;
        var word = Script.IsWide(next[0]) ? 2 : next.IndexOf(' ') is > 0 and var blank ? blank : next.Length;
        return lines[i - 1].Text.Length + 1 + word <= _width;
    }

    private bool BeginsFurniture(int i) => i > 0 && (before + i < Furniture && Dateline.Begins(lines[i].Text) || IsFurniture(i) || IsFurniture(i - 1) && IsClosed(lines[i - 1].Text));

    // "(Reporting by Nora Lie; Editing by Sam Hope and" goes on.
    private static bool IsClosed(string text) => text[0] is not ('(' or '[' or '（' or '【') || text[^1] is ')' or ']' or '）' or '】';

    private bool IsFurniture(int i) =>
        before + i < Furniture && HeadLines.IsHeadLine(lines[i].Text) || before + i >= all - Furniture && TailLines.IsTailLine(lines[i].Text) || PageLines.IsPageLine(lines[i].Text);

    private static bool IsStop(string text) => Script.EndsSentence(text) || text[^1] is ':' or '：' or ';' or ',' or '；' or '，';
}
