using SummitDigest.Content.Theming;

namespace SummitDigest.Content.Tests.Reading;

/// <summary>How the Markdown of a speech becomes passages and sections.</summary>
public sealed class PassagesTests : IDisposable
{
    private readonly ContentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_example_in_the_documentation_is_read()
    {
        var speech = Read("""
            The minister opened the conference on Thursday. ^p1

            ## Water for all {#water}

            She called for cheaper water meters. ^p2
            """);
        speech.Title.Should().Be("Opening of the river conference");
        speech.Source.Publisher.Should().Be("Volta Daily");
        speech.Sections.Select(section => (section.Id.Value, section.Heading)).Should().Equal(("overview", null), ("water", "Water for all"));
        speech.Passages.Select(passage => (passage.Id.Value, passage.Number, passage.Text)).Should().Equal(
            ("p1", 1, "The minister opened the conference on Thursday."),
            ("p2", 2, "She called for cheaper water meters."));
    }

    [Fact]
    public void Passages_without_ids_get_the_free_ones_in_order() =>
        Read("One.\n\nTwo. ^p3\n\nThree.\n\nFour.").Passages.Select(passage => passage.Id.Value).Should().Equal("p1", "p3", "p4", "p5");

    [Fact]
    public void Lists_and_quotations_are_passages() =>
        Read("- one\n- two ^a\n\n> said\n> so ^b\n\n```\ncode\n```").Passages.Select(passage => (passage.Id.Value, passage.Text))
            .Should().Equal(("a", "one\ntwo"), ("b", "said so"), ("p3", "code"));

    [Fact]
    public void A_hat_behind_a_backslash_is_the_authors_own() =>
        Read("A \\^b c.\n\n\\^d\n\n\\^e ^f").Passages.Select(passage => (passage.Id.Value, passage.Text))
            .Should().Equal(("p1", "A ^b c."), ("p2", "^d"), ("f", "^e"));

    [Fact]
    public void An_id_on_a_line_of_its_own_belongs_to_the_passage_above() =>
        Read("- one\n- two\n\n^list\n\nEnd.").Passages.Select(passage => (passage.Id.Value, passage.Text))
            .Should().Equal(("list", "one\ntwo"), ("p2", "End."));

    [Fact]
    public void A_list_right_under_a_line_belongs_to_it() =>
        Read("We ask for:\n- water\n- meadows ^p1\n\nWe ask for:\n\n- rain").Passages.Select(passage => passage.Text)
            .Should().Equal("We ask for:\nwater\nmeadows", "We ask for:", "rain");

    [Fact]
    public void Numbered_paragraphs_are_passages_of_their_own()
    {
        var speech = Read("6. First.\n\n7. Second,\n   going on.\n\n   And on. ^s\n\n8. Third.");
        speech.Passages.Select(passage => (passage.Id.Value, passage.Text))
            .Should().Equal(("p1", "First."), ("s", "Second, going on.\nAnd on."), ("p3", "Third."));
        speech.Passages.First().Html.Should().Be("<ol start=\"6\">\n<li><p>First.</p>\n</li>\n</ol>");
    }

    [Fact]
    public void A_heading_inside_a_quotation_is_its_text()
    {
        var speech = Read("> # Quoted\n> text");
        speech.Passages.Should().ContainSingle().Which.Html.Should().NotContain("<h").And.Contain("<p>Quoted</p>");
        speech.Sections.Should().ContainSingle().Which.Heading.Should().BeNull();
    }

    [Fact]
    public void A_tight_numbered_list_is_one_passage() =>
        Read("1. one\n2. two").Passages.Should().ContainSingle().Which.Text.Should().Be("one\ntwo");

    [Fact]
    public void Indented_text_and_underlined_text_are_paragraphs() =>
        Read("    Indented.\n\nUnder a line\n---\n\nMore.").Passages.Select(passage => passage.Text).Should().Equal("Indented.", "Under a line ---", "More.");

    [Fact]
    public void A_passage_knows_its_place_in_the_file()
    {
        var position = Read("One.\n\nTwo.").Passages.Last().Position;
        (position.Line, position.Column).Should().Be((11, 1));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Line_ends_make_no_difference(string lineEnd) =>
        ReadFile(ContentFolder.FrontMatter.ReplaceLineEndings(lineEnd) + $"One{lineEnd}goes on. ^a{lineEnd}{lineEnd}Two.")
            .Passages.Select(passage => passage.Text).Should().Equal("One goes on.", "Two.");

    [Fact]
    public void A_byte_order_mark_is_passed_over() => ReadFile('\uFEFF' + ContentFolder.FrontMatter + "One.").Passages.Should().ContainSingle();

    [Fact]
    public void Headings_keep_their_order_and_get_ids_from_their_words()
    {
        var speech = Read("# Water\n\nOne.\n\n## Water\n\n### 水\n\nTwo.");
        speech.Sections.Select(section => (section.Id.Value, section.Heading, section.Level, section.Passages.Length))
            .Should().Equal(("water", "Water", 2, 1), ("water-2", "Water", 2, 0), ("section", "水", 3, 1));
    }

    [Fact]
    public void A_section_under_a_heading_has_the_theme_of_most_of_its_words()
    {
        var speech = Read("## On things\n\nThe river is long and wide and has much water in it.\n\nGrass grows.\n\n## On other things\n\nNothing.");
        speech.Sections.Select(section => section.Theme?.Value).Should().Equal("rivers", null);
    }

    [Fact]
    public void Without_headings_runs_of_one_theme_make_sections()
    {
        var speech = Read("Good day.\n\nThe river rises.\n\nWater falls.\n\nGrass grows.\n\nThe river sinks.");
        speech.Sections.Select(section => (section.Id.Value, section.Heading, section.Theme?.Value, section.Passages.Length)).Should().Equal(
            ("overview", null, null, 1), ("rivers", "Rivers", "rivers", 2), ("meadows", "Meadows", "meadows", 1), ("rivers-2", "Rivers", "rivers", 1));
    }

    [Fact]
    public void A_section_made_from_a_theme_avoids_the_ids_of_passages() =>
        Read("The river rises. ^rivers").Sections.Should().ContainSingle().Which.Id.Value.Should().Be("rivers-2");

    [Fact]
    public void The_editors_choice_wins_and_says_so()
    {
        var speech = ReadFile(ContentFolder.FrontMatter.Replace("source:", "themes: { p1: meadows, p2: none }\nsource:") + "The river rises.\n\nWater falls.");
        speech.Passages.Select(passage => (passage.Theming.Theme?.Value, passage.Theming.DecidedBy, passage.Theming.Certain)).Should().Equal(
            ("meadows", DecidedBy.Editor, true), (null, DecidedBy.Editor, true));
        speech.Passages.First().Theming.Evidence.Should().ContainSingle().Which.Matched.Should().Be("river");
    }

    private Speech Read(string body) => ReadFile(ContentFolder.FrontMatter + body);

    private Speech ReadFile(string file)
    {
        var library = _folder.With("speech", file).Read();
        library.Problems.Should().BeEmpty();
        return library.FindSpeech("speech")!;
    }
}
