using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SummitDigest.Search.Querying;

namespace SummitDigest.Web.Tests;

/// <summary>Search as the server answers it: complete without a script.</summary>
public sealed class SearchPageTests : IDisposable
{
    private readonly TestSite _site = new TestSite()
        .WithSpeech("first", "Good day to all. ^p1\n\nRivers: a stream, streams and the grass runs. ^p2\n\nA meadow, grass. ^p3", "date: 2022-03-04")
        .WithSpeech("second", "The river streams rise. ^p1\n\n<script>alert('lake')</script> says nothing. ^p2", "date: 2023-03-04")
        .WithSpeech("third", "One river rises, a stream. ^p1", "date: 2024-03-04");

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("stream", 3, "3 passages have “stream”.")]
    [InlineData("the stre", 3, "3 passages have all the words of “the stre…”.")]
    [InlineData("STREAM grass", 1, "1 passage has all the words of “STREAM grass”.")]
    [InlineData("ocean", 0, "No passage has “ocean”. Try other words, or look through the themes.")]
    [InlineData("meadwo", 1, "Nothing was found with “meadwo”; searched for “meadow” instead. 1 passage has it.")]
    [InlineData("stream zzz", 3, "No passage has all the words of “stream zzz”; 3 passages have some of them.")]
    [InlineData("theme:pools", 0, "No theme is called “pools”; there are “Rivers” and “Meadows”. There is no passage within the filters. Try without a filter, or other words.")]
    [InlineData("riv* stream ", 3, "3 passages have all the words of “riv* stream”.")]
    [InlineData("stream NOT grass", 2, "2 passages have “stream” without “grass”.")]
    [InlineData("grass OR lake ", 3, "No passage has all the words of “grass lake”; 3 passages have some of them. “OR” was left out: all the words are asked for, not one or another. Search for each by itself instead.")]
    [InlineData("stream year: 2023-", 2, "2 passages have “stream”, within the filters.")]
    [InlineData("stream year:2020s", 0, "“2020s” is no year; write a year as in year:1949, or years as in year:1940-1949. No passage has “stream”, within the filters. Try without a filter, or other words.")]
    [InlineData("!!", 0, "There is no word to look for in “!!”.")]
    [InlineData("", 0, "Type words from a passage.")]
    public async Task Search_finds_passages_and_says_what_it_did(string query, int hits, string sentence)
    {
        var page = await SearchAsync(query);
        page.QuerySelector("#ui-status[role=status]")!.TextContent.Should().Be(sentence);
        page.QuerySelectorAll("#ui-results li").Should().HaveCount(hits);
        page.QuerySelector<IHtmlInputElement>("main input[type=search]")!.Value.Should().Be(query);
        (page.QuerySelectorAll("#ui-results mark").Length > 0).Should().Be(hits > 0);
    }

    [Fact]
    public async Task A_hit_leads_to_its_passage_and_shows_what_matched_and_why()
    {
        var hit = (await SearchAsync("streams runs")).QuerySelector("#ui-results > li")!;
        var link = hit.QuerySelector("a")!;
        link.GetAttribute("href").Should().Be("/speeches/first#p2");
        link.TextContent.Should().Be("The speech first, passage 2");
        link.GetAttribute("data-mark").Should().Be("stream streams runs");
        hit.GetAttribute("data-colour").Should().Be("blue");
        hit.QuerySelector(".excerpt")!.InnerHtml.Should().Be("Rivers: a <mark>stream</mark>, <mark>streams</mark> and the grass <mark>runs</mark>.");
        hit.QuerySelector(".count")!.TextContent.Should().Be("Rivers · Ama Mensah · 4 March 2022");
        hit.QuerySelectorAll("details p").Select(line => line.TextContent).Should().Equal(
            "“streams”: as typed, in another form (“stream”)", "“runs”: as typed");
    }

    [Fact]
    public async Task Filters_narrow_the_search_and_count_what_choosing_them_would_give()
    {
        var all = await SearchAsync("stream");
        Offered(all).Should().Equal("Rivers 3", "Meadows 0", "No theme 0");
        Options(all, "speaker").Should().Equal("Any", "Ama Mensah (3)");
        Options(all, "year").Should().Equal("Any", "2024 (1)", "2023 (1)", "2022 (1)");

        var narrowed = await SearchAsync("stream", "&year=2023&theme=rivers&theme=none");
        narrowed.QuerySelectorAll("#ui-results a").Select(link => link.GetAttribute("href")).Should().Equal("/speeches/second#p1");
        narrowed.QuerySelectorAll<IHtmlInputElement>("input:checked").Select(input => input.Value).Should().Equal("rivers", "none");
        narrowed.QuerySelector<IHtmlSelectElement>("select[name=year]")!.Value.Should().Be("2023");
        Options(narrowed, "year").Should().Equal("Any", "2024 (1)", "2023 (1)", "2022 (1)");
        Offered(narrowed).Should().Equal("Rivers 1", "Meadows 0", "No theme 0");
    }

    [Fact]
    public async Task A_speech_in_the_address_can_be_taken_out_and_so_can_what_fits_nothing()
    {
        var page = await SearchAsync("stream", "&speech=third&theme=pools&theme=rivers&year=2024&year=1999&speaker=Nobody&speaker=Mensah");
        page.QuerySelectorAll(".filters > .pill").Select(pill => pill.TextContent.Trim()).Should().Equal("Only in “The speech third”", "pools", "Mensah", "1999");
        page.QuerySelectorAll("#ui-results a").Select(link => link.GetAttribute("href")).Should().Equal("/speeches/third#p1");
        Options(page, "speaker").Should().Contain("Nobody (0)");
    }

    [Theory]
    [InlineData("stream", "&year=2023&theme=rivers", "/search?q=stream")]
    [InlineData("ocean", "&speaker=Nobody&count=20", "/search?q=ocean")]
    [InlineData("", "&theme=rivers", "/search")]
    public async Task All_filters_can_be_cleared_at_once(string query, string filters, string address)
    {
        var page = await SearchAsync(query, filters);
        page.QuerySelectorAll("a.clear:not([hidden])").Select(link => link.GetAttribute("href")).Should().Equal(address, address);
        page.QuerySelector("#ui-next")!.HasAttribute("hidden").Should().Be(query != "ocean");
        (await _site.PageAsync(address)).QuerySelectorAll("a.clear:not([hidden])").Should().BeEmpty();
    }

    [Fact]
    public async Task Several_years_are_drawn_and_told()
    {
        var picture = (await SearchAsync("stream")).QuerySelector("#ui-mentions")!;
        picture.HasAttribute("hidden").Should().BeFalse();
        picture.QuerySelector("svg[role=img]")!.GetAttribute("aria-label").Should().Be("Passages by year. 2022: 1, 2023: 1, 2024: 1.");
        picture.QuerySelectorAll("rect").Should().HaveCount(3);
        (await SearchAsync("meadow")).QuerySelector("#ui-mentions")!.HasAttribute("hidden").Should().BeTrue();
    }

    [Fact]
    public async Task Ten_hits_come_first_and_more_by_a_link_up_to_a_hundred()
    {
        using var site = new TestSite().WithSpeech("long", string.Join("\n\n", Enumerable.Repeat("The river rises.", 101)));
        var shown = new List<int>();
        for (var address = "/search?q=river&theme=rivers"; address is not null;)
        {
            var page = await site.PageAsync(address);
            shown.Add(page.QuerySelectorAll("#ui-results > li").Length);
            address = page.QuerySelector("#ui-more a:not([hidden])")?.GetAttribute("href");
            page.QuerySelector("#ui-more .note")!.TextContent.Should().Be(address is null ? "These are the first 100 of 101 passages. Add a word to see fewer." : "");
        }
        shown.Should().Equal(10, 20, 40, 80, 100);
    }

    [Fact]
    public async Task Where_nothing_was_asked_there_are_examples_that_find_something()
    {
        var page = await _site.PageAsync("/search");
        var examples = page.QuerySelectorAll("#ui-help a").Select(link => link.GetAttribute("href")!).ToList();
        examples.Should().Equal("/search?q=Rivers", "/search?q=Meadows", "/search?q=speaker%3A%22Ama%20Mensah%22", "/search?q=year%3A2024");
        foreach (var example in examples)
            (await _site.PageAsync(example)).QuerySelectorAll("#ui-results > li").Should().NotBeEmpty(example);
        Offered(page).Should().Equal("Rivers", "Meadows", "No theme");
        // The script fills these in when there is time.
        page.QuerySelectorAll(".filters > label[hidden] select").Should().HaveCount(2);
        page.QuerySelector("noscript")!.TextContent.Should().Contain("Ama Mensah").And.Contain("2024");
    }

    [Fact]
    public async Task Nothing_typed_or_found_becomes_markup()
    {
        var page = await SearchAsync("<script>alert('lake')</script>", "&theme=<script>&speech=\"><script>&speaker='><img>");
        page.QuerySelectorAll("main script, main img").Should().BeEmpty();
        var hit = (await SearchAsync("<script>lake")).QuerySelector("#ui-results > li")!;
        hit.QuerySelector("script").Should().BeNull();
        hit.QuerySelector(".excerpt")!.TextContent.Should().Contain("lake");
    }

    [Fact]
    public async Task What_is_too_long_stays_so_on_the_next_page_of_hits()
    {
        var page = await SearchAsync(string.Join(' ', Enumerable.Repeat("river", 120)));
        page.QuerySelector("#ui-status")!.TextContent.Should().Contain("The query was too long; its end was left off.");
        var box = page.QuerySelector<IHtmlInputElement>("main input[type=search]")!;
        (await SearchAsync(box.Value)).QuerySelector("#ui-status")!.TextContent.Should().Contain("The query was too long; its end was left off.");
        box.MaxLength.Should().Be(box.Value.Length);
    }

    public static TheoryData<string> OddAddresses =>
    [
        "/search?q=" + new string('a', 10_000), "/search?q=%00", "/search?q=%ED%A0%80", "/search?q=%F0%9F%98%80%ED%B8%80", "/search?q=%FF%FE", "/search?q=%22", "/search?q=-",
        "/search?q=" + string.Concat(Enumerable.Repeat("%F0%9F%98%80", 150)), "/search?q=a&q=b", "/search?count=-1&q=river", "/search?count=99999999999999999999&q=river",
        "/search?q=" + string.Join('+', Enumerable.Range(0, 500).Select(i => $"w{i}")), "/search?q=theme:", "/search?q=year:99999999999999999999", "/search?theme=&speaker=&year=&speech=",
        "/search?q=river&" + string.Join('&', Enumerable.Range(0, 3000).Select(i => $"theme=t{i}")), "/search?q=river&speech=%00&speaker=%00", "/search?q=%25%25%2",
    ];

    [Theory]
    [MemberData(nameof(OddAddresses))]
    public async Task A_query_of_any_length_or_shape_is_answered(string address)
    {
        var page = await _site.PageAsync(address);
        page.QuerySelector("#ui-status")!.TextContent.Should().NotBeEmpty();
        page.QuerySelector<IHtmlInputElement>("main input[type=search]")!.Value.Length.Should().BeLessThanOrEqualTo(Query.LongestTyped);
    }

    [Fact]
    public async Task The_page_names_all_that_its_script_needs_so_that_it_is_fetched_at_once()
    {
        var page = await _site.PageAsync("/search");
        foreach (var link in page.QuerySelectorAll("head link[rel=modulepreload], head link[rel=preload]"))
            (await _site.GetAsync(link.GetAttribute("href")!)).StatusCode.Should().Be(HttpStatusCode.OK, link.GetAttribute("href"));
        page.QuerySelectorAll("head link[rel=preload][as=fetch]").Should().ContainSingle().Which.GetAttribute("href").Should().Be(page.DocumentElement.GetAttribute("data-index") + "root");
    }

    private Task<IDocument> SearchAsync(string query, string more = "") => _site.PageAsync($"/search?q={Uri.EscapeDataString(query)}{more}");

    private static IEnumerable<string> Offered(IDocument page) => page.QuerySelectorAll("fieldset .pill").Select(pill => pill.TextContent.Trim());

    private static IEnumerable<string> Options(IDocument page, string name) => page.QuerySelectorAll($"select[name={name}] option").Select(option => option.TextContent);
}
