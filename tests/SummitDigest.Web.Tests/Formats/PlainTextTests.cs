using System.Net;

namespace SummitDigest.Web.Tests.Formats;

/// <summary>The plain text of a speech.</summary>
public sealed class PlainTextTests
{
    [Fact]
    public async Task A_speech_is_its_title_its_facts_and_its_numbered_passages()
    {
        using var site = new TestSite().With("Site:BaseUrl", "https://digest.example.org")
            .WithSpeech("first", "Good day.\n\n## Water {#water}\n\nWe ask\nfor:\n- *clear* rivers\n- meadows\n\nThe end.", "  title: Water for all\n  authors: [\"Owusu, Esi\", Kofi Boateng]\n  url: https://example.org/rivers\n  retrieved: 2024-05-03\ndate: 2024-05-02\nplace: Accra");
        using var response = await site.GetAsync("/speeches/first.txt");
        response.Content.Headers.ContentType!.ToString().Should().Be("text/plain; charset=utf-8");
        (await response.Content.ReadAsStringAsync()).Should().Be("""
            The speech first

            Speaker: Ama Mensah
            Event: River Conference
            Place: Accra
            Date: 2 May 2024
            Language: en
            What it is: Report by Volta Daily
            Source: Volta Daily
            Headline: Water for all
            Byline: Owusu, Esi; Kofi Boateng
            Source address: https://example.org/rivers
            Retrieved: 3 May 2024
            Address: https://digest.example.org/speeches/first

            This is a report by Volta Daily: a reporter's words, not the speaker's.


            [1] Good day.


            Water

            [2] We ask for:
            clear rivers
            meadows

            [3] The end.

            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("hostile")]
    [InlineData("second")]
    public async Task Whatever_it_contains_it_is_lines_of_text(string slug)
    {
        using var site = HostileSite.Create();
        using var response = await site.GetAsync($"/speeches/{slug}.txt");
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        bytes[0].Should().NotBe(0xEF, "there is no byte order mark");
        var text = System.Text.Encoding.UTF8.GetString(bytes);
        text.Should().EndWith("\n").And.NotEndWith("\n\n").And.NotContain("\n\n\n\n");
        text.Where(c => char.IsControl(c) && c != '\n').Should().BeEmpty();
    }

    [Fact]
    public async Task Every_passage_of_the_bundled_speech_is_there_by_its_number()
    {
        using var site = new TestSite().With("Content:Folder", Repository.Content);
        var text = await (await site.GetAsync("/speeches/xi-jinping-wuzhen-summit-2023.txt")).Content.ReadAsStringAsync();
        text.Split('\n').Where(line => line.StartsWith('[')).Select(line => line.Split(' ')[0]).Should().Equal(Enumerable.Range(1, 11).Select(number => $"[{number}]"));
        text.Should().Contain("\nDate: 8 November 2023\n").And.Contain("\nWhat it is: Digest of a report by Xinhua\n").And.Contain("\nAddress: http://localhost/speeches/xi-jinping-wuzhen-summit-2023\n");
    }

    [Theory]
    [InlineData("txt")]
    [InlineData("akn.xml")]
    public async Task Each_format_answers_HEAD_moves_with_the_speech_and_is_missing_with_it(string format)
    {
        using var site = HostileSite.Create();
        using var head = await site.GetAsync($"/speeches/hostile.{format}", HttpMethod.Head);
        head.StatusCode.Should().Be(HttpStatusCode.OK);
        using var moved = await site.GetAsync($"/speeches/once.{format}");
        moved.StatusCode.Should().Be(HttpStatusCode.MovedPermanently);
        moved.Headers.Location!.OriginalString.Should().Be($"/speeches/hostile.{format}");
        using var missing = await site.GetAsync($"/speeches/nothing.{format}");
        missing.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }
}
