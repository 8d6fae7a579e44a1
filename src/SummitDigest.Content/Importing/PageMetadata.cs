using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SummitDigest.Content.Importing;

/// <summary>What a page states about itself: schema.org in JSON-LD, Open Graph, Dublin Core and plain HTML, in this order.</summary>
internal sealed partial class PageMetadata
{
    private static readonly HashSet<string> ArticleTypes = ["NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "AnalysisNewsArticle", "OpinionNewsArticle", "PressRelease", "WebPage"];

    private readonly Dictionary<string, string> _meta = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _authors = [];

    /// <summary>Reads a page.</summary>
    public PageMetadata(IHtmlDocument page)
    {
        foreach (var meta in page.QuerySelectorAll("meta[content]"))
            _meta.TryAdd(meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop") ?? "", Tidy(meta.GetAttribute("content")!));
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
            ReadLinkedData(script.TextContent);
        Title ??= Meta("og:title", "twitter:title", "dc.title") ?? WithoutSite(Tidy(page.Title ?? ""));
        Publisher ??= Meta("og:site_name", "publisher", "dc.publisher", "citation_publisher", "application-name");
        Published ??= MarkdownSource.DayOf(Meta("article:published_time", "date", "pubdate", "publishdate", "datepublished", "dc.date", "dcterms.date", "dc.date.issued", "citation_date", "parsely-pub-date", "sailthru.date"))
            ?? page.QuerySelectorAll("time[datetime]").Select(time => MarkdownSource.DayOf(time.GetAttribute("datetime"))).FirstOrDefault(day => day is not null);
        if (_authors.Count == 0 && Meta("author", "article:author", "dc.creator", "citation_author", "byl", "parsely-author") is { } author)
            AddAuthor(author);
        Authors = [.. _authors.Distinct()];
        Url = WebAddress.Read(page.QuerySelector("link[rel~='canonical']")?.GetAttribute("href")) ?? WebAddress.Read(Meta("og:url")) ?? SavedFrom(page);
        Language = page.DocumentElement?.GetAttribute("lang")?.Trim() is { Length: > 1 } lang ? lang : null;
    }

    /// <summary>The headline.</summary>
    public string? Title { get; private set; }

    /// <summary>The paper or site.</summary>
    public string? Publisher { get; private set; }

    /// <summary>The day of publication.</summary>
    public DateOnly? Published { get; private set; }

    /// <summary>Names of people.</summary>
    public ImmutableArray<string> Authors { get; }

    /// <summary>The canonical address.</summary>
    public Uri? Url { get; }

    /// <summary>As the page declares it.</summary>
    public string? Language { get; }

    private static string Tidy(string text) => Script.Collapse(Script.Clean(text));

    private string? Meta(params string[] names) => names.Select(name => _meta.GetValueOrDefault(name)).FirstOrDefault(value => !string.IsNullOrEmpty(value));

    // "Headline | Volta Daily", "Headline - Volta Daily"
    private static string? WithoutSite(string title)
    {
        var cut = Math.Max(title.LastIndexOf(" | ", StringComparison.Ordinal), Math.Max(title.LastIndexOf(" - ", StringComparison.Ordinal), Math.Max(title.LastIndexOf(" – ", StringComparison.Ordinal), title.LastIndexOf(" — ", StringComparison.Ordinal))));
        return title.Length == 0 ? null : cut > title.Length / 2 ? title[..cut] : title;
    }

    private void AddAuthor(string text)
    {
        // Some sites write the address of a profile here, and some the byline as printed.
        if (text.Contains("://", StringComparison.Ordinal) || text.Length is 0 or > 120 || string.Equals(text, Publisher, StringComparison.OrdinalIgnoreCase))
            return;
        if (Byline.Read(text) is { } byline)
            _authors.AddRange(byline.Names);
        else
            _authors.Add(text);
    }

    private void ReadLinkedData(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            ReadNode(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second is what half a surrogate pair gives, written as an escape.
            // Pages with broken metadata are common; the rest of the page states what it states.
        }
    }

    private void ReadNode(JsonElement node)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray())
                ReadNode(item);
            return;
        }
        if (node.ValueKind != JsonValueKind.Object)
            return;
        if (node.TryGetProperty("@graph", out var graph))
            ReadNode(graph);
        if (!node.TryGetProperty("@type", out var type) || !Names(type).Any(ArticleTypes.Contains))
            return;
        Title ??= Names(node, "headline").FirstOrDefault();
        Publisher ??= Names(node, "publisher").FirstOrDefault();
        Published ??= MarkdownSource.DayOf(Names(node, "datePublished").FirstOrDefault());
        foreach (var author in Names(node, "author"))
            AddAuthor(author);
    }

    private static IEnumerable<string> Names(JsonElement node, string key) => node.TryGetProperty(key, out var value) ? Names(value) : [];

    /// <summary>A text, the name of a thing, or those of several.</summary>
    private static IEnumerable<string> Names(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [Tidy(value.GetString()!)],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Names),
        JsonValueKind.Object when value.TryGetProperty("name", out var name) => Names(name),
        _ => [],
    };

    // Browsers write a comment into pages that they save: <!-- saved from url=(0025)https://example.org/rivers -->
    private static Uri? SavedFrom(IHtmlDocument page) =>
        page.ChildNodes.Concat(page.DocumentElement?.ChildNodes ?? Enumerable.Empty<INode>()).OfType<IComment>()
            .Select(comment => Saved().Match(comment.Data) is { Success: true } match ? WebAddress.Read(match.Groups["url"].Value) : null)
            .FirstOrDefault(url => url is not null);

    [GeneratedRegex(@"saved from url=\([0-9]+\)(?<url>\S+)", RegexOptions.NonBacktracking)]
    private static partial Regex Saved();
}
