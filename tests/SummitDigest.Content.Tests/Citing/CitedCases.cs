using SummitDigest.Content.Citing;
using static SummitDigest.Content.Tests.Citing.Cited;

namespace SummitDigest.Content.Tests.Citing;

/// <summary>What <c>citations.md</c> shows, by the headings there.</summary>
internal static class CitedCases
{
    private static readonly string[] Many = [.. Enumerable.Range(0, 22).Select(number => $"Ama {(char)('B' + number)}o")];

    public static IReadOnlyList<(string Name, Citation Citation)> All { get; } =
    [
        ("A passage of the bundled speech, as a report", Passage(7, CitedWork.Report)),
        ("A passage of the bundled speech", Passage(7, CitedWork.Speech)),
        ("A section of the bundled speech, as a report", Section("development", CitedWork.Report)),
        ("A section of the bundled speech", Section("development", CitedWork.Speech)),
        ("The bundled speech as a report", Whole(Wuzhen, CitedWork.Report)),
        ("The bundled speech", Whole(Wuzhen)),
        ("Marks for a place and an address that are filled in later", Passage(7, CitedWork.Speech).At("{para}", "{address}")),
        ("A signed report in its own words", Whole(Rivers, CitedWork.Report)),
        ("A speech as reported in its own words", Whole(Rivers)),
        ("A signed report in digest", Whole(Rivers with { Wording = Wording.Digest }, CitedWork.Report)),
        ("An unsigned report in its own words", Whole(ReportedBy(), CitedWork.Report)),
        ("A report signed by its publisher", Whole(ReportedBy("Volta Daily"), CitedWork.Report)),
        ("Two authors", Whole(ReportedBy("Owusu, Esi", "Jean-Luc B. Picard"), CitedWork.Report)),
        ("Three authors", Whole(ReportedBy("Esi Owusu", "Kofi Boateng", "Ama Mensah"), CitedWork.Report)),
        ("Four authors", Whole(ReportedBy("Esi Owusu", "Kofi Boateng", "Ama Mensah", "Ursula von der Leyen"), CitedWork.Report)),
        ("Twenty authors", Whole(ReportedBy(Many[..20]), CitedWork.Report)),
        ("Twenty-two authors", Whole(ReportedBy(Many), CitedWork.Report)),
        ("No address", Citation.Of(Rivers with { Source = Rivers.Source with { Url = null } }, CitedWork.Report, Site, address: null)),
        ("No address and no place", Citation.Of(Rivers with { Place = null, Source = Rivers.Source with { Url = null } }, CitedWork.Speech, Site, address: null)),
        ("A transcript", Whole(Rivers with { Kind = SpeechKind.Transcript, Source = new(null, null, [], null, null, null) })),
        ("A transcript in digest with a publisher", Whole(Rivers with { Kind = SpeechKind.Transcript, Wording = Wording.Digest })),
        ("A draft", Whole(Rivers with { Kind = SpeechKind.Draft, Source = new(null, null, [], null, null, null) })),
        ("A French speech", Whole(Rivers with
        {
            Slug = ContentId.TryCreate("leveque-eau-2024")!,
            Title = "Discours d’ouverture : « l’eau pour tous »",
            Speaker = "Anne-Sophie Lévêque",
            Event = "Conférence des fleuves",
            Place = "Orléans",
            Language = "fr",
            Source = new("Le Journal de l’Eau", null, ["Zoé de La Tour"], null, null, null),
        })),
        ("A Chinese speech", Whole(Wuzhen with
        {
            Title = "习近平向乌镇峰会发表视频致辞",
            Speaker = "习近平",
            FamilyName = "习",
            Event = "2023年世界互联网大会乌镇峰会",
            Place = "乌镇",
            Language = "zh-Hans",
            Wording = Wording.Original,
            Source = Wuzhen.Source with { Publisher = "新华社" },
        })),
        ("An Arabic report", Whole(Rivers with
        {
            Title = "هل يكفي الماء للجميع؟",
            Speaker = "محمد علي",
            Language = "ar",
            Source = new("صحيفة النهر", null, [], null, null, null),
        }, CitedWork.Report)),
        ("An institution speaks", Whole(SpokenBy("Ministry of Water and Sanitation", "Ministry of Water and Sanitation"))),
        ("A title that asks", Whole(Titled("Is there water for all?"), CitedWork.Report)),
        ("A speech whose title asks", Whole(Titled("Is there water for all?"))),
        ("A title that ends in an abbreviation", Whole(Titled("Water in the U.S."), CitedWork.Report)),
        ("A title with a quotation", Whole(Titled("The \"river of life\" and “its friends”"), CitedWork.Report)),
        ("A title that is a quotation and asks", Whole(Titled("“Who owns the river?”"), CitedWork.Report)),
        ("A title with what TeX takes for commands", Whole(Titled(@"100% of {A_1} & \B for $5 #1 ~ ^"), CitedWork.Report)),
        ("A suffix", Whole(SpokenBy("Martin Luther King, Jr.", familyName: null))),
        ("A particle", Whole(SpokenBy("Ursula von der Leyen", familyName: null))),
    ];
}
