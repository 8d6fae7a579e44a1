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
    public void Dot_files_are_passed_over_and_other_files_are_named()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "speeches", ".draft.md"), "x");
        File.WriteAllText(Path.Combine(_folder.Path, "speeches", "notes.txt"), "x");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "speeches", "more"));
        _folder.Read().Problems.Select(problem => (problem.File, problem.Code)).Should().Equal(
            ("content/speeches/more", "file-ignored"), ("content/speeches/notes.txt", "file-ignored"));
    }
}
