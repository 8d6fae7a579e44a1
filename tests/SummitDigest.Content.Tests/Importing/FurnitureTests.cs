namespace SummitDigest.Content.Tests.Importing;

/// <summary>Lines around a report that are none of its text, and lines of it that only look so.</summary>
public sealed class FurnitureTests
{
    [Theory]
    [InlineData("Copyright must be kept where machines read, Mensah said.")]
    [InlineData("Copyright Courts should decide by May, Mensah said.")]
    [InlineData("Reporting by every port is a duty, Mensah said.")]
    [InlineData("Editing by Machines has to be marked, Mensah said.")]
    [InlineData("Photos by satellite must be free, Mensah said.")]
    [InlineData("Reportage de crue et rumeurs vont ensemble, a conclu Mme Mensah.")]
    [InlineData("审核水位数据必须公开，张伟说。")]
    [InlineData("分享到村庄的数据才有用，张伟说。")]
    public void A_last_sentence_that_begins_like_a_credit_stays(string text) => Imported.Text($"It rained.\n\n{text}").Passages().Should().Equal("It rained.", text);

    [Theory]
    [InlineData("(Reporting by Nora Lie and Sam Hope; editing by Esi Owusu)")]
    [InlineData("(Additional reporting by Nora Lie in Accra; Editing by Sam Hope.)")]
    [InlineData("Compiled by staff")]
    [InlineData("This story was produced by Volta Daily.")]
    [InlineData("© 2024 Volta Daily. All rights reserved.")]
    [InlineData("Copyright 2024 Volta Daily. This text is not to be copied.")]
    [InlineData("Copyright Volta Daily")]
    [InlineData("All rights reserved.")]
    [InlineData("Photo: Minister Mensah speaks beside the river.")]
    [InlineData("Reportage de Nora Lie")]
    [InlineData("审核 李四")]
    [InlineData("【纠错】责任编辑：李四")]
    public void A_credit_under_the_report_is_an_editor_line(string text)
    {
        var report = Imported.Text($"It rained.\n\n{text}");
        report.Passages().Should().Equal("It rained.");
        report.EditorLines.Should().Equal(text);
    }

    [Fact]
    public void The_third_item_of_a_list_is_no_copyright() =>
        Imported.Text("We shall:\n(a) measure;\n(b) publish;\n(c) share.").Passages().Should().Equal("We shall:\n(a) measure;\n(b) publish;\n(c) share.");

    [Theory]
    [InlineData("Tuesday, 7 May 2024", null)]
    [InlineData("Published on Thu, 7 May 2024", null)]
    [InlineData("2024-05-07T15:20:00Z", null)]
    [InlineData("Tokyo, 7 May 2024", "Tokyo")]
    [InlineData("Tamale, 7 May 2024, 10h15", "Tamale")]
    public void A_day_above_the_report_may_stand_beside_a_place(string line, string? place)
    {
        var report = Imported.Text($"Rivers rise\n\n{line}\n\nIt rained.");
        (report.Place, report.Date).Should().Be((place, new DateOnly(2024, 5, 7)));
        report.Passages().Should().Equal("It rained.");
    }

    [Theory]
    [InlineData("ACCRA FORUM - Minister pleads for gauges", "x.txt")]
    [InlineData("FORUM D'ACCRA – « La pluie ne s'achète pas », dit Mme Mensah", "x.txt")]
    [InlineData("# ACCRA FORUM - Minister pleads for gauges", "x.md")]
    public void A_headline_above_a_dateline_is_no_dateline(string headline, string file)
    {
        var report = Imported.Text($"{headline}\n\nACCRA, May 7, 2024 (GNA) - It rained.", fileName: file);
        (report.Title, report.Place, report.Dateline).Should().Be((headline.TrimStart('#', ' '), "Accra", "ACCRA, May 7, 2024 (GNA)"));
        report.Passages().Should().Equal("It rained.");
    }

    [Theory]
    [InlineData("LISBON, Dec. 31, 2023 (Lusa) --", "\n\n")]
    [InlineData("LISBON, Dec. 31, 2023 (Lusa) --", "\n")]
    [InlineData("LISBON, Dec. 31, 2023 (Lusa)", "\n\n")]
    [InlineData("Lisbon, 31 December 2023 (Lusa) –", "\n\n")]
    public void A_dateline_may_stand_on_a_line_of_its_own(string line, string gap)
    {
        var report = Imported.Text($"Rivers rise\n\n{line}{gap}It rained.");
        (report.Place, report.Date, report.Publisher, report.Dateline).Should().Be(("Lisbon", new DateOnly(2023, 12, 31), "Lusa", line.TrimEnd('-', '–', ' ')));
        report.Passages().Should().Equal("It rained.");
    }

    [Theory]
    [InlineData("Delivered on 7 May 2024")]
    [InlineData("Speech given on Tuesday, 7 May 2024")]
    [InlineData("Discours prononcé le 7 mai 2024")]
    public void What_was_done_on_a_day_is_no_place(string line)
    {
        var report = Imported.Text($"Rivers rise\n\n{line}\n\nIt rained.");
        (report.Place, report.Date).Should().Be((null, new DateOnly(2024, 5, 7)));
        report.Passages().Should().Equal("It rained.");
    }

