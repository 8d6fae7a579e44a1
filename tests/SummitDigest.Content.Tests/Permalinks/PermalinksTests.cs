using System.Diagnostics;
using SummitDigest.Content.Permalinks;

namespace SummitDigest.Content.Tests.Permalinks;

public sealed class PermalinksTests : IDisposable
{
    private const string Published = """
        # A comment.
        speech now Opening of the river conference
        section overview p1
        passage p1
        section rivers p2
        passage p2
        passage p3
        withdrawn passage p4
        section meadows p5
        passage p5

        """;

    private const string Text = "Good day. ^p1\n\nThe river runs past the town. ^p2\n\nThe water is high this year. ^p3\n\nThe meadow is green in this season. ^p5\n";

    private readonly ContentFolder _folder = new();

    [Fact]
    public void Links_to_what_is_there_find_it()
    {
        var library = Read(Text);
        library.Find("now", "p2").Should().BeOfType<Permalink.Here>().Which.Passage!.Number.Should().Be(2);
        library.Find("now", "rivers").Should().BeOfType<Permalink.Here>().Which.Section.Passages.Should().HaveCount(2);
        library.Problems.Should().BeEmpty();
    }

    [Theory]
    [InlineData("now", "p9")]
    [InlineData("now", "")]
    [InlineData("now", "../themes")]
    [InlineData("now", "P2")]
    [InlineData("now", "ui-main")]
    [InlineData("never", "p2")]
    [InlineData("..", "p2")]
    public void An_address_that_never_was_is_not_found(string slug, string id) => Read(Text).Find(slug, id).Should().BeNull();

    [Fact]
    public void A_passage_that_was_taken_out_names_the_nearest_before_it()
    {
        var library = Read(Text.Replace("The river runs past the town. ^p2\n\n", ""));
        var gone = library.Find("now", "p2").Should().BeOfType<Permalink.Gone>().Subject;
        (gone.Title, gone.Was!.Id.Value, gone.Nearest!.Id.Value).Should().Be(("Opening of the river conference", "p2", "p1"));
        library.Problems.Select(problem => problem.ToString()).Should().Equal(
            """content/permalinks.txt:6:1 permalink-lost The passage "p2" of "now" was published, and nothing has this id any more. Put ^p2 back at the end of its passage; if its text is in another passage now, write "moved: { p2: p1 }" into the speech, and for p1 the id of what took its place; if it was taken out on purpose, write "withdrawn" in front of this line.""");
        // The section lost its first passage, and goes on with the next.
        library.Find("now", "rivers").Should().BeOfType<Permalink.Here>();
    }

    [Fact]
    public void The_first_passage_of_all_has_its_nearest_behind_it() =>
        Read(Text.Replace("Good day. ^p1\n\n", "")).Find("now", "p1").Should().BeOfType<Permalink.Gone>().Which.Nearest!.Id.Value.Should().Be("p2");

    [Fact]
    public void What_was_withdrawn_is_gone_without_a_word_to_the_editor()
    {
        var library = Read(Text);
        library.Find("now", "p4").Should().BeOfType<Permalink.Gone>().Which.Nearest!.Id.Value.Should().Be("p3");
        library.Problems.Should().BeEmpty();
    }

    [Fact]
    public void What_is_back_and_still_withdrawn_is_reported()
    {
        Read(Text + "\nThe meadow. ^p4\n").Problems.Select(problem => problem.ToString()).Should().Equal(
            """content/permalinks.txt:8:1 permalink-back The passage "p4" of "now" is withdrawn by this line and here all the same, so nothing would be said if links to it broke. If it is what was published, remove "withdrawn" in front of the line; if it is something else, give it another id.""");
        _folder.Ledger = "withdrawn " + Published[Published.IndexOf("speech", StringComparison.Ordinal)..];
        _folder.With("now", ContentFolder.FrontMatter + Text).Read().Problems.Should().ContainSingle(problem => problem.Code == "permalink-back").Which.ToString().Should()
            .Contain("The speech \"now\" is withdrawn").And.EndWith("If it is what was published, remove \"withdrawn\" in front of the line; if it is another speech than \"Opening of the river conference\", rename its file.");
    }

    [Fact]
    public void A_passage_that_moved_is_found_under_its_new_id() =>
        Read(Text.Replace("^p3", "^high-water"), "moved: { p3: high-water }").Find("now", "p3").Should().BeOfType<Permalink.Moved>().Which.Id!.Value.Should().Be("high-water");

