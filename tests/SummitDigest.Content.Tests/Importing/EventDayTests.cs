namespace SummitDigest.Content.Tests.Importing;

/// <summary>The day of a speech, among the other days that a report names.</summary>
public sealed class EventDayTests
{
    [Theory]
    [InlineData("Minister Ama Mensah, born in Accra on 3 April 1970, said that it rained.")]
    [InlineData("The forum, first held on 12 June 1998, asked for gauges.")]
    [InlineData("The forum was first held in Lagos on 12 June 1998, she said.")]
    [InlineData("She said that the law of 14 July 2016 was too weak.")]
    [InlineData("She said that the next forum will open in Lagos on 12 June 2030.")]
    [InlineData("La ministre Awa Diop, née à Dakar le 3 avril 1970, a dit qu'il pleuvait.")]
    [InlineData("Elle a dit que la loi du 14 juillet 2016 ne suffit pas.")]
    public void The_day_of_something_else_is_not_that_of_the_speech(string text) => Imported.Text($"It rained.\n\n{text}").Date.Should().BeNull();

    [Theory]
    [InlineData("Minister Ama Mensah opened the first River Forum on 2 May 2024 in Accra.")]
    [InlineData("The minister spoke before delegates in Accra on Thursday, 2 May 2024, and left.")]
    [InlineData("The forum met in Accra from 2 to 4 May 2024 and asked for gauges.")]
    [InlineData("Le forum s'est tenu à Accra du 2 au 4 mai 2024 et la pluie est venue.")]
    public void A_day_in_the_first_paragraphs_is_that_of_the_speech(string text) => Imported.Text(text).Date.Should().Be(new DateOnly(2024, 5, 2));

    [Theory]
    [InlineData("2024-01-02T08:00:00Z", "OSLO, Dec. 29 (NTB) - It rained.", "2023-12-29")]
    [InlineData("2023-12-31T23:00:00Z", "SYDNEY, Jan. 1 (AAP) - It rained.", "2024-01-01")]
    [InlineData("2024-05-06", "OSLO - Minister Kari Lund told the forum on Friday that it rained.", "2024-05-03")]
    [InlineData("2024-05-06", "Minister Kari Lund told the forum on Monday that it rained.", "2024-05-06")]
    [InlineData("2024-05-06", "La ministre Awa Diop a ouvert vendredi le forum.", "2024-05-03")]
    [InlineData("2024-05-06", "It rained. The forum, which ends on Friday, asked for gauges.", "2024-05-06")]
    [InlineData("2024-05-06", "Minister Kari Lund opened on Thursday the forum that closed on Saturday.", null)]
    [InlineData("2024-05-06", "Minister Kari Lund said that the forum met on 12 June 2030.", "2024-05-06")]
    public void What_is_published_later_tells_the_year_or_the_week(string published, string text, string? date) =>
        Imported.Text($"<html><head><meta property='article:published_time' content='{published}'></head><body><p>{text}</p></body></html>")
            .Date?.ToString("O", System.Globalization.CultureInfo.InvariantCulture).Should().Be(date);

    [Fact]
    public void A_day_above_the_report_is_that_of_publication_unless_a_place_stands_beside_it()
    {
        const string text = "Minister Kari Lund told the forum on Friday that it rained.";
        Imported.Text($"Rain at the forum\n\nPublished: 6 May 2024\n\n{text}").Date.Should().Be(new DateOnly(2024, 5, 3));
        Imported.Text($"Rain at the forum\n\nOslo, 6 May 2024\n\n{text}").Date.Should().Be(new DateOnly(2024, 5, 6));
        Imported.Text("Rain at the forum\n\nPublished: 2 January 2024\n\nOSLO, Dec. 29 (NTB) - It rained.").Date.Should().Be(new DateOnly(2023, 12, 29));
    }

    [Fact]
    public void A_weekday_that_a_speaker_names_is_not_that_of_the_speech() =>
        Imported.Text("My rivers\n\nDelivered on 6 May 2024\n\nI thank you, and I am glad.\n\nI said so on Friday. I meant it.").Date.Should().Be(new DateOnly(2024, 5, 6));

    [Theory]
    [InlineData("5月6日，河流数据对话在武汉举行。", "2024-05-06")]
    [InlineData("2024年5月6日上午，河流数据对话在武汉举行。", "2024-05-06")]
    [InlineData("12月30日，河流数据对话在武汉举行。", "2023-12-30")]
    [InlineData("5月7日，河流数据对话在武汉举行。", "2024-05-07")]
    [InlineData("河流数据对话在武汉举行。", "2024-05-07")]
    [InlineData("河流数据对话将于5月20日在武汉举行。", null)]
    [InlineData("自5月1日起施行的规定要求测量雨量。", null)]
    [InlineData("5月6日，河流数据对话在武汉举行，条例5月1日起施行。", null)]
    [InlineData("5月5日至6日，河流数据对话在武汉举行。", "2024-05-05")]
    public void The_day_in_a_chinese_lead_goes_before_that_of_the_page(string lead, string? date)
    {
        foreach (var text in new[] { $"河流数据对话在武汉举行 雨量公开\n\n2024-05-07 10:20 来源:某某网\n\n{lead}", $"<html><head><meta property='article:published_time' content='2024-05-07'></head><body><p>{lead}</p></body></html>" })
            Imported.Text(text).Date?.ToString("O", System.Globalization.CultureInfo.InvariantCulture).Should().Be(date);
    }

    [Theory]
    [InlineData("OSLO, May 9, 2024 (NTB) - Minister Kari Lund said on Wednesday that it rained.", "2024-05-08")]
    [InlineData("OSLO, May 9, 2024 (NTB) - Minister Kari Lund on Friday told the forum that it rained.", null)]
    [InlineData("OSLO, May 9, 2024 (NTB) - Minister Kari Lund said on Thursday that it rained on Tuesday.", "2024-05-09")]
    [InlineData("OSLO, May 9, 2024 (NTB) - Minister Kari Lund said on Tuesday and on Wednesday that it rained.", null)]
    [InlineData("OSLO, May 9, 2024 (NTB) - The rain of Tuesday filled the river, and delegates met.", null)]
    [InlineData("OSLO, May 9, 2024 (NTB) - Minister Kari Lund said that the forum ends on Saturday.", "2024-05-09")]
    [InlineData("OSLO, May 9, 2024 (NTB) - Minister Kari Lund asked for gauges.\n\nThe forum opened on Monday.", "2024-05-09")]
    [InlineData("OSLO, 7-9 May 2024 (NTB) - Minister Kari Lund said on Wednesday that it rained.", "2024-05-07")]
    [InlineData("LYON, 9 mai 2024 (ATS) – La ministre Awa Diop a ouvert mercredi le forum.", "2024-05-08")]
    public void A_weekday_in_the_lead_that_is_not_the_datelines_is_the_last_such_day(string text, string? date) =>
        Imported.Text(text).Date?.ToString("O", System.Globalization.CultureInfo.InvariantCulture).Should().Be(date);
}
