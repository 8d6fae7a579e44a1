using System.Net;
using AngleSharp.Dom;

namespace SummitDigest.Web.Tests;

public sealed class PermalinkPagesTests : IDisposable
{
    private const string Ledger = """
        speech now Now
        section overview p1
        passage p1
        section rivers p2
        passage p2
        passage p3
        passage p4
        section gone p4

        speech lost A lost speech
        passage p1

        """;

    private readonly TestSite _site = new TestSite()
        .WithSpeech("now", "Good day to all. ^p1\n\nThe river runs. ^p2\n\nA river is high, and *[here](/themes)* it stays. ^p3\n\nThe meadow is green. ^p6", "date: 2024-05-02\naliases: [then]\nmoved: { p5: p3 }")
        .WithFile("permalinks.txt", Ledger);

    [Fact]
    public async Task A_passage_has_a_page_of_its_own()
    {
        var page = await _site.PageAsync("/speeches/now/p2");
        page.QuerySelector("h1")!.TextContent.Should().Be("Passage 2");
        page.QuerySelector(".passage .text")!.TextContent.Should().Be("The river runs.");
        page.QuerySelector(".why")!.TextContent.Should().Contain("Rivers").And.Contain("“river”");
        page.QuerySelectorAll(".trail a").Select(Address).Should().Equal("/speeches/now", "/speeches/now/rivers");
        page.QuerySelectorAll(".neighbours a").Select(Address).Should().Equal("/speeches/now/p1", "/speeches/now/p3");
        page.QuerySelectorAll(".context a").Select(Address).Should().StartWith(["/speeches/now/p1", "/speeches/now/p3"]);
        page.QuerySelectorAll(".context .text").Select(text => text.TextContent).Should().Equal("Good day to all.", "A river is high, and here it stays.");
        page.QuerySelector("main a[href='/speeches/now#p2']").Should().NotBeNull();
        page.QuerySelector("link[rel=canonical]")!.GetAttribute("href").Should().Be("/speeches/now/p2");
        page.QuerySelectorAll(".in-text").Select(text => text.TextContent).Should().Contain("(Volta Daily, 2024, para. 2)", "(Mensah, par. 2)");
    }

    [Fact]
    public async Task A_section_has_a_page_of_its_own()
    {
        var page = await _site.PageAsync("/speeches/now/rivers");
        page.QuerySelector("h1")!.TextContent.Should().Be("Rivers");
        page.QuerySelectorAll(".passage").Select(passage => passage.Id).Should().Equal("p2", "p3");
        page.QuerySelectorAll(".neighbours a").Select(Address).Should().Equal("/speeches/now/overview", "/speeches/now/meadows");
        page.QuerySelectorAll(".in-text").Select(text => text.TextContent).Should().Contain("(Volta Daily, 2024, paras. 2–3)");
    }

    [Theory]
    [InlineData("/themes/brooks", "/themes/rivers")]
    [InlineData("/themes/brooks/page/2", "/themes/rivers")]
    [InlineData("/themes/brooks/feed.xml", "/themes/rivers/feed.xml")]
    [InlineData("/themes/brooks/feed.json", "/themes/rivers/feed.json")]
    public async Task What_a_theme_was_called_leads_to_it(string address, string now)
    {
        using var site = new TestSite().WithSpeech("speech", "The river, as [ever](/themes/brooks). ^p1");
        site.WithFile("themes.yml", (await File.ReadAllTextAsync(site.PathOf("themes.yml"))).Replace("title: Rivers", "title: Rivers\n    aliases: [brooks]"));
        using var response = await site.GetAsync(address);
        (response.StatusCode, response.Headers.Location?.ToString()).Should().Be((HttpStatusCode.MovedPermanently, now));
        (await site.PageAsync("/speeches/speech")).QuerySelector(".passage .text a")!.GetAttribute("href").Should().Be("/themes/rivers");
        (await site.PageAsync("/search?q=river&theme=brooks")).QuerySelectorAll("#ui-results li").Should().ContainSingle();
    }

