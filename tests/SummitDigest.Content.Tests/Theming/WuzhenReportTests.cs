using SummitDigest.Content.Reading;

namespace SummitDigest.Content.Tests.Theming;

/// <summary>The bundled speech by theme.</summary>
public sealed class WuzhenReportTests
{
    private readonly Speech _speech = new LibraryReader(new()).Read(Repository.Content).FindSpeech("xi-jinping-wuzhen-summit-2023")!;

    [Fact]
    public void The_eleven_passages_have_their_themes() =>
        _speech.Passages.Select(passage => passage.Theming.Theme?.Value).Should().Equal(
            null, null, null, null, "development", "development", "security", "security", "ai-governance", "inclusiveness", "inclusiveness");

    [Fact]
    public void Its_sections_are_an_opening_and_the_four_themes() =>
        _speech.Sections.Select(section => section.Id.Value).Should().Equal("overview", "development", "security", "ai-governance", "inclusiveness");

    [Fact]
    public void Its_ids_are_written_in_the_file() =>
        _speech.Passages.Select(passage => passage.Id.Value).Should().Equal(Enumerable.Range(1, 11).Select(number => $"p{number}"));

    [Theory]
    // What the words seem to say, and what they mean.
    [InlineData("He spoke of the risks that sci-tech development brings to rules, society and ethics.", "security")]
    [InlineData("The safe development of AI was to be promoted by all.", "ai-governance")]
    [InlineData("Each country's way of internet governance was to be respected, and cyber sovereignty with it.", "security")]
    [InlineData("The vision was an answer, he said, on the development deficit, on security challenges and on mutual learning between civilizations.", null)]
    [InlineData("He asked the international community for deepened exchanges and for practical cooperation, to build a community with a shared future in cyberspace.", null)]
    [InlineData("Prioritizing development lets the fruits of the internet reach more countries.", "development")]
    [InlineData("The development of the text took nine nights in the basement.", null)]
    [InlineData("Security at the hall was tight, and access to the venue from the canal side was closed.", null)]
    public void Traps_are_seen_through(string text, string? theme)
    {
        using var folder = new ContentFolder(File.ReadAllText(Path.Combine(Repository.Content, "themes.yml")));
        folder.With("speech", ContentFolder.FrontMatter + text).Read().FindSpeech("speech")!.Passages.Single().Theming.Theme?.Value.Should().Be(theme);
    }
}
