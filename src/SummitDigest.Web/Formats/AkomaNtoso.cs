using System.Collections.Immutable;
using System.Xml.Linq;
using SummitDigest.Content;
using SummitDigest.Content.Theming;
using SummitDigest.Web.Links;
using SummitDigest.Web.Pages;

namespace SummitDigest.Web.Formats;

/// <summary>
/// A speech as Akoma Ntoso 3.0, at <c>/speeches/{slug}.akn.xml</c>, for those who keep speeches beside laws and debates
/// (OASIS, akn-core v1.0; its schema is held by a test).
/// <para>
/// The document type is <c>doc</c>, named after what the text is: report, transcript or draft. <c>statement</c> is for
/// official documents of a body, <c>debate</c> and <c>debateReport</c> for what went on in one; a news report of a speech is
/// neither, and to call a speaker's reported words a <c>speech by</c> them would put a reporter's words into their mouth.
/// </para>
/// <para>
/// Each section of the speech is a <c>section</c>, inside the one above it where its heading is lower; each passage a
/// <c>paragraph</c> with its number; both have the ids of the site's addresses as <c>eId</c> and refer to their theme, which is a
/// concept among the references and a keyword of the whole. Other ids have an underscore, which content cannot use.
/// Work, expression and manifestation are named as in the naming convention (akn-nc v1.0, chapter 4), with the address
/// of the site as an alias; the day of an expression is that on which the source was read.
/// </para>
/// </summary>
internal static class AkomaNtoso
{
    /// <summary>As the committee of the standard defines it (akn-media v1.0). IANA does not list it; whoever does not know it sees by its end that it is XML.</summary>
    public const string MediaType = "application/akn+xml";

    /// <summary>The namespace of all elements.</summary>
    public static readonly XNamespace Namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    // ISO 3166-1 leaves ZZ to its users; it stands for "not known" widely. A summit belongs to no country's law.
    private const string NoCountry = "zz";

    private const string Editor = "#ref_editor";

    /// <summary>The document. White space must not be added to it; it has line breaks where they do no harm.</summary>
    public static XDocument Of(Speech speech, Library library, SiteLinks links, string site)
    {
        ImmutableArray<Theme> themes = [.. library.Themes.Where(theme => speech.Passages.Any(passage => passage.Theming.Theme == theme.Id) || speech.Sections.Any(section => section.Theme == theme.Id))];
        var root = Element("akomaNtoso",
            Element("doc",
                new XAttribute("name", Name(speech.Kind)),
                Element("meta", Identification(speech, links), Classification(themes), References(speech, themes, links, site)),
                Preface(speech),
                Element("mainBody", Language(speech.Language), AkomaNtosoBody.Sections(speech, library, links))));
        BreakLines(root, "\n");
        return new(new XText("\n"), root);
    }

    /// <summary>An element of Akoma Ntoso.</summary>
    public static XElement Element(string name, params object?[] content) => new(Namespace + name, content);

    /// <summary>In which language an element is.</summary>
    public static XAttribute Language(string tag) => new(XNamespace.Xml + "lang", tag);

    /// <summary>A reference to a theme, or nothing.</summary>
    public static XAttribute? RefersTo(ContentId? theme) => theme is null ? null : new("refersTo", $"#theme_{theme}");

    private static XElement Identification(Speech speech, SiteLinks links)
    {
        var day = PageText.Iso(speech.Date);
        var version = PageText.Iso(speech.Source.Retrieved ?? speech.Date);
        var work = $"/akn/{NoCountry}/doc/{Name(speech.Kind)}/{day}/{speech.Slug}";
        var expression = $"{work}/{speech.Language}@{version}";
        var versionDate = Date(version, speech.Source.Retrieved is null ? "speech" : "retrieved");
        return Element("identification", new XAttribute("source", Editor),
            Element("FRBRWork",
                Core($"{work}/!main", work, links.Full(links.To(speech)), Date(day, "speech"), Authors(speech)),
                Value("FRBRcountry", NoCountry), Value("FRBRsubtype", Name(speech.Kind)), Value("FRBRname", speech.Slug.Value),
                Value("FRBRprescriptive", "false"), Value("FRBRauthoritative", "false")),
            Element("FRBRExpression",
                Core($"{expression}/!main", expression, null, versionDate, speech.Wording == Wording.Digest ? [Editor] : Authors(speech)),
                Element("FRBRlanguage", new XAttribute("language", speech.Language))),
            Element("FRBRManifestation",
                Core($"{expression}/!main.xml", $"{expression}.xml", links.Full(links.AkomaNtosoOf(speech)), versionDate, [Editor]),
                Value("FRBRformat", MediaType)));
    }

