namespace SummitDigest.Content.Reading;

/// <summary>
/// How large and how deep content may be. Checked before Markdown is parsed, because a parser's time grows faster than
/// its input on some of it: 40,000 opening brackets in one paragraph take half a minute.
/// </summary>
public sealed record ContentLimits
{
    /// <summary>Bytes of one file. The US annual message of 1981, 33,656 words, has 218,368.</summary>
    public int FileBytes { get; init; } = 1_000_000;

    /// <summary>Bytes of <c>permalinks.txt</c>: a passage takes about 14.</summary>
    public int LedgerBytes { get; init; } = 50_000_000;

    /// <summary>UTF-16 units of one line; a paragraph on one line is usual.</summary>
    public int LineLength { get; init; } = 20_000;

    /// <summary>Lists and quotations inside one another.</summary>
    public int Nesting { get; init; } = 8;

    /// <summary>Blocks of text with empty lines between them in one file.</summary>
    public int Paragraphs { get; init; } = 10_000;

    /// <summary>Headings in one file.</summary>
    public int Headings { get; init; } = 500;

    /// <summary>Opening brackets, asterisks and underscores in one paragraph.</summary>
    public int MarksInParagraph { get; init; } = 500;

    /// <summary>Opening brackets in one file: each may begin a link, or define one for the others to look up.</summary>
    public int Brackets { get; init; } = 5_000;
}
