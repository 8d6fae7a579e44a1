namespace SummitDigest.Content.Tests.Importing;

/// <summary>Saved HTML pages, and Markdown of other tools.</summary>
public sealed class FormatsTests
{
    private const string Page = """
        <!DOCTYPE html><!-- saved from url=(0030)https://volta.example/saved -->
        <html lang="en-GB"><head><meta charset="utf-8"><title>Rivers need numbers, minister tells forum | Volta Daily</title>
        <meta property="og:site_name" content="Volta Daily"><meta property="article:published_time" content="2024-05-02T10:00:00Z">
        <link rel="canonical" href="https://volta.example/2024/05/rivers">
        <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Rivers need numbers","author":[{"@type":"Person","name":"Esi Owusu"}]}]}</script>
        <style>p{color:red}</style></head>
        <body class="social"><header><h1 class="logo">Volta Daily</h1><nav><ul><li>Home</li><li>World</li></ul></nav></header>
        <main><article><span>Water</span><h1>Rivers need numbers, minister tells forum</h1><p class="byline">By Esi Owusu</p><p>Published 2 May 2024, 10:00</p>
        <div class="share-tools"><a>Share</a></div><figure><img src=x><figcaption>A gauge on the river.</figcaption></figure>
        <p>ACCRA, May 2 (Volta Daily) &mdash; Water Minister <b>Ama Mensah</b> on Thursday told the <a href="/x">River Data Forum</a> that a&nbsp;num&shy;ber nobody sees saves nobody.</p>
        <div class="ad">Buy boots.</div><h2>Three requests</h2><p>She asked for:</p><ul><li>gauges;</li><li>batteries.</li></ul>
        <blockquote><p>We have been patient.</p></blockquote>
        <p>Mensah said she would return in a year.<br><br>The forum ends
        on Saturday.</p><aside><h3>Related</h3><p>Boots sell well in the rain this year.</p></aside>
        <p>(Editing by Yaw Boateng)</p></article></main><footer><p>All rights.</p></footer><script>alert(1)</script></body></html>
        """;

    [Fact]
    public void A_saved_page_gives_its_article_and_what_it_states_about_itself()
    {
        var report = Imported.Text(Page);
        report.Should().BeEquivalentTo(new
        {
            Title = "Rivers need numbers, minister tells forum",
            Speaker = "Ama Mensah",
            Event = "River Data Forum",
            Place = "Accra",
            Date = new DateOnly(2024, 5, 2),
            Publisher = "Volta Daily",
            Authors = new[] { "Esi Owusu" },
            Url = new Uri("https://volta.example/2024/05/rivers"),
            Language = "en-GB",
            EditorLines = new[] { "(Editing by Yaw Boateng)" },
        });
        report.Headings().Should().Equal("Three requests");
        report.Passages().Should().Equal(
            "Water Minister Ama Mensah on Thursday told the River Data Forum that a number nobody sees saves nobody.",
            "She asked for:\ngauges;\nbatteries.",
            "We have been patient.",
            "Mensah said she would return in a year.",
            "The forum ends on Saturday.");
    }

    [Fact]
    public void A_page_that_was_saved_without_a_canonical_address_names_the_one_it_was_saved_from() =>
        Imported.Text(Page.Replace("<link rel=\"canonical\" href=\"https://volta.example/2024/05/rivers\">", "")).Url.Should().Be(new Uri("https://volta.example/saved"));

    [Fact]
    public void Metadata_with_half_a_character_is_passed_over() =>
        Imported.Text("<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"publisher\":\"Volta Daily\",\"headline\":\"Water \\ud800 for all\"}</script></head><body><h1>Water for all</h1><p>It rained.</p></body></html>")
            .Title.Should().Be("Water for all");

    [Theory]
    [InlineData("<meta property='og:title' content='Hydro&shy;logy for&nbsp;all'>")]
    [InlineData("<title>Hydro&shy;logy for&nbsp;all</title>")]
    public void A_pages_title_has_no_characters_that_nobody_sees(string head)
    {
        var report = Imported.Text($"<html><head>{head}</head><body><p>It rained.</p></body></html>");
        report.Title.Should().Be("Hydrology for all");
        report.Load();
    }

