using System.Collections.Immutable;

namespace SummitDigest.Content.Importing;

/// <summary>An item of a list.</summary>
/// <param name="Mark">"-" for any bullet; "1." or "1)" for a number; "(a)" and its like as the text has them.</param>
/// <param name="Text">The words, white space collapsed.</param>
internal sealed record ListItem(string Mark, string Text);

/// <summary>A block of a text that is being imported: a heading, or what becomes a passage.</summary>
/// <param name="Text">The words, white space collapsed; empty for a list without a lead-in.</param>
internal sealed record Block(string Text)
{
    /// <summary>1 to 6 for a heading, 0 for a passage.</summary>
    public int HeadingLevel { get; init; }

    /// <summary>"6." or "6)" in front of a numbered paragraph.</summary>
    public string? Number { get; init; }

    /// <summary>The list under the text, or the list that the block is.</summary>
    public ImmutableArray<ListItem> Items { get; init; } = [];

    /// <summary>Whether it stands in quotation.</summary>
    public bool IsQuotation { get; init; }

    /// <summary>The block as it stood in a Markdown file, which is kept; null for other sources.</summary>
    public string? Markdown { get; init; }

    /// <summary>Whether it is a heading.</summary>
    public bool IsHeading => HeadingLevel > 0;

    /// <summary>All its words, for what is read from them.</summary>
    public string AllText => Items.IsEmpty ? Text : string.Join('\n', Items.Select(item => item.Text).Prepend(Text));
}

/// <summary>A text taken apart: its blocks, and what its format states about it.</summary>
internal sealed record SourceDocument(ImmutableArray<Block> Blocks)
{
    /// <summary>Whether headings are to be told by their looks, because the format has no mark for them.</summary>
    public bool MayHaveHeadings { get; init; }

    /// <summary>The headline, where the format marks it.</summary>
    public string? Title { get; init; }

    /// <summary>From front matter or the page's metadata.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>From front matter or the page's metadata.</summary>
    public string? Publisher { get; init; }

    /// <summary>The day of publication.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>From front matter.</summary>
    public string? Speaker { get; init; }

    /// <summary>From front matter.</summary>
    public string? Event { get; init; }

    /// <summary>From front matter.</summary>
    public string? Place { get; init; }

    /// <summary>The canonical address.</summary>
    public Uri? Url { get; init; }

    /// <summary>As the format declares it.</summary>
    public string? Language { get; init; }
}
