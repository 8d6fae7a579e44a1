namespace SummitDigest.Web.Tests;

/// <summary>What the pages show.</summary>
public sealed class PagesTests : IDisposable
{
    private readonly TestSite _site = new TestSite()
        .WithSpeech("first", "The river rises. ^p1\n\nGood day.\n\nThe river and the meadow are as near to each other. ^near", "date: 2023-01-02")
        .WithSpeech("second", "Meadows are green.\n\n## 河流 {#he}\n\nThe river runs.", "date: 2024-03-04\nlanguage: en-GB\nplace: Accra\nwording: digest\nthemes: { p1: rivers }")
        .WithSpeech("third", "<script>alert(1)</script> & \"so\" 河", "date: 2022-01-01\nlanguage: sw");

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task The_home_page_shows_the_newest_speech_in_full_and_the_others_under_it()
    {
        var page = await _site.PageAsync("/");
        page.QuerySelector("h1")!.TextContent.Should().Be("The speech second");
        page.QuerySelectorAll(".passage").Should().HaveCount(2);
        page.QuerySelectorAll(".speech-list h3 a").Select(link => link.GetAttribute("href")).Should().Equal("/speeches/first", "/speeches/third");
    }

    [Fact]
    public async Task An_empty_library_says_what_to_do()
    {
        using var empty = new TestSite();
        foreach (var address in new[] { "/", "/speeches" })
            (await empty.PageAsync(address)).QuerySelector("h1")!.TextContent.Should().Be("No speech yet");
        (await empty.PageAsync("/themes/rivers")).Body!.TextContent.Should().Contain("No passage has this theme yet.");
    }

    [Fact]
    public async Task A_speech_shows_where_it_comes_from()
    {
        var page = await _site.PageAsync("/speeches/second");
        page.QuerySelectorAll(".facts > div").Select(fact => $"{fact.QuerySelector("dt")!.TextContent}: {fact.QuerySelector("dd")!.TextContent.Trim()}").Should().Equal(
            "Speaker: Ama Mensah", "Event: River Conference", "Place: Accra", "Date: 4 March 2024", "Source: Volta Daily");
        var said = await _site.PageAsync(page.QuerySelector(".facts a")!.GetAttribute("href")!);
        said.QuerySelector("[name=speaker] [selected]")!.TextContent.Should().Be("Ama Mensah (6)");
        page.QuerySelector(".provenance")!.TextContent.Should().Contain("digest").And.Contain("news report by Volta Daily").And.Contain("own words");
        (await _site.PageAsync("/speeches/first")).QuerySelector(".provenance")!.TextContent.Should().Be("This is a report by Volta Daily: a reporter's words, not the speaker's.");
    }

    [Fact]
    public async Task Every_section_and_passage_has_its_anchor_and_a_link_to_it()
    {
        var page = await _site.PageAsync("/speeches/first");
        page.QuerySelectorAll(".section").Select(section => section.Id).Should().Equal("rivers", "overview", "rivers-2");
        page.QuerySelectorAll(".passage").Select(passage => passage.Id).Should().Equal("p1", "p2", "near");
        page.QuerySelectorAll(".speech-body .permalink").Select(link => link.GetAttribute("href")).Should().Equal(
            "/speeches/first#rivers", "/speeches/first#p1", "/speeches/first#overview", "/speeches/first#p2", "/speeches/first#rivers-2", "/speeches/first#near");
        page.QuerySelectorAll(".permalink").Should().OnlyContain(link => link.GetAttribute("aria-label")!.StartsWith("Link to"));
    }

    [Fact]
    public async Task Ids_that_were_moved_land_where_they_went()
    {
        using var site = new TestSite().WithSpeech("now", "One. ^a\n\nTwo. ^b", "date: 2024-05-02\nmoved: { p1: b, old: overview }");
        var page = await site.PageAsync("/speeches/now");
        page.GetElementById("p1")!.ParentElement!.Id.Should().Be("b");
        page.GetElementById("old")!.ParentElement!.Id.Should().Be("overview");
    }

    [Fact]
    public async Task The_speech_map_has_a_segment_for_each_passage_as_wide_as_it_is_long()
    {
        var page = await _site.PageAsync("/speeches/first");
        var segments = page.QuerySelectorAll(".speech-map a");
        segments.Select(segment => (segment.GetAttribute("href"), segment.GetAttribute("data-colour"), segment.GetAttribute("aria-label"))).Should().Equal(
            ("#p1", "blue", "Passage 1: Rivers, 3 words"), ("#p2", "none", "Passage 2: no theme, 2 words"), ("#near", "blue", "Passage 3: Rivers, 11 words"));
        segments.Select(segment => segment.QuerySelector("rect")!).Select(rect => (rect.GetAttribute("x"), rect.GetAttribute("width")))
            .Should().Equal(("0%", "18.75%"), ("18.75%", "12.5%"), ("31.25%", "68.75%"));
    }