    [Fact]
    public void A_section_without_its_theme_is_the_one_that_has_its_first_passage()
    {
        var library = Read(Text, "themes: { p2: meadows, p3: meadows }");
        // What has another theme is another section; its passages are where the old one leads.
        library.Find("now", "rivers").Should().BeOfType<Permalink.Moved>().Which.Id!.Value.Should().Be("meadows");
        library.FormerIds(library.Speeches[0], ContentId.TryCreate("p2")!).Should().Equal(ContentId.TryCreate("rivers")!);
        library.Problems.Should().BeEmpty();
    }

    [Fact]
    public void A_new_section_in_front_does_not_take_the_id_of_an_old_one()
    {
        var library = Read("The meadow is old. ^new\n\n" + Text);
        library.Speeches[0].Sections.Select(section => section.Id.Value).Should().Equal("meadows-2", "overview", "rivers", "meadows");
    }

    [Fact]
    public void A_heading_can_be_reworded_without_moving_its_section()
    {
        _folder.Ledger = "speech now Title\nsection water-for-all p1\npassage p1\nsection bare\n";
        var library = _folder.With("now", ContentFolder.FrontMatter + "## Water for everyone\n\nOne. ^p1\n\n## Bare\n\n## Water for all\n\nTwo. ^p2").Read();
        library.Speeches[0].Sections.Select(section => section.Id.Value).Should().Equal("water-for-all", "bare", "water-for-all-2");
    }

    [Fact]
    public void An_id_that_was_published_is_not_given_to_a_new_passage()
    {
        var library = Read(Text.Replace("^p1\n\n", "^p1\n\nA new one.\n\n"));
        library.Speeches[0].Passages.Select(passage => passage.Id.Value).Should().Equal("p1", "p6", "p2", "p3", "p5");
        library.Problems.Should().ContainSingle(problem => problem.Code == "id-missing").Which.ToString().Should()
            .EndWith("id-missing Links to this passage are published, but its id is not written in the file and may change. Write ^p6 at its end, or call check --fix.");
    }

    [Fact]
    public void What_the_ledger_does_not_have_yet_is_reported_once_for_each_speech()
    {
        var library = _folder.With("then", ContentFolder.FrontMatter + "One. ^p1").Read();
        library.Problems.Should().BeEmpty("without a ledger nobody wants one");

        library = Read(Text.Replace("^p1\n\n", "^p1\n\nA new one. ^p6\n\n"));
        library.Problems.Select(problem => $"{problem.Position.Line} {problem.Message}").Should().Equal(
            "1 The speech \"then\" is not in this list yet, so nothing would be said if links to it broke.",
            "2 1 address of the speech \"now\" is not in this list yet, so nothing would be said if links to it broke.");
        library.Problems.Should().OnlyContain(problem => problem.Code == "permalink-unlisted" && problem.Fix.StartsWith("Run check --fix"));
    }

    [Fact]
    public void A_speech_under_a_new_name_is_found_under_the_old_one_and_so_are_its_passages()
    {
        _folder.With("then", ContentFolder.FrontMatter.Replace("source:", "aliases: [now]\nsource:") + Text);
        _folder.Ledger = Published;
        var library = _folder.Read();
        library.FindFormer("now").Should().BeOfType<Permalink.Moved>().Which.Speech.Slug.Value.Should().Be("then");
        library.Find("now", "p3").Should().Be(new Permalink.Moved(library.Speeches[0], ContentId.TryCreate("p3")));
        library.Find("now", "p4").Should().BeOfType<Permalink.Gone>().Which.Nearest!.Id.Value.Should().Be("p3");
        library.Find("now", "p99").Should().BeNull();
        library.Problems.Should().OnlyContain(problem => problem.Code == "permalink-unlisted", "only the new name is not in the ledger");
    }

    [Fact]
    public void What_is_back_under_a_new_name_and_still_withdrawn_under_the_old_one_is_reported()
    {
        _folder.With("then", ContentFolder.FrontMatter.Replace("source:", "aliases: [now]\nsource:") + Text + "\nThe meadow. ^p4\n");
        _folder.Ledger = Published;
        _folder.Read().Problems.Should().ContainSingle(problem => problem.Code == "permalink-back").Which.ToString().Should().StartWith("content/permalinks.txt:8:1 permalink-back The passage \"p4\" of \"now\" is withdrawn by this line");
    }

    [Fact]
    public void Nothing_new_is_asked_into_the_ledger_while_a_speech_is_missing_that_it_may_be()
    {
        _folder.Ledger = Published;
        _folder.With("then", ContentFolder.FrontMatter + Text).Read().Problems.Select(problem => problem.Code).Should().Equal("permalink-lost");
    }

