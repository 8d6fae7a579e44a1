namespace SummitDigest.Content.Tests.Reading;

/// <summary>Faults in <c>themes.yml</c>.</summary>
public sealed class ThemesFileTests
{
    private const string Speech = ContentFolder.FrontMatter + "The river rises.";

    [Fact]
    public void Without_the_file_speeches_are_served_without_themes()
    {
        using var folder = new ContentFolder(themes: null);
        var library = folder.With("speech", Speech).Read();
        library.Problems.Should().ContainSingle().Which.ToString().Should().StartWith("content/themes.yml:1:1 themes-missing");
        library.Speeches.Should().ContainSingle().Which.Passages.Should().ContainSingle().Which.Theming.Theme.Should().BeNull();
    }

    [Theory]
    [InlineData("  rivers:", "  Rivers:", "id-invalid")]
    [InlineData("  rivers:", "  none:", "id-invalid")]
    [InlineData("  rivers:", "  meadows:", "key-duplicate")]
    [InlineData("colour: blue", "colour: bleu", "colour-unknown")]
    [InlineData("    definition: Water that runs.\n", "", "field-missing")]
    [InlineData("title: Rivers", "titel: Rivers", "field-unknown")]
    [InlineData("3: [river*, water]", "much: [river*, water]", "points-invalid")]
    [InlineData("3: [river*, water]", "10: [river*, water]", "points-invalid")]
    [InlineData("3: [river*, water]", "3: river", "field-type")]
    [InlineData("3: [river*, water]", "3: [[river]]", "field-type")]
    [InlineData("      en:", "      EN:", "language-invalid")]
    [InlineData("occasion:", "occasions:", "field-unknown")]
    [InlineData("themes:", "themes: [", "yaml-invalid")]
    public void A_fault_is_reported_and_speeches_are_served_without_themes(string right, string wrong, string code)
    {
        using var folder = new ContentFolder(ContentFolder.Themes.Replace(right, wrong));
        var library = folder.With("speech", Speech.Replace("source:", "themes: { p1: meadows }\nsource:")).Read();
        library.Problems.Should().Contain(problem => problem.Code == code && problem.File == "content/themes.yml");
        library.Speeches.Should().ContainSingle();
        library.Themes.Should().BeEmpty();
    }

    [Theory]
    [InlineData("3: [river*, water, RIVER*]", "term-duplicate")]
    [InlineData("3: [river*, water, '---']", "term-invalid")]
    public void A_faulty_term_is_left_out_alone(string terms, string code)
    {
        using var folder = new ContentFolder(ContentFolder.Themes.Replace("3: [river*, water]", terms));
        var library = folder.With("speech", Speech).Read();
        library.Problems.Should().ContainSingle().Which.Code.Should().Be(code);
        library.FindSpeech("speech")!.Sections.Should().ContainSingle().Which.Theme!.Value.Should().Be("rivers");
    }

    [Fact]
    public void The_bundled_content_has_no_problem() =>
        new SummitDigest.Content.Reading.LibraryReader(new()).Read(Repository.Content).Problems.Should().BeEmpty();
}
