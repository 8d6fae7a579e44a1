using System.Runtime.Versioning;
using SummitDigest.Content.Permalinks;
using SummitDigest.Content.Reading;

namespace SummitDigest.Content.Tests.Reading;

public sealed class LibraryReaderTests : IDisposable
{
    private readonly ContentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_missing_folder_is_a_bad_call() =>
        new LibraryReader(new()).Invoking(reader => reader.Read("/no/such/folder")).Should().Throw<DirectoryNotFoundException>();

    [Fact]
    public void An_empty_folder_is_an_empty_library()
    {
        var library = _folder.Read();
        library.Speeches.Should().BeEmpty();
        library.Problems.Should().BeEmpty();
    }

    [Fact]
    public void A_missing_folder_of_speeches_is_named()
    {
        Directory.Delete(Path.Combine(_folder.Path, "speeches"));
        _folder.Read().Problems.Should().ContainSingle().Which.ToString().Should().StartWith("content/speeches:1:1 speeches-missing");
    }

    [Fact]
    public void Speeches_come_newest_first_then_by_slug()
    {
        var later = ContentFolder.FrontMatter.Replace("2024-05-02", "2024-06-01");
        _folder.With("a", ContentFolder.FrontMatter + "One.").With("c", later + "One.").With("b", later + "One.");
        _folder.Read().Speeches.Select(speech => speech.Slug.Value).Should().Equal("b", "c", "a");
    }

    [Fact]
    public void An_alias_finds_the_speech()
    {
        _folder.With("now", ContentFolder.FrontMatter.Replace("source:", "aliases: [then]\nsource:") + "One.");
        var library = _folder.Read();
        library.FindFormer("then").Should().Be(new Permalink.Moved(library.FindSpeech("now")!, Id: null));
        library.FindSpeech("then").Should().BeNull();
    }

    [Fact]
    public void A_new_file_with_the_former_name_of_a_speech_is_to_be_renamed()
    {
        _folder.With("now", ContentFolder.FrontMatter.Replace("source:", "aliases: [then]\nsource:") + "One. ^p1").With("then", ContentFolder.FrontMatter + "Two. ^p1");
        _folder.Read().Problems.Select(problem => problem.ToString()).Should().Equal(
            """content/speeches/now.md:6:11 alias-taken The alias "then" is the name of the file content/speeches/then.md, too. If this speech was published as "then", rename that file; else remove the alias.""");
        _folder.Ledger = "theme meadows\ntheme rivers\nspeech then Opening of the river conference\nsection overview p1\npassage p1\n";
        _folder.Read().Problems.Select(problem => problem.ToString()).Should().Equal(
            """content/speeches/now.md:6:11 alias-taken The alias "then" is the name of the file content/speeches/then.md, too. "then" was published as the speech "Opening of the river conference", to which links lead: rename that file or, if it is that very speech, remove the alias.""");
    }

    [Fact]
    public void An_alias_of_two_speeches_is_to_be_removed_from_one()
    {
        var front = ContentFolder.FrontMatter.Replace("source:", "aliases: [then]\nsource:");
        _folder.With("a", front + "One. ^p1").With("b", front + "Two. ^p1");
        _folder.Read().Problems.Select(problem => problem.ToString()).Should().Equal(
            """content/speeches/b.md:6:11 alias-taken The alias "then" is given twice, first in the file content/speeches/a.md. Remove it where the file never had this name.""");
    }

