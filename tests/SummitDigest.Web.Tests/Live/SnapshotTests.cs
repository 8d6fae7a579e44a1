using Microsoft.Extensions.DependencyInjection;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Tests.Live;

/// <summary>What is swapped, and what stays, when the content is read again.</summary>
public sealed class SnapshotTests : IDisposable
{
    private readonly TestSite _site = new TestSite().WithSpeech("first", "One.").WithSpeech("second", "One.");
    private readonly LibraryStore _store;

    public SnapshotTests() => _store = _site.Services.GetRequiredService<LibraryStore>();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void Without_a_change_all_stays()
    {
        var before = _store.Current;
        _site.WithSpeech("first", "One.");
        _store.Refresh();
        _store.Current.Should().BeSameAs(before);
        before.Replaced.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public void Where_only_the_problems_change_the_index_stays()
    {
        var before = _store.Current;
        _site.WithFile("speeches/new.md", "broken");
        _store.Refresh();
        _store.Current.Problems.Should().ContainSingle();
        _store.Current.IndexFiles.Should().BeSameAs(before.IndexFiles);
        before.Replaced.IsCompleted.Should().BeTrue();
    }

    [Fact]
    public async Task Pages_that_are_open_find_the_index_that_they_began_with()
    {
        var first = await RootAsync();
        _site.WithSpeech("first", "Two.");
        _store.Refresh();
        var second = await RootAsync();
        second.Should().NotBe(first);
        (await TextAsync(first)).Should().Contain("One.").And.NotContain("Two.");
        (await TextAsync(second)).Should().Contain("Two.");

        // A fault is no other content: the one before is still the first.
        _site.WithFile("speeches/new.md", "broken");
        _store.Refresh();
        (await TextAsync(first)).Should().NotContain("Two.");
    }

    [Fact]
    public void The_same_content_has_the_same_index_address_after_every_start()
    {
        using var other = new TestSite().WithSpeech("second", "One.").WithSpeech("first", "One.");
        other.Services.GetRequiredService<LibraryStore>().Current.IndexHash.Should().Be(_store.Current.IndexHash);
    }

    private async Task<string> RootAsync() => (await _site.PageAsync("/")).DocumentElement.GetAttribute("data-index") + "root";

    private async Task<string> TextAsync(string address)
    {
        using var answer = await _site.GetAsync(address);
        return await answer.Content.ReadAsStringAsync();
    }
}
