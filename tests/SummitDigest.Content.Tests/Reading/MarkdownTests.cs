namespace SummitDigest.Content.Tests.Reading;

public sealed class MarkdownTests : IDisposable
{
    private readonly ContentFolder _folder = new();

    [Theory]
    [InlineData("One. ^p1\n\nTwo. ^p2\n", "One. ^p1\n\nTwo. ^p2\n")]
    [InlineData("One.\n\nTwo. ^p2", "One. ^p1\n\nTwo. ^p2")]
    [InlineData("One.  \r\n\r\n## Two ##\r\n\r\nThree\r\nand four", "One. ^p1  \r\n\r\n## Two {#two} ##\r\n\r\nThree\r\nand four ^p2")]
    [InlineData("*One*\n\n[Two](https://example.org)\n\n`three`\n\n&amp;", "*One* ^p1\n\n[Two](https://example.org) ^p2\n\n`three` ^p3\n\n&amp; ^p4")]
    [InlineData("Before [gone](javascript:x) and ![seen](x.png)", "Before [gone](javascript:x) and ![seen](x.png) ^p1")]
    [InlineData("- one\n- two\n\n> three\n> four\n", "- one\n- two ^p1\n\n> three\n> four ^p2\n")]
    [InlineData("We ask for:\n- one\n- two\n\n1. First.\n\n2. Second.\n", "We ask for:\n- one\n- two ^p1\n\n1. First. ^p2\n\n2. Second. ^p3\n")]
    [InlineData("```\ncode\n```\n\nOne.", "```\ncode\n```\n\n^p1\n\nOne. ^p2")]
    public void The_ids_that_a_file_lacks_are_written_in_and_nothing_else_changes(string written, string expected)
    {
        var speech = _folder.With("speech", ContentFolder.FrontMatter + written).Read().Speeches.Should().ContainSingle().Subject;
        speech.Markdown.Should().Be(ContentFolder.FrontMatter + expected);
        ShouldComeBack(speech);
    }

    [Fact]
    public void Any_speech_comes_back_from_its_Markdown()
    {
        var random = new Random(7);
        string[] parts = ["The river.", "*A meadow*", "- one\n- two", "> quoted\n> twice", "1. first\n\n2. second", "## A heading", "### Élan & more ###", "```\nx\n```", "中文 的 一段。", "a [link](/x)", "We say:\n* this\n  * and this", "end\\", "**bold** text ^here"];
        for (var round = 0; round < 300; round++)
        {
            var text = string.Join("\n\n", Enumerable.Range(0, random.Next(1, 8)).Select(_ => parts[random.Next(parts.Length)]));
            if (text.Split("^here").Length > 2)
                continue;
            if (_folder.With("speech", ContentFolder.FrontMatter + text).Read().Speeches.SingleOrDefault() is { } speech)
                ShouldComeBack(speech);
        }
    }

    public void Dispose() => _folder.Dispose();

    private void ShouldComeBack(Speech speech)
    {
        var again = _folder.With("speech", speech.Markdown).Read().Speeches.Should().ContainSingle(speech.Markdown).Subject;
        again.Markdown.Should().Be(speech.Markdown);
        Shape(again).Should().Be(Shape(speech), speech.Markdown);
    }

    private static string Shape(Speech speech) => string.Join('\n', speech.Sections.Select(section =>
        $"{section.Id} {section.Heading} {section.Level} {section.Theme}: {string.Join(" | ", section.Passages.Select(passage => $"{passage.Id} {passage.Number} {passage.Theming.Theme} {passage.Text} {passage.Html}"))}"));
}
