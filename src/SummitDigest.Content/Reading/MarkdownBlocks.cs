using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SummitDigest.Content.Problems;

namespace SummitDigest.Content.Reading;

/// <summary>A heading of a report as it stands in the file.</summary>
/// <param name="Id">From <c>{#id}</c> behind the heading; null where none is written.</param>
/// <param name="Level">As many as it has hash signs.</param>
internal sealed record HeadingBlockText(ContentId? Id, string Text, int Level, SourcePosition Position, IdPlace IdPlace) : BlockText(Id, Text, Position, IdPlace);

/// <summary>A passage as it stands in the file.</summary>
/// <param name="Id">From <c>^id</c> at its end; null where none is written.</param>
/// <param name="Html">Safe to put into a page.</param>
/// <param name="Links">Those to addresses of this site.</param>
internal sealed record PassageBlockText(ContentId? Id, string Text, string Html, ImmutableArray<SiteLink> Links, SourcePosition Position, IdPlace IdPlace) : BlockText(Id, Text, Position, IdPlace);

/// <summary>A heading or a passage.</summary>
internal abstract record BlockText(ContentId? Id, string Text, SourcePosition Position, IdPlace IdPlace);

/// <summary>Where in its file an id that is not written yet would stand.</summary>
/// <param name="Offset">Behind this many UTF-16 units of the file.</param>
/// <param name="IsAlone">Whether as a paragraph of its own: behind code there is no other place.</param>
internal readonly record struct IdPlace(int Offset, bool IsAlone);

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
            document = Markdown.Parse(file.Text[start..], Pipeline);
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
        blocks.AddAll(document);
        return blocks._blocks;
    }

    /// <summary>The blocks in a block that hold text, itself or those inside it, in order.</summary>
    public static IEnumerable<LeafBlock> Leaves(Block block) => block is LeafBlock leaf ? [leaf] : ((ContainerBlock)block).Descendants<LeafBlock>();

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation().DisableHtml();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.Find<ParagraphBlockParser>()!.ParseSetextHeadings = false;
        return builder.Build();
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
        var text = PlainText(heading);
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
        var text = string.Join('\n', parts.Select(PlainText).Where(text => text.Length > 0));
        // A hat behind a backslash is the author's own, and so is all code.
        var prose = text.AsSpan().ContainsAny('^', '|') ? string.Join('\n', parts.Select(Prose)) : "";
        if (MisplacedId().Match(prose) is { Success: true } misplaced)
            _problems.Error("id-misplaced", position, $"The id {ProblemList.Quote(misplaced.Groups["id"].Value)} stands in the middle of this passage.", "Put an empty line behind it, or remove it: an id stands at the end of its passage.");
        if (id is null && NearId().Match(prose) is { Success: true } near)
            _problems.Warning("id-unread", position, $"{ProblemList.Quote(near.Value.Trim())} at the end of this passage looks like an id and is none, so the page shows it.", "Write a blank, and behind it the hat and the id without blanks and in lower case, such as ^p7.");
        if (prose.Contains("|---", StringComparison.Ordinal) || prose.Contains("| ---", StringComparison.Ordinal))
            _problems.Warning("table-unread", position, "A table is shown as it is typed here.", "Write its rows as a list, each behind a hyphen.");
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

    /// <summary>The words of a block without marks, white space collapsed; the blocks inside it on lines of their own.</summary>
    private static string PlainText(Block block) => string.Join('\n', Leaves(block).Select(PlainText).Where(text => text.Length > 0));

    /// <summary>The same without code, and with the backslashes in front of marks.</summary>
    private static string Prose(Block block) => string.Join('\n', Leaves(block).Select(leaf => PlainText(leaf, isProse: true)));

    private static string PlainText(LeafBlock leaf) => PlainText(leaf, isProse: false);

    private static string PlainText(LeafBlock leaf, bool isProse)
    {
        if (leaf is CodeBlock block)
            return isProse ? "" : Collapse(block.Lines.ToString());
        return Collapse(string.Concat((leaf.Inline?.Descendants() ?? []).Select(inline => inline switch
        {
            LiteralInline { IsFirstCharacterEscaped: true } literal when isProse => $"\\{literal.Content}",
            LiteralInline literal => literal.Content.ToString(),
            // What stands right behind code is no word of its own.
            CodeInline when isProse => "`",
            CodeInline code => code.Content,
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            AutolinkInline link => link.Url,
            LineBreakInline => " ",
            _ => "",
        })));
    }

    private static string Collapse(string text) => IsCollapsed(text) ? text : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Nearly every text is.
    private static bool IsCollapsed(string text)
    {
        var before = ' ';
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character) && (character != ' ' || before == ' '))
                return false;
            before = character;
        }
        return before != ' ' || text.Length == 0;
    }

    private SourcePosition PositionOf(int offset) => _file.PositionOf(_start + offset);

    // None of these patterns takes long. A limit is good form, but a machine that is busy can stand still for a second in the
    // middle of a match, and the speech would be left out.
    private const int MostMilliseconds = 60_000;

    // Linear: the id is the last run of characters without spaces, so there is nothing to try twice.
    [GeneratedRegex(@"(^|\s)\^(?<id>[^\s^]+)\s*\z", RegexOptions.ExplicitCapture | RegexOptions.RightToLeft, matchTimeoutMilliseconds: MostMilliseconds)]
    private static partial Regex PassageId();

    [GeneratedRegex(@"(^|\s)(?<id>\^[a-z][a-z0-9-]*)(?!\S)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: MostMilliseconds)]
    private static partial Regex MisplacedId();

    // "^P 7", "text.^p4" and "^ p6", which nobody means as text.
    [GeneratedRegex(@"(?<!\\)\^\s?[A-Za-z]{1,3}[\s_-]?[0-9]{1,4}\z", RegexOptions.None, matchTimeoutMilliseconds: MostMilliseconds)]
    private static partial Regex NearId();

    [GeneratedRegex(@"(^|\s)\{#(?<id>[^\s{}]*)\}\s*\z", RegexOptions.ExplicitCapture | RegexOptions.RightToLeft, matchTimeoutMilliseconds: MostMilliseconds)]
    private static partial Regex HeadingId();
}
