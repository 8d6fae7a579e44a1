using System.Text;
using SummitDigest.Content.Permalinks;

namespace SummitDigest.Content.Tests.Editing;

public sealed class ContentFixerTests : IDisposable
{
    private readonly ContentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Missing_ids_are_written_and_the_ledger_made()
    {
        _folder.With("speech", ContentFolder.FrontMatter + "One.\n\n## Water\n\nTwo. ^mine\n\n- three\n- four\n");
        _folder.Fix().Written.Should().Equal("content/speeches/speech.md: wrote the missing ids.", "content/permalinks.txt: began the list of addresses; if there was one before, put that back in its place.");
        Text("speech").Should().Be(ContentFolder.FrontMatter + "One. ^p1\n\n## Water {#water}\n\nTwo. ^mine\n\n- three\n- four ^p3\n");
        _folder.Ledger.Should().Be("# Every address that was ever published. Lines are added, never taken out: links and citations rest on them.\n\n"
            + "theme meadows\ntheme rivers\n\nspeech speech Opening of the river conference\nsection overview p1\npassage p1\nsection water mine\npassage mine\npassage p3\n");
        _folder.Fix().Written.Should().BeEmpty("there is nothing left to fix");
        _folder.Read().Problems.Should().BeEmpty();
    }

    [Theory]
    [InlineData("\r\n", true, "")]
    [InlineData("\r\n", false, "\r\n\r\n")]
    [InlineData("\n", true, "\n")]
    [InlineData("\r", false, "\r")]
    public void Nothing_else_in_a_file_changes(string lineEnd, bool hasMark, string end)
    {
        var text = $"---{lineEnd}date:   2024-05-02 # a comment{lineEnd}speaker: \"Ama  Mensah\"{lineEnd}event: R{lineEnd}title: 'T: t'{lineEnd}source: {{publisher: V}}{lineEnd}---{lineEnd}  One  {lineEnd}goes on\t.{lineEnd}{lineEnd}Two 水. ^p9{lineEnd}{lineEnd}Three{end}";
        _folder.With("speech", [.. hasMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)]);
        _folder.Fix().Written.Should().HaveCount(2);
        var fixedText = text.Replace("goes on\t.", "goes on\t. ^p1").Replace("Three", "Three ^p3");
        File.ReadAllBytes(Path("speech")).Should().Equal([.. hasMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(fixedText)]);
    }

    [Theory]
    [InlineData("##\tTab", "##\tTab {#tab}")]
    [InlineData("## \tTab", "## \tTab {#tab}")]
    [InlineData("##\tTab ##\t", "##\tTab {#tab} ##\t")]
    [InlineData(" \t##\tText", " \t##\tText ^p2")]
    [InlineData("-\tItem", "-\tItem ^p2")]
    [InlineData("1.\tItem\n\n2.\tItem", "1.\tItem ^p2\n\n2.\tItem ^p3")]
    [InlineData(">\tQuoted", ">\tQuoted ^p2")]
    [InlineData(">\t##\tQ", ">\t##\tQ ^p2")]
    [InlineData("-\tOne\n\t-\tTwo", "-\tOne\n\t-\tTwo ^p2")]
    [InlineData("Text\tmore\t", "Text\tmore ^p2\t")]
    public void Ids_are_written_behind_what_has_tabs(string written, string fixedText)
    {
        _folder.With("speech", ContentFolder.FrontMatter + "One.\n\n" + written);
        _folder.Fix();
        Text("speech").Should().Be(ContentFolder.FrontMatter + "One. ^p1\n\n" + fixedText);
    }

    [Fact]
    public void The_ledger_takes_in_what_is_new_where_it_belongs_and_keeps_all_else()
    {
        _folder.With("now", ContentFolder.FrontMatter + "New. ^p0\n\nGood day. ^p1\n\nWater. ^p2a\n\nThe water. ^p3\n\nThe meadow. ^p5\n")
            .With("also", ContentFolder.FrontMatter + "One. ^p1");
        const string before = "# Mine.\r\n  speech now Old title\r\nsection overview p1\r\npassage p1\r\n\r\n# A remark\r\nsection rivers p2\r\nwithdrawn passage p2\r\nrubbish\r\npassage p3\r\nwithdrawn passage p4\r\nwithdrawn speech lost Lost\r\npassage p1";
        _folder.Ledger = before;
        _folder.Fix();
        _folder.Ledger.Should().Be(before
            .Replace("section overview p1\r\n", "section overview p1\r\npassage p0\r\n")
            .Replace("section rivers p2\r\n", "section rivers p2\r\npassage p2a\r\n")
            .Replace("passage p3\r\n", "passage p3\r\nsection meadows p5\r\npassage p5\r\n")
            + "\r\n\r\ntheme meadows\r\ntheme rivers\r\n\r\nspeech also Opening of the river conference\r\nsection overview p1\r\npassage p1\r\n");
        _folder.Fix().Written.Should().BeEmpty();
    }

    [Fact]
    public void A_faulty_speech_is_left_as_it_is_and_keeps_its_lines()
    {
        _folder.With("good", ContentFolder.FrontMatter + "One.").With("faulty", ContentFolder.FrontMatter.Replace("2024-05-02", "soon") + "One.");
        _folder.Ledger = "speech faulty Faulty\npassage p1\n";
        _folder.Fix();
        Text("faulty").Should().EndWith("One.");
        _folder.Ledger.Should().StartWith("speech faulty Faulty\npassage p1\n\ntheme meadows\ntheme rivers\n\nspeech good ");
    }

    [Fact]
    public void A_speech_that_lost_a_published_id_gets_no_new_ones_until_that_is_put_right()
    {
        _folder.With("speech", ContentFolder.FrontMatter + "One. ^p1\n\nTwo. ^p2").Fix();
        var ledger = _folder.Ledger;
        _folder.With("speech", ContentFolder.FrontMatter + "One. ^p1\n\nTwo.\n\nNew.");
        var fixes = _folder.Fix();
        fixes.Written.Should().BeEmpty();
        fixes.Problems.Should().ContainSingle().Which.Code.Should().Be("fix-refused");
        (Text("speech"), _folder.Ledger).Should().Be((ContentFolder.FrontMatter + "One. ^p1\n\nTwo.\n\nNew.", ledger));
        _folder.Read().Problems.Select(problem => problem.Fix).Should().HaveCount(3)
            .And.Contain("If it is the passage that had the id p2, write ^p2 at its end; if it is new, ^p3.").And.NotContain(fix => fix.Contains("check --fix"));

        _folder.With("speech", ContentFolder.FrontMatter + "One. ^p1\n\nTwo. ^p2\n\nNew.").Fix().Problems.Should().BeEmpty();
        Text("speech").Should().EndWith("New. ^p3");
    }

    [Fact]
    public void A_speech_that_may_be_one_that_is_missing_gets_no_ids_until_that_is_put_right()
    {
        _folder.With("old-name", ContentFolder.FrontMatter + "One. ^p1\n\nTwo. ^p2").Fix();
        _folder.Ledger = _folder.Ledger.Replace("passage p2", "withdrawn passage p2");
        var ledger = _folder.Ledger;
        File.Delete(Path("old-name"));
        _folder.With("new-name", ContentFolder.FrontMatter + "One. ^p1\n\nNew.");
        var fixes = _folder.Fix();
        fixes.Written.Should().BeEmpty();
        fixes.Problems.Should().ContainSingle().Which.ToString().Should().Be(
            "content/speeches/new-name.md:1:1 fix-refused No ids were written into this file, because a speech that was published is missing, and this may be it. Put right what permalink-lost says, and call check --fix again.");
        (Text("new-name"), _folder.Ledger).Should().Be((ContentFolder.FrontMatter + "One. ^p1\n\nNew.", ledger));

        _folder.With("new-name", ContentFolder.FrontMatter.Replace("source:", "aliases: [old-name]\nsource:") + "One. ^p1\n\nNew.").Fix().Problems.Should().BeEmpty();
        Text("new-name").Should().EndWith("New. ^p3");
        _folder.Read().Find("old-name", "p2").Should().BeOfType<Permalink.Gone>();
    }

    [Theory]
    [InlineData("colour: purple")]
    [InlineData(null)]
    public void Nothing_is_written_while_the_themes_have_a_mistake(string? colour)
    {
        _folder.With("old", ContentFolder.FrontMatter + "The river. ^p1").Fix();
        var ledger = _folder.Ledger;
        _folder.With("speech", ContentFolder.FrontMatter + "The river.");
        var themes = System.IO.Path.Combine(_folder.Path, "themes.yml");
        if (colour is null)
            File.Delete(themes);
        else
            File.WriteAllText(themes, ContentFolder.Themes.Replace("colour: green", colour));
        var fixes = _folder.Fix();
        fixes.Written.Should().BeEmpty();
        fixes.Problems.Should().ContainSingle().Which.ToString().Should().Be(
            "content/themes.yml:1:1 fix-refused Nothing was written, because this file has a mistake or is missing: sections get their addresses from its themes. Put right what check says of it, and call check --fix again.");
        (Text("speech"), _folder.Ledger).Should().Be((ContentFolder.FrontMatter + "The river.", ledger));
        _folder.Read().Problems.Should().OnlyContain(problem => problem.File == "content/themes.yml");
    }

    [Fact]
    public void Of_two_files_with_one_name_only_the_one_that_is_served_is_fixed()
    {
        _folder.WithFolder("a").WithFolder("b").With("a/x", ContentFolder.FrontMatter + "One.").With("b/x", ContentFolder.FrontMatter + "Two.").Fix();
        (Text("a/x"), Text("b/x")).Should().Be((ContentFolder.FrontMatter + "One. ^p1", ContentFolder.FrontMatter + "Two."));
    }

    [Fact]
    public void A_link_within_the_folder_is_written_through()
    {
        _folder.WithFolder(".store").With(".store/there", ContentFolder.FrontMatter + "One.");
        File.CreateSymbolicLink(Path("there"), ".store/there.md");
        _folder.Fix();
        Text(".store/there").Should().EndWith("One. ^p1");
        new FileInfo(Path("there")).LinkTarget.Should().Be(".store/there.md");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Without_the_ledger_no_id_is_given(bool isLink)
    {
        _folder.With("speech", ContentFolder.FrontMatter + "One.");
        var outside = System.IO.Path.GetTempFileName();
        var ledger = System.IO.Path.Combine(_folder.Path, "permalinks.txt");
        if (isLink)
            File.CreateSymbolicLink(ledger, outside);
        else
            File.WriteAllBytes(ledger, [.. "speech speech X\nwithdrawn passage p1\n# "u8, 0xE9]);
        _folder.Fix().Problems.Should().ContainSingle().Which.ToString().Should().StartWith("content/permalinks.txt:1:1 fix-refused");
        (Text("speech"), File.ReadAllText(outside)).Should().Be((ContentFolder.FrontMatter + "One.", ""));
        File.Delete(outside);
    }

    [Fact]
    public async Task Two_at_once_write_no_address_twice()
    {
        for (var i = 0; i < 50; i++)
            _folder.With($"s{i}", ContentFolder.FrontMatter + "One.");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(_folder.Fix)));
        _folder.Fix();
        _folder.Read().Problems.Should().BeEmpty();
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_as_it_was_and_said_to_be()
    {
        // A folder stands in the file's place, which no one may write over, not even root.
        _folder.With("speech", ContentFolder.FrontMatter + "One.");
        var path = System.IO.Path.Combine(_folder.Path, "permalinks.txt");
        Directory.CreateDirectory(path);
        var fixes = _folder.Fix();
        Directory.Exists(path).Should().BeTrue();
        fixes.Problems.Should().ContainSingle().Which.ToString().Should().StartWith("content/permalinks.txt:1:1 file-unwritable The file could not be written, and is as it was.");
        Text("speech").Should().EndWith("One. ^p1");
        Directory.GetFiles(_folder.Path).Should().OnlyContain(file => file.EndsWith("themes.yml", StringComparison.Ordinal), "nothing half-written stays");
    }

    private string Path(string slug) => System.IO.Path.Combine(_folder.Path, "speeches", slug + ".md");

    private string Text(string slug) => File.ReadAllText(Path(slug));
}
