using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SummitDigest.Content.Importing;

/// <summary>Finds the element of a page that has the article, and tells what in it is none of the article.</summary>
internal static class ArticleFinder
{
    // An element with this share of all paragraph text is the article or holds it.
    private const double Most = 0.75;

    private static readonly FrozenSet<string> Skipped = FrozenSet.ToFrozenSet(
        ["script", "style", "noscript", "nav", "aside", "figcaption", "form", "button", "svg", "iframe", "template", "select", "textarea", "input", "audio", "video", "object", "embed", "canvas", "footer", "head", "dialog", "menu", "math", "del", "s", "strike"]);

    private static readonly FrozenSet<string> SkippedRoles = FrozenSet.ToFrozenSet(["navigation", "complementary", "banner", "contentinfo", "search", "dialog", "toolbar", "menu"]);

    // Parts of class names and ids; an element whose text is much of the page's is kept whatever it is called.
    private static readonly FrozenSet<string> SkippedNames = FrozenSet.ToFrozenSet(
    [
        "ad", "ads", "advert", "advertisement", "sponsor", "promo", "related", "share", "sharing", "social", "newsletter", "subscribe", "subscription", "comment", "comments", "cookie", "cookies", "breadcrumb", "breadcrumbs",
        "caption", "sidebar", "nav", "navigation", "menu", "recommend", "recommended", "recommendations", "trending", "popular", "toolbar", "tags", "footer", "skip", "hidden", "popup", "modal", "banner", "paywall", "outbrain", "taboola",
    ]);

    /// <summary>The article's element; the body where none stands out.</summary>
    public static IElement Find(IHtmlDocument page)
    {
        var body = page.Body ?? page.DocumentElement;
        var paragraphs = body.QuerySelectorAll("p").Where(p => !IsInside(p, body)).Select(p => (Element: p, Length: (long)p.TextContent.Length)).ToList();
        var total = paragraphs.Sum(p => p.Length);
        if (total == 0)
            return body.QuerySelector("article") ?? body.QuerySelector("main, [role=main]") ?? body;
        var lengths = new Dictionary<IElement, long>();
        foreach (var (element, length) in paragraphs)
        {
            for (var parent = element.ParentElement; parent is not null; parent = parent.ParentElement)
                lengths[parent] = lengths.GetValueOrDefault(parent) + length;
        }
        var marked = lengths.Where(pair => pair.Key.LocalName is "article" || pair.Key.GetAttribute("itemprop") is "articleBody").OrderByDescending(pair => pair.Value).FirstOrDefault();
        // On a page with one article and many teasers it has most, on a page of teasers alone none has.
        if (marked.Key is { } article && marked.Value * 2 > total)
            return article.LocalName is not "article" && article.Closest("article") is { } outer ? outer : article;
        // The innermost that still has nearly all.
        return WithHeadline(lengths.Where(pair => pair.Value >= total * Most).OrderBy(pair => pair.Value).ThenByDescending(pair => Depth(pair.Key)).First().Key);
    }

    /// <summary>The element around the paragraphs that has the headline too, with the lines between, unless it has much else.</summary>
    private static IElement WithHeadline(IElement paragraphs)
    {
        var most = (paragraphs.TextContent.Length * 3 / 2) + 500;
        for (var around = paragraphs; around is not null && around.LocalName is not "body" && around.TextContent.Length <= most; around = around.ParentElement)
        {
            if (around.QuerySelector("h1") is not null)
                return around;
        }
        return paragraphs;
    }

    /// <summary>Whether an element inside the article is navigation, a caption, an advertisement, a note's mark, deleted or the like.</summary>
    /// <param name="element">The element.</param>
    /// <param name="whole">How many characters the article has: what holds most of them is the article itself.</param>
    public static bool IsSkipped(IElement element, int whole)
    {
        if (Skipped.Contains(element.LocalName) || element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") is "true" || SkippedRoles.Contains(element.GetAttribute("role") ?? "") || Superscript.IsNoteMark(element))
            return true;
        var style = element.GetAttribute("style");
        if (style is not null && style.Replace(" ", "").Contains("display:none", StringComparison.OrdinalIgnoreCase))
            return true;
        var names = $"{element.ClassName} {element.Id}";
        return names.Length > 1 && element.LocalName is not ("body" or "html" or "main" or "article" or "p" or "h1")
            && names.Split([' ', '-', '_', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries).Any(name => SkippedNames.Contains(name.ToLowerInvariant()))
            && element.TextContent.Length * 5 < whole * 2;
    }

    private static bool IsInside(IElement element, IElement body)
    {
        for (var parent = element.ParentElement; parent is not null && parent != body; parent = parent.ParentElement)
        {
            if (Skipped.Contains(parent.LocalName) || SkippedRoles.Contains(parent.GetAttribute("role") ?? ""))
                return true;
        }
        return false;
    }

    private static int Depth(IElement element)
    {
        var depth = 0;
        for (var parent = element.ParentElement; parent is not null; parent = parent.ParentElement)
            depth++;
        return depth;
    }
}
