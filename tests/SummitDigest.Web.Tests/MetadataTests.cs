using System.Net;
using System.Text.Json;
using AngleSharp.Dom;

namespace SummitDigest.Web.Tests;

public sealed class MetadataTests : IDisposable
{
    private readonly TestSite _site = new TestSite().With("Site:BaseUrl", "https://digest.example.org")
        .WithSpeech("first", "Good day to all. ^p1\n\nThe river runs </script><b>. ^p2", "date: 2024-05-02\nplace: Accra\nwording: digest")
        .WithSpeech("second", "The meadow is green. ^p1", "date: 2023-05-02\nkind: transcript\nfamily-name: Mensah");

    [Fact]
    public async Task A_speech_says_what_it_is_to_reference_managers()
    {
        Tags(await _site.PageAsync("/speeches/first")).Should().Equal(
            ("citation_title", "The speech first [Digest of a news report]"),
            ("citation_author", "Volta Daily"),
            ("citation_publication_date", "2024/05/02"),
            ("citation_publisher", "Summit Digest"),
            ("citation_language", "en"),
            ("citation_public_url", "https://digest.example.org/speeches/first"),
            ("citation_keywords", "Rivers"));
        Tags(await _site.PageAsync("/speeches/second/p1")).Should().Contain([
            ("citation_title", "The speech second: Passage 1"), ("citation_author", "Ama Mensah"), ("citation_publisher", "Volta Daily"), ("citation_conference_title", "River Conference")]);
    }

    [Fact]
    public async Task A_speech_says_what_it_is_to_search_engines()
    {
        var json = JsonLd(await _site.PageAsync("/speeches/first"));
        json.GetProperty("@type").GetString().Should().Be("Report");
        json.GetProperty("@id").GetString().Should().Be("https://digest.example.org/speeches/first");
        json.GetProperty("datePublished").GetString().Should().Be("2024-05-02");
        json.GetProperty("isBasedOn").GetProperty("publisher").GetProperty("name").GetString().Should().Be("Volta Daily");
        json.GetProperty("about").EnumerateArray().Select(about => about.GetProperty("name").GetString()).Should().Equal("Ama Mensah", "River Conference", "Rivers");
        json.GetProperty("hasPart").EnumerateArray().Select(part => part.GetProperty("url").GetString())
            .Should().Equal("https://digest.example.org/speeches/first/overview", "https://digest.example.org/speeches/first/rivers");

        var part = JsonLd(await _site.PageAsync("/speeches/first/p2"));
        part.GetProperty("isPartOf").GetProperty("@id").GetString().Should().Be("https://digest.example.org/speeches/first");
        part.GetProperty("position").GetInt32().Should().Be(2);
    }

