using System.Collections.Immutable;

namespace SummitDigest.Content.Importing;

/// <summary>A report without what stands around it, and what that says: title, bylines, dateline, editor lines.</summary>
internal sealed class ReportFrame
{
    /// <summary>A report's text begins within so many blocks, and ends no more than so many before the last.</summary>
    public const int Deepest = 12;

    // The dateline stands within so many blocks.
    private const int Standfirst = 4;

    private const int LongestTitle = 200;
    private const int LongestHanTitle = 60;

    private readonly List<string> _authors;
    private readonly List<string> _above = [];
    private readonly List<string> _between;
    private readonly List<string> _below = [];
    private readonly Dictionary<HeadField, string> _fields = [];

    /// <summary>Takes what stands above and below the report off it.</summary>
    public ReportFrame(SourceDocument document)
    {
        Title = document.Title;
        _authors = [.. document.Authors];
        Blocks = [.. document.Blocks];
        _between = [.. Blocks.Where(IsOfPage).Select(block => block.Text)];
        Blocks.RemoveAll(IsOfPage);
        TakeHead();
        TakeDateline();
        TakeTail();
    }

    /// <summary>The report's own headings and passages.</summary>
    public List<Block> Blocks { get; }

    /// <summary>The headline.</summary>
    public string? Title { get; private set; }

    /// <summary>The dateline.</summary>
    public Dateline? Dateline { get; private set; }

    /// <summary>A day that stands above the report.</summary>
    public WrittenDate? Date { get; private set; }

    /// <summary>Reporters, each once.</summary>
    public ImmutableArray<string> Authors => [.. _authors.Distinct()];

    /// <summary>Lines that are none of the report's text and state nothing that has a key of its own.</summary>
    public ImmutableArray<string> EditorLines => [.. _above, .. _between, .. Enumerable.Reverse(_below)];

    /// <summary>What stands above the report behind a label, or null.</summary>
    public string? Field(HeadField field) => _fields.GetValueOrDefault(field);

    private static bool IsOfPage(Block block) => block.Items.IsEmpty && (block.IsHeading ? PageLines.IsPlea(block.Text) : PageLines.IsPageLine(block.Text));

    private void TakeHead()
    {
        var subtitle = (string?)null;
        for (var taken = 0; taken < Deepest && Blocks.Count > 1; taken++)
        {
            var block = Blocks[0];
            if (Title is not null && string.Equals(block.Text, Title, StringComparison.OrdinalIgnoreCase))
            {
                Blocks.RemoveAt(0);
            }
            else if (IsDateline(block) && !(Title is null && IsTitle(block) && Dateline.Read(block.Text) is { Date: null, Agency: null } && Blocks.Skip(1).Take(Standfirst).Any(IsDateline)))
            {
                // "DAKAR SUMMIT - Minister pleads" above the real one is a headline.
                break;
            }
            else if (Announced(0) is { } announced)
            {
                Take(announced, $"{block.Text} {Blocks[1].Text}");
                Blocks.RemoveRange(0, 2);
            }
            else if (HeadLines.Read(block.Text) is { } line && block.Items.IsEmpty)
            {
                Take(line, block.Text);
                Blocks.RemoveAt(0);
            }
            else if (Title is null && IsTitle(block) && (!block.IsHeading || IsOutermost(block)))
            {
                Title = block.Text;
                Blocks.RemoveAt(0);
            }
            else if (subtitle is null && Title is not null && IsTitle(block) && (HeadLines.IsHeadLine(Blocks[1].Text) || Dateline.Begins(Blocks[1].Text)))
            {
                subtitle = block.Text;
                _above.Add(subtitle);
                Blocks.RemoveAt(0);
            }
            else
            {
                break;
            }
        }
        TakeLinesBehindStandfirst();
        if (_fields.TryGetValue(HeadField.Title, out var title))
            Title ??= title;
    }

    // A label, and below it what it announces. Above the headline only where the value is a fact that is looked for.
    private HeadLine? Announced(int at) =>
        Blocks.Count > at + 2 && Blocks[at] is { IsHeading: false, Items.IsEmpty: true } label && HeadLines.IsLabelAlone(label.Text) && Blocks[at + 1] is { IsHeading: false, Items.IsEmpty: true } value && !HeadLines.IsLabelAlone(value.Text)
        && HeadLines.Read($"{label.Text.TrimEnd(':', '：', ' ')}: {value.Text}") is { } line && (line.Date is not null || !line.Fields.IsEmpty || Title is not null && IsTitle(value))
            ? line
            : null;

