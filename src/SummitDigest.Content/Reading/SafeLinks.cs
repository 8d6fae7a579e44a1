using System.Net;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SummitDigest.Content.Problems;

namespace SummitDigest.Content.Reading;

/// <summary>Lets a link live only where it leads to the web, to a mail address or into the site; shows pictures as their description.</summary>
internal static class SafeLinks
{
    private static readonly string[] Schemes = ["http:", "https:", "mailto:"];

    /// <summary>Turns every other link under a block into its text, and says so.</summary>
    /// <param name="block">The block.</param>
    /// <param name="positionOf">The place in the file of a character of the parsed text.</param>
    /// <param name="problems">Gets a warning for each link and picture taken out.</param>
    public static void Enforce(Block block, Func<int, SourcePosition> positionOf, ProblemList problems)
    {
        foreach (var inline in BlockWords.Leaves(block).SelectMany(leaf => leaf.Inline?.Descendants() ?? []).ToList())
        {
            switch (inline)
            {
                case LinkInline { IsImage: true } picture:
                    problems.Warning("image-removed", positionOf(picture.Span.Start), "Pictures are not shown; the page has the picture's description instead.", "Describe in words what the picture shows.");
                    Unwrap(picture);
                    break;
                case LinkInline link when !IsSafe(link.Url ?? ""):
                    Warn(link.Url ?? "", link);
                    Unwrap(link);
                    break;
                case AutolinkInline auto when !auto.IsEmail && !IsSafe(auto.Url):
                    Warn(auto.Url, auto);
                    auto.ReplaceBy(new LiteralInline(auto.Url));
                    break;
                default:
                    break;
            }
        }

        void Warn(string address, Inline link) => problems.Warning("link-unsafe", positionOf(link.Span.Start),
            $"The link to {ProblemList.Quote(address)} was taken out.", "Link to an address that starts with https://, http://, mailto: or, within this site, / or #.");
    }

    /// <summary>The links under a block that lead into the site, in order.</summary>
    public static IEnumerable<SiteLink> InSite(Block block, Func<int, SourcePosition> positionOf) =>
        BlockWords.Leaves(block).SelectMany(leaf => leaf.Inline?.Descendants<LinkInline>() ?? [])
            .Where(link => link.Url is ['/' or '#', ..])
            .Select(link => new SiteLink(link.Url!, positionOf(link.Span.Start)));

    /// <summary>Whether an address may be followed: decided on its decoded form, as a browser will read it.</summary>
    private static bool IsSafe(string address)
    {
        // A plus stays: it is a blank in the fields of forms alone.
        var decoded = Uri.UnescapeDataString(WebUtility.HtmlDecode(address));
        // Browsers drop white space and control characters in front of and inside a scheme.
        if (decoded.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) && c != ' ') || decoded.StartsWith(' '))
            return false;
        if (decoded.StartsWith('/'))
            return decoded.Length == 1 || decoded[1] is not ('/' or '\\');
        return decoded.StartsWith('#') || Schemes.Any(scheme => decoded.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
    }

    private static void Unwrap(ContainerInline link)
    {
        // Behind it, one after another: putting them before it, Markdig 1.6 loses what stands in front.
        Inline last = link;
        while (link.FirstChild is { } child)
        {
            child.Remove();
            last.InsertAfter(child);
            last = child;
        }
        link.Remove();
    }
}
