using System.Text.Json.Nodes;
using SummitDigest.Content;
using SummitDigest.Content.Citing;
using SummitDigest.Content.Theming;
using SummitDigest.Web.Links;

namespace SummitDigest.Web.Pages.Shared;

/// <summary>
/// What a page says of a speech, or of a section or passage, to programs: Highwire's <c>citation_*</c> tags, which reference
/// managers read, and JSON-LD in the words of schema.org, which search engines read.
/// </summary>
/// <param name="Part">Null for the speech as a whole.</param>
/// <param name="Site">The site's title.</param>
internal sealed record Metadata(Speech Speech, PartView? Part, Library Library, SiteLinks Links, string Site)
{
    private string Address => Links.Full(Part is null ? Links.To(Speech) : Links.PageOf(Speech, Part.Id));

    private string Title => Part is null ? Speech.Title : $"{Speech.Title}: {Part.Title}";

    private Citation Cited => Citation.Of(Speech, Citation.Works(Speech)[0], Site, Address);

    private IEnumerable<Theme> Themes => (Part?.Passages ?? Speech.Passages)
        .Select(passage => passage.Theming.Theme).OfType<ContentId>().Distinct().Select(id => Library.Theme(id)!);

    /// <summary>
    /// The tags as name and content. Those of a report name its bylines or its publisher, those of a transcript the speaker;
    /// those of a digest say that it is one, and that it was published here.
    /// </summary>
    public IEnumerable<(string Name, string Content)> Tags()
    {
        var citation = Cited;
        yield return ("citation_title", citation.IsDigest ? $"{Title} [{PageText.Capitalised(citation.Description!)}]" : Title);
        foreach (var author in citation.Authors)
            yield return ("citation_author", author.Full);
        yield return ("citation_publication_date", PageText.Iso(Speech.Date).Replace('-', '/'));
        if ((citation.IsDigest ? Site : Speech.Source.Publisher) is { } publisher)
            yield return ("citation_publisher", publisher);
        if (Speech.Kind != SpeechKind.Report)
            yield return ("citation_conference_title", Speech.Event);
        yield return ("citation_language", Speech.Language);
        yield return ("citation_public_url", Address);
        if (Themes.Any())
            yield return ("citation_keywords", string.Join("; ", Themes.Select(theme => theme.Title)));
    }

    /// <summary>The JSON-LD. What has a meaning in HTML is escaped in it.</summary>
    public string JsonLd() => (Part is null ? OfSpeech() : OfPart(Part)).ToJsonString();

    private JsonObject OfSpeech()
    {
        var isOriginal = Speech.Wording == Wording.Original;
        var json = Base(Speech.Kind == SpeechKind.Report && isOriginal ? "NewsArticle" : "Report");
        json["headline"] = Speech.Title;
        // A digest is in this site's words.
        json["author"] = isOriginal ? new JsonArray([.. Cited.Authors.Select(Author)]) : Organization(Site);
        json["publisher"] = Organization(Site);
        json["about"] = new JsonArray([
            new JsonObject { ["@type"] = "Person", ["name"] = Speech.Speaker },
            Event(),
            .. Themes.Select(About),
        ]);
        json["hasPart"] = new JsonArray([.. Speech.Sections.Select(section => Piece(new(Speech, section, Passage: null)))]);
        return json;
    }

    private JsonObject OfPart(PartView part)
    {
        var json = Base("CreativeWork");
        json["isPartOf"] = new JsonObject { ["@type"] = "CreativeWork", ["@id"] = Links.Full(Links.To(Speech)), ["name"] = Speech.Title };
        json["about"] = new JsonArray([.. Themes.Select(About)]);
        if (part.Passage is { } passage)
            json["position"] = passage.Number;
        else
            json["hasPart"] = new JsonArray([.. part.Passages.Select(one => Piece(new(Speech, part.Section, one)))]);
        return json;
    }

    private JsonObject Base(string type)
    {
        var json = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = type,
            ["@id"] = Address,
            ["url"] = Address,
            ["name"] = Title,
            ["inLanguage"] = Speech.Language,
            ["datePublished"] = PageText.Iso(Speech.Date),
        };
        if (Source() is { } source)
            json["isBasedOn"] = source;
        return json;
    }

    private JsonObject Piece(PartView piece)
    {
        var address = Links.Full(Links.PageOf(Speech, piece.Id));
        return new() { ["@type"] = "CreativeWork", ["@id"] = address, ["url"] = address, ["name"] = piece.Title };
    }

    // What was read for it.
    private JsonObject? Source()
    {
        var source = Speech.Source;
        if (source is { Publisher: null, Url: null })
            return null;
        var json = new JsonObject { ["@type"] = Speech.Kind == SpeechKind.Report ? "NewsArticle" : "CreativeWork", ["datePublished"] = PageText.Iso(Speech.Date) };
        if (source.Publisher is { } publisher)
            json["publisher"] = Organization(publisher);
        if (source.Title is { } headline)
            json["headline"] = headline;
        if (source.Url is { } url)
            json["url"] = url.AbsoluteUri;
        return json;
    }

    private JsonObject Event()
    {
        var json = new JsonObject { ["@type"] = "Event", ["name"] = Speech.Event, ["startDate"] = PageText.Iso(Speech.Date) };
        if (Speech.Place is { } place)
            json["location"] = place;
        return json;
    }

    private JsonObject About(Theme theme) => new()
    {
        ["@type"] = "DefinedTerm",
        ["@id"] = Links.Full(Links.To(theme)),
        ["name"] = theme.Title,
        ["description"] = theme.Definition,
    };

    // An institution where the file says so: a report's publisher, or a speaker whose family name is the whole name.
    private JsonObject Author(CitedName author) =>
        new[] { Speech.Source.Publisher, Speech.FamilyName }.Any(name => name is not null && CitedName.Whole(name) == author)
            ? Organization(author.Full)
            : new() { ["@type"] = "Person", ["name"] = author.Full };

    private static JsonObject Organization(string name) => new() { ["@type"] = "Organization", ["name"] = name };
}
