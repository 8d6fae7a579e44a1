using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace SummitDigest.Content.Importing;

/// <summary>Cuts an article's elements into headings, paragraphs and lists. Emphasis and links become their text.</summary>
internal sealed class HtmlBlocks
{
    private static readonly FrozenSet<string> Inline = FrozenSet.ToFrozenSet(
    [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    ]);

    private readonly List<Block> _blocks = [];
    private readonly StringBuilder _text = new();
    private readonly int _whole;
    private int _quotations;

    private HtmlBlocks(int whole) => _whole = whole;

    /// <summary>The blocks of an article, in order.</summary>
    public static List<Block> Read(IElement article)
    {
        var reader = new HtmlBlocks(article.TextContent.Length);
        reader.Walk(article);
        reader.Close();
        return NumberedParagraphs.Mark(reader._blocks);
    }

    /// <summary>The words of an element, white space collapsed.</summary>
    public static string TextOf(IElement element)
    {
        var text = new StringBuilder();
        Append(element);
        return Script.Collapse(Script.Clean(text.ToString()));

        void Append(INode parent)
        {
            foreach (var node in parent.ChildNodes)
            {
                if (node is IText words)
                    text.Append(words.Data);
                else if (node is IElement inner)
                    AppendElement(inner);
            }
        }

        // A list inside an item, or a cell beside another, is parted by no blank of its own.
        void AppendElement(IElement inner)
        {
            var isBlock = !Inline.Contains(inner.LocalName);
            text.Append(isBlock ? " " : inner.LocalName is "q" ? "“" : "");
            if (inner.LocalName is "sup" && !ArticleFinder.IsSkipped(inner, whole: 0) && Superscript.Write(inner.TextContent) is { } raised)
                text.Append(raised);
            else if (inner.LocalName is not "figure" && !ArticleFinder.IsSkipped(inner, whole: 0))
                Append(inner);
            text.Append(isBlock ? " " : inner.LocalName is "q" ? "”" : "");
        }
    }

    private void Walk(INode parent)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
                _text.Append(Script.Clean(text.Data).Replace('\n', ' '));
            else if (node is IElement element && !ArticleFinder.IsSkipped(element, _whole))
                Enter(element);
        }
    }

    // Of a figure the quotation, table or list is the report's, but not what stands beside a picture.
    private void WalkFigure(IElement parent)
    {
        foreach (var element in parent.Children.Where(child => !ArticleFinder.IsSkipped(child, _whole)))
        {
            if (element.LocalName is "blockquote" or "table" or "ul" or "ol")
                Enter(element);
            else
                WalkFigure(element);
        }
    }

    private void Enter(IElement element)
    {
        switch (element.LocalName)
        {
            case "br":
                _text.Append('\n');
                return;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Close();
                if (TextOf(element) is { Length: > 0 } heading)
                    _blocks.Add(new(heading) { HeadingLevel = Math.Max(2, element.LocalName[1] - '0') });
                return;
            case "ul" or "ol":
                Close();
                AddList(element);
                return;
            case "pre":
                Close();
                _blocks.AddRange(PlainTextSource.Read(Script.Clean(element.TextContent)));
                return;
            // A row of a table, unless the table is there for the layout.
            case "tr" when element.QuerySelector("br, p, div, table") is null:
                Close();
                _text.AppendJoin(' ', element.Children.Select(TextOf));
                Close();
                return;
            case "figure":
                Close();
                WalkFigure(element);
                return;
            case "blockquote":
                Close();
                _quotations++;
                Walk(element);
                Close();
                _quotations--;
                return;
            // Browsers draw its marks.
            case "q":
                _text.Append('“');
                Walk(element);
                _text.Append('”');
                return;
            case "sup" when Superscript.Write(Script.Clean(element.TextContent).Replace('\n', ' ')) is { } raised:
                _text.Append(raised);
                return;
            case var name when Inline.Contains(name):
                Walk(element);
                return;
            default:
                Close();
                Walk(element);
                Close();
                return;
        }
    }

    private void AddList(IElement list)
    {
        var items = list.Children.Where(item => item.LocalName == "li" && !ArticleFinder.IsSkipped(item, _whole)).ToList();
        // Paragraphs inside items are a page's layout, not a list.
        if (items.Exists(item => item.QuerySelectorAll("p").Length > 1))
        {
            items.ForEach(item => { Walk(item); Close(); });
            return;
        }
        var isOrdered = list.LocalName == "ol";
        var next = Number(list, "start") ?? 1;
        var read = new List<ListItem>();
        foreach (var item in items)
        {
            // Markdown counts on, so that another number begins another list.
            if (isOrdered && Number(item, "value") is { } value && value != next)
            {
                AddItems(read);
                (read, next) = ([], value);
            }
            if (TextOf(item) is { Length: > 0 } text)
                read.Add(new(isOrdered ? string.Create(CultureInfo.InvariantCulture, $"{next++}.") : "-", text));
        }
        AddItems(read);
    }

    // Of at most nine digits, as Markdown has them.
    private static int? Number(IElement element, string attribute) =>
        int.TryParse(element.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 999_000_000 ? number : null;

    private void AddItems(List<ListItem> items)
    {
        if (items.Count == 0)
            return;
        // A list belongs to the paragraph right above it that leads to it; Markdown has none there that begins with another number than 1.
        if (items[0].Mark is "-" or "1." && _blocks is [.., { IsHeading: false, Items.IsEmpty: true } lead] && lead.Text.EndsWith(':') && _quotations == 0)
            _blocks[^1] = lead with { Items = [.. items] };
        else
            _blocks.Add(new("") { Items = [.. items], IsQuotation = _quotations > 0 });
    }

    /// <summary>Ends the paragraph that is being read. Two line breaks in it end one, too; a single one is a blank.</summary>
    private void Close()
    {
        if (_text.Length == 0)
            return;
        var lines = new List<string>();
        foreach (var line in _text.ToString().Split('\n').Select(Script.Collapse).Append(""))
        {
            // Of the lines above a text each that states something is a block, as in a plain text.
            var isFact = _quotations == 0 && _blocks.Count < ReportFrame.Deepest && HeadLines.IsHeadLine(line);
            if (isFact)
                AddParagraph(lines);
            if (line.Length > 0)
                lines.Add(line);
            if (line.Length > 0 && !isFact)
                continue;
            AddParagraph(lines);
        }
        _text.Clear();
    }

    private void AddParagraph(List<string> lines)
    {
        if (lines.Count > 0)
            _blocks.Add(new(string.Join(' ', lines)) { IsQuotation = _quotations > 0 });
        lines.Clear();
    }
}
