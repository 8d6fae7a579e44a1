using System.Net;
using System.Text.Json;

namespace SummitDigest.Web.Tests;

/// <summary>The JSON of a speech: its shape is a promise.</summary>
public sealed class SpeechJsonTests
{
    [Fact]
    public async Task A_speech_is_served_with_its_sections_passages_themes_and_evidence()
    {
        using var site = new TestSite().With("Site:BaseUrl", "https://digest.example.org")
            .WithSpeech("first", "Good day. ^hello\n\nThe *Rivers* of 河.", "date: 2023-01-02\nplace: Accra\nfamily-name: Mensah");
        using var response = await site.GetAsync("/speeches/first.json");
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        var expected = """
            {
              "format": 1,
              "slug": "first",
              "title": "The speech first",
              "speaker": "Ama Mensah",
              "familyName": "Mensah",
              "event": "River Conference",
              "place": "Accra",
              "date": "2023-01-02",
              "language": "en",
              "kind": "report",
              "wording": "original",
              "source": {
                "publisher": "Volta Daily",
                "title": null,
                "authors": [],
                "url": null,
                "dateline": null,
                "retrieved": null
              },
              "url": "https://digest.example.org/speeches/first",
              "sections": [
                {
                  "id": "overview",
                  "heading": null,
                  "theme": null,
                  "url": "https://digest.example.org/speeches/first#overview",
                  "passages": [
                    {
                      "id": "hello",
                      "number": 1,
                      "theme": null,
                      "secondaryThemes": [],
                      "decidedBy": "lexicon",
                      "certain": true,
                      "evidence": [],
                      "text": "Good day.",
                      "html": "<p>Good day.</p>",
                      "url": "https://digest.example.org/speeches/first#hello"
                    }
                  ]
                },
                {
                  "id": "rivers",
                  "heading": "Rivers",
                  "theme": "rivers",
                  "url": "https://digest.example.org/speeches/first#rivers",
                  "passages": [
                    {
                      "id": "p2",
                      "number": 2,
                      "theme": "rivers",
                      "secondaryThemes": [],
                      "decidedBy": "lexicon",
                      "certain": true,
                      "evidence": [
                        {
                          "theme": "rivers",
                          "term": "river*",
                          "matched": "Rivers",
                          "weight": 3
                        }
                      ],
                      "text": "The Rivers of 河.",
                      "html": "<p>The <em>Rivers</em> of 河.</p>",
                      "url": "https://digest.example.org/speeches/first#p2"
                    }
                  ]
                }
              ]
            }
            """;
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        using var promised = JsonDocument.Parse(expected);
        JsonSerializer.Serialize(json).Should().Be(JsonSerializer.Serialize(promised));
    }

    [Theory]
    [InlineData("https://digest.example.org", "https://digest.example.org")]
    [InlineData("", "")]
    public async Task Links_in_the_text_are_as_the_others(string site, string start)
    {
        using var first = new TestSite().With("Site:BaseUrl", site).WithSpeech("first", "[Here](#p1), [there](/themes/rivers?a=b&c=d#e), [away](https://example.org/). ^p1");
        using var json = JsonDocument.Parse(await (await first.GetAsync("/speeches/first.json")).Content.ReadAsStringAsync());
        json.RootElement.GetProperty("sections")[0].GetProperty("passages")[0].GetProperty("html").GetString().Should()
            .Contain($"<a href=\"{start}/speeches/first#p1\"").And.Contain($"<a href=\"{start}/themes/rivers?a=b&amp;c=d#e\"").And.Contain("<a href=\"https://example.org/\"");
    }

    [Fact]
    public async Task Without_a_public_address_links_are_rooted()
    {
        using var site = new TestSite().WithSpeech("first", "One.");
        using var json = JsonDocument.Parse(await (await site.GetAsync("/speeches/first.json")).Content.ReadAsStringAsync());
        json.RootElement.GetProperty("url").GetString().Should().Be("/speeches/first");
    }

    [Fact]
    public async Task An_unknown_speech_is_not_found()
    {
        using var site = new TestSite();
        using var response = await site.GetAsync("/speeches/first.json");
        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }
}
