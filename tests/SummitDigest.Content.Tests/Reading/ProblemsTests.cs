using System.Text;
using SummitDigest.Content.Problems;

namespace SummitDigest.Content.Tests.Reading;

/// <summary>What an editor is told, word for word where it matters.</summary>
public sealed class ProblemsTests : IDisposable
{
    private readonly ContentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_unknown_theme_is_reported_with_its_place_and_what_was_meant() =>
        Problems("themes: { p1: rivrs }", "One.").Should().Equal(
            "content/speeches/speech.md:6:15 theme-unknown No theme is called \"rivrs\". Did you mean \"rivers\"?");

    [Theory]
    [InlineData(59, 59)]
    [InlineData(58, 60)]
    public void A_long_word_is_cut_between_characters(int letters, int kept)
    {
        var word = new string('x', letters) + "😀😀😀";
        Problems($"themes: {{ p1: {word} }}", "One.").Should().ContainSingle().Which.Should().Contain($"No theme is called \"{word[..kept]}…\".");
    }

    [Fact]
    public void All_faults_of_a_file_are_reported_in_one_pass()
    {
        var problems = Problems("kind: reprot\nlanguage: english!\ntitel: x\nmoved: { A: p1 }", "## \n\nOne. ^Not.good\n\nTwo. ^b\n\nThree. ^b");
        problems.Select(Short).Should().Equal(
            "6:7 kind-unknown", "7:11 language-invalid", "8:1 field-unknown", "9:10 id-invalid", "13:1 heading-empty", "15:7 id-invalid", "19:1 id-duplicate");
    }

    [Fact]
    public void A_fault_in_one_field_hides_none_in_another() =>
        Problems("kind: x\nthemes: { p1: zzz, p9: rivers }\nmoved: { old: nowhere }", "One.").Select(Code).Should().Equal(
            "kind-unknown", "theme-unknown", "passage-unknown", "id-unknown");

    [Theory]
    [InlineData("One. ^a\nTwo. ^b", "id-misplaced")]
    [InlineData("- one ^a\n- two ^b", "id-misplaced")]
    [InlineData("Text ^a ^b", "id-misplaced")]
    [InlineData("**bold ^a**", "id-misplaced")]
    public void An_id_that_is_not_at_the_end_of_its_passage_is_reported(string body, string code) =>
        Problems("place: Accra", body).Select(Code).Should().Equal(code);

    [Theory]
    [InlineData("First. ^p1\n\n```\ncode\n\nMore.\n", "12:1", "```")]
    [InlineData("First. ^p1\n\n~~~~\ncode\n~~~\n", "12:1", "~~~~")]
    [InlineData("- ```\n  code\n\nOutside.", "10:3", "```")]
    public void Code_without_an_end_is_reported(string body, string place, string fence)
    {
        Problems("place: Accra", body).Should().Equal($"content/speeches/speech.md:{place} code-open The code that begins here has no end. Write {fence} on a line of its own behind it, or remove this line.");
        Problems("place: Accra", "First. ^p1\n\n```\ncode\n```\n").Should().BeEmpty();
    }

    [Fact]
    public void A_table_is_reported() => Problems("place: Accra", "Before.\n\n| State | Pledge |\n|-------|--------|\n| Ghana | one |\n\nA | b, and --- c.").Should().Equal(
        "content/speeches/speech.md:12:1 table-unread A table is shown as it is typed here. Write its rows as a list, each behind a hyphen.");

