using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Tests.Live;

/// <summary>How long the index of content that was replaced is there.</summary>
public sealed class KeptIndexTests : IDisposable
{
    private readonly Clock _clock = new();
    private readonly TestSite _site;
    private readonly Lazy<LibraryStore> _store;

    public KeptIndexTests()
    {
        _site = new TestSite().WithTime(_clock).WithSpeech("first", "Once.");
        _store = new(() => _site.Services.GetRequiredService<LibraryStore>());
    }

    public void Dispose() => _site.Dispose();

    [Fact]
    public void It_stays_for_the_stated_time_after_it_was_replaced()
    {
        _site.With("Content:KeepIndexMinutes", "30");
        var first = Save("One.");
        // Only from its replacement on does time count.
        Wait(minutes: 500);
        var second = Save("Two.");
        Wait(minutes: 29);
        var third = Save("Three.");
        Wait(minutes: 2);
        Found(first).Should().BeFalse();
        Found(second).Should().BeTrue();
        Wait(minutes: 29);
        Found(second).Should().BeFalse();
        Found(third).Should().BeTrue();
    }

    [Fact]
    public void Of_many_saves_within_that_time_the_newest_ten_stay()
    {
        var saved = Enumerable.Range(1, 15).Select(number => Save($"Number {number}.")).ToList();
        saved.Select(Found).Should().Equal(Enumerable.Range(1, 15).Select(number => number > 4), "one is the current");
    }

    [Fact]
    public void What_was_undone_takes_no_place_and_its_time_starts_anew()
    {
        var first = Save("One.");
        for (var i = 0; i < 20; i++)
            Save(i % 2 == 0 ? "Two." : "One.");
        var third = Save("Three.");
        new[] { first, third }.Should().OnlyContain(hash => Found(hash));
        Wait(minutes: 59);
        Save("One.");
        Save("Four.");
        Wait(minutes: 2);
        Found(first).Should().BeTrue();
    }

    [Fact]
    public async Task A_running_site_lets_go_of_it_without_another_save()
    {
        _site.Watched();
        var hash = _store.Value.Current.IndexHash;
        _site.WithSpeech("first", "Twice.");
        await _site.ShouldShowAsync("/speeches/first", "Twice.");
        (await _site.GetAsync($"/search/{hash}/root")).IsSuccessStatusCode.Should().BeTrue();
        _clock.Now += TimeSpan.FromMinutes(61);
        for (var end = DateTime.UtcNow + LiveSteps.Patience; Found(hash) && DateTime.UtcNow < end;)
            await Task.Delay(50);
        Found(hash).Should().BeFalse();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Once_its_files_are_made_it_holds_nothing_of_its_library(int savesBefore)
    {
        var (hash, held) = Replaced(savesBefore);
        // Whoever makes the newest index has it in hand for a second or so.
        for (var end = DateTime.UtcNow + LiveSteps.Patience; held.Any(part => part.IsAlive) && DateTime.UtcNow < end;)
        {
            await Task.Delay(50);
            GC.Collect();
        }
        held.Select(part => part.IsAlive).Should().Equal(false, false);
        _store.Value.FindIndex(hash)!.Read("root").Should().NotBeNull();
    }

    // Apart, so that no variable of the test holds it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private (string Hash, WeakReference[] Held) Replaced(int savesBefore)
    {
        for (var i = 0; i < savesBefore; i++)
            Save($"Save {i}.");
        var before = _store.Value.Current;
        Save("Now.");
        return (before.IndexHash, [new(before.Library), new(before.Library.Speeches[0])]);
    }

    private string Save(string text)
    {
        _site.WithSpeech("first", text);
        _store.Value.Refresh();
        return _store.Value.Current.IndexHash;
    }

    private void Wait(int minutes)
    {
        _clock.Now += TimeSpan.FromMinutes(minutes);
        _store.Value.Forget();
    }

    private bool Found(string hash) => _store.Value.FindIndex(hash) is not null;

    /// <summary>Goes when it is told to; what waits for a time to pass still does.</summary>
    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
