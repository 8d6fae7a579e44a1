using SummitDigest.Content.Problems;
using SummitDigest.Content.Theming.Review;

namespace SummitDigest.Content.Tests.Theming.Review;

/// <summary>Hints at passages whose theme is not certain.</summary>
public sealed class UncertainThemesTests : IDisposable
{
    private const string Themes = """
        themes:
          meadows:
            title: Meadows
            colour: green
            definition: x
            terms:
              en: { 5: [sward*], 4: [meadow*], 3: [grass] }
          rivers:
            title: Rivers
            colour: blue
            definition: x
            terms:
              en: { 5: [delta*], 4: [river*], 3: [water*] }
        """;

    private readonly ContentFolder _folder = new(Themes);

    [Theory]
    [InlineData("Swards and rivers.", "Passage p1 is \"meadows\" by a narrow lead over \"rivers\" (5.0 to 4.0). Write \"p1: meadows\" under \"themes:\" if that is right, or another theme, or none.")]
    [InlineData("Meadows and rivers.", "Passage p1 is \"meadows\" only because themes.yml has it before \"rivers\", which scores as much (4.0). Write \"p1: meadows\" under \"themes:\" if that is right, or another theme, or none.")]
    [InlineData("Meadows and rivers.\n\nThe river has water.", "Passage p1 is \"rivers\" only with the passages around it: 6.0 points, 2.0 of them lent, to 4.0 for \"meadows\". Write \"p1: rivers\" under \"themes:\" if that is right, or another theme, or none.")]
    [InlineData("The river.\n\nIt is so.\n\nThe delta.", "Passage p2 is \"rivers\" only with the passages around it: 4.0 of its 4.0 points are lent by them. Write \"p2: rivers\" under \"themes:\" if that is right, or another theme, or none.")]
    public void What_made_the_theme_uncertain_is_said_with_what_to_type(string text, string words)
    {
        var problem = Hints(text).Should().ContainSingle().Which;
        $"{problem.Message} {problem.Fix}".Should().Be(words);
    }

    [Fact]
    public void A_hint_names_the_file_and_the_line_of_the_passage()
    {
        var problem = Hints("The river.\n\nMeadows and rivers.").Should().ContainSingle().Which;
        (problem.Severity, problem.Code, problem.File, problem.Position).Should().Be((Severity.Hint, "theme-uncertain", "content/speeches/speech.md", new SourcePosition(11, 1)));
    }

    [Theory]
    [InlineData("The river has water.")]
    [InlineData("Nothing is said.")]
    public void Certain_themes_and_passages_without_one_are_not_hinted_at(string text) => Hints(text).Should().BeEmpty();

    [Fact]
    public void What_the_hint_says_to_type_settles_the_matter() =>
        Hints("Meadows and rivers.", ContentFolder.FrontMatter.Replace("source:", "themes:\n  p1: meadows\nsource:")).Should().BeEmpty();

    [Fact]
    public void More_than_a_hundred_hints_are_all_hints() =>
        Hints(string.Join("\n\n", Enumerable.Repeat("Meadows and rivers.", 150))).Should().HaveCount(150).And.OnlyContain(problem => problem.Severity == Severity.Hint);

    [Fact]
    public void An_empty_library_has_none() => UncertainThemes.Of(_folder.Read()).Should().BeEmpty();

    public void Dispose() => _folder.Dispose();

    private System.Collections.Immutable.ImmutableArray<Problem> Hints(string text, string front = ContentFolder.FrontMatter) => UncertainThemes.Of(_folder.With("speech", front + text).Read());
}