    // Some papers print byline and day under a first paragraph that sums up the rest.
    private void TakeLinesBehindStandfirst()
    {
        for (var i = 1; i < Math.Min(Standfirst, Blocks.Count - 1); i++)
        {
            if (Announced(i) is { } announced)
            {
                Take(announced, $"{Blocks[i].Text} {Blocks[i + 1].Text}");
                Blocks.RemoveRange(i--, 2);
                continue;
            }
            if (!Blocks[i].Items.IsEmpty || HeadLines.Read(Blocks[i].Text) is not { } line || line.Authors.IsEmpty && line.Date is null)
                continue;
            Take(line, Blocks[i].Text);
            Blocks.RemoveAt(i--);
        }
    }

    private void Take(HeadLine line, string text)
    {
        _authors.AddRange(line.Authors);
        Date = line.IsDelivery ? line.Date ?? Date : Date ?? line.Date;
        TakeFields(line.Fields);
        if (line.Authors.IsEmpty && line.Date is null && !line.Fields.Keys.Any(field => field != HeadField.Other))
            _above.Add(text);
    }

    private void TakeFields(ImmutableDictionary<HeadField, string> fields)
    {
        foreach (var (field, value) in fields)
            _fields.TryAdd(field, value);
    }

    private static bool IsTitle(Block block)
    {
        var text = block.Text;
        return (text.Contains(' ', StringComparison.Ordinal) || Script.IsMostlyWide(text)) && block.Items.IsEmpty && block.Number is null && !block.IsQuotation
            && text.Length <= (Script.IsMostlyWide(text) ? LongestHanTitle : LongestTitle)
            && (block.IsHeading || char.IsLetterOrDigit(text[^1]) || text[^1] is '?' or ')' or '）' or '"' or '”' or '»' or '\'' or '’' or '》' or '？')
            && !Script.EndsSentence(text.TrimEnd('?', '？'))
            // A sentence that lacks its full stop is no title.
            && (block.IsHeading || text.Count(c => c == ' ') < 30);
    }

    // Of several headings alike the first is a section's.
    private bool IsOutermost(Block heading) => Blocks.Skip(1).All(block => !block.IsHeading || block.HeadingLevel > heading.HeadingLevel);

    private static bool IsDateline(Block block) => !block.IsHeading && Dateline.Begins(block.Text);

    private void TakeDateline()
    {
        var first = Blocks.FindIndex(0, Math.Min(Standfirst, Blocks.Count), IsDateline);
        if (first < 0 || Dateline.Read(Blocks[first].Text) is not { } dateline)
            return;
        Dateline = dateline;
        _authors.AddRange(dateline.Authors);
        var block = Blocks[first];
        var rest = block.Text[dateline.Length..];
        if (rest.Length == 0 && block.Items.IsEmpty)
        {
            Blocks.RemoveAt(first);
            return;
        }
        Blocks[first] = block with { Text = rest, Markdown = block.Markdown is { } markdown ? MarkdownSource.Without(markdown, block.Text[..dateline.Length]) : null };
    }

    private void TakeTail()
    {
        for (var taken = 0; taken < Deepest && Blocks.Count > 1; taken++)
        {
            var block = Blocks[^1];
            if (block.Items.IsEmpty && Byline.Read(block.Text) is { } byline)
                _authors.AddRange(byline.Names);
            else if (block.Items.IsEmpty && HeadLines.Read(block.Text) is { Date: null, Fields: var fields } && fields.Keys.Any(field => field is HeadField.Publisher or HeadField.Url))
                TakeFields(fields);
            else if (block.Items.IsEmpty && TailLines.IsTailLine(block.Text))
                _below.Add(block.Text);
            else if (block.Items is [{ Mark: "-" } single] && block.Text.Length == 0 && TailLines.IsTailLine($"- {single.Text}"))
                _below.Add($"- {single.Text}");
            else
                break;
            Blocks.RemoveAt(Blocks.Count - 1);
        }
        if (Blocks is [.., { Markdown: null, IsHeading: false } last] && last.Items.IsEmpty && TailLines.Split(last.Text) is var (text, tail))
        {
            _below.Add(tail);
            Blocks[^1] = last with { Text = text };
        }
    }
}
