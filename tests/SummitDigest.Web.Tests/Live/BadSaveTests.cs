using Microsoft.Extensions.DependencyInjection;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Tests.Live;

/// <summary>What the site does, and whom it tells, when content has a mistake or is gone.</summary>
public sealed class BadSaveTests : IDisposable
{
    private readonly TestSite _site = new TestSite().Watched().WithSpeech("first", "The river rises.");

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_bad_save_keeps_the_last_good_version_and_is_told_until_it_is_mended()
    {
        (await _site.ShouldBecomeAsync("Healthy")).GetProperty("stale").GetArrayLength().Should().Be(0);
        _site.WithSpeech("first", "The meadow dries.", "date: yesterday").WithSpeech("second", "One.");

        var library = await _site.ShouldBecomeAsync("Degraded");
        library.GetProperty("stale").EnumerateArray().Select(slug => slug.GetString()).Should().Equal("first");
        library.GetProperty("problems").EnumerateArray().Should().ContainSingle().Which.GetString().Should().StartWith("content/speeches/first.md:7:7 ");
        await _site.ShouldShowAsync("/speeches/first", "The river rises.");
        await _site.ShouldShowAsync("/speeches/second", "One.");
        _site.Log.Lines.Where(line => line.StartsWith("Error: content/speeches/first.md:7:7 ", StringComparison.Ordinal)).Should().ContainSingle();

        // What is known already is not told with every save.
        _site.WithSpeech("second", "Two.");
        await _site.ShouldShowAsync("/speeches/second", "Two.");
        _site.Log.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal)).Should().ContainSingle();

        _site.WithSpeech("first", "The meadow dries.");
        await _site.ShouldBecomeAsync("Healthy");
        await _site.ShouldShowAsync("/speeches/first", "The meadow dries.");
        _site.Log.Lines.Should().ContainSingle(line => line == "Information: Mended: problems 1, left 0");
    }

    [Fact]
    public async Task While_the_content_folder_is_gone_the_site_shows_what_was_in_it_and_says_so()
    {
        await _site.ShouldBecomeAsync("Healthy");
        var elsewhere = Path.Combine(_site.Folder, "..", "elsewhere");
        Directory.Move(_site.Folder, elsewhere);
        var library = await _site.ShouldBecomeAsync("Degraded");
        library.GetProperty("problems").EnumerateArray().Should().ContainSingle().Which.GetString().Should().StartWith("content:1:1 folder-missing ");
        await _site.ShouldShowAsync("/speeches/first", "The river rises.");
        // Two more looks at the folder tell nothing new.
        await Task.Delay(TimeSpan.FromSeconds(5));
        // On a busy machine there may be a word of slow requests.
        _site.Log.Lines.Where(line => !line.StartsWith("Information", StringComparison.Ordinal) && !line.StartsWith("Debug", StringComparison.Ordinal) && !line.Contains(" answered 200 ", StringComparison.Ordinal)).Should().ContainSingle().Which.Should().StartWith("Error: content:1:1 folder-missing ");

        Directory.Move(elsewhere, _site.Folder);
        await _site.ShouldBecomeAsync("Healthy");
        _site.WithSpeech("first", "The meadow dries.");
        await _site.ShouldShowAsync("/speeches/first", "The meadow dries.");
    }

    [Fact]
    public async Task In_Development_every_page_says_where_the_mistakes_are_and_what_to_type()
    {
        using var site = new TestSite().InDevelopment().WithSpeech("first", "[Away](ftp://example.org)", "date: yesterday").WithSpeech("good", "[Away](ftp://example.org)");
        foreach (var address in new[] { "/", "/search", "/speeches/good" })
        {
            var notice = (await site.PageAsync(address)).GetElementById("ui-problems")!;
            notice.QuerySelector("#" + notice.GetAttribute("aria-labelledby"))!.TextContent.Should().MatchRegex("^[23] problems in the content$");
            var first = notice.QuerySelector("li")!;
            first.QuerySelector("code")!.TextContent.Should().Be("content/speeches/first.md:7:7");
            first.TextContent.Should().Contain("Error:").And.Contain("2024-05-02");
            notice.QuerySelectorAll("li")[^1].TextContent.Should().Contain("Warning:");
        }
        (await site.PageAsync("/")).GetElementById("ui-problems")!.TextContent.Should().NotContain("Shown as before", "nothing was there before");

        site.WithSpeech("good", "One.", "date: tomorrow");
        site.Services.GetRequiredService<LibraryStore>().Refresh();
        (await site.PageAsync("/speeches/good")).GetElementById("ui-problems")!.TextContent.Should().Contain("Shown as before the mistake: good.");
        using var missing = await site.GetAsync("/nothing");
        (await TestSite.ParseAsync(missing)).GetElementById("ui-problems").Should().NotBeNull();
    }

    [Fact]
    public async Task In_Production_no_page_does()
    {
        using var site = new TestSite().WithSpeech("first", "One.", "date: yesterday").WithSpeech("good", "One.");
        var page = await site.PageAsync("/");
        page.GetElementById("ui-problems").Should().BeNull();
        page.DocumentElement.OuterHtml.Should().NotContain("first.md").And.NotContain("ui-live");
    }

    [Fact]
    public async Task Of_many_mistakes_a_page_lists_ten()
    {
        using var site = new TestSite().InDevelopment();
        for (var i = 0; i < 13; i++)
            site.WithFile($"speeches/broken-{i}.md", "broken");
        var notice = (await site.PageAsync("/")).GetElementById("ui-problems")!;
        notice.QuerySelectorAll("li").Should().HaveCount(10);
        notice.TextContent.Should().Contain("13 problems").And.Contain("And 3 more");
    }

    [Fact]
    public void A_mistake_that_only_moves_is_not_told_again()
    {
        using var site = new TestSite().WithSpeech("first", "[Away](ftp://example.org)");
        var store = site.Services.GetRequiredService<LibraryStore>();
        var before = store.Current.Problems.Should().ContainSingle().Subject.Position.Line;
        site.WithSpeech("first", "One.\n\n[Away](ftp://example.org)");
        store.Refresh();
        store.Current.Problems.Should().ContainSingle().Which.Position.Line.Should().Be(before + 2);
        site.Log.Lines.Where(line => line.StartsWith("Warning", StringComparison.Ordinal) && !line.Contains(" answered 200 ", StringComparison.Ordinal)).Should().ContainSingle();
        site.Log.Lines.Should().NotContain(line => line.Contains("Mended", StringComparison.Ordinal));
    }
}
