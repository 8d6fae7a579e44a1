using System.Collections.Immutable;
using AngleSharp.Dom;
using SummitDigest.Content.Problems;

namespace SummitDigest.Content.Importing;

/// <summary>Takes a saved HTML page apart: the article without what stands around it, and what the page states about itself. Nothing in it runs or is fetched.</summary>
internal static class HtmlSource
{
    /// <summary>Whether a text is an HTML page by its looks.</summary>
    public static bool LooksLikeHtml(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 4096)).TrimStart();
        return head.StartsWith("<", StringComparison.Ordinal)
            && (head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<head", StringComparison.OrdinalIgnoreCase)
                || head.Contains("<body", StringComparison.OrdinalIgnoreCase) || head.Contains("<article", StringComparison.OrdinalIgnoreCase) || head.Contains("<p>", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Reads a page.</summary>
    /// <returns>Null where it is made to be slow; <paramref name="problems"/> then has the reason.</returns>
    public static SourceDocument? Read(string html, ProblemList problems)
    {
        using var page = HtmlGuard.Parse(html);
        if (page is null)
        {
            problems.Error("html-too-deep", SourcePosition.Start, "The page's elements stand too deeply inside one another.", "Copy the article out of it, and save it as plain text.");
            return null;
        }
        var metadata = new PageMetadata(page);
        var article = ArticleFinder.Find(page);
        var blocks = HtmlBlocks.Read(article);
        var heading = article.QuerySelector("h1") ?? page.QuerySelectorAll("h1").FirstOrDefault(h1 => !string.Equals(Script.Collapse(h1.TextContent), metadata.Publisher, StringComparison.OrdinalIgnoreCase));
        var title = heading is null ? null : HtmlBlocks.TextOf(heading);
        if (string.IsNullOrEmpty(title) || metadata.Title is { } stated && heading is not null && !article.Contains(heading) && Matches(title, stated) is false)
            title = metadata.Title;
        var start = title is null ? 0 : blocks.FindIndex(block => string.Equals(block.Text, title, StringComparison.OrdinalIgnoreCase)) + 1;
        blocks.RemoveRange(0, start);
        return new([.. blocks])
        {
            // Many sites print their subheadings as bold paragraphs.
            MayHaveHeadings = !blocks.Exists(block => block.IsHeading),
            Title = title,
            Authors = metadata.Authors,
            Publisher = metadata.Publisher,
            Published = metadata.Published,
            Url = metadata.Url,
            Language = metadata.Language,
        };
    }

    // A page's own title often has the site's name behind the headline.
    private static bool Matches(string heading, string stated) => stated.Contains(heading, StringComparison.OrdinalIgnoreCase) || heading.Contains(stated, StringComparison.OrdinalIgnoreCase);
}
