using System.Globalization;
using SummitDigest.Content;
using SummitDigest.Content.Theming;

namespace SummitDigest.Web.Pages;

/// <summary>How the pages put dates and numbers into words; decisions, <see cref="DecisionText"/>. The same in every culture.</summary>
internal static class PageText
{
    /// <summary>What an untitled section is called in the interface.</summary>
    public const string Overview = "Overview";

    /// <summary>As in "8 November 2023".</summary>
    public static string Long(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>As in "2023-11-08", for machines.</summary>
    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>As in "2023–1990"; a year alone where both are the same.</summary>
    public static string Years(int first, int last) =>
        first == last ? first.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{first}–{last}");

    /// <summary>The beginning of a text on one line, cut between words where there are any.</summary>
    /// <param name="length">At most so many UTF-16 units, and a mark for what is left out.</param>
    public static string Short(string text, int length)
    {
        text = text.ReplaceLineEndings(" ");
        if (text.Length <= length)
            return text;
        var space = text.LastIndexOf(' ', length);
        var end = space > length / 2 ? space : char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return text[..end].TrimEnd() + " …";
    }

    /// <summary>As in "1 passage" or "1,200 passages".</summary>
    public static string Count(int number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many)}");

    /// <summary>A theme's colour, or "none", for the attribute <c>data-colour</c> that the stylesheet knows.</summary>
    public static string Colour(Theme? theme) => theme?.Colour ?? "none";

    /// <summary>In which direction a language is written: <c>rtl</c> or <c>ltr</c>.</summary>
    public static string Direction(string language) =>
        language.Split('-')[0] is "ar" or "dv" or "fa" or "he" or "ps" or "sd" or "ug" or "ur" or "yi" ? "rtl" : "ltr";

    /// <summary>A section's heading, or what the interface calls it without one.</summary>
    public static string Heading(Section section) => section.Heading ?? Overview;

    /// <summary>The language of <see cref="Heading"/>: a heading that the report does not have is the interface's, in English.</summary>
    public static string HeadingLanguage(Speech speech, Section section, Library library) =>
        section.Heading is null || section.Heading == library.Theme(section.Theme)?.Title ? "en" : speech.Language;

    /// <summary>What the text is, in a few words: "Digest of a report by Xinhua".</summary>
    public static string WhatItIs(Speech speech)
    {
        var kind = speech.Kind.ToString().ToLowerInvariant();
        var source = speech.Source.Publisher is { } publisher ? $"{kind} by {publisher}" : kind;
        return speech.Wording == Wording.Digest ? $"Digest of a {source}" : Capitalised(source);
    }

    /// <summary>A text with a capital in front.</summary>
    public static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>What the text is and where it comes from, in a sentence or two.</summary>
    public static string Provenance(Speech speech)
    {
        var publisher = speech.Source.Publisher;
        return (speech.Kind, speech.Wording) switch
        {
            (SpeechKind.Report, Wording.Digest) => $"This is a digest: each paragraph of a news report by {publisher} restated in this project's own words, with its facts, names, dates and attributions kept. Neither the report's wording nor the speaker's own words are reproduced.",
            (SpeechKind.Report, _) => $"This is a report by {publisher}: a reporter's words, not the speaker's.",
            (SpeechKind.Transcript, Wording.Digest) => $"This is a digest: a transcript{By(publisher)} restated in this project's own words.",
            (SpeechKind.Transcript, _) => $"This is a transcript of what was said{By(publisher)}.",
            (_, Wording.Digest) => $"This is a digest: a draft of the speech{By(publisher)} restated in this project's own words.",
            _ => $"This is the speech as prepared{By(publisher)}; what was said may differ.",
        };
    }

    private static string By(string? publisher) => publisher is null ? "" : $", from {publisher}";
}