    [Theory]
    [InlineData("/speeches/faulty")]
    [InlineData("/speeches/faulty/p1")]
    [InlineData("/speeches/faulty.md")]
    [InlineData("/speeches/faulty/p1.bib")]
    [InlineData("/speeches/before-it-was-faulty")]
    public async Task What_a_mistake_keeps_back_is_not_there_at_the_moment(string address)
    {
        using var site = new TestSite().WithSpeech("faulty", "One. ^p1", "date: soon\naliases: [before-it-was-faulty]");
        using var response = await site.GetAsync(address);
        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await TestSite.ParseAsync(response)).QuerySelector("h1")!.TextContent.Should().Be("Not available at the moment");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/speeches")]
    [InlineData("/themes")]
    [InlineData("/search")]
    [InlineData("/offline")]
    [InlineData("/feed.xml")]
    [InlineData("/feed.json")]
    [InlineData("/sitemap.xml")]
    [InlineData("/robots.txt")]
    [InlineData("/opensearch.xml")]
    [InlineData("/themes/rivers/feed.json")]
    [InlineData("/speeches/other.akn.xml")]
    public async Task What_content_may_link_to_is_there(string address)
    {
        using var site = new TestSite().WithSpeech("other", "One. ^p1").WithSpeech("speech", $"[Link]({address}) ^p1");
        using var response = await site.GetAsync(address);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await (await site.GetAsync("/health/ready")).Content.ReadAsStringAsync()).Should().Contain("Healthy");
    }

    [Theory]
    [InlineData("/speeches/then", "/speeches/now")]
    [InlineData("/speeches/then/p2", "/speeches/now/p2")]
    [InlineData("/speeches/then/p5", "/speeches/now/p3")]
    [InlineData("/speeches/now/p5", "/speeches/now/p3")]
    [InlineData("/speeches/NOW/P2", "/speeches/now/p2")]
    [InlineData("/speeches/now/p2/", "/speeches/now/p2")]
    [InlineData("/speeches/then.md", "/speeches/now.md")]
    [InlineData("/speeches/then.json", "/speeches/now.json")]
    [InlineData("/speeches/then.speech.bib", "/speeches/now.speech.bib")]
    [InlineData("/speeches/then/p2.ris", "/speeches/now/p2.ris")]
    [InlineData("/speeches/now/p5.csl.json", "/speeches/now/p3.csl.json")]
    public async Task An_old_address_redirects_for_good_to_that_of_today(string old, string now)
    {
        using var response = await _site.GetAsync(old);
        ((int)response.StatusCode, response.Headers.Location?.ToString()).Should().Be((301, now));
    }

    [Fact]
    public async Task A_passage_that_was_taken_out_says_so_and_leads_to_the_nearest()
    {
        using var response = await _site.GetAsync("/speeches/now/p4");
        response.StatusCode.Should().Be(HttpStatusCode.Gone);
        response.Headers.Contains("X-Content-Version").Should().BeFalse("nobody should keep it");
        var page = await TestSite.ParseAsync(response);
        page.QuerySelector(".notice")!.TextContent.Should().Contain("Here stood the passage “p4” of “The speech now”.").And.Contain("A river is high");
        page.QuerySelectorAll(".notice a").Select(Address).Should().Equal("/speeches/now/p3", "/speeches/now");
    }

    [Theory]
    [InlineData("/speeches/lost", "Here stood the speech “A lost speech”.")]
    [InlineData("/speeches/lost/p1", "Here stood the passage “p1” of “A lost speech”.")]
    [InlineData("/speeches/then/p4", "Here stood the passage “p4” of “The speech now”.")]
    [InlineData("/speeches/lost.md", "What stood at this address was taken out.")]
    [InlineData("/speeches/now/p4.bib", "What stood at this address was taken out.")]
    public async Task What_was_taken_out_answers_410(string address, string sentence)
    {
        using var response = await _site.GetAsync(address);
        response.StatusCode.Should().Be(HttpStatusCode.Gone);
        (await TestSite.ParseAsync(response)).QuerySelector(".notice")!.TextContent.Should().Contain(sentence);
    }

    [Theory]
    [InlineData("/speeches/now/p9")]
    [InlineData("/speeches/now/search")]
    [InlineData("/speeches/now/ui-main")]
    [InlineData("/speeches/never/p1")]
    [InlineData("/speeches/now/p2/more")]
    [InlineData("/speeches/now/%2e%2e%2fthemes")]
    [InlineData("/speeches/now/..%252fthemes")]
    [InlineData("/speeches/now/%E2%80%AE")]
    [InlineData("/speeches/now/p2%0d%0ax-bad:1")]
    [InlineData("/speeches/now/<script>")]
    [InlineData("/speeches/now/p2.exe")]
    [InlineData("/speeches/now.speech.md")]
    [InlineData("/speeches/now/.bib")]
    [InlineData("/speeches/now/p9.bib")]
    [InlineData("/speeches/now.bib.bib")]
    public async Task What_never_was_is_not_found(string address)
    {
        using var response = await _site.GetAsync(address);
        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_page_of_the_speech_has_places_for_old_ids()
    {
        var page = await _site.PageAsync("/speeches/now");
        page.GetElementById("p5")!.ParentElement!.Id.Should().Be("p3");
        page.QuerySelectorAll("[id]").Select(element => element.Id).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Link_controls_follow_the_text_that_they_are_for()
    {
        var page = await _site.PageAsync("/speeches/now");
        var section = page.GetElementById("rivers")!.QuerySelector("header")!;
        section.FirstElementChild!.LocalName.Should().Be("h2");
        section.QuerySelectorAll(".tools a").Select(Address).Should().Equal("/speeches/now#rivers", "/speeches/now/rivers", "/speeches/now/rivers#ui-cite");
        var passage = page.GetElementById("p2")!;
        passage.QuerySelectorAll(".text ~ .passage-tools > a").Select(Address).Should().Equal("/speeches/now#p2", "/speeches/now/p2", "/speeches/now/p2#ui-cite");
        passage.QuerySelectorAll(".passage-tools > a").Select(link => link.GetAttribute("aria-label")).Should().Equal("Link to passage 2", "Open alone: passage 2", "Cite passage 2");
    }

    [Fact]
    public async Task The_Markdown_of_a_speech_gives_the_same_speech()
    {
        using var response = await _site.GetAsync("/speeches/now.md");
        response.Content.Headers.ContentType!.ToString().Should().Be("text/markdown; charset=utf-8");
        using var again = new TestSite().WithFile("speeches/now.md", await response.Content.ReadAsStringAsync()).WithFile("permalinks.txt", Ledger);
        using var first = await _site.GetAsync("/speeches/now.json");
        using var second = await again.GetAsync("/speeches/now.json");
        (await second.Content.ReadAsStringAsync()).Should().Be(await first.Content.ReadAsStringAsync());
    }

    public void Dispose() => _site.Dispose();

    private static string? Address(IElement link) => link.GetAttribute("href");
}
