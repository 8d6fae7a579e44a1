using SummitDigest.Content.Problems;

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
    [InlineData("    definition:", "    includes: [foo, [\n    definition:", "yaml-invalid")]
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

    [Theory]
    [InlineData("3: [river*, water, rivers]", "term-covered", "\"rivers\" never counts: \"river*\" on line 18 stands for it too and is worth 3 points. Take it out, or let it weigh more.")]
    [InlineData("3: [river*, water]\n        2: [riverbed]", "term-covered", "\"riverbed\" never counts: \"river*\" on line 18 stands for it too and is worth 3 points. Take it out, or let it weigh more.")]
    [InlineData("3: [river* bank*, water]\n        -3: [rivers bank]", "term-contradicting", "\"rivers bank\" is worth -3 points, but \"river* bank*\" on line 18 stands for it too and is worth 3 points. Take one of the two out.")]
    [InlineData("3: [river*, water]\n        -1: [RIVER*]", "term-contradicting", "\"RIVER*\" is worth 3 points on line 18 and -1 point here. Keep one of the two.")]
    [InlineData("3: [river*, water]\n        0: [riverbed]", "term-covered", "\"riverbed\" hides nothing: \"river*\" on line 18 stands for it too. Take it out, or add the words that stand beside it in the text: longer terms go first.")]
    public void A_term_that_another_makes_useless_is_reported_and_left_out(string terms, string code, string words)
    {
        using var folder = new ContentFolder(ContentFolder.Themes.Replace("3: [river*, water]", terms));
        var problem = folder.With("speech", Speech).Read().Problems.Should().ContainSingle().Which;
        problem.Should().BeEquivalentTo(new { Code = code, Severity = Severity.Warning, File = "content/themes.yml" });
        $"{problem.Message} {problem.Fix}".Should().Be(words);
    }

    [Theory]
    [InlineData("3: [river*, water]\n        -4: [riverine]")] // an exception weighs more
    [InlineData("3: [river, rivers, water]")]
    [InlineData("3: [river, water]\n        2: [river*]")] // the stem stands for other words too
    [InlineData("3: [river*, water, river bank, river mouth*]")] // longer terms go first
    [InlineData("3: ['river, bank', water]\n        4: [river* bank*]")] // one reaches across a comma
    [InlineData("3: [meadow*, opening ceremony]")] // the words of another theme and of the occasion
    public void Terms_that_have_their_own_uses_are_no_fault(string terms)
    {
        using var folder = new ContentFolder(ContentFolder.Themes.Replace("3: [river*, water]", terms));
        folder.With("speech", Speech).Read().Problems.Should().BeEmpty();
    }

    [Fact]
    public void A_useless_term_does_not_count_beside_the_one_that_covers_it()
    {
        using var folder = new ContentFolder(ContentFolder.Themes.Replace("3: [river*, water]", "3: [river*, water, river]"));
        folder.With("speech", ContentFolder.FrontMatter + "The river is one of many rivers.").Read().FindSpeech("speech")!
            .Passages.Single().Theming.Scores.Should().ContainSingle().Which.Own.Should().Be(3);
    }

    [Fact]
    public void A_lexicon_of_many_terms_that_begin_alike_is_checked_quickly()
    {
        var terms = string.Join(", ", Enumerable.Range(0, 20_000).Select(number => $"水{(char)(0x4E00 + number)}"));
        using var folder = new ContentFolder(ContentFolder.Themes.Replace("3: [river*, water]", $"3: [{terms}]"));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        folder.Read().Problems.Should().BeEmpty();
        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void The_bundled_content_has_no_problem() =>
        new SummitDigest.Content.Reading.LibraryReader(new()).Read(Repository.Content).Problems.Should().BeEmpty();
}
