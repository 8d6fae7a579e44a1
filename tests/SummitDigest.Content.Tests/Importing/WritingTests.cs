using FsCheck;
using FsCheck.Fluent;

namespace SummitDigest.Content.Tests.Importing;

/// <summary>What is written: a file that loads, and says what the text said.</summary>
public sealed class WritingTests
{
    [Fact]
    public void What_the_text_does_not_state_is_left_to_do_with_a_word_on_what_to_write() =>
        Imported.Text("It rained on the river for a week, and nobody measured it.").ToMarkdown().Should().Be("""
            ---
            title: TODO   # a headline for this page
            speaker: TODO   # who gave the speech
            event: TODO   # the summit, conference or forum
            date: TODO   # the day of the speech, as 2024-05-02
            language: en
            kind: report
            wording: original
            source:
              publisher: TODO   # the agency or paper
            ---
            It rained on the river for a week, and nobody measured it. ^p1

            """);

    [Fact]
    public void What_is_left_to_do_is_reported_when_the_file_is_loaded()
    {
        using var folder = new ContentFolder();
        folder.With("x", Imported.Text("It rained on the river for a week, and nobody measured it.").ToMarkdown()).Read().Problems
            .Select(problem => (problem.Code, problem.Position.Line)).Should().Equal(("todo-left", 2), ("todo-left", 3), ("todo-left", 4), ("todo-left", 5), ("todo-left", 10));
    }

    [Fact]
    public void A_day_without_a_year_asks_for_one_and_takes_the_editors()
    {
        const string text = "GENEVA, Dec. 10 (Agency) -- The summit wants all villages connected by 2015, it said on Wednesday.";
        var report = Imported.Text(text);
        report.LacksYear.Should().BeTrue();
        report.ToMarkdown().Should().Contain("date: TODO   # the day of the speech, as 2024-05-02; the text says \"Dec. 10\"\n");
        Imported.Text(text, year: 2003).Date.Should().Be(new DateOnly(2003, 12, 10));
        Imported.Text(text, year: 2003).LacksYear.Should().BeFalse();
    }

    [Theory]
    [InlineData("Rivers: the numbers")]
    [InlineData("Rivers #1 and #2")]
    [InlineData("[Update] Rivers")]
    [InlineData("\"Rivers\" rise")]
    [InlineData("'Rivers' rise")]
    [InlineData("“Rivers rise”")]
    [InlineData("*Rivers* rise")]
    [InlineData("& rivers")]
    [InlineData("@rivers rise")]
    [InlineData("%rivers rise")]
    [InlineData("- rivers, and more")]
    [InlineData("A \\ B: \"C\"")]
    [InlineData("null")]
    [InlineData("12:30")]
    [InlineData("{rivers}")]
    public void A_title_comes_back_from_yaml_as_it_was(string title)
    {
        var report = Imported.Text("Rivers rise\n\nACCRA, 2 May 2024 (Volta Daily) -- Minister Ama Mensah opened the River Forum 2024.") with { Title = title };
        report.Load().Title.Should().Be(title);
        using var folder = new ContentFolder();
        folder.With("x", report.ToMarkdown()).Read().Problems.Should().BeEmpty();
    }

    [Theory]
    [InlineData("The *star* costs $5_000 and [more] at `code` <b>now</b> & so on &amp; on.")]
    [InlineData("# 5 is alive.")]
    [InlineData("2013. That was a year of rain.")]
    [InlineData("> 50 delegates came.")]
    [InlineData("--- and then nothing.")]
    [InlineData("+ 5 per cent.")]
    [InlineData("- 5 degrees at noon.")]
    [InlineData("See x ^word and ^z")]
    [InlineData("The end of it is ^p7")]
    [InlineData("^p7")]
    [InlineData("A heading {#x}")]
    [InlineData("[a]: b")]
    [InlineData("![a](b) and [c](d) and [^1] and <https://example.org>.")]
    [InlineData("2*3*4 and a_b_c and _a_ and **b** and ~~~ and \\ and \\*.")]
    [InlineData("```")]
    [InlineData("a\\")]
    public void Text_that_means_something_in_markdown_comes_out_as_it_stood(string text) =>
        Imported.Text($"It rained on the river.\n\n{text}\n\nIt went on raining.").Passages().Should().Equal("It rained on the river.", text, "It went on raining.");