    [Theory]
    [InlineData("##Rivers", "heading-unread")]
    [InlineData("##\u00A0Rivers", "heading-unread")]
    [InlineData("\\##Rivers", null)]
    [InlineData("#Rivers are trending.", null)]
    [InlineData("2024. That was the year.", "number-unread \"2024.\" is read as the number of a list here, not as words. If it is a year, write a backslash behind it: 2024\\.")]
    [InlineData("2024) That was the year.", "number-unread")]
    [InlineData("2024\\. That was the year.", null)]
    [InlineData("101. They agreed.\n\n102. They parted.", null)]
    [InlineData("They agreed.[^1]", "note-unread The mark of a footnote, \"[^1]\", is shown as it is typed here. Take it out, and write into the passage what readers need of the note.")]
    [InlineData("[^note-1]: Not all of them. ^p1", "note-unread")]
    [InlineData("Rivers\n=====", "heading-unread")]
    [InlineData("They agree: 1 + 1 = 2.", null)]
    [InlineData("<!-- embargo until Friday -->", "comment-shown")]
    [InlineData("They agreed <!-- did they? -->.", "comment-shown")]
    [InlineData("`<!-- code -->`", null)]
    [InlineData("They agreed.\\[^1]", null)]
    [InlineData("They agreed in `[^1]`.", null)]
    public void Marks_that_do_not_do_what_they_seem_to_are_reported(string body, string? problem)
    {
        var found = Problems("place: Accra", body).Select(found => found.Split(' ', 2)[1]).ToList();
        if (problem is null)
            found.Should().BeEmpty();
        else
            found.Should().ContainSingle().Which.Should().StartWith(problem);
    }

    [Theory]
    [InlineData("One.\n\n[OSEI]: Yes.", "12:1 definition-unread")]
    [InlineData("One.\n\n[OSEI]: Yes.\n[CHAIR]: Thanks.\n\n[osei]: No.", "12:1 definition-unread,13:1 definition-unread,15:1 definition-unread")]
    [InlineData("One.[^1]\n\n[^1]: https://example.org", "12:1 definition-unread")]
    [InlineData("One.\n\n> [^1]: Report.\n>\n> Two.", "12:3 definition-unread")]
    [InlineData("[One][1]\n\n[1]: https://example.org", "")]
    [InlineData("\\[OSEI]: Yes.", "")]
    public void A_line_that_is_read_as_a_links_address_and_not_shown_is_reported(string body, string expected) =>
        string.Join(',', Problems("place: Accra", body).Select(Short)).Should().Be(expected);

    [Theory]
    [InlineData("Esi Owusu, Kofi Boateng", "authors-one \"Esi Owusu, Kofi Boateng\" is read as the name of one author. Write several in square brackets: authors: [Esi Owusu, Kofi Boateng]")]
    [InlineData("[Esi Owusu, Kofi Boateng]", null)]
    [InlineData("\"Owusu, Esi\"", null)]
    [InlineData("Esi Owusu", null)]
    public void Several_authors_without_brackets_are_reported(string authors, string? problem) =>
        ProblemsOf(ContentFolder.FrontMatter.Replace("  publisher:", $"  authors: {authors}\n  publisher:") + "One.").Select(found => found.Split(' ', 2)[1]).Should().Equal(problem is null ? [] : [problem]);

    [Theory]
    [InlineData("A footnote.[^1]")]
    [InlineData("A footnote [^1].")]
    public void A_footnote_mark_is_no_id(string body) => Problems("place: Accra", body).Select(Code).Should().Equal("note-unread");

    [Fact]
    public void A_tab_is_named_with_its_line() =>
        Problems("place:\n\tAccra", "One.").Should().ContainSingle().Which.Should().StartWith("content/speeches/speech.md:7:1 yaml-tab");

    [Theory]
    [InlineData("\r\n", 40)]
    [InlineData("\n", 40)]
    [InlineData("\n", 150_000)]
    public void Front_matter_without_an_end_is_reported_however_long_it_is(string lineEnd, int lines)
    {
        _folder.With("good", ContentFolder.FrontMatter + "One.").With("speech", "---" + lineEnd + string.Concat(Enumerable.Repeat("a: b" + lineEnd, lines)));
        var library = _folder.Read();
        library.Problems.Should().ContainSingle().Which.Message.Should().Contain("no end");
        library.Speeches.Should().ContainSingle();
    }

    [Fact]
    public void More_problems_than_anyone_reads_are_cut_and_said_to_be()
    {
        var problems = ProblemsOf(ContentFolder.FrontMatter.Replace("source:", "themes: { " + string.Join(", ", Enumerable.Range(1, 8000).Select(i => $"q{i}: x")) + " }\nsource:")
            + string.Join("\n\n", Enumerable.Repeat("One.", 9000))).ToList();
        problems.Should().HaveCount(101);
        problems.Select(Code).Should().Contain("problems-more");
    }