    [Fact]
    public void Lines_of_the_page_between_paragraphs_are_taken_out()
    {
        var report = Imported.Text("It rained.\n\nADVERTISEMENT\n\nMinister Ama Mensah asked for gauges on every river of the country.\nRead more: Five rivers to know\nShe said so twice, and the delegates of thirty countries heard her.\n\nAlso read | Bo Li bans boats\n\nLire aussi : La pluie\n\nRelated: the price of gauges rose, she said.\n\nRead more\nThe rain goes on");
        report.Passages().Should().Equal("It rained.", "Minister Ama Mensah asked for gauges on every river of the country.", "She said so twice, and the delegates of thirty countries heard her.", "Related: the price of gauges rose, she said.", "Read more The rain goes on");
        report.EditorLines.Should().Equal("ADVERTISEMENT", "Read more: Five rivers to know", "Also read | Bo Li bans boats", "Lire aussi : La pluie");
    }

    [Theory]
    [InlineData("Ana Silva and Bo Li", "Ana Silva", "Bo Li")]
    [InlineData("Ana Silva, Bo Li", "Ana Silva", "Bo Li")]
    [InlineData("Volta", "Volta")]
    public void Authors_under_a_label(string value, params string[] authors) => Imported.Text($"Author: {value}\nTitle: Rivers rise\n\nIt rained.").Authors.Should().Equal(authors);

    [Theory]
    [InlineData("Ama Mensah told the Indigenous Peoples' Data Summit that it rained.", "Indigenous Peoples' Data Summit")]
    [InlineData("Ama Mensah told the 'Rivers' Data Summit that it rained.", "Rivers Data Summit")]
    [InlineData("Ama Mensah read 'Notes of the Rivers Summit' to them.", "Rivers Summit")]
    public void The_apostrophe_of_a_plural_stays_in_an_events_name(string text, string name) => Imported.Text(text).Event.Should().Be(name);

    [Theory]
    [InlineData("Address by Dr. Jane Ngata, Minister of Rivers", "Pacific River Forum, Suva, 9 August 2024", "Pacific River Forum", "Suva")]
    [InlineData("Address by Dr. Jane Ngata, Minister of Rivers", "World Summit on the Rivers of the South, Suva, Fiji, 9 August 2024", "World Summit on the Rivers of the South", "Suva")]
    [InlineData("Address by Dr. Jane Ngata, Minister of Rivers", "Suva, Pacific River Forum, 9 August 2024", "Pacific River Forum", "Suva")]
    [InlineData("Address by Dr. Jane Ngata, Minister of Rivers", "Pacific River Forum, 9 August 2024", "Pacific River Forum", null)]
    [InlineData("Discours de M. Issa Faye, ministre de la Pluie", "Sommet mondial sur la société des fleuves, Genève, le 9 août 2024", "Sommet mondial sur la société des fleuves", "Genève")]
    [InlineData("Discours de M. Issa Faye, ministre de la Pluie", "Forum africain des fleuves, Dakar, 9 août 2024", "Forum africain des fleuves", "Dakar")]
    public void Event_place_and_day_may_stand_on_one_line_under_the_title(string title, string line, string name, string? place)
    {
        foreach (var gap in new[] { "\n\n", "\n" })
        {
            var report = Imported.Text($"{title}{gap}{line}\n\nIt rained.\n\nIt stopped.");
            (report.Title, report.Event, report.Place, report.Date).Should().Be((title, name, place, new DateOnly(2024, 8, 9)));
            report.Passages().Should().Equal("It rained.", "It stopped.");
        }
    }

    [Fact]
    public void A_parliament_beside_the_day_is_a_place_and_no_event()
    {
        var report = Imported.Text("Speech on the rivers\n\nNational Assembly, Accra, 9 August 2024\n\nIt rained.");
        (report.Event, report.Place).Should().Be((null, "National Assembly"));
    }

    [Theory]
    [InlineData("河流数据网 2024年08月09日 09:00", "河流数据网", null)]
    [InlineData("武汉 2024年08月09日 09:00", null, "武汉")]
    public void A_site_beside_the_day_is_no_place_and_the_time_is_part_of_none(string line, string? publisher, string? place)
    {
        var report = Imported.Text($"河流数据公开 雨量人人可查\n\n{line}\n\n下雨了。");
        (report.Publisher, report.Place, report.Date).Should().Be((publisher, place, new DateOnly(2024, 8, 9)));
    }

    [Theory]
    [InlineData("Rivers rise as gauges fail\n\nSource: Xinhua | 2024-08-09 20:15:33 | Editor: huaxia")]
    [InlineData("Rivers rise as gauges fail\nSource: Xinhua| 2024-08-09 20:15:33|Editor: huaxia")]
    [InlineData("Source: Xinhua\nEditor: huaxia\n2024-08-09 10:12:45\n\nRivers rise as gauges fail")]
    [InlineData("Source: Xinhua\n\nEditor: huaxia\n\n2024-08-09 10:12:45\n\nRivers rise as gauges fail")]
    public void Facts_between_bars_or_above_the_headline_stand_each_on_its_own(string head)
    {
        var report = Imported.Text($"{head}\n\nIt rained.\n\nIt stopped.");
        (report.Title, report.Publisher, report.Date).Should().Be(("Rivers rise as gauges fail", "Xinhua", new DateOnly(2024, 8, 9)));
        report.Passages().Should().Equal("It rained.", "It stopped.");
    }

