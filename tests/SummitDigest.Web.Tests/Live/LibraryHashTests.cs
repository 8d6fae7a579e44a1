using Microsoft.Extensions.DependencyInjection;
using SummitDigest.Content;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Tests.Live;

/// <summary>What makes a library another one, and what does not.</summary>
public sealed class LibraryHashTests : IDisposable
{
    private const string Ledger = "speech first The speech first\nsection overview p1\npassage p1\n";

    private readonly TestSite _site = new TestSite().WithSpeech("first", "One. ^p1").WithSpeech("second", "Two. ^p1").WithFile("permalinks.txt", Ledger);

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("speeches/first.md", "One.", "Won.")]
    [InlineData("speeches/first.md", "Volta Daily", "Volta Weekly")]
    [InlineData("themes.yml", "Water that runs.", "Water that ran.")]
    [InlineData("themes.yml", "3: [river*]", "2: [river*]")]
    [InlineData("permalinks.txt", "The speech first", "The first speech")]
    [InlineData("permalinks.txt", "passage p1", "passage p1\nwithdrawn passage p2")]
    public void Whatever_a_page_may_show_makes_another_one(string file, string text, string other)
    {
        var before = Hash();
        var whole = File.ReadAllText(_site.PathOf(file));
        whole.Should().Contain(text);
        _site.WithFile(file, whole.Replace(text, other));
        Hash().Should().NotBe(before);
        _site.WithFile(file, whole);
        Hash().Should().Be(before);
    }

    [Fact]
    public void The_same_text_under_another_name_is_another_one()
    {
        var before = Hash();
        File.Move(_site.PathOf("speeches/first.md"), _site.PathOf("speeches/third.md"));
        Hash().Should().NotBe(before);
    }

    [Fact]
    public void A_speechs_own_is_of_it_and_its_entries_alone()
    {
        var before = Own("first");
        _site.WithSpeech("second", "Three. ^p1").WithFile("permalinks.txt", $"{Ledger}\nspeech second The speech second\npassage p1\n");
        Own("first").Should().Be(before);
        _site.WithFile("permalinks.txt", $"{Ledger}withdrawn passage p2\n");
        Own("first").Should().NotBe(before);
    }

    [Fact]
    public void A_speechs_own_changes_with_where_its_links_lead()
    {
        _site.WithSpeech("first", "One, and [two](/Speeches/second#p1). ^p1");
        var before = Own("first");
        File.Delete(_site.PathOf("speeches/second.md"));
        _site.WithSpeech("third", "Two. ^p1", "date: 2024-05-02\naliases: [second]");
        Own("first").Should().NotBe(before);
    }

    private string Hash() => LibraryHash.Of(Read());

    private string Own(string slug)
    {
        var library = Read();
        return LibraryHash.Of(library.FindSpeech(slug)!, library);
    }

    private Library Read()
    {
        var store = _site.Services.GetRequiredService<LibraryStore>();
        store.Refresh();
        store.Current.Problems.Should().NotContain(problem => problem.Severity == SummitDigest.Content.Problems.Severity.Error);
        return store.Current.Library;
    }
}
