using System.Text;

namespace SummitDigest.Content.Tests.Importing;

/// <summary>Whole reports as agencies and papers print them.</summary>
public sealed class SamplesTests
{
    private const string English = """
        Ministers open river forum with plea for shared data
        By Ama Mensah and Kofi Osei
        ACCRA, May 2 (Volta Daily) -- Delegates from thirty countries on Thursday opened the
        River Data Forum 2024 with a call for open gauges and cheap sensors along
        the great rivers of the continent.
        Ghanaian Water Minister Esi Owusu told the opening ceremony that a flood
        warning which arrives after the flood is a history lesson.
        "We have the numbers," she said. "We do not have the telephone lines."
        Owusu said the region's basins should publish river levels every hour.
        (Editing by Yaw Boateng)
        """;

    private const string French = """
        Le Forum de Cotonou s'ouvre sur un appel au partage

        Par Awa Diop

        COTONOU, 3 nov. 2023 (ATS) – Le Forum africain sur les données de l'eau s'est ouvert vendredi
        à Cotonou devant quelque quatre cents délégués venus de trente pays.

        Le président béninois Firmin Houngbo a appelé à ouvrir les mesures des fleuves. « Un
        chiffre que l'on cache ne sauve personne », a-t-il lancé.

        Les débats

        La ministre de l'Eau, Adjoa Mensah, a rappelé que les villages n'ont pas de réseau. Selon elle, il
        faut d'abord :
        – des antennes dans les vallées ;
        – des batteries qui durent.

        M. Houngbo a souligné que le financement reste à trouver.

        (Édité par Jean Koffi)
        """;

    private const string Chinese = """
        河流数据大会在武汉开幕 张伟致辞
        　　新华社武汉5月2日电（记者李明 王芳）2024年世界河流数据大会2日在武汉开幕。水利部部长张伟在开幕式上致辞，强调要推动水文数据开放共享。
        　　张伟指出，预警晚到一小时，就是历史。他呼吁各国加强合作，缩小数字鸿沟。
        　　一、共享数据
        　　与会代表认为，上游和下游都应当公布水位。大会将于4日闭幕，来自三十个国家的代表参加会议。（完）
        　　责任编辑：陈静
        """;

    [Fact]
    public void An_english_agency_report_without_empty_lines()
    {
        var report = Imported.Text(English);
        report.Should().BeEquivalentTo(new
        {
            Title = "Ministers open river forum with plea for shared data",
            Speaker = "Esi Owusu",
            Event = "River Data Forum 2024",
            Place = "Accra",
            Date = new DateOnly(2024, 5, 2),
            DateText = "May 2",
            Publisher = "Volta Daily",
            Authors = new[] { "Ama Mensah", "Kofi Osei" },
            Dateline = "ACCRA, May 2 (Volta Daily)",
            EditorLines = new[] { "(Editing by Yaw Boateng)" },
            Language = "en",
            Kind = SpeechKind.Report,
        });
        report.Slug.Value.Should().Be("ministers-open-river-forum-with-plea-for-shared-data-2024");
        report.Passages().Should().Equal(
            "Delegates from thirty countries on Thursday opened the River Data Forum 2024 with a call for open gauges and cheap sensors along the great rivers of the continent.",
            "Ghanaian Water Minister Esi Owusu told the opening ceremony that a flood warning which arrives after the flood is a history lesson.",
            "\"We have the numbers,\" she said. \"We do not have the telephone lines.\"",
            "Owusu said the region's basins should publish river levels every hour.");
    }

    [Fact]
    public void A_french_agency_report()
    {
        var report = Imported.Text(French);
        report.Should().BeEquivalentTo(new
        {
            Title = "Le Forum de Cotonou s'ouvre sur un appel au partage",
            Speaker = "Firmin Houngbo",
            OtherSpeakers = new[] { "Adjoa Mensah" },
            Event = "Forum africain sur les données de l'eau",
            Place = "Cotonou",
            Date = new DateOnly(2023, 11, 3),
            Publisher = "ATS",
            Authors = new[] { "Awa Diop" },
            EditorLines = new[] { "(Édité par Jean Koffi)" },
            Language = "fr",
        });
        report.Headings().Should().Contain("Les débats");
        report.Passages().Should().HaveCount(4).And.HaveElementAt(2,
            "La ministre de l'Eau, Adjoa Mensah, a rappelé que les villages n'ont pas de réseau. Selon elle, il faut d'abord :\ndes antennes dans les vallées ;\ndes batteries qui durent.");
    }