    [Fact]
    public async Task A_passage_says_why_it_has_its_theme()
    {
        var page = await _site.PageAsync("/speeches/first");
        string[] Why(string id) => [.. page.GetElementById(id)!.QuerySelectorAll(".why > p, .why td").Select(cell => cell.TextContent.Trim())];
        Why("p1").Should().Equal("Rivers leads; no other theme scores.", "Scores: Rivers 3.0.", "“river” river*", "Rivers", "3", "How points are counted");
        Why("near")[..2].Should().Equal("Rivers comes first, but Meadows is close. Not certain.", "Scores: Rivers 3.0, Meadows 3.0.");
        page.QuerySelector(".why p a")!.GetAttribute("href").Should().Be("/themes#ui-points");
        (await _site.PageAsync("/themes")).QuerySelector("#ui-points")!.TextContent.Should().Contain("A theme needs 3.0 points");
        page.GetElementById("near")!.QuerySelector(".secondary")!.TextContent.Should().Be("also Meadows");
        page.GetElementById("p2")!.QuerySelector(".question")!.TextContent.Should().Be("Why no theme?");
        (await _site.PageAsync("/speeches/second")).GetElementById("p1")!.QuerySelector(".why p")!.TextContent.Should().Be("Set by the editor: Rivers.");
    }

    [Fact]
    public async Task What_a_speech_contains_is_text_and_never_markup()
    {
        var passage = (await _site.PageAsync("/speeches/third")).QuerySelector(".passage .text")!;
        passage.TextContent.Should().Contain("<script>alert(1)</script> & \"so\" 河");
        passage.QuerySelector("script").Should().BeNull();
    }

    [Fact]
    public async Task A_headings_language_is_the_speechs_and_the_interfaces_is_english()
    {
        var page = await _site.PageAsync("/speeches/second");
        page.QuerySelector(".sections")!.GetAttribute("lang").Should().Be("en-GB");
        page.QuerySelectorAll(".outline a").Select(link => link.GetAttribute("lang")).Should().Equal("en", "en-GB");
        page.QuerySelectorAll(".sections h2").Select(heading => (heading.TextContent, heading.GetAttribute("lang"))).Should().Equal(("Overview", "en"), ("河流", "en-GB"));
    }

    [Fact]
    public async Task Themes_tell_what_they_are_and_gather_what_was_said_oldest_first()
    {
        var themes = await _site.PageAsync("/themes");
        themes.QuerySelectorAll(".theme-list h2 a").Select(link => link.GetAttribute("href")).Should().Equal("/themes/rivers", "/themes/meadows");
        themes.QuerySelectorAll(".count").Select(count => count.TextContent).Should().Equal("4 passages", "0 passages");
        var rivers = await _site.PageAsync("/themes/rivers");
        rivers.QuerySelectorAll(".section h2 a").Select(link => link.GetAttribute("href")).Should().Equal("/speeches/first", "/speeches/second");
        rivers.QuerySelectorAll(".passage .permalink").Select(link => link.GetAttribute("href")).Should().Equal(
            "/speeches/first#p1", "/speeches/first#near", "/speeches/second#p1", "/speeches/second#p2");
        rivers.QuerySelectorAll("[id]").Should().OnlyContain(element => element.Id!.StartsWith("ui-"), "passages of many speeches share ids");
        rivers.QuerySelectorAll(".scope li").Select(item => item.TextContent).Should().Equal("floods", "the sea");
        (await _site.PageAsync("/themes/meadows")).QuerySelectorAll(".touching a").Select(link => link.GetAttribute("href")).Should().Equal("/speeches/first#near", "/speeches/second#p1");
    }

    [Fact]
    public async Task Speeches_are_listed_by_year_newest_first()
    {
        var page = await _site.PageAsync("/speeches");
        page.QuerySelectorAll("h2").Select(year => year.TextContent).Should().Equal("2024", "2023", "2022");
        page.QuerySelectorAll("h3 a").Select(link => link.GetAttribute("href")).Should().Equal("/speeches/second", "/speeches/first", "/speeches/third");
    }

    [Fact]
    public async Task Every_colour_that_a_theme_may_have_is_in_the_stylesheet()
    {
        using var response = await _site.GetAsync("/css/site.css");
        var css = await response.Content.ReadAsStringAsync();
        Content.Theming.Theme.Colours.Should().OnlyContain(colour => css.Contains($"[data-colour=\"{colour}\"]"));
    }
}
