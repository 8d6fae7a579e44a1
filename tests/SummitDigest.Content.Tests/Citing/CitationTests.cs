using SummitDigest.Content.Citing;

namespace SummitDigest.Content.Tests.Citing;

/// <summary>What can be cited, and what a citation says of itself.</summary>
public sealed class CitationTests
{
    [Theory]
    [InlineData(SpeechKind.Report, true)]
    [InlineData(SpeechKind.Transcript, false)]
    [InlineData(SpeechKind.Draft, false)]
    public void Only_a_report_can_be_cited_as_one(SpeechKind kind, bool asReport)
    {
        var speech = Cited.Rivers with { Kind = kind };
        Citation.Works(speech).Should().Equal(asReport ? [CitedWork.Report, CitedWork.Speech] : [CitedWork.Speech]);
        var cite = () => Cited.Whole(speech, CitedWork.Report);
        if (asReport)
            cite.Should().NotThrow();
        else
            cite.Should().Throw<ArgumentException>().WithMessage("The speech mensah-rivers-2024 cannot be cited as a Report.*");
    }

    [Fact]
    public void Each_place_has_a_key_of_its_own()
    {
        string[] keys = [.. Cited.Wuzhen.Passages.Select(passage => Cited.Passage(passage.Number, CitedWork.Speech).Key),
            .. Cited.Wuzhen.Sections.Select(section => Cited.Section(section.Id.Value, CitedWork.Speech).Key),
            .. Citation.Works(Cited.Wuzhen).Select(work => Cited.Whole(Cited.Wuzhen, work).Key)];
        keys.Should().OnlyHaveUniqueItems().And.OnlyContain(key => key.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
    }

    [Fact]
    public void A_section_without_passages_has_no_pinpoint()
    {
        var section = new Section(ContentId.TryCreate("water")!, "Water", 2, Theme: null, Passages: []);
        Apa.InText(Citation.Of(Cited.Rivers, section, CitedWork.Speech, Cited.Site, address: null)).Should().Be("(Mensah, 2024)");
    }

    [Fact]
    public void Every_form_says_that_a_digest_is_one_and_where_it_was_read()
    {
        foreach (var work in Citation.Works(Cited.Wuzhen))
        {
            foreach (var form in Forms(Cited.Passage(7, work)))
                form.Should().MatchRegex("[Dd]igest of a|in digest").And.Contain("Summit Digest");
        }
        foreach (var form in Citation.Works(Cited.Rivers).SelectMany(work => Forms(Cited.Whole(Cited.Rivers, work))))
            form.Should().NotContainAny("igest of", "in digest").And.Contain("Summit Digest");
    }

    [Theory]
    [InlineData("Peace between the nations of the world", "Peace between the Nations of the World")]
    [InlineData("The internet we want: a talk about AI and the IoT", "The Internet We Want: A Talk about AI and the IoT")]
    [InlineData("On cyber-security and state-of-the-art defence", "On Cyber-Security and State-of-the-Art Defence")]
    [InlineData("“the river” on the 21st of may, and what to hope for", "‘The River’ on the 21st of May, and What to Hope For")]
    [InlineData("the people's voice", "The People’s Voice")]
    [InlineData("What iPhones Are to us", "What iPhones Are to Us")]
    [InlineData("élan in a digital age", "Élan in a Digital Age")]
    public void English_titles_have_headline_capitals_in_MLA_and_Chicago_and_not_in_APA(string title, string headline)
    {
        var citation = Cited.Whole(Cited.Rivers with { Title = title }, CitedWork.Speech);
        TextPiece.Plain(Mla.WorksCited(citation)).Should().Contain($"“{headline}.”");
        TextPiece.Plain(Chicago.Note(citation)).Should().Contain($"“{headline}” (speech");
        TextPiece.Plain(Apa.Reference(citation)).Should().Contain(title);
        var french = Cited.Whole(Cited.Rivers with { Title = title, Language = "fr" }, CitedWork.Speech);
        TextPiece.Plain(Mla.WorksCited(french)).Should().NotContain($"“{headline}.”").And.ContainEquivalentOf($"“{headline}.”");
    }

    [Fact]
    public void Marks_come_out_as_they_went_in()
    {
        foreach (var (name, citation) in CitedCases.All)
        {
            var marked = citation.At("{para}", "{address}");
            (Apa.InText(marked) + TextPiece.Plain(Apa.Reference(marked))).Should().Contain(", {para})", name).And.Contain(" {address}", name);
            (Mla.InText(marked) + TextPiece.Plain(Mla.WorksCited(marked))).Should().Contain(", {para})", name).And.Contain(", {address}.", name);
            TextPiece.Plain(Chicago.Note(marked)).Should().Contain(", {para}, {address}", name);
        }
    }

    [Fact]
    public void Filling_in_marks_gives_what_citing_gives()
    {
        var cited = Cited.Passage(7, CitedWork.Report);
        var marked = Cited.Whole(Cited.Wuzhen, CitedWork.Report).At("{para}", "{address}");
        Fill(TextPiece.Plain(Chicago.Note(marked)), "para. 7").Should().Be(TextPiece.Plain(Chicago.Note(cited)));
        Fill(TextPiece.Plain(Mla.WorksCited(marked)), "par. 7").Should().Be(TextPiece.Plain(Mla.WorksCited(cited)));
        Fill(Mla.InText(marked), "par. 7").Should().Be(Mla.InText(cited));
        Fill(Apa.InText(marked), "para. 7").Should().Be(Apa.InText(cited));

        string Fill(string text, string para) =>
            text.Replace("{para}", para, StringComparison.Ordinal).Replace("{address}", cited.Address, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_part_leaves_no_mark_behind()
    {
        var speech = Cited.Rivers with { Place = null, Event = "", Title = "", Speaker = "\u0001", Kind = SpeechKind.Draft, Source = new(null, null, [], null, null, null) };
        var citation = Citation.Of(speech, CitedWork.Speech, "", address: null);
        TextPiece.Plain(Apa.Reference(citation)).Should().Be("(2024, May 2). [Speech as prepared for delivery].");
        TextPiece.Plain(Mla.WorksCited(citation)).Should().Be("2 May 2024. Speech as prepared for delivery.");
        TextPiece.Plain(Chicago.Note(citation)).Should().Be("(speech, May 2, 2024), as prepared for delivery.");
        (Apa.InText(citation), Mla.InText(citation)).Should().Be(("(2024)", ""));
        BibTeXParser.Parse(BibTeX.Write(citation)).Fields.Keys.Should().Equal("date", "year", "month", "note");
        RisParser.Parse(Ris.Write(citation)).Select(line => line.Tag).Should().Equal("TY", "ID", "PY", "DA", "LA", "M3", "ER");
        CslSchema.Item(CslJson.Write(citation)).GetProperty("author").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public void Months_are_those_of_each_style_in_every_culture()
    {
        var months = Enumerable.Range(1, 12).Select(month => Cited.Whole(Cited.Rivers with { Date = new(2024, month, 2) })).ToList();
        months.Select(citation => TextPiece.Plain(Mla.WorksCited(citation)).Split(", ")[2]).Should().Equal("2 Jan. 2024", "2 Feb. 2024", "2 Mar. 2024",
            "2 Apr. 2024", "2 May 2024", "2 June 2024", "2 July 2024", "2 Aug. 2024", "2 Sept. 2024", "2 Oct. 2024", "2 Nov. 2024", "2 Dec. 2024");
        var here = Thread.CurrentThread.CurrentCulture;
        var invariant = CitedCases.All.SelectMany(shown => Forms(shown.Citation)).ToList();
        try
        {
            // A calendar of its own, and a capital İ for i.
            foreach (var culture in new[] { "ar-SA", "th-TH", "tr-TR", "fr-FR" })
            {
                Thread.CurrentThread.CurrentCulture = new(culture);
                CitedCases.All.SelectMany(shown => Forms(shown.Citation)).Should().Equal(invariant);
            }
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = here;
        }
    }

    internal static IEnumerable<string> Forms(Citation citation) =>
    [
        TextPiece.Plain(Apa.Reference(citation)), TextPiece.Plain(Mla.WorksCited(citation)), TextPiece.Plain(Chicago.Note(citation)),
        BibTeX.Write(citation), Ris.Write(citation), CslJson.Write(citation),
    ];
}
