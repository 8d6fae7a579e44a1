using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SummitDigest.Content.Problems;

namespace SummitDigest.Content.Reading;

/// <summary>
/// Cuts the Markdown of a speech into headings and passages.
/// CommonMark without raw HTML (it is shown as text), without code made by indenting (reports are often indented) and
/// without headings made by underlining (a stray line of hyphens must not turn a paragraph into one).
/// </summary>
internal sealed partial class MarkdownBlocks
{
    private static readonly MarkdownPipeline Pipeline = BuildPipeline();

    private readonly TextFile _file;
    private readonly int _start;
    private readonly ProblemList _problems;
    private readonly List<BlockText> _blocks = [];
    private readonly StringBuilder _html = new();
    private readonly HtmlRenderer _renderer;

    private MarkdownBlocks(TextFile file, int start, ProblemList problems)
    {
        _file = file;
        _start = start;
        _problems = problems;
        // One for the file: in each the pipeline sets up all its extensions.
        _renderer = new(new StringWriter(_html, System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" });
        Pipeline.Setup(_renderer);
    }

    /// <summary>The headings and passages from a place in the file on, in its order.</summary>
    public static IReadOnlyList<BlockText> Read(TextFile file, int start, ContentLimits limits, ProblemList problems)
    {
        if (!BodyGuard.Admits(file, start, limits, problems))
            return [];
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(WithoutHeadingTabs(file.Text[start..]), Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's own guard against depth, for what BodyGuard lets through.
            problems.Error("nesting-too-deep", file.PositionOf(start), "Links, emphasis, lists or quotations are nested too deeply.", "Take out some of the marks.");
            return [];
        }
        // Of numbered paragraphs each is a passage, with empty lines in front of it or without.
        if (document.Sum(block => block is ListBlock list && IsOfParagraphs(list) ? list.Count : 1) > limits.Paragraphs)
        {
            BodyGuard.RefuseParagraphs(file.PositionOf(start), limits, problems);
            return [];
        }
        var blocks = new MarkdownBlocks(file, start, problems);
        // All behind it would be one passage of code, and an id written at its end would be code, too.
        foreach (var code in document.Descendants<FencedCodeBlock>().Where(code => code.ClosingFencedCharCount == 0))
            problems.Error("code-open", blocks.PositionOf(code.Span.Start), "The code that begins here has no end.", $"Write {new string(code.FencedChar, code.OpeningFencedCharCount)} on a line of its own behind it, or remove this line.");
        blocks.ReportDefinitions(document);
        blocks.AddAll(document);
        return blocks._blocks;
    }

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation().DisableHtml();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.Find<ParagraphBlockParser>()!.ParseSetextHeadings = false;
        return builder.Build();
    }

    // Markdig takes a tab there for four characters, and all places behind it in the heading are wrong.
    private static string WithoutHeadingTabs(string markdown) => HeadingTab().Replace(markdown, mark =>
    {
        var hash = mark.Value.IndexOf('#', StringComparison.Ordinal);
        return mark.Value[..hash] + mark.Value[hash..].Replace('\t', ' ');
    });

    // "[Chair]: Thanks." is the address of a link to whoever reads Markdown, and shown nowhere.
    private void ReportDefinitions(MarkdownDocument document)
    {
        var used = document.Descendants<LinkInline>().Select(link => link.Reference).ToHashSet();
        foreach (var unread in document.Descendants<LinkReferenceDefinition>().Where(definition => !used.Contains(definition) || definition.Label is ['^', ..]))
        {
            _problems.Warning("definition-unread", PositionOf(unread.Span.Start), "This line is taken for the address of a link, and the page does not show it.",
                "If it is part of the text, write a backslash in front of it (\\[…]: …); if it is a footnote, write into the passage what readers need of it.");
        }
    }

    private void AddAll(MarkdownDocument document)
    {
        for (var i = 0; i < document.Count; i++)
        {
            if (i + 1 < document.Count && document[i] is ParagraphBlock lead && document[i + 1] is ListBlock list && StandsDirectlyUnder(lead, list))
            {
                // "We ask for:" and the list right under it are one statement; an empty line between them makes two.
                AddPassage(lead, list);
                i++;
            }
            else
            {
                Add(document[i]);
            }
        }
    }

    private bool StandsDirectlyUnder(ParagraphBlock lead, ListBlock list) =>
        _file.PositionOf(_start + lead.Span.End).Line + 1 == _file.PositionOf(_start + list.Span.Start).Line;

    private void Add(Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                AddHeading(heading);
                break;
            case ThematicBreakBlock or LinkReferenceDefinitionGroup:
                break;
            case ListBlock numbered when IsOfParagraphs(numbered):
                var items = numbered.Cast<ListItemBlock>().ToList();
                // All at once: taking out the first moves all the others.
                numbered.Clear();
                foreach (var item in items)
                    AddPassage(Alone(item, numbered));
                break;
            default:
                AddPassage(block);
                break;
        }
    }

    /// <summary>Whether each item is a passage: numbered paragraphs with empty lines between them are how communiqués are written.</summary>
    private static bool IsOfParagraphs(ListBlock list) => list.IsOrdered && list.IsLoose;