    // What all three levels have, in the order of the schema.
    private static IEnumerable<XElement?> Core(string @this, string uri, string? address, XElement date, IEnumerable<string> authors) =>
    [
        Value("FRBRthis", @this),
        Value("FRBRuri", uri),
        address is null ? null : Element("FRBRalias", new XAttribute("value", address), new XAttribute("name", "address")),
        new(date),
        .. authors.Select(author => Element("FRBRauthor", new XAttribute("href", author))),
    ];

    // A report is its publisher's work and its reporters', not the speaker's.
    private static IEnumerable<string> Authors(Speech speech) => speech.Kind == SpeechKind.Report && speech.Source.Publisher is not null
        ? [.. speech.Source.Authors.Select((_, index) => $"#{AuthorId(index)}"), "#ref_publisher"]
        : ["#ref_speaker"];

    private static XElement? Classification(ImmutableArray<Theme> themes) => themes.IsEmpty ? null : Element("classification",
        new XAttribute("source", Editor),
        themes.Select(theme => Element("keyword",
            new XAttribute("value", theme.Id), new XAttribute("showAs", theme.Title), RefersTo(theme.Id), new XAttribute("dictionary", "#ref_themes"))));

    private static XElement References(Speech speech, ImmutableArray<Theme> themes, SiteLinks links, string site)
    {
        var references = Element("references", new XAttribute("source", Editor), Entity("TLCPerson", "ref_speaker", "person", speech.Speaker));
        references.Add(speech.Source.Authors.Select((author, index) => Entity("TLCPerson", AuthorId(index), "person", author)));
        if (speech.Source.Publisher is { } publisher)
            references.Add(Entity("TLCOrganization", "ref_publisher", "organization", publisher));
        references.Add(Reference("TLCOrganization", "ref_editor", links.Full(links.Home), site), Entity("TLCEvent", "ref_event", "event", speech.Event));
        if (speech.Place is { } place)
            references.Add(Entity("TLCLocation", "ref_place", "location", place));
        if (!themes.IsEmpty)
            references.Add(Reference("TLCReference", "ref_themes", links.Full(links.Themes), $"Themes of {site}", new XAttribute("name", "dictionary")));
        references.Add(themes.Select(theme => Reference("TLCConcept", $"theme_{theme.Id}", links.Full(links.To(theme)), theme.Title)));
        return references;
    }

    private static XElement Preface(Speech speech) => Element("preface",
        Language(speech.Language),
        Element("p", Element("docTitle", speech.Title)),
        Element("p", Mention("person", "ref_speaker", speech.Speaker)),
        Element("p", Mention("event", "ref_event", speech.Event)),
        speech.Place is { } place ? Element("p", Mention("location", "ref_place", place)) : null,
        Element("p", Element("docDate", new XAttribute("date", PageText.Iso(speech.Date)), Language("en"), PageText.Long(speech.Date))),
        speech.Source.Publisher is { } publisher ? Element("p", Mention("organization", "ref_publisher", publisher)) : null,
        speech.Source.Url is { } url ? Element("p", Element("a", new XAttribute("href", url.AbsoluteUri), speech.Source.Title ?? url.AbsoluteUri)) : null,
        Element("p", Language("en"), PageText.Provenance(speech)));

    private static string AuthorId(int index) => FormattableString.Invariant($"ref_author_{index + 1}");

    private static XElement Mention(string name, string reference, string text) => Element(name, new XAttribute("refersTo", $"#{reference}"), text);

    // The address that the naming convention gives to what is no document.
    private static XElement Entity(string name, string id, string kind, string text) => Reference(name, id, $"/akn/ontology/{kind}/{Uri.EscapeDataString(text)}", text);

    private static XElement Reference(string name, string id, string href, string showAs, XAttribute? more = null) =>
        Element(name, new XAttribute("eId", id), more, new XAttribute("href", href), new XAttribute("showAs", showAs));

    private static XElement Value(string name, string value) => Element(name, new XAttribute("value", value));

    private static XElement Date(string day, string name) => Element("FRBRdate", new XAttribute("date", day), new XAttribute("name", name));

    private static string Name(SpeechKind kind) => kind.ToString().ToLowerInvariant();

    // One element a line, but never inside text.
    private static void BreakLines(XElement element, string lineBreak)
    {
        if (!element.HasElements || element.Name.LocalName is "p" or "li" or "heading" or "num")
            return;
        foreach (var child in element.Elements().ToList())
        {
            BreakLines(child, lineBreak + "  ");
            child.AddBeforeSelf(lineBreak + "  ");
        }
        element.Add(lineBreak);
    }
}
