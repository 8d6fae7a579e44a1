using SummitDigest.Content;
using SummitDigest.Content.Reading;
using SummitDigest.Web.Pages;
using SummitDigest.Web.Pages.Speeches;
using SummitDigest.Web.Pages.Themes;

namespace SummitDigest.Web.Tests;

/// <summary>How long lists are cut into pages.</summary>
public sealed class PagedTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("3", "3")]
    [InlineData("4 6", "4 6")]
    [InlineData("4 6 1", "4 6|1")]
    [InlineData("4 7 3 1", "4|7 3|1")]
    [InlineData("11", "11")]
    [InlineData("1 25 1", "1|25|1")]
    public void A_page_takes_as_many_whole_items_as_fit(string items, string pages)
    {
        var paged = Of(items);
        string.Join('|', paged.Numbers.Select(number => string.Join(' ', paged[number]))).Should().Be(pages);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("3", 3)]
    [InlineData("0", null)]
    [InlineData("4", null)]
    [InlineData("02", null)]
    [InlineData("+2", null)]
    [InlineData("-1", null)]
    [InlineData(" 2", null)]
    [InlineData("2.0", null)]
    [InlineData("٢", null)]
    [InlineData("99999999999", null)]
    [InlineData("two", null)]
    [InlineData("", null)]
    public void A_page_is_found_by_its_one_number(string text, int? number) => Of("9 9 9").Find(text).Should().Be(number);

    [Fact]
    public void An_empty_list_has_one_page()
    {
        Of("").Count.Should().Be(1);
        Of("").Find("1").Should().Be(1);
        Of("").Find("2").Should().BeNull();
    }

    [Fact]
    public void The_page_of_an_item_is_found() => Of("4 7 3 1").NumberOf(item => item == 3).Should().Be(2);

    [Theory]
    [InlineData("2020 2020 2019 2018 2018 2018", "2020 2019|2018")]
    [InlineData("2021 2020 2020 2020 2020 2019", "2021|2020|2020 2019")]
    [InlineData("2020 2020 2020 2020 2020 2020 2020", "2020|2020|2020")]
    public void Years_stay_together_as_far_as_they_fit(string years, string pages)
    {
        using var site = new TestSite();
        foreach (var (year, index) in years.Split(' ').Select((year, index) => (year, index)))
            site.WithSpeech($"speech-{index}", "The river.", $"date: {year}-05-02");
        var paged = SpeechPages.Of(LibraryOf(site), most: 3);
        string.Join('|', paged.Numbers.Select(number => string.Join(' ', paged[number].Select(year => year.Year)))).Should().Be(pages);
        paged.Numbers.SelectMany(number => paged[number]).SelectMany(year => year.Speeches).Should().Equal(LibraryOf(site).Speeches, (one, other) => one.Slug == other.Slug);
    }

    [Fact]
    public void What_was_said_on_a_theme_is_cut_between_speeches_oldest_first()
    {
        using var site = new TestSite()
            .WithSpeech("a", Rivers(2), "date: 2001-05-02")
            .WithSpeech("b", Rivers(2), "date: 2002-05-02")
            .WithSpeech("c", Rivers(7), "date: 2003-05-02")
            .WithSpeech("touching", "The river and the meadow.", "date: 2004-05-02\nthemes: { p1: meadows }")
            .WithSpeech("silent", "Good day.", "date: 2005-05-02")
            .WithSpeech("d", Rivers(3), "date: 2006-05-02");
        var library = LibraryOf(site);
        var paged = ThemePages.Of(library, library.FindTheme("rivers")!, most: 4);
        string.Join('|', paged.Numbers.Select(number => string.Join(' ', paged[number].Select(spoken => $"{spoken.Speech.Slug}:{spoken.Passages.Length}"))))
            .Should().Be("a:2 b:2|c:7|touching:0 d:3");
    }

    private static Paged<int> Of(string items) => new(items.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse), 10, item => item);

    private static string Rivers(int passages) => string.Join("\n\n", Enumerable.Repeat("The river.", passages));

    private static Library LibraryOf(TestSite site) => new LibraryReader(new()).Read(site.Folder);
}
