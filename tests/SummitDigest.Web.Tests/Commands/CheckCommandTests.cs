using System.Text.Json;

namespace SummitDigest.Web.Tests.Commands;

public sealed class CheckCommandTests : IDisposable
{
    private readonly CommandFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Content_without_a_fault_is_fine()
    {
        var result = await _folder.WithSpeech("good", "The river runs. ^p1").Published().RunAsync("check");
        result.Should().Be(new CommandResult(0, "", $"{_folder.Content}: 1 speech with 1 passage, nothing is wrong.\n"));
    }

    [Fact]
    public async Task The_folder_is_named_as_one_would_type_it()
    {
        _folder.WithSpeech("good", "The river runs. ^p1").Published();
        using var program = RunningProgram.StartAt(_folder.At(".."), RunningProgram.Program, new Dictionary<string, string>(), "check", "--Content:Folder=./content/");
        (await program.StandardError.ReadToEndAsync()).Should().Be("content: 1 speech with 1 passage, nothing is wrong.\n");
    }

    [Fact]
    public async Task Every_problem_of_every_file_is_a_line_of_its_own()
    {
        var result = await _folder
            .WithSpeech("a", "One. ^p1", "date: soon\nthemes: { p1: rivrs }")
            .WithSpeech("b", "[Two](javascript:alert) ^p1")
            .With("speeches/c.md", [0x89, 0x50, 0, 1])
            .Published()
            .RunAsync("check");
        result.ExitCode.Should().Be(1);
        result.Lines.Should().Equal(
            """content/speeches/a.md:7:7 date-invalid "soon" is not a date. Write year, month and day, such as 2024-05-02.""",
            """content/speeches/a.md:8:15 theme-unknown No theme is called "rivrs". Did you mean "rivers"?""",
            """content/speeches/b.md:9:1 link-unsafe The link to "javascript:alert" was taken out. Link to an address that starts with https://, http://, mailto: or, within this site, / or #.""",
            """content/speeches/c.md:1:3 file-not-text The file is not a text file. Save it as plain text in UTF-8.""");
        result.Error.Should().Be($"{_folder.Content}: 1 speech with 1 passage, 3 errors, 1 warning.\n");
    }

    [Fact]
    public async Task Hints_alone_are_fine()
    {
        var result = await _folder.WithSpeech("long", string.Concat(Enumerable.Repeat("word ", 500)) + "^p1").Published().RunAsync("check");
        result.ExitCode.Should().Be(0);
        result.Lines.Should().ContainSingle().Which.Should().Contain("passage-long");
        result.Error.Should().EndWith(", 1 hint.\n");
    }

    [Fact]
    public async Task A_program_gets_json()
    {
        var result = await _folder.WithSpeech("a", "One \u201Cé\u201D. ^p1", "date: \"so\\non\"").RunAsync("check", "--format", "json");
        result.ExitCode.Should().Be(1);
        using var json = JsonDocument.Parse(result.Output);
        var problem = json.RootElement.GetProperty("problems").EnumerateArray().Should().ContainSingle().Subject;
        problem.EnumerateObject().Select(property => (property.Name, property.Value.ToString())).Should().Equal(
            ("severity", "error"), ("code", "date-invalid"), ("file", "content/speeches/a.md"), ("line", "7"), ("column", "7"),
            ("message", "\"so\uFFFDon\" is not a date."), ("fix", "Write year, month and day, such as 2024-05-02."));
    }

