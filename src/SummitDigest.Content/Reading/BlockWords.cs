using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SummitDigest.Content.Reading;

/// <summary>The words in a block of Markdown.</summary>
internal static class BlockWords
{
    /// <summary>The blocks in a block that hold text, itself or those inside it, in order.</summary>
    public static IEnumerable<LeafBlock> Leaves(Block block) => block is LeafBlock leaf ? [leaf] : ((ContainerBlock)block).Descendants<LeafBlock>();

    /// <summary>The words of a block without marks, white space collapsed; the blocks inside it on lines of their own.</summary>
    public static string PlainText(Block block) => string.Join('\n', Leaves(block).Select(PlainText).Where(text => text.Length > 0));

    /// <summary>The same without code, and with the backslashes in front of marks.</summary>
    public static string Prose(Block block) => string.Join('\n', Leaves(block).Select(leaf => PlainText(leaf, isProse: true)));

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
}
