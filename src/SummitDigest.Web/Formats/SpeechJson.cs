using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using SummitDigest.Content;
using SummitDigest.Content.Theming;
using SummitDigest.Web.Links;

namespace SummitDigest.Web.Formats;

/// <summary>
/// A speech for machines, at <c>/speeches/{slug}.json</c>. Format 1: names are fixed; fields may be added. <c>theme</c> is
/// null where there is none, in evidence where a term speaks for the occasion; addresses are absolute where
/// <c>Site:BaseUrl</c> is set, those in <c>html</c> too.
/// </summary>
internal sealed record SpeechJson(
    int Format,
    string Slug,
    string Title,
    string Speaker,
    string? FamilyName,
    string Event,
    string? Place,
    DateOnly Date,
    string Language,
    string Kind,
    string Wording,
    SourceJson Source,
    string Url,
    IEnumerable<SectionJson> Sections);

/// <summary>Where a speech's text comes from.</summary>
internal sealed record SourceJson(string? Publisher, string? Title, IEnumerable<string> Authors, string? Url, string? Dateline, DateOnly? Retrieved);

/// <summary>A section; <c>heading</c> is null for one without.</summary>
internal sealed record SectionJson(string Id, string? Heading, string? Theme, string Url, IEnumerable<PassageJson> Passages);

/// <summary>A passage; <c>decidedBy</c> is "lexicon" or "editor", <c>html</c> is safe to put into a page.</summary>
internal sealed record PassageJson(
    string Id,
    int Number,
    string? Theme,
    IEnumerable<string> SecondaryThemes,
    string DecidedBy,
    bool Certain,
    IEnumerable<EvidenceJson> Evidence,
    string Text,
    string Html,
    string Url);

/// <summary>A term of the lexicon, and the words of the passage that matched it.</summary>
internal sealed record EvidenceJson(string? Theme, string Term, string Matched, int Weight);

/// <summary>Makes the JSON of a speech.</summary>
internal static class SpeechJsonResult
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
    };

    /// <summary>The JSON as an answer.</summary>
    public static IResult Of(Speech speech, Library library, SiteLinks links) => Results.Json(ToJson(speech, library, links), Json);

    private static SpeechJson ToJson(Speech speech, Library library, SiteLinks links) => new(
        Format: 1,
        speech.Slug.Value, speech.Title, speech.Speaker, speech.FamilyName, speech.Event, speech.Place, speech.Date, speech.Language,
        Name(speech.Kind), Name(speech.Wording),
        new(speech.Source.Publisher, speech.Source.Title, speech.Source.Authors, speech.Source.Url?.AbsoluteUri, speech.Source.Dateline, speech.Source.Retrieved),
        links.Absolute(links.To(speech)),
        speech.Sections.Select(section => new SectionJson(
            section.Id.Value, section.Heading, section.Theme?.Value, links.Absolute(links.To(speech, section)),
            section.Passages.Select(passage => ToJson(speech, passage, library, links)))));

    private static PassageJson ToJson(Speech speech, Passage passage, Library library, SiteLinks links) => new(
        passage.Id.Value, passage.Number,
        passage.Theming.Theme?.Value,
        passage.Theming.Secondary.Select(theme => theme.Value),
        Name(passage.Theming.DecidedBy),
        passage.Theming.Certain,
        passage.Theming.Evidence.Select(ToJson),
        passage.Text, links.Html(passage.Html, library, speech, isAbsolute: true), links.Absolute(links.To(speech, passage)));

    private static EvidenceJson ToJson(Evidence evidence) => new(evidence.Theme?.Value, evidence.Term, evidence.Matched, evidence.Weight);

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
