using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using SummitDigest.Web.Formats;

namespace SummitDigest.Web.Tests.Formats;

/// <summary>Speeches as Akoma Ntoso, against the rules of its schema.</summary>
public sealed class AkomaNtosoTests
{
    private static readonly XNamespace Akn = AkomaNtoso.Namespace;

    [Fact]
    public async Task The_bundled_speech_is_valid()
    {
        using var site = new TestSite().With("Content:Folder", Repository.Content);
        var document = await ReadAsync(site, "xi-jinping-wuzhen-summit-2023");
        document.Descendants(Akn + "section").Should().HaveCount(5);
        document.Descendants(Akn + "paragraph").Select(passage => (string)passage.Attribute("eId")!).Should().Equal(Enumerable.Range(1, 11).Select(number => $"p{number}"));
        document.Descendants(Akn + "keyword").Select(keyword => (string)keyword.Attribute("value")!).Should().Equal("development", "security", "ai-governance", "inclusiveness");
        document.Descendants(Akn + "FRBRauthor").Select(author => (string)author.Attribute("href")!).Should().Equal(["#ref_publisher", "#ref_editor", "#ref_editor"], "a digest is our expression of Xinhua's work");
    }

    [Theory]
    [InlineData("hostile")]
    [InlineData("second")]
    public async Task Whatever_it_contains_it_is_valid_and_has_every_word(string slug)
    {
        using var site = HostileSite.Create();
        var document = await ReadAsync(site, slug);
        using var json = JsonDocument.Parse(await (await site.GetAsync($"/speeches/{slug}.json")).Content.ReadAsStringAsync());
        var passages = json.RootElement.GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("passages").EnumerateArray()).ToList();
        document.Descendants(Akn + "paragraph").Select(paragraph => (string)paragraph.Attribute("eId")!)
            .Should().BeEquivalentTo(passages.Select(passage => passage.GetProperty("id").GetString()));
        foreach (var passage in passages)
        {
            var paragraph = document.Descendants(Akn + "paragraph").Single(paragraph => (string)paragraph.Attribute("eId")! == passage.GetProperty("id").GetString());
            paragraph.Element(Akn + "num")!.Value.Should().Be(passage.GetProperty("number").GetRawText());
            Letters(paragraph.Element(Akn + "content")!.Value).Should().Be(Letters(passage.GetProperty("text").GetString()!));
            ((string?)paragraph.Attribute("refersTo")).Should().Be(passage.GetProperty("theme").GetString() is { } theme ? $"#theme_{theme}" : null);
        }
    }

    [Fact]
    public async Task Marks_of_the_text_have_their_elements()
    {
        using var site = HostileSite.Create();
        var document = await ReadAsync(site, "hostile");
        var first = Content(document, "p1");
        first.Descendants(Akn + "a").Select(link => (string)link.Attribute("href")!).Should().Equal(
            "https://digest.example.org/speeches/hostile#p2", "https://digest.example.org/themes?a=b&c=d", "https://example.org/x?y=1&z=2");
        first.Descendants(Akn + "i").Single().Element(Akn + "b")!.Value.Should().Be("b");
        first.Descendants(Akn + "inline").Single().Value.Should().Be("c < d");
        first.Descendants(Akn + "br").Should().ContainSingle();
        Content(document, "p2").Descendants(Akn + "embeddedStructure").Should().HaveCount(2);
        Content(document, "p3").Descendants(Akn + "li").Should().HaveCount(3);
        Content(document, "p4").Descendants(Akn + "li").Single().Attribute("value")!.Value.Should().Be("7");
        document.Descendants(Akn + "section").Select(section => ((string)section.Attribute("eId")!, section.Parent!.Name.LocalName)).Should().Contain(("lower", "section")).And.Contain(("next", "mainBody"));
    }

    [Fact]
    public async Task A_paragraph_without_marks_has_its_characters_as_they_are()
    {
        const string Text = "Ships & towns: a < b > c, \"go\", l'eau, &amp;amp; &nbsp;.";
        using var site = new TestSite().WithSpeech("first", Text.Replace("&", "\\&", StringComparison.Ordinal).Replace("<", "\\<", StringComparison.Ordinal));
        Content(await ReadAsync(site, "first"), "p1").Value.Trim().Should().Be(Text);
    }

    [Fact]
    public async Task A_report_is_its_reporters_and_publishers_work_and_a_draft_the_speakers()
    {
        using var site = HostileSite.Create();
        (await ReadAsync(site, "hostile")).Descendants(Akn + "FRBRWork").Elements(Akn + "FRBRauthor").Attributes("href").Select(href => href.Value)
            .Should().Equal("#ref_author_1", "#ref_author_2", "#ref_publisher");
        var draft = await ReadAsync(site, "second");
        draft.Descendants(Akn + "FRBRWork").Elements(Akn + "FRBRauthor").Attributes("href").Select(href => href.Value).Should().Equal("#ref_speaker");
        draft.Root!.Element(Akn + "doc")!.Attribute("name")!.Value.Should().Be("draft");
    }

    [Fact]
    public async Task Every_two_marks_of_Markdown_side_by_side_are_valid_too()
    {
        string[] marks =
        [
            "*a*", "**b*", "`c`", "```x\"y<&\nd\n```", "> e", "> - f", "- g", "1. h", "3) i", "***", "<b>", "<!-- j -->", "&amp;", "&#x0;", "&lt;", "]]>", "\\", "k  \nl", "\uFFFE", "🌊",
            "[m](n \"o<p&'q\")", "[r](http://[)", "[s](</t u>)", "[v](#p1 'w')", "![x](y)", "<https://example.org/?a&b'c>", "<me@example.org>", "[z]",
        ];
        var body = string.Join("\n\n", marks.SelectMany(_ => marks, (one, other) => $"Text {one} {other}\n{one}\n{other}"));
        using var site = new TestSite().WithSpeech("marks", body);
        var document = await ReadAsync(site, "marks");
        document.Descendants(Akn + "paragraph").Should().HaveCountGreaterThan(marks.Length * marks.Length);
        using var feed = await site.GetAsync("/feed.xml");
        XDocument.Parse(await feed.Content.ReadAsStringAsync()).Descendants().Should().NotBeEmpty();
    }

    [Fact]
    public async Task The_same_content_gives_the_same_bytes()
    {
        using var one = HostileSite.Create();
        using var other = HostileSite.Create();
        var bytes = await (await one.GetAsync("/speeches/hostile.akn.xml")).Content.ReadAsByteArrayAsync();
        (await (await other.GetAsync("/speeches/hostile.akn.xml")).Content.ReadAsByteArrayAsync()).Should().Equal(bytes);
    }

    [Theory]
    [InlineData("FRBRcountry")]
    [InlineData("FRBRlanguage")]
    [InlineData("FRBRdate")]
    [InlineData("references")]
    [InlineData("mainBody")]
    public async Task The_rules_notice_what_is_missing(string element)
    {
        using var site = HostileSite.Create();
        var document = await ReadAsync(site, "second");
        document.Descendants(Akn + element).First().Remove();
        document.Invoking(Check).Should().Throw<XmlSchemaValidationException>();
    }

    private static async Task<XDocument> ReadAsync(TestSite site, string slug)
    {
        using var response = await site.GetAsync($"/speeches/{slug}.akn.xml");
        response.Content.Headers.ContentType!.ToString().Should().Be("application/akn+xml; charset=utf-8");
        var document = XDocument.Parse(await response.Content.ReadAsStringAsync(), LoadOptions.PreserveWhitespace);
        Check(document);
        return document;
    }

    private static void Check(XDocument document)
    {
        var schemas = new XmlSchemaSet();
        using (var reader = XmlReader.Create(Path.Combine(Repository.Root, "tests", "SummitDigest.Web.Tests", "Formats", "akoma-ntoso.xsd")))
            schemas.Add(null, reader);
        document.Validate(schemas, (_, fault) => throw fault.Exception);
        var ids = document.Descendants(Akn + "references").Elements().Attributes("eId").Select(id => $"#{id.Value}").ToHashSet();
        document.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "source" or "dictionary" or "refersTo" || attribute.Name == "href" && attribute.Value.StartsWith('#'))
            .SelectMany(attribute => attribute.Value.Split(' ')).Should().OnlyContain(reference => ids.Contains(reference), "references name what the document lists");
    }

    private static XElement Content(XDocument document, string id) => document.Descendants(Akn + "paragraph").Single(paragraph => (string)paragraph.Attribute("eId")! == id).Element(Akn + "content")!;

    // Line breaks between elements are the document's own.
    private static string Letters(string text) => string.Concat(XmlResult.Clean(text).Where(c => !char.IsWhiteSpace(c)));
}
