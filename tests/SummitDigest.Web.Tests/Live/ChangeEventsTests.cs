using System.Net;

namespace SummitDigest.Web.Tests.Live;

/// <summary>The stream by which open pages hear of changes in Development.</summary>
public sealed class ChangeEventsTests : IDisposable
{
    private readonly TestSite _site = new TestSite().InDevelopment().Watched().With("Logging:LogLevel:SummitDigest", "Debug").WithSpeech("first", "One.");

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task It_tells_the_version_of_the_page_at_once_and_another_after_every_change()
    {
        using var stream = await OpenAsync();
        var first = await NextAsync(stream);
        first.Should().Be(await VersionOfPageAsync());
        _site.WithSpeech("first", "Two.");
        var second = await NextAsync(stream);
        second.Should().NotBe(first).And.Be(await VersionOfPageAsync());
        _site.WithFile("speeches/new.md", "broken");
        (await NextAsync(stream)).Should().NotBe(second, "the page now tells of a mistake").And.Be(await VersionOfPageAsync());
    }

    [Fact]
    public async Task It_ends_when_the_site_stops()
    {
        using var stream = await OpenAsync();
        await NextAsync(stream);
        var stop = _site.DisposeAsync().AsTask();
        while (await stream.ReadLineAsync().WaitAsync(LiveSteps.Patience) is not null)
        {
            // What was still on its way.
        }
        await stop.WaitAsync(LiveSteps.Patience);
        _site.Log.Lines.Where(line => line.Contains("/changes", StringComparison.Ordinal)).Should().ContainSingle().Which.Should().Contain(": GET /changes answered 200");
    }

    [Fact]
    public async Task There_is_none_in_Production()
    {
        using var site = new TestSite();
        (await site.GetAsync("/changes")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private async Task<StreamReader> OpenAsync()
    {
        var answer = await _site.CreateClient().GetAsync("/changes", HttpCompletionOption.ResponseHeadersRead);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        return new(await answer.Content.ReadAsStreamAsync());
    }

    private static async Task<string> NextAsync(StreamReader stream)
    {
        while (await stream.ReadLineAsync().WaitAsync(LiveSteps.Patience) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
                return line["data: ".Length..];
        }
        throw new EndOfStreamException("The stream has ended.");
    }

    private async Task<string?> VersionOfPageAsync() => (await _site.PageAsync("/")).GetElementById("ui-live")!.GetAttribute("data-version");
}
