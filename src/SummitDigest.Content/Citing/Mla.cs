using System.Collections.Immutable;
using System.Globalization;

namespace SummitDigest.Content.Citing;

/// <summary>
/// The style of the Modern Language Association, 9th edition (2021): the work with its date, then the site as the container
/// in which it was read, then, as the supplemental element at the end, what was read and where its source is.
/// </summary>
public static class Mla
{
    // MLA 9, appendix 1: four letters for September, none cut from May, June and July.
    private static readonly ImmutableArray<string> Months =
        ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

    /// <summary>The entry in the list of works cited, without a pinpoint: the style has it in the text only.</summary>
    public static ImmutableArray<TextPiece> WorksCited(Citation citation)
    {
        var date = Date(citation.Date);
        var text = new CitationText().Add(Authors(citation.Authors)).Stop().Add(CitationText.Quoted(HeadlineCase.Of(citation.Title, citation.Language), '.'));
        if (citation.Work == CitedWork.Speech)
            text.Add(CitationText.List(citation.Event, date, citation.Place)).Stop();
        else if (citation.Periodical is { } periodical)
            text.Add(periodical, isItalic: true).Next(date).Stop();
        else
            text.Add(date).Stop();
        text.Add(citation.Site, isItalic: true).Next(citation.Address).Stop();
        var original = citation.SourceAddress is { } source ? $"original at {source}" : null;
        return text.Add(CitedText.Capitalised(CitationText.List(citation.Description, original) ?? "")).Stop().Pieces;
    }

    /// <summary>The citation in the text: "(Xi, par. 7)".</summary>
    public static string InText(Citation citation)
    {
        var authors = citation.Authors switch
        {
            [var one] => one.InText,
            [var one, var two] => $"{one.InText} and {two.InText}",
            [var first, ..] => $"{first.InText} et al.",
            _ => null,
        };
        return CitationText.List(authors, citation.Pinpoint?.Par) is { } place ? $"({place})" : "";
    }

    // The comma behind the first name is there because the name was turned round.
    private static string Authors(ImmutableArray<CitedName> authors)
    {
        if (authors is not [var first, ..])
            return "";
        var isInverted = first.Family is not null && first.Given is not null && !first.IsFamilyFirst;
        var name = isInverted ? CitationText.List(first.InText, first.Given, first.Suffix)! : first.Full;
        return authors.Length switch
        {
            1 => name,
            2 => $"{name}{(isInverted ? "," : "")} and {authors[1].Full}",
            _ => $"{name}{(isInverted ? "," : "")} et al.",
        };
    }

    private static string Date(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Months[date.Month - 1]} {date.Year}");
}