    [Fact]
    public void However_many_hints_there_are_they_hide_no_problem()
    {
        var text = string.Concat(Enumerable.Repeat(string.Concat(Enumerable.Repeat("word ", 401)) + "\n\n", 150)) + "Last [link](javascript:x).";
        var problems = _folder.With("speech", ContentFolder.FrontMatter + text).Read().Problems;
        problems.Count(problem => problem.Severity == Severity.Hint).Should().Be(100);
        problems.Where(problem => problem.Severity > Severity.Hint).Should().ContainSingle().Which.Code.Should().Be("link-unsafe");
    }

    [Theory]
    [InlineData("\"a\\u202Eb\"", "character-invisible")]
    [InlineData("\"a\\0b\"", "character-invisible")]
    [InlineData("a\u200Bb", "character-invisible")]
    [InlineData("a\u00ADb", "character-invisible")]
    [InlineData("~", "field-missing")]
    [InlineData("null", "field-missing")]
    public void A_title_must_be_readable(string title, string code) =>
        ProblemsOf(ContentFolder.FrontMatter.Replace("Opening of the river conference", title) + "One.").Select(Code).Should().Equal(code);

    [Theory]
    [InlineData("", "1:1 front-matter-missing")]
    [InlineData("---\ntitle: x\n", "1:1 front-matter-missing")]
    [InlineData("---\n---\nText.", "2:1 field-missing,2:1 field-missing,2:1 field-missing,2:1 field-missing,2:1 source-missing")]
    [InlineData("---\ntitle: \"x\n---\nText.", "2:8 yaml-invalid")]
    [InlineData("---\ntitle: x: y\n---\nText.", "2:9 yaml-invalid")]
    [InlineData("---\n- title\n---\nText.", "2:1 yaml-invalid")]
    [InlineData("---\naliases: [old\ntitle: x\n---\nText.", "2:10 yaml-invalid")]
    [InlineData("---\nmoved: { p3: p4\ntitle: x\n---\nText.", "2:8 yaml-invalid")]
    [InlineData("---\ntitle: x\nsource: { authors: [A\n---\nText.", "3:20 yaml-invalid")]
    [InlineData("---\ntitle: [Accra] x\n---\nText.", "2:8 yaml-invalid")]
    [InlineData("---\ntitle: &a x\n---\nText.", "2:8 yaml-unsupported")]
    [InlineData("---\ntitle: !!str x\n---\nText.", "2:8 yaml-unsupported")]
    public void Front_matter_that_cannot_be_read_says_where(string file, string expected) =>
        _folder.With("speech", file).Read().Problems.Select(problem => Short(problem.ToString())).Should().Contain(expected.Split(','));

    [Theory]
    [InlineData("date: 2024-05-02\ndate: 2024-05-03", "key-duplicate")]
    [InlineData("place: [a, b]", "field-type")]
    [InlineData("aliases: { a: b }", "field-type")]
    [InlineData("aliases: [Old]", "id-invalid")]
    [InlineData("aliases: [speech]", "alias-taken")]
    [InlineData("themes: { p9: rivers }", "passage-unknown")]
    [InlineData("themes: [p1]", "field-type")]
    [InlineData("moved: { old: p2 }", "id-unknown")]
    [InlineData("wording: copied", "wording-unknown")]
    [InlineData("family-name: Mensa-Boateng", "family-name-unknown")]
    public void A_faulty_field_leaves_the_speech_out(string line, string code)
    {
        Problems(line, "One.").Select(Code).Should().Contain(code);
        _folder.Read().Speeches.Should().BeEmpty();
    }

    [Theory]
    [InlineData("date: 2024-05-02", "date: 2023-02-30", "date-invalid")]
    [InlineData("date: 2024-05-02", "date: 2 May 2024", "date-invalid")]
    [InlineData("date: 2024-05-02", "date: 0204-05-02", "date-invalid")]
    [InlineData("date: 2024-05-02", "date:", "field-missing")]
    [InlineData("publisher: Volta Daily", "url: javascript:alert(1)", "url-invalid")]
    [InlineData("  publisher: Volta Daily", "  dateline: x", "source-missing")]
    [InlineData("  publisher: Volta Daily", "  publisher: Volta Daily\n  retrieved: 2024-05-01", "date-order")]
    public void A_faulty_value_is_reported(string line, string faulty, string code) =>
        ProblemsOf(ContentFolder.FrontMatter.Replace(line, faulty) + "One.").Select(Code).Should().Contain(code);