    [Fact]
    public void A_chinese_agency_report()
    {
        var report = Imported.Text(Chinese, fileName: "wuhan.txt");
        report.Should().BeEquivalentTo(new
        {
            Title = "河流数据大会在武汉开幕 张伟致辞",
            Speaker = "张伟",
            OtherSpeakers = Array.Empty<string>(),
            Event = "2024年世界河流数据大会",
            Place = "武汉",
            Date = new DateOnly(2024, 5, 2),
            Publisher = "新华社",
            Authors = new[] { "李明", "王芳" },
            Dateline = "新华社武汉5月2日电（记者李明 王芳）",
            EditorLines = new[] { "（完）", "责任编辑：陈静" },
            Language = "zh",
        });
        report.Slug.Value.Should().Be("wuhan-2024");
        report.Headings().Should().Contain("一、共享数据");
        report.Passages().Should().Equal(
            "2024年世界河流数据大会2日在武汉开幕。水利部部长张伟在开幕式上致辞，强调要推动水文数据开放共享。",
            "张伟指出，预警晚到一小时，就是历史。他呼吁各国加强合作，缩小数字鸿沟。",
            "与会代表认为，上游和下游都应当公布水位。大会将于4日闭幕，来自三十个国家的代表参加会议。");
    }

    [Fact]
    public void A_report_of_one_paragraph_a_line()
    {
        var report = Imported.Text("""
            River forum ends with pledge
            NAIROBI, Kenya, 5 March 2024 (ENB) – The third Continental Water Summit ended on Tuesday with a pledge by forty governments to keep gauges running, after two nights of talks.
            Kenyan President Grace Wanjiru said in her closing address that the pledge was worth as much as the first invoice that is paid under it. She urged donors to stay in the room.
            WHO PAYS
            Delegates from upstream countries argued that those who drown should pay, while those downstream replied that those who dam should. The text says "both".
            mk/AI
            """);
        (report.Title, report.Speaker, report.Place, report.Event).Should().Be(("River forum ends with pledge", "Grace Wanjiru", "Nairobi", "Continental Water Summit"));
        report.Headings().Should().Equal("WHO PAYS");
        report.Passages().Should().HaveCount(3);
        report.EditorLines.Should().Equal("mk/AI");
    }

    [Fact]
    public void Remarks_as_prepared()
    {
        var report = Imported.Text("""
            Remarks by President Ama Mensah at the opening of the World River Summit
            Accra, 2 May 2024
            (Check against delivery)

            Excellencies, dear friends,

            I am glad to see you. My country has one river and I was born beside it. I learned to swim there.

            1. We must measure.

            2. We must publish.

            I thank you.
            """);
        (report.Speaker, report.Event, report.Place, report.Date, report.Kind).Should().Be(("Ama Mensah", "World River Summit", "Accra", new DateOnly(2024, 5, 2), SpeechKind.Draft));
        report.Passages().Should().Equal("Excellencies, dear friends,", "I am glad to see you. My country has one river and I was born beside it. I learned to swim there.", "We must measure.", "We must publish.", "I thank you.");
        report.Load().Passages.ElementAt(3).Html.Should().Contain("<ol start=\"2\">");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("windows-1252")]
    public void Encodings_and_line_ends_make_no_difference(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var expected = Imported.Text(French).ToMarkdown();
        foreach (var lineEnd in new[] { "\n", "\r\n", "\r" })
            Imported.Bytes([.. encoding.Preamble, .. encoding.GetBytes(French.ReplaceLineEndings(lineEnd))]).ToMarkdown().Should().Be(expected);
    }

    [Fact]
    public void Chinese_without_a_byte_order_mark_is_read_in_its_own_encoding() =>
        Imported.Bytes(CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(Chinese), fileName: "wuhan.txt").ToMarkdown()
            .Should().Be(Imported.Text(Chinese, fileName: "wuhan.txt").ToMarkdown());

    [Fact]
    public void Facts_that_stand_under_labels_above_the_report()
    {
        var report = Imported.Text("""
            Subject: Rivers rise
            Speaker: Ama Mensah
            Event: River Forum
            2024-05-02 15:20 来源：Volta Daily 作者：Esi Owusu

            It rained on the river for a week, and nobody measured it.
            """);
        (report.Title, report.Speaker, report.Event, report.Date, report.Publisher).Should().Be(("Rivers rise", "Ama Mensah", "River Forum", new DateOnly(2024, 5, 2), "Volta Daily"));
        report.Authors.Should().Equal("Esi Owusu");
        report.Passages().Should().Equal("It rained on the river for a week, and nobody measured it.");
    }

