using System.Collections.Immutable;
using System.Globalization;

namespace SummitDigest.Content.Citing;

/// <summary>
/// A full note of the Chicago Manual of Style, 17th edition (2017): a report as an article in the news, a speech as a
/// paper presented at a meeting, with the place in the text before the address.
/// </summary>
public static class Chicago
{
    /// <summary>The note, without its number.</summary>
    public static ImmutableArray<TextPiece> Note(Citation citation)
    {
        var date = citation.Date.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);
        var text = new CitationText().Add(Authors(citation.Authors));
        if (citation.Work == CitedWork.Report)
        {
            text.Next(CitationText.Quoted(HeadlineCase.Of(citation.Title, citation.Language), ',')).Next(citation.Periodical, isItalic: true).Next(date).Next(citation.Description);
        }
        else
        {
            // Parentheses inside parentheses are brackets.
            var occasion = CitationText.List("speech", citation.Event, citation.Place)!.Replace('(', '[').Replace(')', ']');
            text.Next(CitationText.Quoted(HeadlineCase.Of(citation.Title, citation.Language), mark: null)).Add($"({occasion}, {date})").Next(citation.Manner)
                .Next(citation.IsDigest ? "in digest" : null);
        }
        var original = citation.SourceAddress is { } source ? $"original at {source}" : null;
        return text.Next(CitationText.List(citation.Site, citation.Pinpoint?.Para, citation.Address, original)).Stop().Pieces;
    }

    private static string Authors(ImmutableArray<CitedName> authors) => authors switch
    {
        [var one] => one.Full,
        [var one, var two] => $"{one.Full} and {two.Full}",
        [var one, var two, var three] => $"{one.Full}, {two.Full}, and {three.Full}",
        [var first, ..] => $"{first.Full} et al.",
        _ => "",
    };
}
