using System.Collections.Immutable;
using SummitDigest.Content.Problems;
using SummitDigest.Content.Theming;

namespace SummitDigest.Content;

/// <summary>
/// One block of a report: a paragraph, a list, a quotation, or one numbered paragraph of a communiqué. The unit that is
/// themed, searched, linked to and cited.
/// </summary>
/// <param name="Id">Unique within the speech; does not change when the passage is reworded or moves.</param>
/// <param name="Number">Place in the speech, from 1.</param>
/// <param name="Text">The words alone, white space collapsed; the items of a list on lines of their own.</param>
/// <param name="Html">The passage as HTML that is safe to put into a page as it is: made from Markdown, no raw HTML, no unsafe link.</param>
/// <param name="WordCount">Length in words of English length; 1.6 Chinese or Japanese characters count as one.</param>
/// <param name="Theming">The theme and why.</param>
/// <param name="Links">Its links to addresses of this site, in order.</param>
/// <param name="Position">Where the passage starts in its file.</param>
public sealed record Passage(
    ContentId Id, int Number, string Text, string Html, int WordCount, ThemeDecision Theming, ImmutableArray<SiteLink> Links, SourcePosition Position);

/// <summary>A link to an address of this site.</summary>
/// <param name="Address">As it is written: it begins with <c>/</c> or <c>#</c>.</param>
/// <param name="Position">Where the link starts in its file.</param>
public sealed record SiteLink(string Address, SourcePosition Position)
{
    /// <summary>The canonical form of a path within the site: one slash in front of each name and none at the end, in lower case.</summary>
    public static string Canonical(string path) => "/" + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
}
