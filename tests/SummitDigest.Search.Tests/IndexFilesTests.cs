using SummitDigest.Search.Indexing;

namespace SummitDigest.Search.Tests;

public sealed class IndexFilesTests
{
    [Fact]
    public void A_small_library_is_one_file() =>
        new IndexFiles(SearchIndex.Build(A.LibraryOf("One.", "Two."))).Sizes.Keys.Should().Equal("root");

    [Fact]
    public void A_large_one_is_many_small_ones()
    {
        var files = new IndexFiles(SearchIndex.Build(A.MadeUp(1, speeches: 20, passages: 40).Library));
        files.Sizes.Keys.Should().HaveCountGreaterThan(100);
        var detached = files.Detached();
        detached.Sizes.Should().Equal(files.Sizes);
        detached.Sizes.Keys.Should().OnlyContain(name => detached.Read(name)!.SequenceEqual(files.Read(name)!));
        files.Sizes.Keys.Where(name => name != IndexFiles.Root).Select(name => files.Read(name)!.Length).Should().OnlyContain(length => length < 16 * 1024);
    }

    [Fact]
    public void The_same_content_gives_the_same_bytes_whatever_the_order_of_its_files()
    {
        var speeches = Enumerable.Range(1, 9).Select(number => ($"speech-{number}", $"202{number}-01-01", "Ann Lee", $"The river rose {number} times.")).ToArray();
        var (a, b) = (new IndexFiles(SearchIndex.Build(A.Library(speeches))), new IndexFiles(SearchIndex.Build(A.Library([.. speeches.Reverse()]))));
        b.Sizes.Keys.Should().Equal(a.Sizes.Keys);
        foreach (var name in a.Sizes.Keys)
            b.Read(name).Should().Equal(a.Read(name));
    }

    [Fact]
    public void Every_file_begins_with_its_mark_version_and_hash()
    {
        var files = new IndexFiles(SearchIndex.Build(A.LibraryOf("One.")));
        files.Read("root")!.Take(4).Should().Equal((byte)'S', (byte)'D', IndexFiles.Format, 0);
    }

    [Fact]
    public void There_is_no_other_file() =>
        new IndexFiles(SearchIndex.Build(A.LibraryOf("One."))).Read("../themes.yml").Should().BeNull();

    [Fact]
    public void An_empty_library_has_an_index() =>
        new IndexFiles(SearchIndex.Build(A.Library())).Read("root").Should().NotBeNull();
}