    [Theory]
    [InlineData("speaker: Ama Mensah", "speaker: TODO   # who gave the speech", "4:10")]
    [InlineData("publisher: Volta Daily", "publisher: TODO", "8:14")]
    [InlineData("date: 2024-05-02", "date: \"TODO\"", "6:7")]
    public void What_is_still_to_be_filled_in_is_reported_and_nothing_else(string line, string open, string place) =>
        ProblemsOf(ContentFolder.FrontMatter.Replace("---\ntitle", "---\nfamily-name: Mensah\ntitle").Replace(line, open) + "One.").Select(Short).Should().Equal($"{place} todo-left");

    [Theory]
    [InlineData("One \u202Etwo.", "9:5", "U+202E")]
    [InlineData("One.\n\nTw\u200Bo \u200B.", "11:3", "U+200B")]
    [InlineData("One\u0007.", "9:4", "U+0007")]
    public void A_character_that_nobody_sees_is_reported_once_a_line(string text, string place, string name)
    {
        var problem = Problems("place: Accra", text).Should().ContainSingle().Subject;
        problem.Should().StartWith($"content/speeches/speech.md:{place.Replace("9:", "10:").Replace("11:", "12:")} character-invisible").And.Contain(name);
    }

    [Theory]
    [InlineData("می\u200Cخواهم\tसमय \u200F👩\u200D💻")]
    public void Characters_that_a_script_needs_are_no_problem(string text) => Problems("place: Accra", text).Should().BeEmpty();

    [Theory]
    [InlineData("One.\n\n![](/p.png)", "image-removed,passage-empty")]
    [InlineData("One.\n\n>\n\nTwo.", "passage-empty")]
    public void A_block_without_text_is_reported(string text, string codes) => Problems("place: Accra", text).Select(Code).Should().Equal(codes.Split(','));

    [Fact]
    public void A_passage_that_runs_on_is_a_hint()
    {
        var problem = _folder.With("speech", ContentFolder.FrontMatter + string.Concat(Enumerable.Repeat("word ", 401))).Read().Problems.Should().ContainSingle().Subject;
        (problem.Severity, problem.Code).Should().Be((Severity.Hint, "passage-long"));
        _folder.With("speech", ContentFolder.FrontMatter + string.Concat(Enumerable.Repeat("word ", 400))).Read().Problems.Should().BeEmpty();
    }

    [Theory]
    [InlineData("One. ^P 7")]
    [InlineData("One.^p4")]
    [InlineData("One. ^ p6")]
    public void What_looks_like_an_id_and_is_none_is_reported(string text) => Problems("place: Accra", text).Select(Code).Should().Equal("id-unread");

    [Theory]
    [InlineData("moved: { p4: p5, p5: p4 }")]
    [InlineData("moved: { p4: p5, p5: p1 }")]
    [InlineData("moved: { p4: p4 }")]
    public void What_moved_must_be_where_it_is_said_to_be(string line) => Problems(line, "One. ^p1").Select(Code).Should().Contain("id-moved-on");

    [Fact]
    public void An_alias_is_not_the_name_that_the_file_has() => Problems("aliases: [speech]", "One. ^p1").Should().ContainSingle().Which.Should().Contain("the name that the file has now");

    [Fact]
    public void An_id_that_moved_cannot_be_here() => Problems("moved: { p1: overview }", "One. ^p1").Select(Code).Should().Equal("id-moved-but-here");

    [Fact]
    public void A_transcript_needs_no_publisher() =>
        ProblemsOf(ContentFolder.FrontMatter.Replace("source:\n  publisher: Volta Daily", "kind: transcript") + "One.").Should().BeEmpty();

    [Fact]
    public void A_speech_without_text_is_reported() => Problems("place: Accra", "").Should().ContainSingle().Which.Should().Contain("text-missing");