    [Fact]
    public void A_heading_comes_out_as_it_stood() =>
        Imported.Text("It rained.\n\nC# AND {#F}\n\nIt went on raining for a week and a day, and the river rose by a metre and a half.\n\n# THE END #\n\nIt stopped.").Headings()
            .Should().Equal("C# AND {#F}", "# THE END #");

    [Fact]
    public void Lists_that_stand_apart_stay_apart() =>
        Imported.Text("It rained.\n\n- one\n- two\n\nThen:\n1) three\n2) four\n\n(a) five,\n(b) six.").Passages()
            .Should().Equal("It rained.", "one\ntwo", "Then:\nthree\nfour", "(a) five,\n(b) six.");

    [Fact]
    public void A_word_broken_at_a_lines_end_is_joined_where_the_text_has_it_elsewhere() =>
        Imported.Text("The international river authority has a community-\nled plan, and pre-\nand post-flood rules for inter-\nnational use, it said.\n\nIt rained.").Passages().First()
            .Should().Be("The international river authority has a community-led plan, and pre- and post-flood rules for international use, it said.");

    [Fact]
    public void A_hyphen_or_a_slash_at_a_lines_end_stays_close_to_what_follows() =>
        Imported.Text("""
            The river rose by a metre and a half in the years 2020-
            2022, and the leaders of the twenty who met as the G-
            20 asked for gauges that last for thirty years and/
            or batteries that do, as the text on https://a.example/
            rivers says, which is 3 - and not 4 - pages long, 2-
            and 3-column pages among them, with a table on page 5 -
            and that was all.

            It rained.
            """).Passages().First().Should().Be("The river rose by a metre and a half in the years 2020-2022, and the leaders of the twenty who met as the G-20 asked for gauges that last for thirty years"
            + " and/or batteries that do, as the text on https://a.example/rivers says, which is 3 - and not 4 - pages long, 2- and 3-column pages among them, with a table on page 5 - and that was all.");

    [Fact]
    public void A_short_line_that_ends_in_a_hyphen_ends_no_paragraph() =>
        Imported.Text("The river rose by a metre and a half, and the leaders of the twenty\nasked for gauges as the G-\n20 had.").Passages()
            .Should().Equal("The river rose by a metre and a half, and the leaders of the twenty asked for gauges as the G-20 had.");

    [Fact]
    public void Chinese_lines_are_joined_without_a_blank() =>
        Imported.Text("第一段说的是河流的水位和雨量的数据，\n第二行接着说。\n\n第二段。").Passages().Should().Equal("第一段说的是河流的水位和雨量的数据，第二行接着说。", "第二段。");

    [Fact]
    public void Any_paragraphs_come_back_word_for_word()
    {
        var piece = Gen.Elements("river", "rose", "*", "_", "`", "[", "](", ")", "<b>", "&lt;", "#", "1.", "2)", "-", "^p1", "^x", "{#a}", "\\", "~", "|", "!", "é", "水", "“so”", "a_b", "**b**", ">", "+", "=", "http://x.example/a_b");
        var paragraph = Gen.Select(Gen.NonEmptyListOf(piece), pieces => $"The {string.Join(' ', pieces)} end of a long enough sentence for a paragraph.");
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(Arb.From(Gen.NonEmptyListOf(paragraph)), paragraphs =>
            Imported.Text("It rained.\n\n" + string.Join("\n\n", paragraphs)).Passages().Skip(1).SequenceEqual(paragraphs)));
    }
}
