using System.Collections.Immutable;
using SummitDigest.Content.Citing;
using SummitDigest.Content.Reading;

namespace SummitDigest.Content.Tests.Citing;

/// <summary>Speeches to cite, and the site that is cited.</summary>
internal static class Cited
{
    public const string Site = "Summit Digest";

    /// <summary>The bundled speech.</summary>
    public static Speech Wuzhen { get; } = new LibraryReader(new()).Read(Repository.Content).FindSpeech("xi-jinping-wuzhen-summit-2023")!;

    /// <summary>A signed report in its own words, with everything known.</summary>
    public static Speech Rivers { get; } = new(
        Slug: ContentId.TryCreate("mensah-rivers-2024")!,
        File: "content/speeches/mensah-rivers-2024.md",
        Title: "Opening of the river conference",
        Speaker: "Ama Mensah",
        FamilyName: null,
        Event: "River Conference 2024",
        Place: "Accra",
        Date: new(2024, 5, 2),
        Language: "en",
        SpeechKind.Report,
        Wording.Original,
        new("Volta Daily", "River conference opens", ["Esi Owusu"], new("https://volta.example/rivers"), null, null),
        Aliases: [],
        ImmutableDictionary<ContentId, ContentId>.Empty,
        Markdown: "",
        Sections: []);

    public static Speech Titled(string title) => Rivers with { Title = title, Source = Rivers.Source with { Title = null, Url = null } };

    public static Speech SpokenBy(string speaker, string? familyName) => Rivers with { Speaker = speaker, FamilyName = familyName, Source = Rivers.Source with { Url = null } };

    public static Speech ReportedBy(params string[] authors) => Rivers with { Source = Rivers.Source with { Authors = [.. authors], Url = null } };

    /// <summary>A passage of the bundled speech, by number.</summary>
    public static Citation Passage(int number, CitedWork work) =>
        Citation.Of(Wuzhen, Wuzhen.Passages.ElementAt(number - 1), work, Site, $"https://digest.example/speeches/xi-jinping-wuzhen-summit-2023#p{number}");

    /// <summary>A section of the bundled speech, by id.</summary>
    public static Citation Section(string id, CitedWork work) =>
        Citation.Of(Wuzhen, Wuzhen.Sections.Single(section => section.Id.Value == id), work, Site, $"https://digest.example/speeches/xi-jinping-wuzhen-summit-2023#{id}");

    /// <summary>A whole speech.</summary>
    public static Citation Whole(Speech speech, CitedWork work = CitedWork.Speech) =>
        Citation.Of(speech, work, Site, $"https://digest.example/speeches/{speech.Slug}");
}