    [Theory]
    [InlineData("kind: transcript", "Person", "Ama Mensah")]
    [InlineData("kind: transcript\nfamily-name: Ama Mensah", "Organization", "Ama Mensah")]
    [InlineData("  authors: [Kofi Owusu, Volta Daily]", "Person Organization", "Kofi Owusu, Volta Daily")]
    [InlineData("language: en", "Organization", "Volta Daily")]
    [InlineData("wording: digest\nkind: transcript", "Organization", "Summit Digest")]
    public async Task Search_engines_are_told_who_wrote_it(string front, string types, string names)
    {
        using var site = new TestSite().WithSpeech("first", "The river.", $"{front}\ndate: 2024-05-02");
        var author = JsonLd(await site.PageAsync("/speeches/first")).GetProperty("author");
        var authors = author.ValueKind == JsonValueKind.Array ? author.EnumerateArray().ToList() : [author];
        string.Join(' ', authors.Select(one => one.GetProperty("@type").GetString())).Should().Be(types);
        string.Join(", ", authors.Select(one => one.GetProperty("name").GetString())).Should().Be(names);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/speeches")]
    [InlineData("/themes/rivers")]
    [InlineData("/speeches/first")]
    [InlineData("/speeches/first/rivers")]
    [InlineData("/speeches/first/p2")]
    public async Task What_a_page_names_is_there(string address)
    {
        var page = await _site.PageAsync(address);
        var canonical = page.QuerySelectorAll("link[rel=canonical]").Should().ContainSingle().Subject.GetAttribute("href")!;
        canonical.Should().StartWith("https://digest.example.org/");
        Property(page, "og:url").Should().Be(canonical);
        Property(page, "og:title").Should().NotBeEmpty();
        Property(page, "og:image").Should().Be("https://digest.example.org/share.png");
        foreach (var link in page.QuerySelectorAll("link[rel=alternate], link[rel=search]"))
        {
            using var response = await _site.GetAsync(link.GetAttribute("href")!);
            response.StatusCode.Should().Be(HttpStatusCode.OK, link.OuterHtml);
            response.Content.Headers.ContentType!.MediaType.Should().Be(link.GetAttribute("type"), link.OuterHtml);
        }
        using var picture = await _site.GetAsync("/share.png");
        picture.Content.Headers.ContentType!.MediaType.Should().Be("image/png");
    }

    [Theory]
    [InlineData("/speeches/first/p2", ".bib", "application/x-bibtex")]
    [InlineData("/speeches/first/p2", ".speech.ris", "application/x-research-info-systems")]
    [InlineData("/speeches/first/rivers", ".csl.json", "application/vnd.citationstyles.csl+json")]
    [InlineData("/speeches/second", ".bib", "application/x-bibtex")]
    public async Task A_citation_is_served_as_a_file(string address, string ending, string mediaType)
    {
        using var response = await _site.GetAsync(address + ending);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be(mediaType);
        (await response.Content.ReadAsStringAsync()).Should().Contain($"https://digest.example.org{address}");
        (await _site.PageAsync(address)).QuerySelector($"a[href='{address}{ending}']").Should().NotBeNull();
    }

    [Fact]
    public async Task A_transcript_is_cited_in_one_way()
    {
        (await _site.PageAsync("/speeches/second")).QuerySelectorAll(".cite details").Should().ContainSingle();
        using var response = await _site.GetAsync("/speeches/second.speech.bib");
        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_link_of_the_site_leads_somewhere()
    {
        var known = new Dictionary<string, IDocument?>();
        var waiting = new Queue<string>(["/"]);
        var broken = new List<string>();
        while (waiting.TryDequeue(out var address))
        {
            if (known.ContainsKey(address))
                continue;
            using var response = await _site.GetAsync(address);
            if (response.StatusCode != HttpStatusCode.OK)
                broken.Add($"{address}: {response.StatusCode}");
            known[address] = response.Content.Headers.ContentType?.MediaType == "text/html" ? await TestSite.ParseAsync(response) : null;
            foreach (var link in Links(known[address]).Where(link => link.StartsWith('/')))
                waiting.Enqueue(link.Split('#')[0]);
        }
        foreach (var (address, page) in known)
        {
            foreach (var link in Links(page).Where(link => link.Contains('#')))
            {
                var (path, id) = (link.Split('#')[0], link.Split('#')[1]);
                if ((path.Length == 0 ? page : known[path])?.GetElementById(id) is null)
                    broken.Add($"{address}: {link}");
            }
        }
        broken.Should().BeEmpty();
        known.Keys.Should().Contain(["/speeches/first/p2", "/speeches/second/p1.bib", "/themes/rivers", "/feed.xml"]);
    }

    public void Dispose() => _site.Dispose();

    private static IEnumerable<string> Links(IDocument? page) =>
        page is null ? [] : page.QuerySelectorAll("a[href], link[rel=alternate]").Select(link => link.GetAttribute("href")!);

    private static IEnumerable<(string, string)> Tags(IDocument page) =>
        page.QuerySelectorAll("meta[name^=citation_]").Select(meta => (meta.GetAttribute("name")!, meta.GetAttribute("content")!));

    private static string? Property(IDocument page, string name) => page.QuerySelector($"meta[property='{name}']")?.GetAttribute("content");

    private static JsonElement JsonLd(IDocument page) =>
        JsonDocument.Parse(page.QuerySelectorAll("script[type='application/ld+json']").Should().ContainSingle().Subject.TextContent).RootElement;
}
