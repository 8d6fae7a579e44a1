using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using SummitDigest.Content;
using SummitDigest.Content.Citing;
using SummitDigest.Web.Links;

namespace SummitDigest.Web.Pages.Shared;

/// <summary>How to cite a speech, or a section or passage of it.</summary>
/// <param name="Part">Null for the speech as a whole.</param>
internal sealed partial record CitePanel(Speech Speech, PartView? Part)
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

    /// <summary>
    /// A citation's text in which names and titles that are written from right to left stand apart: beside them a browser
    /// would put years, commas and brackets in the wrong order. The text itself stays.
    /// </summary>
    public static IHtmlContent Isolated(string text, Citation citation)
    {
        var apart = citation.Authors.SelectMany(author => new[] { author.Full, author.InText })
            .Concat([citation.Title, citation.Publisher, citation.Event, citation.Place, citation.Site])
            .OfType<string>().Where(part => RightToLeft().IsMatch(part)).OrderByDescending(part => part.Length)
            // A style may have other quotation marks and brackets than the title.
            .Select(part => string.Concat(part.Select(c => char.IsPunctuation(c) ? "." : Regex.Escape(c.ToString())))).ToList();
        var html = new HtmlContentBuilder();
        if (apart.Count == 0)
            return html.Append(text);
        var end = 0;
        foreach (Match match in Regex.Matches(text, string.Join('|', apart), RegexOptions.Singleline, TimeSpan.FromMinutes(1)))
        {
            html.Append(text[end..match.Index]).AppendHtml("<bdi>").Append(match.Value).AppendHtml("</bdi>");
            end = match.Index + match.Length;
        }
        return html.Append(text[end..]);
    }

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

    // Hebrew, Arabic and their neighbours; above U+FFFF by their first halves.
    [GeneratedRegex(@"[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\uD802\uD803\uD83A\uD83B]", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex RightToLeft();
}