    private void AddHeading(HeadingBlock heading)
    {
        // As the file has it, before anything is taken out.
        var place = IdPlaceOf(heading);
        SafeLinks.Enforce(heading, PositionOf, _problems);
        var id = TakeId(heading, HeadingId());
        var text = BlockWords.PlainText(heading);
        if (text.Length == 0)
            _problems.Error("heading-empty", PositionOf(heading.Span.Start), "This heading has no text.", "Write the heading behind the hash signs, or remove them.");
        else
            _blocks.Add(new HeadingBlockText(id, text, heading.Level, PositionOf(heading.Span.Start), place));
    }

    private void AddPassage(params Block[] parts)
    {
        var place = IdPlaceOf(parts[^1]);
        foreach (var part in parts)
        {
            SafeLinks.Enforce(part, PositionOf, _problems);
            TurnHeadingsToParagraphs(part);
        }
        var position = PositionOf(parts[0].Span.Start);
        var id = TakeId(parts[^1], PassageId());
        var text = string.Join('\n', parts.Select(BlockWords.PlainText).Where(text => text.Length > 0));
        PassageSlips.Report(parts, id, text, position, _problems);
        if (text.Length > 0)
            _blocks.Add(new PassageBlockText(id, text, string.Join('\n', parts.Select(Html)), [.. parts.SelectMany(part => SafeLinks.InSite(part, PositionOf))], position, place));
        else if (id is not null)
            GiveToPassageBefore(id, position);
        else
            _problems.Warning("passage-empty", position, "There is no text here, only marks.", "Write what belongs here, or delete the line.");
    }

    // A heading inside a quotation or a list is the quoted text's; in the outline of the page it has no place.
    private static void TurnHeadingsToParagraphs(Block block)
    {
        if (block is not ContainerBlock container)
            return;
        foreach (var heading in container.Descendants<HeadingBlock>().ToList())
        {
            var parent = heading.Parent!;
            var inline = heading.Inline;
            heading.Inline = null;
            parent[parent.IndexOf(heading)] = new ParagraphBlock { Inline = inline, Span = heading.Span };
        }
    }

    // Under a list or a quotation, note-takers write the id as a paragraph of its own.
    private void GiveToPassageBefore(ContentId id, SourcePosition position)
    {
        if (_blocks is [.., PassageBlockText { Id: null } before])
            _blocks[^1] = before with { Id = id };
        else
            _problems.Error("id-alone", position, $"The id ^{id} belongs to no passage.", "Write it at the end of the passage, or remove it.");
    }

    private IdPlace IdPlaceOf(Block block) => LastLeaf(block) is { Inline.LastChild: { } last }
        ? new(_start + last.Span.End + 1, IsAlone: false)
        : new(_start + block.Span.End + 1, IsAlone: true);

    private ContentId? TakeId(Block block, Regex pattern)
    {
        if (LastLiteral(block) is not { } literal)
            return null;
        var text = literal.Content.ToString();
        if (pattern.Match(text) is not { Success: true } match)
            return null;
        // "[^1]" is a footnote mark of other dialects: the parser hands over its end as a piece of its own.
        if (match.Index == 0 && match.Value[0] is ('^' or '{') && (literal.IsFirstCharacterEscaped || literal.PreviousSibling is not (null or LineBreakInline)))
            return null;
        var written = match.Groups["id"].Value;
        var id = ContentId.TryCreate(written);
        if (id is null)
            _problems.Error("id-invalid", PositionOf(literal.Span.Start + match.Groups["id"].Index), $"{ProblemList.Quote(written)} cannot be an id.", ContentId.Rule);
        literal.Content = new(text[..match.Index].TrimEnd());
        RemoveTrailingBreaks(literal);
        return id;
    }

    private static void RemoveTrailingBreaks(LiteralInline literal)
    {
        if (!literal.Content.IsEmpty)
            return;
        while (literal.PreviousSibling is LineBreakInline lineBreak)
            lineBreak.Remove();
    }

    private static LiteralInline? LastLiteral(Block block) => LastLeaf(block)?.Inline?.LastChild as LiteralInline;

    private static LeafBlock? LastLeaf(Block block)
    {
        var last = block;
        while (last is ContainerBlock { LastChild: { } child })
            last = child;
        return last as LeafBlock;
    }

    private static ListBlock Alone(ListItemBlock item, ListBlock list)
    {
        var alone = new ListBlock(list.Parser!)
        {
            IsOrdered = true,
            BulletType = list.BulletType,
            IsLoose = true,
            OrderedDelimiter = list.OrderedDelimiter,
            OrderedStart = item.Order.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Span = item.Span,
        };
        alone.Add(item);
        return alone;
    }

    private string Html(Block block)
    {
        _html.Clear();
        _renderer.Render(block);
        return _html.ToString().Trim();
    }

    private SourcePosition PositionOf(int offset) => _file.PositionOf(_start + offset);

    // Linear: the id is the last run of characters without spaces, so there is nothing to try twice.
    [GeneratedRegex(@"(^|\s)\^(?<id>[^\s^]+)\s*\z", RegexOptions.ExplicitCapture | RegexOptions.RightToLeft, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PassageId();

    [GeneratedRegex(@"^[ \t>*+-]*#{1,6}[ \t]*\t", RegexOptions.Multiline, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex HeadingTab();

    [GeneratedRegex(@"(^|\s)\{#(?<id>[^\s{}]*)\}\s*\z", RegexOptions.ExplicitCapture | RegexOptions.RightToLeft, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex HeadingId();
}