    [Fact]
    public void An_id_without_a_passage_is_reported() => Problems("place: Accra", "^p1\n\nOne.").Select(Code).Should().Equal("id-alone");

    [Fact]
    public void A_file_in_another_encoding_is_reported_with_the_place()
    {
        var bytes = Encoding.Latin1.GetBytes(ContentFolder.FrontMatter + "Caf\u00e9.");
        _folder.With("speech", bytes).Read().Problems.Select(problem => problem.ToString()).Should().Equal(
            "content/speeches/speech.md:9:4 encoding-not-utf8 The file is not saved in UTF-8. Choose the encoding UTF-8 when saving.");
    }

    [Fact]
    public void A_binary_file_is_reported() =>
        _folder.With("speech", [0x89, 0x50, 0, 1]).Read().Problems.Should().ContainSingle().Which.Code.Should().Be("file-not-text");

    [Fact]
    public void A_file_name_that_is_no_address_is_reported() =>
        _folder.With("My Speech", ContentFolder.FrontMatter + "One.").Read().Problems.Should().ContainSingle().Which.Code.Should().Be("slug-invalid");

    [Fact]
    public void A_speech_cannot_have_the_name_of_the_lists_pages()
    {
        var library = _folder.With("page", ContentFolder.FrontMatter + "One.").Read();
        library.Problems.Select(problem => problem.ToString()).Should().Equal(
            "content/speeches/page.md:1:1 slug-reserved The site keeps the name \"page\" for itself: /speeches/page/2 is the second page of all speeches. Rename the file.");
        library.Speeches.Should().BeEmpty();
        library.FindFormer("page").Should().BeNull();
    }

    [Fact]
    public void A_speech_cannot_have_had_the_name_of_the_lists_pages() =>
        Problems("aliases: [old, page]", "One.").Should().ContainSingle().Which.Should().EndWith(
            "slug-reserved No speech was ever called \"page\": the site keeps this name for itself. Remove it.");

    [Fact]
    public void A_passage_may_be_called_page() =>
        _folder.With("speech", ContentFolder.FrontMatter + "One. ^page").Read().Problems.Should().BeEmpty();

    [Fact]
    public void A_file_that_is_too_large_is_not_read() =>
        _folder.With("speech", ContentFolder.FrontMatter + new string('x', 2000)).Read(new() { FileBytes = 1000 }).Problems.Should().ContainSingle().Which.ToString().Should().Contain("file-too-large").And.Contain("1,000 are read").And.Contain("Content:Limits");

    [Fact]
    public void A_limit_may_be_as_high_as_a_number_goes() =>
        _folder.With("speech", ContentFolder.FrontMatter + "One.").Read(new() { FileBytes = int.MaxValue }).Problems.Should().BeEmpty();

    [Fact]
    public void Control_characters_do_not_reach_messages() =>
        Problems("themes: { p1: \"\\e[31m\\u202Ered\" }", "One.").Last().Should().Contain("\uFFFD[31m\uFFFDred").And.NotContain("\u001b");

    [Fact]
    public void A_broken_speech_leaves_the_others_served()
    {
        var library = _folder.With("good", ContentFolder.FrontMatter + "One.").With("broken", "no front matter").Read();
        library.Speeches.Select(speech => speech.Slug.Value).Should().Equal("good");
        library.Problems.Should().ContainSingle().Which.File.Should().Be("content/speeches/broken.md");
    }

    [Fact]
    public void A_language_without_terms_is_a_warning_and_the_speech_is_served()
    {
        Problems("language: sw", "Mto unapanda.").Should().ContainSingle().Which.Should().Contain("language-without-terms");
        _folder.Read().Speeches.Should().ContainSingle();
    }

    private IEnumerable<string> Problems(string line, string body) =>
        ProblemsOf(ContentFolder.FrontMatter.Replace("source:", $"{line}\nsource:") + body);

    private IEnumerable<string> ProblemsOf(string file) => _folder.With("speech", file).Read().Problems.Select(problem => problem.ToString());

    private static string Code(string problem) => problem.Split(' ')[1];

    private static string Short(string problem) => string.Join(' ', problem.Split(' ').Take(2)).Split(':', 2)[1];
}