    [Fact]
    public void A_speech_that_was_taken_out_is_gone_and_one_that_is_faulty_is_not()
    {
        var library = Read("");
        library.FindFormer("now").Should().BeOfType<Permalink.Unavailable>();
        library.Find("now", "p1").Should().BeOfType<Permalink.Unavailable>();
        library.Problems.Should().ContainSingle().Which.Code.Should().Be("text-missing");

        File.Delete(Path.Combine(_folder.Path, "speeches", "now.md"));
        library = _folder.With("unreadable", "---\ntitle: \"x\naliases: [now]\n---\nOne.").Read();
        library.FindFormer("now").Should().BeOfType<Permalink.Unavailable>();
        library.Problems.Should().ContainSingle().Which.Code.Should().Be("yaml-invalid");

        File.Delete(Path.Combine(_folder.Path, "speeches", "unreadable.md"));
        library = _folder.Read();
        library.FindFormer("now").Should().BeOfType<Permalink.Gone>().Which.Title.Should().Be("Opening of the river conference");
        library.Find("now", "p1").Should().BeOfType<Permalink.Gone>().Which.Was!.Id.Value.Should().Be("p1");
        library.Problems.Should().ContainSingle().Which.Message.Should().Be("The speech \"now\" was published, and is not here any more.");
    }

    [Theory]
    [InlineData("passage p1")]
    [InlineData("speech")]
    [InlineData("speech ../x Title")]
    [InlineData("withdrawn")]
    [InlineData("speech now Title\nsection a b c")]
    [InlineData("speech now Title\npassage P1")]
    [InlineData("rubbish \u202E here")]
    public void A_line_that_is_not_understood_is_reported(string lines)
    {
        _folder.Ledger = lines;
        _folder.With("now", ContentFolder.FrontMatter + "One. ^p1").Read().Problems.Should().ContainSingle(problem => problem.Code == "permalink-unreadable").Which.Message.Should().EndWith("is not understood.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Thousands_of_passages_with_published_ids_take_no_time_to_speak_of(bool isWithdrawn)
    {
        // Of two themes by turns, so that each is a section.
        var text = string.Concat(Enumerable.Range(1, 9_000).Select(number => $"The {(number % 2 == 0 ? "river" : "meadow")}.\n\n"));
        _folder.With("speech", ContentFolder.FrontMatter + text).Fix();
        if (isWithdrawn)
        {
            _folder.Ledger = _folder.Ledger.Replace("\npassage", "\nwithdrawn passage").Replace("\nsection", "\nwithdrawn section");
            _folder.With("speech", ContentFolder.FrontMatter + "One. ^one");
        }
        var time = Stopwatch.StartNew();
        _folder.Read();
        // Half a second; with the square of the number it was ten.
        time.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(6));
    }

    [Fact]
    public void Tens_of_thousands_of_ids_that_moved_take_no_time_to_speak_of()
    {
        var ids = Enumerable.Range(1, 60_000).Select(number => $"o{number}").ToList();
        _folder.Ledger = $"speech now Title\npassage p1\n{string.Concat(ids.Select(id => $"passage {id}\n"))}";
        var front = ContentFolder.FrontMatter.Replace("source:", $"moved:\n{string.Concat(ids.Select(id => $"  {id}: p1\n"))}source:");
        _folder.With("now", front + "One. ^p1");
        var time = Stopwatch.StartNew();
        _folder.Read().FindSpeech("now").Should().NotBeNull();
        // Half a second; with the square of the number it was a minute and more.
        time.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Ids_that_are_taken_further_on_take_no_time_to_speak_of()
    {
        var text = string.Concat(Enumerable.Range(1, 9_000).Select(number => number <= 4_500 ? "A.\n\n" : $"B. ^p{number - 4_500}\n\n"));
        var time = Stopwatch.StartNew();
        _folder.With("speech", ContentFolder.FrontMatter + text).Read().Speeches[0].Passages.First().Id.Value.Should().Be("p4501");
        time.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(6));
    }

    [Fact]
    public void Thousands_of_links_that_lead_nowhere_take_no_time_to_speak_of()
    {
        var text = string.Concat(Enumerable.Range(1, 9_000).Select(number => number <= 4_900 ? $"[a](#{new string('a', 60)})\n\n" : "A.\n\n"));
        var time = Stopwatch.StartNew();
        _folder.With("speech", ContentFolder.FrontMatter + text).Read().Problems.Count(problem => problem.Code == "link-broken").Should().Be(100);
        // A second; with each link held against each id it was more than five minutes.
        time.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_edit_breaks_a_link(int seed)
    {
        using var speech = new EditedSpeech(seed);
        for (var i = 0; i < 12; i++)
        {
            speech.Edit();
            speech.ShouldKeepItsLinks();
        }
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    public void Dispose() => _folder.Dispose();

    private Library Read(string text, string? front = null)
    {
        _folder.Ledger = Published;
        return _folder.With("now", (front is null ? ContentFolder.FrontMatter : ContentFolder.FrontMatter.Replace("source:", front + "\nsource:")) + text).Read();
    }
}