    [Fact]
    public void A_page_in_the_encoding_that_it_declares()
    {
        var page = "<html><head><meta http-equiv='Content-Type' content='text/html; charset=iso-8859-2'></head><body><p>Łódź leżała nad rzeką.</p></body></html>";
        Imported.Bytes(System.Text.CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-2")!.GetBytes(page)).Passages().Should().Equal("Łódź leżała nad rzeką.");
    }

    [Fact]
    public void Of_a_figure_quotation_table_and_list_stay_and_picture_and_caption_go() =>
        Imported.Text("""
            <html><body><article><p>It rained on the river.</p><figure><img src=x alt=Rain><div>Photo of rain</div><figcaption>Rain.</figcaption></figure>
            <figure><blockquote><p>We have been patient.</p></blockquote><figcaption>Ama Mensah</figcaption></figure>
            <figure><div><table><tr><th>River</th><th>Gauges</th></tr><tr><td>Volta</td><td>9</td></tr></table></div><figcaption>Gauges</figcaption></figure>
            <figure><ul><li>one</li><li>two</li></ul></figure>
            <figure><ul><li><figure><img src=x><figcaption>A gallery.</figcaption></figure></li></ul></figure><p>It stopped.</p></article></body></html>
            """).Passages().Should().Equal("It rained on the river.", "We have been patient.", "River Gauges", "Volta 9", "one\ntwo", "It stopped.");

    [Fact]
    public void What_a_browser_draws_around_quotations_and_in_front_of_items_is_kept()
    {
        var report = Imported.Text("""
            <html><body><article><p>She said: <q>It <b>rained</b>.</q></p><p>The last two rules:</p><ol start="4"><li>Measure <q>all</q>.</li><li>Publish.</li></ol>
            <ol><li>One.</li><li value="7">Seven.</li><li>Eight.</li></ol><ul><li>a</li></ul><ul><li>b</li></ul></article></body></html>
            """);
        report.Passages().Should().Equal("She said: “It rained.”", "The last two rules:", "Measure “all”.\nPublish.", "One.", "Seven.\nEight.", "a", "b");
        report.ToMarkdown().Should().Contain("\n4. Measure “all”.\n5. Publish. ^p3\n\n1) One. ^p4\n\n7. Seven.\n8. Eight. ^p5\n\n- a ^p6\n\n* b ^p7\n");
    }

    [Theory]
    [InlineData("The declaration<sup><a href='#fn1' id='r1'>1</a></sup> also asks.", "The declaration also asks.")]
    [InlineData("The declaration<a href='https://a.example/b#fn1'><sup>[1]</sup></a>, too<a href='#_ftn2'>[2]</a>.", "The declaration, too.")]
    [InlineData("See <a href='#day'>the 21<sup>st</sup></a> and <a href='#p4'>4</a>.", "See the 21st and 4.")]
    [InlineData("<del>old</del><ins>new</ins> <s>price</s>rule is 10<sup>6</sup> times.", "new rule is 10⁶ times.")]
    [InlineData("It is 10<sup>-6 </sup>m<sup>2</sup>, a<sup>2n</sup>, CO<sub>2</sub>, and on the 21<sup>st </sup>day.", "It is 10⁻⁶ m², a^2n, CO2, and on the 21st day.")]
    public void What_stands_above_the_line_is_no_part_of_the_word_and_what_is_crossed_out_is_left_out(string html, string text)
    {
        Imported.Text($"<html><body><p>{html}</p></body></html>").Passages().Should().Equal(text);
        Imported.Text($"<html><body><ul><li>{html}</li></ul></body></html>").Passages().Should().Equal(text);
    }

    [Fact]
    public void A_page_whose_text_has_line_breaks_for_paragraphs() =>
        Imported.Text("<html><body><div id=story>One river.<br><br>Two rivers<br>and more.<br><br><b>Three</b> rivers.</div></body></html>").Passages()
            .Should().Equal("One river.", "Two rivers and more.", "Three rivers.");

    [Theory]
    [InlineData("<p><b>Date:</b> 3 September 2022<br><b>Venue:</b> Grand Pacific Hotel, Suva<br><b>Speaker:</b> Hon. Mere Tavola</p>")]
    [InlineData("<div><span>Date: 3 September 2022</span> <span>Venue: Grand Pacific Hotel, Suva</span> <span>Speaker: Hon. Mere Tavola</span></div>")]
    [InlineData("<p>Transcript<br>3 September 2022<br>Venue: Grand Pacific Hotel, Suva<br>Speaker: Hon. Mere Tavola<br></p>")]
    public void A_page_whose_facts_stand_behind_labels_in_one_paragraph(string facts)
    {
        var report = Imported.Text($"<html><body><h1>Address to the Pacific Connectivity Forum</h1>{facts}<p>A submarine cable is for us<br>what a road is for others.</p></body></html>");
        (report.Speaker, report.Place, report.Date, report.Dateline).Should().Be(("Hon. Mere Tavola", "Grand Pacific Hotel, Suva", new DateOnly(2022, 9, 3), null));
        report.Passages().Should().Equal("A submarine cable is for us what a road is for others.");
    }

    [Fact]
    public void A_page_whose_facts_stand_between_headline_and_text()
    {
        var report = Imported.Bytes(System.Text.CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes("""
            <html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>世界河流大会开幕_某某网</title></head><body>
            <div><a href=/>首页</a></div><div id="main"><h1>世界河流大会开幕</h1><div>2024年05月02日 15:20　来源：新华社　作者：王芳</div>
            <div id="content"><p>　　新华社武汉5月2日电（记者王芳）世界河流大会2日在武汉开幕，水利部部长张伟致辞。</p><p>　　<strong>一、共享</strong></p>
            <p>　　张伟说，数据应当开放，各方应当携手合作，共同应对洪水带来的挑战和风险。</p></div><div>责任编辑：李四</div></div></body></html>
            """), fileName: "rivers.html");
        (report.Title, report.Speaker, report.Event, report.Date, report.Publisher).Should().Be(("世界河流大会开幕", "张伟", "世界河流大会", new DateOnly(2024, 5, 2), "新华社"));
        report.Authors.Should().Equal("王芳");
        report.Headings().Should().Equal("一、共享");
        report.Passages().Should().HaveCount(2);
        report.EditorLines.Should().Equal("责任编辑：李四");
    }

    [Fact]
    public void A_page_with_a_standfirst_above_the_dateline()
    {
        var report = Imported.Text("""
            <html lang="fr"><body><h1>Ouverture du Forum</h1><p>Le Forum des fleuves s'ouvre à Lyon sur fond de crue.</p><span>Publié le 12 avril 2024 à 10h15</span>
            <p>LYON, 12 avril (AFP) – Le Forum des fleuves s'est ouvert vendredi, a annoncé la ministre Claire Petit.</p></body></html>
            """);
        (report.Speaker, report.Place, report.Date, report.Dateline).Should().Be(("Claire Petit", "Lyon", new DateOnly(2024, 4, 12), "LYON, 12 avril (AFP)"));
        report.Passages().Should().Equal("Le Forum des fleuves s'ouvre à Lyon sur fond de crue.", "Le Forum des fleuves s'est ouvert vendredi, a annoncé la ministre Claire Petit.");
    }

    [Fact]
    public void Markdown_stays_as_it_is_but_for_what_the_front_matter_says()
    {
        var report = Imported.Text("""
            ---
            title: "Rivers: the numbers"
            author: [Esi Owusu]
            date: 2024-05-02
            tags: [x]
            source: Volta Daily
            ---

            # Rivers: the numbers

            **ACCRA, May 2 (Volta Daily) --** Water Minister *Ama Mensah* told the [River Data Forum](https://example.org) that
            numbers matter.

            Requests
            --------

            - gauges
            - batteries

            > We have been patient.
            """, fileName: "x.md");
        report.ToMarkdown().Should().Be("""
            ---
            title: "Rivers: the numbers"
            speaker: Ama Mensah
            event: River Data Forum
            place: Accra
            date: 2024-05-02
            language: en
            kind: report
            wording: original
            source:
              publisher: Volta Daily
              authors: [Esi Owusu]
              dateline: ACCRA, May 2 (Volta Daily)
            ---
            Water Minister *Ama Mensah* told the [River Data Forum](https://example.org) that
            numbers matter. ^p1

            ## Requests

            - gauges
            - batteries ^p2

            > We have been patient. ^p3

            """);
        report.Passages().Should().HaveCount(3);
    }

    [Theory]
    [InlineData("2024. That is when it rained.", "2024\\. That is when it rained.")]
    [InlineData("ACCRA, May 2 (Volta Daily) -- 2024. That is when it rained.", "2024\\. That is when it rained.")]
    [InlineData("2024) So it began.", "2024\\) So it began.")]
    [InlineData("2024\\. That is when it rained.", "2024\\. That is when it rained.")]
    [InlineData("3. That is the third.", "3. That is the third.")]
    [InlineData("2024 was wet.", "2024 was wet.")]
    public void A_paragraph_of_markdown_that_begins_with_a_year_is_no_item_of_a_list(string paragraph, string written) =>
        Imported.Text($"# Rivers rise\n\n{paragraph}\n\nIt stopped.", fileName: "x.md").ToMarkdown().Should().Contain($"\n{written} ^p1\n");

    [Fact]
    public void A_file_of_the_site_comes_back_as_it_was()
    {
        var speech = Imported.Text("Rivers rise\n\nACCRA, 2 May 2024 (Volta Daily) -- Minister Ama Mensah opened the River Forum 2024.\n\nMensah said it rains.").ToMarkdown();
        Imported.Text(speech, fileName: "rivers.md").ToMarkdown().Should().Be(speech.Replace("  dateline: ACCRA, 2 May 2024 (Volta Daily)\n", ""));
    }
}
