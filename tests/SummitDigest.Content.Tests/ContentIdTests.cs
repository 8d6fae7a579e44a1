namespace SummitDigest.Content.Tests;

public sealed class ContentIdTests
{
    [Theory]
    [InlineData("p7")]
    [InlineData("2023-wuzhen")]
    [InlineData("a--b-")]
    public void Lower_case_letters_digits_and_hyphens_make_an_id(string text) =>
        ContentId.TryCreate(text)!.Value.Should().Be(text);

    [Theory]
    [InlineData("")]
    [InlineData("-p")]
    [InlineData("P7")]
    [InlineData("é")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("ui-main")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Anything_else_is_none(string text) => ContentId.TryCreate(text).Should().BeNull();

    [Theory]
    [InlineData("Data & Privacy: what’s next?", "data-privacy-what-s-next")]
    [InlineData("Sécurité", "securite")]
    [InlineData("UI basics", null)]
    [InlineData("网络", null)]
    [InlineData("one two three four five six seven eight nine ten eleven twelve thirteen", "one-two-three-four-five-six-seven-eight-nine-ten-eleven")]
    public void A_title_becomes_the_nearest_id(string title, string? id) => ContentId.FromTitle(title)?.Value.Should().Be(id);
}
