using SummitDigest.Content.Reading;

namespace SummitDigest.Content.Tests.Reading;

/// <summary>A reader that reads the folder again remembers what has not changed.</summary>
public sealed class ReadingAgainTests : IDisposable
{
    private readonly ContentFolder _folder = new ContentFolder().With("same", ContentFolder.FrontMatter + "The river.").With("other", ContentFolder.FrontMatter + "One.");
    private readonly LibraryReader _reader = new(new());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Only_what_has_changed_is_taken_apart_again()
    {
        var before = _reader.Read(_folder.Path);
        _folder.With("other", ContentFolder.FrontMatter + "Two.");
        var after = _reader.Read(_folder.Path, before);
        after.FindSpeech("same").Should().BeSameAs(before.FindSpeech("same"));
        after.FindSpeech("other")!.Passages.Single().Text.Should().Be("Two.");
        _reader.Read(_folder.Path, after).FindSpeech("other").Should().BeSameAs(after.FindSpeech("other"));
    }

    [Fact]
    public void A_change_is_seen_in_a_file_of_the_same_length_and_time()
    {
        var path = Path.Combine(_folder.Path, "speeches", "other.md");
        var before = _reader.Read(_folder.Path);
        var time = File.GetLastWriteTimeUtc(path);
        _folder.With("other", ContentFolder.FrontMatter + "Two.");
        File.SetLastWriteTimeUtc(path, time);
        _reader.Read(_folder.Path, before).FindSpeech("other")!.Passages.Single().Text.Should().Be("Two.");
    }

    [Fact]
    public void Problems_stay_until_they_are_mended()
    {
        _folder.With("other", "broken").With("third", ContentFolder.FrontMatter.Replace("source:", "aliases: [same]\nsource:") + "One.");
        var first = _reader.Read(_folder.Path).Problems;
        first.Select(problem => problem.Code).Should().Equal("front-matter-missing", "alias-taken");
        _reader.Read(_folder.Path).Problems.Should().Equal(first);

        File.Delete(Path.Combine(_folder.Path, "speeches", "same.md"));
        _folder.With("other", ContentFolder.FrontMatter + "One.");
        var library = _reader.Read(_folder.Path);
        library.Problems.Should().BeEmpty();
        library.FindFormer("same").Should().NotBeNull("the alias is free now");
    }

    [Fact]
    public void New_themes_and_newly_published_ids_reach_every_speech()
    {
        _reader.Read(_folder.Path);
        File.WriteAllText(Path.Combine(_folder.Path, "themes.yml"), ContentFolder.Themes.Replace("rivers:", "streams:"));
        _reader.Read(_folder.Path).FindSpeech("same")!.Passages.Single().Theming.Theme!.Value.Should().Be("streams");

        File.WriteAllText(Path.Combine(_folder.Path, "permalinks.txt"), "speech same Title\nsection streams p1\npassage p1\n");
        _reader.Read(_folder.Path).Problems.Should().Contain(problem => problem.Code == "id-missing" && problem.File == "content/speeches/same.md");
    }
}
