using SummitDigest.Content.Reading;
using SummitDigest.Content.Theming.Review;

namespace SummitDigest.Content.Tests.Theming.Review;

/// <summary>What an editor is told about why passages have their themes.</summary>
public sealed class ExplanationTests : IDisposable
{
    private readonly ContentFolder _folder = new();

    [Fact]
    public void Each_passage_comes_with_its_score_the_runner_up_the_margin_and_the_terms()
    {
        var passage = Explain("The meadow and the grass lie beside the river.").Passages.Single();
        passage.Theme!.Id.Value.Should().Be("meadows");
        passage.Score!.Score.Should().Be(6);
        passage.RunnerUp!.Theme!.Value.Should().Be("rivers");
        passage.RunnerUp!.Score.Should().Be(3);
        passage.Margin.Should().Be(0.5);
        passage.Why.Should().Be("Meadows leads; the runner-up is Rivers.");
        passage.Terms.Select(term => term.Term).Should().Equal("meadow*", "grass", "river*");
        passage.Passage.Theming.Certain.Should().BeTrue();
    }

    [Fact]
    public void The_terms_with_most_points_come_first()
    {
        using var folder = new ContentFolder(ContentFolder.Themes.Replace("3: [river*, water]", "1: [river*]\n        3: [water]\n        -4: [dry]"));
        Explanation.Of(folder.With("speech", ContentFolder.FrontMatter + "The river has water but is dry.").Read()).Passages.Single()
            .Terms.Select(term => term.Weight).Should().Equal(-4, 3, 1);
    }

    [Fact]
    public void A_passage_without_a_theme_comes_with_what_came_nearest()
    {
        var passages = Explain("Meadow and river are two.\n\nAt the opening ceremony he spoke.\n\nNothing is said.").Passages;
        passages[1].Should().BeEquivalentTo(new { Theme = (Content.Theming.Theme?)null, Score = (object?)null, Margin = (double?)null, Why = "No theme has the 3.0 points that a theme needs." });
        passages[2].Why.Should().Be("None of the lexicon's terms stands here.");
    }

    [Fact]
    public void An_editors_choice_against_the_points_has_a_margin_below_zero_or_none()
    {
        var front = ContentFolder.FrontMatter.Replace("source:", "themes: { p1: rivers, p2: none, p4: rivers }\nsource:");
        var passages = Explanation.Of(_folder.With("speech", front + "Meadow, grass and river.\n\nThe river rises.\n\nNothing.\n\nNothing is said.").Read()).Passages;
        passages[0].Margin.Should().Be(-1);
        passages[0].RunnerUp!.Theme!.Value.Should().Be("meadows");
        passages[0].Why.Should().Be("Set by the editor: Rivers.");
        passages[1].Theme.Should().BeNull();
        passages[1].Score!.Theme!.Value.Should().Be("rivers");
        passages[1].Why.Should().Be("Set by the editor: no theme.");
        passages[3].Margin.Should().BeNull();
    }

    [Theory]
    [InlineData("speech", "p1", "p2", "p3")]
    [InlineData("speech/p2", "p2")]
    [InlineData("speech#p2", "p2")]
    [InlineData("speech/rivers", "p1", "p2")]
    [InlineData("former", "p1", "p2", "p3")]
    [InlineData("former/p9", "p3")]
    public void A_speech_a_section_or_a_passage_can_be_asked_for(string address, params string[] passages)
    {
        var explanation = Explanation.Of(Read(), address);
        explanation.Fault.Should().BeNull();
        explanation.Passages.Select(passage => passage.Passage.Id.Value).Should().Equal(passages);
    }

    [Theory]
    [InlineData("spech", "No speech is called \"spech\". Did you mean \"speech\"?")]
    [InlineData("speech/p4", "The speech \"speech\" has no passage or section \"p4\". Did you mean \"p1\"?")]
    [InlineData("speech/river", "The speech \"speech\" has no passage or section \"river\". Did you mean \"rivers\"?")]
    [InlineData("", "No speech is called \"\". Choose one of: speech.")]
    [InlineData("a/b/c", "\"a/b/c\" is no address of a speech or passage. Write one such as river-conference-2024 or river-conference-2024/p7.")]
    public void What_is_not_there_is_said_with_what_to_type(string address, string fault)
    {
        var explanation = Explanation.Of(Read(), address);
        explanation.Passages.Should().BeEmpty();
        explanation.Fault.Should().Be(fault);
    }

    [Fact]
    public void Passages_come_by_speech_the_newest_first_and_in_speaking_order()
    {
        _folder.With("b", ContentFolder.FrontMatter + "One.\n\nTwo.").With("a", ContentFolder.FrontMatter + "Three.").With("c", ContentFolder.FrontMatter.Replace("2024-05-02", "2025-05-02") + "Four.");
        Explanation.Of(_folder.Read()).Passages.Select(passage => passage.Passage.Text).Should().Equal("Four.", "Three.", "One.", "Two.");
    }

    [Fact]
    public void Every_passage_of_the_bundled_content_is_explained() =>
        Explanation.Of(new LibraryReader(new()).Read(Repository.Content)).Passages.Should().HaveCount(11).And.OnlyContain(passage => passage.Why.EndsWith('.'));

    public void Dispose() => _folder.Dispose();

    private Explanation Explain(string text) => Explanation.Of(_folder.With("speech", ContentFolder.FrontMatter + text).Read());

    private Library Read()
    {
        var front = ContentFolder.FrontMatter.Replace("source:", "aliases: [former]\nmoved: { p9: p3 }\nsource:");
        return _folder.With("speech", front + "The river rises.\n\nWater is near.\n\nNothing is said.").Read();
    }
}
