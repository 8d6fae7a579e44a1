using SummitDigest.Content;
using SummitDigest.Content.Citing;
using SummitDigest.Web.Links;

namespace SummitDigest.Web.Pages.Shared;

/// <summary>How to cite a speech, or a section or passage of it.</summary>
/// <param name="Part">Null for the speech as a whole.</param>
internal sealed record CitePanel(Speech Speech, PartView? Part)
{
    /// <summary>What the panel is about, in a word.</summary>
    public string What => Part is null ? "speech" : Part.Passage is null ? "section" : "passage";

    /// <summary>
    /// The note with which a page's script cites quoted words, without an address; <c>{para}</c> stands for what only the
    /// script knows. Words of a digest are nobody's but the site's, and the note says so.
    /// </summary>
    public static string Template(Speech speech, string site) =>
        (speech.Wording == Wording.Digest ? $"(Wording of {site}.) " : "")
        + TextPiece.Plain(Chicago.Note(Citation.Of(speech, Citation.Works(speech)[0], site, address: null).At("{para}", address: "")));

    /// <summary>A citation of it.</summary>
    public Citation Of(CitedWork work, SiteLinks links, string site) => Part switch
    {
        null => Citation.Of(Speech, work, site, links.Full(links.To(Speech))),
        { Passage: { } passage } => Citation.Of(Speech, passage, work, site, links.Full(links.PageOf(Speech, passage.Id))),
        _ => Citation.Of(Speech, Part.Section, work, site, links.Full(links.PageOf(Speech, Part.Id))),
    };

    /// <summary>What a work is called where a reader chooses.</summary>
    public string Title(CitedWork work)
    {
        var publisher = Speech.Source.Publisher is { } name ? $" by {name}" : "";
        return (work, Speech.Kind) switch
        {
            (CitedWork.Report, _) => $"The news report{publisher}",
            (_, SpeechKind.Report) => $"The speech by {Speech.Speaker}, as reported{publisher}",
            _ => $"The speech by {Speech.Speaker}",
        };
    }
}
