namespace SummitDigest.Content.Importing;

/// <summary>
/// Refuses pages whose elements are open inside one another too deeply, before a parser sees them: a parser opens again,
/// in every paragraph, each element of emphasis that was left open, and walks down recursively.
/// </summary>
internal static class HtmlGuard
{
    // Browsers stop at 512; pages of newspapers have some 30.
    private const int Deepest = 400;

    // A p, li or td that is not closed ends where the next one begins.
    private static readonly HashSet<string> Unclosed = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "td", "tr", "th", "dd", "dt", "option", "path", "use", "circle", "rect"];

    // What stands in these is text, whatever it looks like.
    private static readonly HashSet<string> OfText = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes" };

    /// <summary>Whether a page may be parsed.</summary>
    public static bool Admits(string html)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var depth = 0;
        for (var at = html.IndexOf('<'); at >= 0; at = html.IndexOf('<', Math.Min(at + 1, html.Length)))
        {
            if (html.AsSpan(at).StartsWith("<!--"))
            {
                at = EndOf("-->", at);
                continue;
            }
            var isClosing = at + 1 < html.Length && html[at + 1] == '/';
            var start = at + (isClosing ? 2 : 1);
            var end = start;
            while (end < html.Length && end - start < 20 && (char.IsAsciiLetterOrDigit(html[end]) || html[end] == '-'))
                end++;
            var name = html[start..end];
            at = name.Length == 0 ? at : EndOfTag(html, end) - 1;
            if (!isClosing && OfText.Contains(name))
            {
                at = EndOf($"</{name}", at);
                continue;
            }
            if (name.Length == 0 || Unclosed.Contains(name.ToLowerInvariant()))
                continue;
            var count = open.GetValueOrDefault(name);
            if (isClosing && count == 0)
                continue;
            open[name] = count + (isClosing ? -1 : 1);
            depth += isClosing ? -1 : 1;
            if (depth > Deepest)
                return false;
        }
        return true;

        int EndOf(string mark, int from) => html.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase) is >= 0 and var found ? found : html.Length;
    }

    // Where a tag's > is: in a quoted value there may be others.
    private static int EndOfTag(string html, int at)
    {
        char? quote = null;
        for (; at < html.Length && (quote is not null || html[at] != '>'); at++)
        {
            if (html[at] == quote)
                quote = null;
            else if (quote is null && html[at] is '"' or '\'' && html[at - 1] == '=')
                quote = html[at];
        }
        return at;
    }
}