    [Theory]
    [InlineData("Publié le : 09/08/2024 - 10:15 Modifié le : 10/08/2024 - 11:20")]
    [InlineData("Publié le : 09/08/2024 - 10:15Modifié le : 10/08/2024 - 11:20")]
    [InlineData("Sign up to our newsletter")]
    [InlineData("Sign up for the weekly newsletter of our water desk.")]
    [InlineData("Follow us on WhatsApp for more news")]
    [InlineData("Share this page")]
    public void A_stamp_or_a_plea_of_the_page_is_no_passage(string line)
    {
        var report = Imported.Text($"It rained.\n\n{line}\n\nIt stopped.");
        report.Passages().Should().Equal("It rained.", "It stopped.");
        report.EditorLines.Should().Equal(line);
    }

    [Theory]
    [InlineData("Follow us on this road.")]
    [InlineData("Sign up for the rivers, she said.")]
    [InlineData("Share this page of history with your children.")]
    public void A_plea_of_the_speaker_stays(string line) => Imported.Text($"It rained.\n\n{line}\n\nIt stopped.").Passages().Should().Equal("It rained.", line, "It stopped.");

    [Fact]
    public void A_pages_heading_above_its_buttons_is_none_of_the_reports()
    {
        var report = Imported.Text("# Rivers rise\n\nIt rained.\n\n## Share this page\n\nIt stopped.", fileName: "x.md");
        report.Headings().Should().NotContain("Share this page");
        report.EditorLines.Should().Equal("Share this page");
    }

    [Theory]
    [InlineData("Published\n11 August 2024\nLocation:\nRiver House, Suva\nDelivered on:\n9 August 2024 (Transcript of the speech, exactly as it was delivered)")]
    [InlineData("Published\n\n11 August 2024\n\nLocation:\n\nRiver House, Suva\n\nDelivered on:\n\n9 August 2024")]
    [InlineData("Published 11 August 2024\n\nDelivered on: 9 August 2024 (Original script, may differ from delivered version)\n\nLocation: River House, Suva")]
    public void A_label_may_stand_above_what_it_announces_and_the_day_of_delivery_goes_first(string head)
    {
        var report = Imported.Text($"Minister's speech on the rivers\n\n{head}\n\nIt rained.\n\nIt stopped.");
        (report.Title, report.Place, report.Date).Should().Be(("Minister's speech on the rivers", "River House, Suva", new DateOnly(2024, 8, 9)));
        report.Passages().Should().Equal("It rained.", "It stopped.");
    }

    [Theory]
    [InlineData("Speaker:\n\nGood morning to all of you\n\nIt rained.", "Speaker:", "Good morning to all of you", "It rained.")]
    [InlineData("It rained.\n\nTo:\n- measure;\n- publish.\n\nThe third rule\n\nIt stopped.", "It rained.", "To:\nmeasure;\npublish.", "The third rule", "It stopped.")]
    public void What_only_looks_like_a_label_alone_takes_nothing_with_it(string text, params string[] passages) =>
        Imported.Text($"Minister's speech on the rivers\n\nIt snowed.\n\n{text}").Passages().Should().Equal(passages.Prepend("It snowed."));

    [Fact]
    public void Labels_above_what_they_announce_may_stand_under_a_standfirst()
    {
        var report = Imported.Text("""
            <html lang="en"><body><main><h1>Minister's speech on the rivers</h1><p>A speech on gauges and rain.</p>
            <dl><dt>From:</dt><dd><a>Department for Rivers</a> and <a>Jane Roe</a></dd><dt>Published</dt><dd>11 August 2024</dd></dl>
            <dl><dt>Location:</dt><dd>River House, Suva</dd><dt>Delivered on:</dt><dd>9 August 2024 (Transcript of the speech, exactly as it was delivered)</dd></dl>
            <p>It rained.</p><p>It stopped.</p></main></body></html>
            """);
        (report.Place, report.Date).Should().Be(("River House, Suva", new DateOnly(2024, 8, 9)));
        report.Passages().Should().Equal("A speech on gauges and rain.", "It rained.", "It stopped.");
    }

    [Fact]
    public void The_agencys_word_for_the_end_is_taken_off_the_last_sentence()
    {
        Imported.Text("It rained.\n\nIt stopped on Friday. Enditem").Passages().Should().Equal("It rained.", "It stopped on Friday.");
        Imported.Text("It rained.\n\n\"It stopped,\" she said. \"Good.\" Enditem").Passages().Should().Equal("It rained.", "\"It stopped,\" she said. \"Good.\"");
        Imported.Text("It rained.\n\nThey call it an Enditem").Passages().Should().Equal("It rained.", "They call it an Enditem");
    }
}
