using System.Globalization;
using System.Xml.Linq;
using SummitDigest.Content;
using SummitDigest.Web.Links;
using SummitDigest.Web.Pages;

namespace SummitDigest.Web.Formats;

/// <summary>The text of a speech in Akoma Ntoso, whose elements are nearly HTML's: it has no quotations and no code, which are a structure and an inline of its own.</summary>
internal static class AkomaNtosoBody
{
    /// <summary>The sections, those of lower headings inside the others.</summary>
    public static IEnumerable<XElement> Sections(Speech speech, Library library, SiteLinks links)
    {
        var top = new List<XElement>();
        var open = new Stack<(int Level, XElement Element)>();
        foreach (var section in speech.Sections)
        {
            var element = OfSection(speech, section, library, links);
            while (open.TryPeek(out var above) && above.Level >= section.Level)
                open.Pop();
            if (open.TryPeek(out var parent))
                parent.Element.Add(element);
            else
                top.Add(element);
            open.Push((section.Level, element));
        }
        return top;
    }

    private static XElement OfSection(Speech speech, Section section, Library library, SiteLinks links) => AkomaNtoso.Element("section",
        new XAttribute("eId", section.Id),
        AkomaNtoso.RefersTo(section.Theme),
        section.Heading is { } heading ? AkomaNtoso.Element("heading", AkomaNtoso.Language(PageText.HeadingLanguage(speech, section, library)), heading) : null,
        section.Passages.Select(passage => AkomaNtoso.Element("paragraph",
            new XAttribute("eId", passage.Id),
            AkomaNtoso.RefersTo(passage.Theming.Theme),
            AkomaNtoso.Element("num", passage.Number.ToString(CultureInfo.InvariantCulture)),
            AkomaNtoso.Element("content", Blocks(PassageXml.Blocks(speech, passage, library, links))))));

    private static IEnumerable<XElement> Blocks(IEnumerable<XElement> html) => html.Select(Block).OfType<XElement>();

    // Null for what has no text: a line between paragraphs, an empty quotation.
    private static XElement? Block(XElement html)
    {
        switch (html.Name.LocalName)
        {
            case "ul" or "ol":
                var list = AkomaNtoso.Element(html.Name.LocalName, html.Elements().Select(item => AkomaNtoso.Element("li", item.Nodes().Select(Item))));
                // An item has its number where the list does not begin with 1, as paragraphs of a communiqué have.
                if (html.Attribute("start") is { } start)
                    list.Elements().First().Add(new XAttribute("value", start.Value));
                return list;
            case "blockquote":
                var quoted = Blocks(html.Elements()).ToList();
                return quoted.Count == 0 ? null : AkomaNtoso.Element("p", AkomaNtoso.Element("embeddedStructure", quoted));
            case "hr":
                return null;
            default:
                return AkomaNtoso.Element("p", Inlines(html));
        }
    }

    private static object? Item(XNode node) => node is XElement { Name.LocalName: "p" or "ul" or "ol" or "blockquote" or "pre" or "hr" } block ? Block(block) : Inline(node);

    private static IEnumerable<object> Inlines(XElement html) => html.Nodes().Select(Inline);

    private static object Inline(XNode node) => node switch
    {
        XElement { Name.LocalName: "em" } html => AkomaNtoso.Element("i", Inlines(html)),
        XElement { Name.LocalName: "strong" } html => AkomaNtoso.Element("b", Inlines(html)),
        XElement { Name.LocalName: "code" } html => AkomaNtoso.Element("inline", new XAttribute("name", "code"), Inlines(html)),
        XElement { Name.LocalName: "br" } => AkomaNtoso.Element("br"),
        XElement { Name.LocalName: "a" } html when html.Attribute("href") is { } href => AkomaNtoso.Element("a", new XAttribute(href), Inlines(html)),
        XElement html => Inlines(html),
        _ => node is XText text ? text.Value : "",
    };
}