    [Fact]
    public async Task A_pull_request_gets_remarks()
    {
        var result = await _folder.WithSpeech("a", "One. ^p1", "date: 100%").RunAsync("check", "--format=github", "--quiet");
        result.Output.Should().Be("::error file=content/speeches/a.md,line=7,col=7,title=date-invalid::\"100%25\" is not a date. Write year, month and day, such as 2024-05-02.\n");
        result.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task Fixing_leaves_nothing_to_fix()
    {
        _folder.WithSpeech("a", "The river runs.").With("permalinks.txt", "speech b The speech b\nsection gone\npassage p1\n").WithSpeech("b", "The river runs. ^p1");
        (await _folder.RunAsync("check")).Output.Should().Contain("permalink-unlisted").And.Contain("permalink-lost");
        var result = await _folder.RunAsync("check", "--fix");
        result.ExitCode.Should().Be(1, "what was lost cannot be mended without asking");
        result.Lines.Should().ContainSingle().Which.Should().Contain("permalink-lost The section \"gone\"");
        result.Error.Should().StartWith("content/speeches/a.md: wrote the missing ids.\ncontent/permalinks.txt: added the new addresses.\n");
        _folder.Text("speeches/a.md").Should().EndWith("The river runs. ^p1\n");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("# A comment.\n")]
    public async Task Without_a_list_of_addresses_all_is_not_well(string? ledger)
    {
        _folder.WithSpeech("a", "The river runs. ^p1");
        if (ledger is not null)
            _folder.With("permalinks.txt", ledger);
        var result = await _folder.RunAsync("check");
        result.ExitCode.Should().Be(1);
        result.Lines.Should().Equal("content/permalinks.txt:1:1 permalinks-missing The list of published addresses is not here or has no speech in it, so nothing would be said if links broke. "
            + "If nothing was published yet, run check --fix before you publish; else put the file back as it was: only it knows what was published and withdrawn.");
        result = await _folder.RunAsync("check", "--fix");
        (result.ExitCode, result.Output).Should().Be((0, ""));
        result.Error.Should().StartWith("content/permalinks.txt: began the list of addresses; if there was one before, put that back in its place.\n");
    }

    [Fact]
    public async Task What_cannot_be_written_is_said_in_a_sentence()
    {
        _folder.WithSpeech("a", "The river runs.");
        Directory.CreateDirectory(_folder.At("permalinks.txt"));
        var result = await _folder.RunAsync("check", "--fix");
        result.ExitCode.Should().Be(1);
        result.Lines.Should().Contain(line => line.Contains("file-unwritable"));
    }

    [Fact]
    public async Task Bad_files_are_sentences_and_take_no_other_down()
    {
        _folder.WithSpeech("good", "The river runs. ^p1")
            .With("speeches/large.md", new byte[50_000_000])
            .With("speeches/2023/twice.md", "---\n---\n").With("speeches/2024/twice.md", "---\n---\n")
            .With("speeches/half.md", "---\ntitle: Half of a sa");
        File.CreateSymbolicLink(_folder.At("speeches/outside.md"), "/etc/hostname");
        var result = await _folder.Published().RunAsync("check");
        result.ExitCode.Should().Be(1);
        result.Lines.Select(line => string.Join(' ', line.Split(' ')[..2])).Distinct().Should().Equal(
            "content/speeches/2023/twice.md:2:1 field-missing",
            "content/speeches/2023/twice.md:2:1 source-missing",
            "content/speeches/2024/twice.md:1:1 slug-taken",
            "content/speeches/2024/twice.md:2:1 field-missing",
            "content/speeches/2024/twice.md:2:1 source-missing",
            "content/speeches/half.md:1:1 front-matter-missing",
            "content/speeches/large.md:1:1 file-too-large",
            "content/speeches/outside.md:1:1 link-outside");
        result.Error.Should().StartWith($"{_folder.Content}: 1 speech with 1 passage, ");
    }

    [Theory]
    [InlineData("check --formt json", "'--formt'")]
    [InlineData("check --format xml", "'xml'")]
    [InlineData("check everything", "'everything'")]
    [InlineData("check --Content:Limits:FileBytes=abc", "Content:Limits:FileBytes")]
    [InlineData("chek", "There is no command \"chek\". The commands are: serve, check")]
    [InlineData("check --Content:Fodler=abc", "There is no option Content:Fodler.")]
    [InlineData("check --Contnet:Folder=abc", "There is no option \"--Contnet:Folder\". Those with a colon begin with one of: --Content:, --Site:")]
    [InlineData("serve --ulrs=x", "There is no option \"--ulrs\".")]
    [InlineData("serve --Contnet:Folder=abc", "There is no option \"--Contnet:Folder\".")]
    public async Task Wrong_usage_is_a_sentence(string words, string sentence)
    {
        var result = await _folder.RunAsync(words.Split(' '));
        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain(sentence);
        result.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task Long_work_is_told_in_lines_where_no_one_watches_and_not_at_all_when_quiet()
    {
        for (var i = 0; i < 200; i++)
            _folder.WithSpeech($"s{i}", "One. ^p1");
        (await _folder.Published().RunAsync("check")).Error.Should().Be($"Reading: 100 of 200\nReading: 200 of 200\n{_folder.Content}: 200 speeches with 200 passages, nothing is wrong.\n");
        (await _folder.RunAsync("check", "-q")).Error.Should().BeEmpty();
        (await _folder.RunAsync("check", "-v")).Error.Should().Contain("Reading: content/speeches/s7.md\n");
    }

    [Fact]
    public async Task Every_command_has_a_help_text()
    {
        (await _folder.RunAsync("help")).Output.Should().Contain("check").And.Contain("Exit codes: 0");
        (await _folder.RunAsync("help", "check")).Output.Should().Contain("--fix").And.Contain("--Content:Folder");
        (await _folder.RunAsync("--Content:Folder=elsewhere", "--help")).Output.Should().Contain("Exit codes: 0");
    }
}
