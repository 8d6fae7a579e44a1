using System.Text;

namespace SummitDigest.Web.Tests.Commands;

public sealed class ImportCommandTests : IDisposable
{
    private const string Report = """
        Ministers open the river conference

        ACCRA, May 2 (Volta Daily) -- Minister Ama Mensah opened the River Conference
        on Thursday, and asked what the river had brought.

        Mensah said that the meadow beside it was to stay a meadow.

        (Editing by Esi Owusu)
        """;

    private readonly CommandFolder _folder = new();
    private readonly string _file;

    public ImportCommandTests()
    {
        _file = _folder.At("../article.txt");
        File.WriteAllText(_file, Report);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_report_becomes_a_speech_that_is_served()
    {
        var result = await _folder.RunAsync("import", _file, "--year", "2024");
        result.ExitCode.Should().Be(0);
        result.Error.Should().Contain("Wrote ").And.Contain("speeches/ministers-open-the-river-conference-2024.md.");
        result.Lines.Should().Equal(
            "passage\ttheme\tfirst words",
            "p1\trivers\tMinister Ama Mensah opened the River …",
            "p2\tmeadows\tMensah said that the meadow beside it …");
        var text = _folder.Text("speeches/ministers-open-the-river-conference-2024.md");
        text.Should().StartWith("---\ntitle: Ministers open the river conference\nspeaker: Ama Mensah\n").And.Contain("\ndate: 2024-05-02\n").And.EndWith("to stay a meadow. ^p2\n");
        (await _folder.RunAsync("check", "--fix")).ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task What_the_text_does_not_state_is_listed_to_be_filled_in()
    {
        var result = await _folder.RunAsync("import", _file, "--name", "rivers");
        result.ExitCode.Should().Be(0);
        result.Error.Should().StartWith("The text says \"May 2\" and no year");
        result.Lines[^1].Should().StartWith("content/speeches/rivers.md:").And.Contain("todo-left \"date\"");
        (await _folder.RunAsync("check")).ExitCode.Should().Be(1);
    }

    [Fact]
    public async Task Standard_input_is_read()
    {
        var result = await _folder.RunAsync(Report, ["import", "-", "--year=2024", "--name=rivers", "--quiet"]);
        (result.ExitCode, result.Error).Should().Be((0, ""));
        _folder.Text("speeches/rivers.md").Should().Contain("speaker: Ama Mensah");
    }

    [Fact]
    public async Task What_is_there_is_not_written_over_unless_that_is_wanted()
    {
        _folder.With("speeches/2024/rivers.md", "mine");
        var result = await _folder.RunAsync("import", _file, "--name", "rivers");
        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("rivers.md is there already, and stays as it is.").And.Contain("--force");
        _folder.Text("speeches/2024/rivers.md").Should().Be("mine");
        (await _folder.RunAsync("import", _file, "--name", "rivers", "--force")).ExitCode.Should().Be(0);
        _folder.Text("speeches/2024/rivers.md").Should().Contain("Ama Mensah");
        File.Exists(_folder.At("speeches/rivers.md")).Should().BeFalse();
    }

    [Fact]
    public async Task Written_over_an_editors_choices_are_named()
    {
        await _folder.RunAsync("import", _file, "--name", "rivers", "--year", "2024");
        _folder.With("speeches/rivers.md", _folder.Text("speeches/rivers.md").Replace("date: 2024", "family-name: Mensah\nthemes: { p1: meadows, p2: none }\ndate: 2024"));
        (await _folder.RunAsync("import", _file, "--name", "rivers", "--year", "2024", "--force")).Error.Should()
            .Contain("The file that was here had what the new one lacks: family-name: Mensah, and themes: { p1: meadows, p2: none }. Put back what still fits.");
        (await _folder.RunAsync("import", _file, "--name", "rivers", "--year", "2024", "--force")).Error.Should().NotContain("lacks");
    }

    [Fact]
    public async Task What_is_published_and_has_a_mistake_is_not_written_over()
    {
        await _folder.RunAsync("import", _file, "--name", "rivers", "--year", "2024");
        await _folder.RunAsync("check", "--fix");
        _folder.With("speeches/rivers.md", _folder.Text("speeches/rivers.md").Replace("date: 2024", "date: soon"));
        var before = _folder.Text("speeches/rivers.md");
        var result = await _folder.RunAsync("import", _file, "--name", "rivers", "--force");
        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("Nothing was written: the speech \"rivers\" is published, and has a mistake");
        _folder.Text("speeches/rivers.md").Should().Be(before);
    }

    [Fact]
    public async Task Written_over_passages_with_the_same_words_keep_their_ids_and_others_get_new_ones()
    {
        await _folder.RunAsync("import", _file, "--name", "rivers", "--year", "2024");
        await _folder.RunAsync("check", "--fix");
        File.WriteAllText(_file, Report.Replace("Mensah said", "It rained on the river, and nobody measured it.\n\nMensah said"));
        (await _folder.RunAsync("import", _file, "--name", "rivers", "--year", "2024", "--force")).ExitCode.Should().Be(0);
        var ids = _folder.Text("speeches/rivers.md").Split('\n').Where(line => line.Contains('^')).Select(line => line[(line.LastIndexOf('^') + 1)..]);
        ids.Should().Equal("p1", "p3", "p2");
        (await _folder.RunAsync("check", "--fix")).ExitCode.Should().Be(0, "no address is lost");
    }

    [Theory]
    [InlineData("a speech now has it as a former name", "is a former name of the speech \"now\", and links with it lead there")]
    [InlineData("a speech with a mistake has it as a former name", "has a mistake")]
    [InlineData("it was withdrawn", "was published as \"The old one\" and taken out")]
    [InlineData("its file is missing", "was published as \"The old one\", and its file is not here any more")]
    public async Task A_name_under_which_something_else_was_published_is_given_to_no_speech(string why, string sentence)
    {
        if (why.Contains("former"))
            _folder.WithSpeech("now", "One. ^p1", $"date: 2024-05-02\nthemes: {{ {(why.Contains("mistake") ? "p9" : "p1")}: none }}\naliases: [rivers]");
        else
            _folder.With("permalinks.txt", $"{(why.Contains("withdrawn") ? "withdrawn " : "")}speech rivers The old one\npassage p1\n");
        foreach (var words in new string[][] { ["import", _file, "--name", "rivers"], ["import", _file, "--name", "rivers", "--force"], ["new", "Rivers"] })
        {
            var result = await _folder.RunAsync(words);
            result.ExitCode.Should().Be(1);
            result.Error.Should().Contain("Nothing was written: ").And.Contain("\"rivers\"").And.Contain(sentence).And.Contain("--name");
            File.Exists(_folder.At("speeches/rivers.md")).Should().BeFalse();
        }
    }

    [Fact]
    public async Task The_file_that_is_read_under_a_name_is_the_one_that_is_written_over()
    {
        _folder.With("speeches/.trash/gone.md", "mine").With("speeches/x.md", "mine").With("speeches/a/x.md", "mine");
        (await _folder.RunAsync("import", _file, "--name", "gone")).ExitCode.Should().Be(0);
        (await _folder.RunAsync("import", _file, "--name", "x", "--force")).ExitCode.Should().Be(0);
        (_folder.Text("speeches/.trash/gone.md"), _folder.Text("speeches/a/x.md")).Should().Be(("mine", "mine"));
        _folder.Text("speeches/gone.md").Should().Contain("Ama Mensah");
        _folder.Text("speeches/x.md").Should().Contain("Ama Mensah");
    }

    [Fact]
    public async Task A_mistake_in_the_themes_is_named_when_no_passage_gets_one()
    {
        _folder.With("themes.yml", _folder.Text("themes.yml").Replace("colour: blue", "colour: purple"));
        var result = await _folder.RunAsync("import", _file, "--name", "rivers", "--year", "2024");
        result.ExitCode.Should().Be(0);
        result.Lines.Should().ContainSingle(line => line.StartsWith("content/themes.yml:4:13 "));
    }

    [Fact]
    public async Task Nothing_is_written_through_a_link_out_of_the_folder()
    {
        _folder.With("../outside.md", "mine");
        File.CreateSymbolicLink(_folder.At("speeches/rivers.md"), _folder.At("../outside.md"));
        var result = await _folder.RunAsync("import", _file, "--name", "rivers", "--force");
        (result.ExitCode, _folder.Text("../outside.md")).Should().Be((1, "mine"));
    }

    [Fact]
    public async Task A_disk_that_cannot_be_written_is_a_sentence()
    {
        Directory.Delete(_folder.At("speeches"));
        _folder.With("speeches", "a file in the folder's place");
        var result = await _folder.RunAsync("import", _file, "--year", "2024");
        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("could not be written").And.NotContain("   at ");
        _folder.Text("speeches").Should().Be("a file in the folder's place");
    }

    [Theory]
    [InlineData("none.txt", "There is no file")]
    [InlineData(".", "cannot be read")]
    [InlineData("binary.txt", "file-not-text")]
    [InlineData("large.txt", "larger than 20 MB")]
    [InlineData("empty.txt", "There is no report in this file.")]
    public async Task A_file_that_is_no_report_is_a_sentence(string name, string sentence)
    {
        File.WriteAllBytes(_folder.At("../binary.txt"), [0x89, 0x50, 0, 1]);
        File.WriteAllBytes(_folder.At("../empty.txt"), []);
        File.WriteAllBytes(_folder.At("../large.txt"), name == "large.txt" ? Encoding.ASCII.GetBytes(new string('x', 20_000_001)) : []);
        var result = await _folder.RunAsync("import", _folder.At($"../{name}"));
        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain(sentence).And.NotContain("   at ");
        Directory.GetFileSystemEntries(_folder.At("speeches")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("import")]
    [InlineData("import article.txt --year soon")]
    [InlineData("import article.txt --name ../x")]
    [InlineData("new")]
    [InlineData("new 乌镇峰会")]
    [InlineData("new x --name Big")]
    [InlineData("new x --force")]
    [InlineData("import ")]
    public async Task Wrong_usage_is_a_sentence(string words)
    {
        var result = await _folder.RunAsync(words.Split(' '));
        result.ExitCode.Should().Be(2);
        result.Error.Should().NotBeEmpty();
        Directory.GetFileSystemEntries(_folder.At("speeches")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("new Page")]
    [InlineData("new Rivers --name page")]
    public async Task The_name_that_the_site_keeps_for_itself_is_given_to_no_speech(string words)
    {
        var result = await _folder.RunAsync(words.Split(' '));
        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("The site keeps the name \"page\" for itself.");
        Directory.GetFileSystemEntries(_folder.At("speeches")).Should().BeEmpty();
    }

    [Fact]
    public async Task A_new_speech_passes_once_it_is_filled_in()
    {
        var result = await _folder.RunAsync("new", "Opening:", "\"The rivers\"");
        result.ExitCode.Should().Be(0);
        result.Lines.Should().OnlyContain(line => line.StartsWith("content/speeches/opening-the-rivers.md:") && line.Contains("todo-left")).And.HaveCount(5);
        (await _folder.RunAsync("new", "Opening the rivers")).ExitCode.Should().Be(1, "there is one of that name");

        var text = _folder.Text("speeches/opening-the-rivers.md");
        text.Should().Contain("title: \"Opening: \\\"The rivers\\\"\"\n");
        _folder.With("speeches/opening-the-rivers.md", text.Replace("date: TODO", "date: 2024-05-02").Replace("TODO", "A river."));
        (await _folder.Published().RunAsync("check")).Should().Be(new CommandResult(0, "", $"{_folder.Content}: 1 speech with 1 passage, nothing is wrong.\n"));
    }
}
