using SummitDigest.Web.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace SummitDigest.Web.Tests.Live;

/// <summary>Changes of the content folder are shown while the site runs.</summary>
public sealed class LiveContentTests : IDisposable
{
    private readonly TestSite _site = new TestSite().Watched().WithSpeech("first", "The river rises.");

    public LiveContentTests() => _site.CreateClient();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_speech_that_is_saved()
    {
        _site.WithSpeech("first", "The meadow dries.");
        await _site.ShouldShowAsync("/speeches/first", "The meadow dries.");
        await _site.ShouldShowAsync("/themes/meadows", "The meadow dries.");
        await _site.ShouldShowAsync("/search?q=dries", "The speech first");
    }

    [Fact]
    public async Task A_speech_that_is_saved_aside_and_put_in_place_again_and_again()
    {
        foreach (var word in new[] { "lantern", "compass", "anchor" })
        {
            _site.Replace("speeches/first.md", TestSite.SpeechText("first", $"A {word}."));
            await _site.ShouldShowAsync("/speeches/first", $"A {word}.");
        }
    }

    [Fact]
    public async Task A_speech_that_is_added_renamed_and_deleted()
    {
        _site.WithSpeech("second", "One.");
        await _site.ShouldShowAsync("/speeches/second", "One.");
        File.Move(_site.PathOf("speeches/second.md"), _site.PathOf("speeches/third.md"));
        await _site.ShouldShowAsync("/speeches/third", "One.");
        await _site.ShouldLoseAsync("/speeches/second");
        File.Delete(_site.PathOf("speeches/third.md"));
        await _site.ShouldLoseAsync("/speeches/third");
        await _site.ShouldShowAsync("/speeches/first", "The river rises.");
    }

    [Fact]
    public async Task A_speech_that_is_moved_in_and_out()
    {
        var elsewhere = Path.Combine(_site.Folder, "..", "second.md");
        await File.WriteAllTextAsync(elsewhere, TestSite.SpeechText("second", "One."));
        File.Move(elsewhere, _site.PathOf("speeches/second.md"));
        await _site.ShouldShowAsync("/speeches/second", "One.");
        File.Move(_site.PathOf("speeches/second.md"), elsewhere);
        await _site.ShouldLoseAsync("/speeches/second");
    }

    [Fact]
    public async Task A_folder_of_speeches_that_is_moved_in_and_what_is_then_saved_in_it()
    {
        var elsewhere = Directory.CreateDirectory(Path.Combine(_site.Folder, "..", "elsewhere", "deep")).Parent!;
        await File.WriteAllTextAsync(Path.Combine(elsewhere.FullName, "second.md"), TestSite.SpeechText("second", "One."));
        await File.WriteAllTextAsync(Path.Combine(elsewhere.FullName, "deep", "third.md"), TestSite.SpeechText("third", "One."));
        elsewhere.MoveTo(_site.PathOf("speeches/2024"));
        await _site.ShouldShowAsync("/speeches/second", "One.");
        await _site.ShouldShowAsync("/speeches/third", "One.");

        _site.WithFile("speeches/2024/deep/third.md", TestSite.SpeechText("third", "Two."));
        await _site.ShouldShowAsync("/speeches/third", "Two.");

        Directory.Move(_site.PathOf("speeches/2024"), _site.PathOf("speeches/2025"));
        _site.WithFile("speeches/2025/deep/third.md", TestSite.SpeechText("third", "Three."));
        await _site.ShouldShowAsync("/speeches/third", "Three.");

        Directory.Delete(_site.PathOf("speeches/2025"), recursive: true);
        await _site.ShouldLoseAsync("/speeches/second");
        await _site.ShouldLoseAsync("/speeches/third");
    }

    [Fact]
    public async Task A_folder_of_speeches_that_is_made_and_filled_at_once()
    {
        Directory.CreateDirectory(_site.PathOf("speeches/a/b/c"));
        for (var i = 0; i < 50; i++)
            _site.WithFile($"speeches/a/b/c/made-{i}.md", TestSite.SpeechText($"made-{i}", "One."));
        await _site.ShouldShowAsync("/speeches/made-0", "One.");
        await _site.ShouldShowAsync("/speeches/made-49", "One.");
    }

    [Fact]
    public async Task A_change_of_the_themes()
    {
        await _site.ShouldShowAsync("/themes/rivers", "The river rises.");
        _site.WithFile("themes.yml", "themes: { streams: { title: Streams, colour: teal, definition: Water., terms: { en: { 4: [river*] } } } }");
        await _site.ShouldShowAsync("/themes/streams", "The river rises.");
        await _site.ShouldLoseAsync("/themes/rivers");
    }

    [Fact]
    public async Task Another_folder_in_the_place_of_the_content_folder_and_what_is_then_saved_in_it()
    {
        var (old, other) = (Path.Combine(_site.Folder, "..", "old"), Path.Combine(_site.Folder, "..", "other"));
        Directory.CreateDirectory(Path.Combine(other, "speeches"));
        File.Copy(_site.PathOf("themes.yml"), Path.Combine(other, "themes.yml"));
        await File.WriteAllTextAsync(Path.Combine(other, "speeches", "second.md"), TestSite.SpeechText("second", "One."));
        Directory.Move(_site.Folder, old);
        Directory.Move(other, _site.Folder);
        await _site.ShouldShowAsync("/speeches/second", "One.");
        _site.WithSpeech("second", "Two.");
        await _site.ShouldShowAsync("/speeches/second", "Two.");
    }

    [Fact]
    public async Task Nothing_where_watching_is_switched_off()
    {
        using var still = new TestSite().WithSpeech("first", "One.");
        var store = still.Services.GetRequiredService<LibraryStore>();
        var replaced = store.Current.Replaced;
        still.WithSpeech("first", "Two.");
        // Longer than the watcher takes at most.
        await Task.Delay(TimeSpan.FromSeconds(3));
        replaced.IsCompleted.Should().BeFalse();
        store.IsOutdated.Should().BeTrue();
    }

    [Fact]
    public async Task The_site_stops_at_once_in_the_middle_of_a_change()
    {
        _site.WithSpeech("first", "Two.");
        var stop = _site.DisposeAsync().AsTask();
        await stop.WaitAsync(LiveSteps.Patience);
        _site.Log.Lines.Should().NotContain(line => line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Critical", StringComparison.Ordinal));
    }
}
