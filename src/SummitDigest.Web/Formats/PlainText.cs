using System.Globalization;
using System.Text;
using SummitDigest.Content;
using SummitDigest.Web.Links;
using SummitDigest.Web.Pages;

namespace SummitDigest.Web.Formats;

/// <summary>
/// A speech as text without any marks, at <c>/speeches/{slug}.txt</c>, to read in a terminal, count or feed to a program:
/// <code>
/// Opening of the river conference
///
/// Speaker: Ama Mensah
/// Address: https://digest.example.org/speeches/rivers
///
/// This is a report by Volta Daily: a reporter's words, not the speaker's.
///
///
/// Water for all
///
/// [1] She called for:
/// cheaper water meters
/// </code>
/// The facts, one a line, are those that the file gives; what the text is comes behind them. Two empty lines stand in front
/// of a section, one between all else. The heading is left out where the report has none, the number is the passage's,
/// and the items of a list have lines of their own. Lines are not wrapped and end in a line feed, the last one too.
/// </summary>
internal static class PlainText
{
    /// <summary>The whole text.</summary>
    public static string Of(Speech speech, SiteLinks links)
    {
        var text = new StringBuilder();
        text.Append(OneLine(speech.Title)).Append("\n\n");
        foreach (var (name, value) in Facts(speech, links))
        {
            if (value is not null)
                text.Append(CultureInfo.InvariantCulture, $"{name}: {OneLine(value)}\n");
        }
        text.Append(CultureInfo.InvariantCulture, $"\n{OneLine(PageText.Provenance(speech))}\n");
        foreach (var section in speech.Sections)
        {
            text.Append('\n');
            if (section.Heading is not null)
                text.Append(CultureInfo.InvariantCulture, $"\n{OneLine(section.Heading)}\n");
            foreach (var passage in section.Passages)
                text.Append(CultureInfo.InvariantCulture, $"\n[{passage.Number}] {string.Join('\n', passage.Text.Split('\n').Select(OneLine))}\n");
        }
        return text.ToString();
    }

    private static IEnumerable<(string Name, string? Value)> Facts(Speech speech, SiteLinks links) =>
    [
        ("Speaker", speech.Speaker),
        ("Event", speech.Event),
        ("Place", speech.Place),
        ("Date", PageText.Long(speech.Date)),
        ("Language", speech.Language),
        ("What it is", PageText.WhatItIs(speech)),
        ("Source", speech.Source.Publisher),
        ("Headline", speech.Source.Title),
        ("Byline", speech.Source.Authors.IsEmpty ? null : string.Join("; ", speech.Source.Authors)),
        ("Dateline", speech.Source.Dateline),
        ("Source address", speech.Source.Url?.AbsoluteUri),
        ("Retrieved", speech.Source.Retrieved is { } day ? PageText.Long(day) : null),
        ("Address", links.Full(links.To(speech))),
    ];

    // Control characters would be orders to a terminal.
    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.AsSpan().ContainsAnyInRange('\0', '\u001F') || line.AsSpan().ContainsAnyInRange('\u007F', '\u009F') ? string.Concat(line.Where(c => !char.IsControl(c))) : line;
    }
}