    [Theory]
    [InlineData("GENEVA, Dec. 10, 2003 (Agency) -- It rained.", "Geneva", "2003-12-10", "Agency")]
    [InlineData("PORT-AU-PRINCE, Haiti (AP) — It rained.", "Port-au-Prince", null, "AP")]
    [InlineData("THE HAGUE, 8 November 2023 (AFP) - It rained.", "The Hague", "2023-11-08", "AFP")]
    [InlineData("RIO DE JANEIRO, Nov 29 to Dec 2, 2019 /PRWire/ -- It rained.", "Rio de Janeiro", "2019-11-29", "PRWire")]
    [InlineData("UNITED NATIONS, New York, Sept. 22, 2024 (IPS) - It rained.", "New York", "2024-09-22", "IPS")]
    [InlineData("Genève, le 1er décembre 2023 (ATS) – Il pleut.", "Genève", "2023-12-01", "ATS")]
    [InlineData("(Reuters) - It rained.", null, null, "Reuters")]
    [InlineData("LONDON — It rained.", "London", null, null)]
    [InlineData("【新华社北京2023年11月8日电】下雨了。", "北京", "2023-11-08", "新华社")]
    [InlineData("中新网日内瓦2023年7月8日电 (记者 赵敏)下雨了。", "日内瓦", "2023-07-08", "中新网")]
    public void Datelines_are_taken_off_the_first_passage(string text, string? place, string? date, string? agency)
    {
        var report = Imported.Text(text);
        (report.Place, report.Date?.ToString("O", System.Globalization.CultureInfo.InvariantCulture), report.Publisher).Should().Be((place, date, agency));
        report.Dateline.Should().NotBeNull();
        report.Passages().Should().ContainSingle().Which.Should().BeOneOf("It rained.", "Il pleut.", "下雨了。");
    }

    [Theory]
    [InlineData("The river (and its banks) - it rained.")]
    [InlineData("NATO is an alliance - it rained.")]
    [InlineData("MODERATOR: It rained.")]
    [InlineData("On 8 November 2023: it rained.")]
    [InlineData("Well-known rivers — it rained.")]
    [InlineData("合作社发电，下雨了。")]
    public void What_only_looks_like_a_dateline_stays(string text)
    {
        var report = Imported.Text(text);
        report.Dateline.Should().BeNull();
        report.Passages().Should().Equal(text);
    }

    [Theory]
    [InlineData("The World Bank said on Monday that it rained. The European Union urged calm.")]
    [InlineData("A delegate said it rained. \"I met President Ama Mensah,\" he said.")]
    [InlineData("Mr Mensah said it rained.")]
    [InlineData("Burkina Faso said it rained, and South Africa called for pumps.")]
    [InlineData("Minister of Communications Amina Bello said it rained.")]
    [InlineData("The prime minister of Ghana Ama Mensah said it rained.")]
    [InlineData("Minister for Water and Sanitation Ama Mensah said it rained.")]
    [InlineData("It rained.\n\nRiver vice-president Kofi Osei said it rained.\n\nPresident Ama Mensah, who gave the keynote speech, said it rained.")]
    [InlineData("Le ministre de l'Eau et du Climat Firmin Houngbo a déclaré qu'il pleuvait.")]
    public void Nobody_is_named_as_the_speaker_whom_the_text_does_not_name(string text) => Imported.Text(text).Speaker.Should().BeNull();

    [Theory]
    [InlineData("Chinese President Li Wei on Tuesday called for gauges.", "Li Wei")]
    [InlineData("The Secretary-General of the World Rivers Union, Ms. Ama Mensah, told the opening session that it rained.", "Ama Mensah")]
    [InlineData("The Minister of Communications, Amina Bello, said that it rained.", "Amina Bello")]
    [InlineData("Minister of Communications Amina Bello said that it rained. Ms. Amina Bello said so twice.", "Amina Bello")]
    [InlineData("Ama Mensah, Ghana's minister of water, said that it rained.", "Ama Mensah")]
    [InlineData("\"It rained,\" said President Jean de la Tour.", "Jean de la Tour")]
    [InlineData("AMA MENSAH (Ghana), speaking for the group, said that it rained.", "Ama Mensah")]
    [InlineData("President Ama Mensah on Thursday, June 6, 2024, told the forum that it rained.\n\nMinister Kofi Osei said so, too.", "Ama Mensah")]
    [InlineData("President Ama Mensah on Friday, Feb. 2, 2024 told the forum that it rained.\n\nMinister Kofi Osei said so, too.", "Ama Mensah")]
    [InlineData("President Ama Mensah, who arrived in Accra, Ghana, on Thursday, said that it rained.", "Ama Mensah")]
    [InlineData("President Ama Mensah, who gave the keynote speech, said that it rained. Minister Kofi Osei heard her.", "Ama Mensah")]
    [InlineData("La présidente Awa Diop a, jeudi 6 juin 2024, appelé à mesurer la pluie.", "Awa Diop")]
    [InlineData("Il pleut, a déclaré mercredi le ministre Firmin Houngbo.", "Firmin Houngbo")]
    [InlineData("联合国秘书长古特雷斯在开幕式上说，下雨了。", "古特雷斯")]
    [InlineData("肯尼亚总统鲁伊·基马尼8日呼吁各国增加投入。", "鲁伊·基马尼")]
    public void The_one_who_speaks_in_the_lead_is_the_speaker(string text, string name) => Imported.Text(text).Speaker.Should().Be(name);
}
