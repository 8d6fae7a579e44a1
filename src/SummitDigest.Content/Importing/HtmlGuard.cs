using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SummitDigest.Content.Importing;

/// <summary>
/// Parses pages, but gives up on those whose elements stand too deeply inside one another: the parser opens again, in every
/// paragraph, each element of emphasis that was left open, and what reads the page walks down recursively. Only the parser
/// knows how deep they are: what looks like a tag may be a comment, a value or a script.
/// </summary>
internal static class HtmlGuard
{
    // Browsers stop at 512; pages of newspapers have some 30.
    private const int Deepest = 400;

    /// <summary>The page, or null where it is too deep.</summary>
    public static IHtmlDocument? Parse(string html)
    {
        // One that is told of has no place yet; the one before has.
        IElement? before = null;
        var parser = new HtmlParser(new HtmlParserOptions
        {
            OnCreated = (element, _) =>
            {
                var depth = 0;
                for (var outer = before; outer is not null; outer = outer.ParentElement)
                {
                    if (++depth > Deepest)
                        throw new InvalidDataException("The page is too deep.");
                }
                before = element;
            },
        });
        try
        {
            return parser.ParseDocument(html);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