    [Fact]
    public void Dot_files_are_passed_over_and_other_files_are_named()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "speeches", ".draft.md"), "x");
        File.WriteAllText(Path.Combine(_folder.Path, "speeches", "notes.txt"), "x");
        _folder.Read().Problems.Select(problem => (problem.File, problem.Code)).Should().Equal(("content/speeches/notes.txt", "file-ignored"));
    }

    [Fact]
    public void Speeches_may_lie_in_folders_and_have_the_same_addresses_there()
    {
        _folder.WithFolder("2024").With("2024/rivers", ContentFolder.FrontMatter + "One.").With("plain", ContentFolder.FrontMatter + "One.");
        var library = _folder.Read();
        library.FindSpeech("rivers")!.File.Should().Be("content/speeches/2024/rivers.md");
        library.Speeches.Should().HaveCount(2);
        library.Problems.Should().BeEmpty();
    }

    [Fact]
    public void Of_two_speeches_with_one_name_the_first_is_served_and_the_other_reported()
    {
        _folder.WithFolder("2023").WithFolder("2024").With("2023/rivers", ContentFolder.FrontMatter + "First.").With("2024/rivers", ContentFolder.FrontMatter + "Second.");
        var library = _folder.Read();
        library.Speeches.Should().ContainSingle().Which.Passages.Single().Text.Should().Be("First.");
        _folder.With("rivers", ContentFolder.FrontMatter + "Third.").Read(lastGood: library).Speeches.Should().ContainSingle().Which.File.Should().Be("content/speeches/2023/rivers.md", "a copy does not take its place");
        _folder.Read().Speeches.Should().ContainSingle().Which.File.Should().Be("content/speeches/rivers.md");
        library.Problems.Should().ContainSingle().Which.ToString().Should()
            .Be("content/speeches/2024/rivers.md:1:1 slug-taken The file content/speeches/2023/rivers.md has the same name, and with it the same address. Rename one of the two.");
    }

    [Fact]
    public void Links_out_of_the_folder_are_not_followed_and_those_within_it_are()
    {
        _folder.With("here", ContentFolder.FrontMatter + "One.").WithFolder(".store").With(".store/there", ContentFolder.FrontMatter + "Two.");
        var outside = Directory.CreateTempSubdirectory("summit-digest-");
        try
        {
            File.WriteAllText(Path.Combine(outside.FullName, "secret.md"), ContentFolder.FrontMatter + "Secret.");
            var speeches = Path.Combine(_folder.Path, "speeches");
            File.CreateSymbolicLink(Path.Combine(speeches, "there.md"), ".store/there.md");
            File.CreateSymbolicLink(Path.Combine(speeches, "secret.md"), Path.Combine(outside.FullName, "secret.md"));
            Directory.CreateSymbolicLink(Path.Combine(speeches, ".way-out"), outside.FullName);
            File.CreateSymbolicLink(Path.Combine(speeches, "roundabout.md"), ".way-out/secret.md");
            Directory.CreateSymbolicLink(Path.Combine(speeches, "circle"), speeches);
            File.CreateSymbolicLink(Path.Combine(speeches, "circular.md"), "circular.md");
            File.CreateSymbolicLink(Path.Combine(_folder.Path, "permalinks.txt"), Path.Combine(outside.FullName, "secret.md"));
            var library = _folder.Read();
            library.Speeches.Select(speech => speech.Slug.Value).Should().Equal("here", "there");
            library.Problems.Select(problem => $"{problem.File} {problem.Code}").Should().Equal(
                "content/permalinks.txt link-outside",
                "content/speeches/circle file-ignored",
                "content/speeches/circular.md file-unreadable",
                "content/speeches/roundabout.md link-outside",
                "content/speeches/secret.md link-outside");
        }
        finally
        {
            outside.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_faulty_file_is_taken_as_it_was_when_it_was_good()
    {
        _folder.With("now", ContentFolder.FrontMatter.Replace("source:", "aliases: [then]\nsource:") + "One.").With("other", ContentFolder.FrontMatter + "Old.");
        var good = _folder.Read();
        _folder.With("now", "---\ntitel: x\n---\nTwo.").With("other", ContentFolder.FrontMatter + "New.");
        var library = _folder.Read(lastGood: good);
        library.FindSpeech("now")!.Passages.Single().Text.Should().Be("One.");
        library.FindSpeech("other")!.Passages.Single().Text.Should().Be("New.");
        library.Stale.Should().Equal(ContentId.TryCreate("now")!);
        library.FindFormer("then").Should().BeOfType<Permalink.Moved>();
        library.Problems.Should().Contain(problem => problem.Code == "field-unknown");
        _folder.Read(lastGood: library).FindSpeech("now").Should().NotBeNull("what was kept once is kept on");
        _folder.Read().FindFormer("now").Should().BeOfType<Permalink.Unavailable>("nothing is known of it from before");
        File.Delete(Path.Combine(_folder.Path, "speeches", "now.md"));
        _folder.Read(lastGood: library).FindSpeech("now").Should().BeNull("a file that is gone has no mistake");
    }

    [Fact]
    public void What_is_kept_gives_way_to_what_is_new()
    {
        var front = ContentFolder.FrontMatter;
        _folder.With("kept", front.Replace("source:", "aliases: [name, other]\nthemes: { p1: rivers }\nsource:") + "The meadow.");
        var good = _folder.Read();
        _folder.With("kept", "broken").With("new", front.Replace("source:", "aliases: [name]\nsource:") + "One.").With("other", front + "One.");
        var library = _folder.Read(lastGood: good);
        library.FindSpeech("kept")!.Aliases.Should().BeEmpty();
        library.FindFormer("name").Should().BeOfType<Permalink.Moved>().Which.Speech.Slug.Value.Should().Be("new");

        File.WriteAllText(Path.Combine(_folder.Path, "themes.yml"), ContentFolder.Themes.Replace("rivers:", "streams:"));
        library = _folder.Read(lastGood: good);
        library.FindFormer("kept").Should().BeOfType<Permalink.Unavailable>("it does not fit the themes of now");
    }

    [Theory]
    [InlineData("themes: [")]
    [InlineData("")]
    [InlineData(null)]
    public void Without_usable_themes_those_from_before_stay(string? themes)
    {
        _folder.With("now", ContentFolder.FrontMatter + "The river.");
        var good = _folder.Read();
        var path = Path.Combine(_folder.Path, "themes.yml");
        if (themes is null)
            File.Delete(path);
        else
            File.WriteAllText(path, themes);
        var library = _folder.Read(lastGood: good);
        library.Themes.Should().HaveCount(2);
        library.FindSpeech("now")!.Passages.Single().Theming.Theme!.Value.Should().Be("rivers");
        library.Problems.Should().NotBeEmpty();
    }

    [SkippableFact]
    [UnsupportedOSPlatform("windows")]
    public void What_is_in_a_folder_that_may_not_be_read_is_not_gone()
    {
        Skip.If(OperatingSystem.IsWindows(), "Permissions are set in another way there.");
        Skip.If(Environment.IsPrivilegedProcess, "The administrator may read everything.");
        _folder.WithFolder("2024").With("2024/now", ContentFolder.FrontMatter + "One.").With("other", ContentFolder.FrontMatter + "One.").Fix();
        var good = _folder.Read();
        var closed = Path.Combine(_folder.Path, "speeches", "2024");
        File.SetUnixFileMode(closed, UnixFileMode.None);
        try
        {
            var library = _folder.Read();
            library.FindFormer("now").Should().BeOfType<Permalink.Unavailable>();
            library.Problems.Should().ContainSingle().Which.Code.Should().Be("folder-unreadable");
            library = _folder.Read(lastGood: good);
            library.FindSpeech("now").Should().NotBeNull();
            library.Stale.Should().ContainSingle();
        }
        finally
        {
            File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void A_file_of_the_same_name_takes_the_place_of_one_that_cannot_be_read()
    {
        // A path that is too long for the system cannot be read by anyone, not even by the administrator.
        var deep = string.Join('/', Enumerable.Repeat(new string('a', 200), 12));
        _folder.WithFolder(deep).With($"{deep}/now", ContentFolder.FrontMatter + "One.").With($"{deep}/only", ContentFolder.FrontMatter + "One.");
        var good = _folder.Read();
        _folder.With("now", ContentFolder.FrontMatter + "Two.");
        var far = Path.Combine([Path.GetDirectoryName(_folder.Path)!, .. Enumerable.Repeat(new string('b', 200), 10)]);
        Directory.CreateDirectory(far);
        var moved = Path.Combine(far, "content");
        Directory.Move(_folder.Path, moved);
        try
        {
            var library = new LibraryReader(new()).Read(moved, good);
            library.Problems.Should().Contain(problem => problem.Code == "folder-unreadable");
            library.FindSpeech("now")!.Passages.Single().Text.Should().Be("Two.");
            library.FindSpeech("only").Should().NotBeNull();
            library.Stale.Select(slug => slug.Value).Should().Equal("only");
        }
        finally
        {
            Directory.Move(moved, _folder.Path);
        }
    }

    [Fact]
    public void Every_speech_that_was_read_is_told()
    {
        _folder.With("a", ContentFolder.FrontMatter + "One.").With("b", "broken");
        var told = new List<ReadProgress>();
        new LibraryReader(new()).Read(_folder.Path, progress: new Listener(told));
        told.OrderBy(progress => progress.File).Select(progress => (progress.Total, progress.File)).Should().Equal((2, "content/speeches/a.md"), (2, "content/speeches/b.md"));
        told.Select(progress => progress.Done).Should().BeEquivalentTo([1, 2]);
    }

    private sealed class Listener(List<ReadProgress> told) : IProgress<ReadProgress>
    {
        public void Report(ReadProgress value)
        {
            lock (told)
                told.Add(value);
        }
    }
}
