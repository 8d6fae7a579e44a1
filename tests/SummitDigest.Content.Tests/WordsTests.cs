namespace SummitDigest.Content.Tests;

public sealed class WordsTests
{
    [Theory]
    [InlineData("Cyber-crime, today", "cyber crime today")]
    [InlineData("l’accès des pays", "l acces des pays")]
    [InlineData("each country's way", "each country s way")]
    [InlineData("ＡＩ and ﬁbre", "ai and fibre")]
    [InlineData("网络主权", "网 络 主 权")]
    [InlineData("AI治理2023年", "ai 治 理 2023 年")]
    [InlineData("e\u0301lan \u0301 x", "elan x")]
    [InlineData("😀 — “”", "")]
    [InlineData("", "")]
    public void A_text_is_cut_into_folded_words(string text, string words) =>
        string.Join(' ', Words.Split(text).Select(word => word.Folded)).Should().Be(words);

    [Fact]
    public void A_word_knows_where_it_stands() =>
        Words.Split("— Été!").Should().ContainSingle().Which.Should().Be(new Word("ete", 2, 3, AfterStop: true));

    [Fact]
    public void A_word_knows_whether_a_stop_stands_before_it() =>
        Words.Split("One, two. Three–four U.N. 1,000、五").Where(word => word.AfterStop).Select(word => word.Folded)
            .Should().Equal("two", "three", "1", "五");

    [Fact]
    public void A_broken_surrogate_separates_words() =>
        Words.Split("a\uD800b").Select(word => word.Folded).Should().Equal("a", "b");

    [Fact]
    public void Chinese_characters_count_as_parts_of_words() =>
        // Eight characters at 1.6 to the word, and one English word.
        Words.Count(Words.Split("网络空间命运共同 AI")).Should().Be(6);
}
