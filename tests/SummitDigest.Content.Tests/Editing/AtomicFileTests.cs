using System.Runtime.Versioning;
using SummitDigest.Content.Editing;

namespace SummitDigest.Content.Tests.Editing;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("summit-digest-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SkippableFact]
    [UnsupportedOSPlatform("windows")]
    public void A_file_keeps_its_permissions()
    {
        Skip.If(OperatingSystem.IsWindows(), "Permissions are set in another way there.");
        var path = Path.Combine(_folder, "file");
        File.WriteAllText(path, "old");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        AtomicFile.Write(path, "new"u8);
        File.ReadAllText(path).Should().Be("new");
        File.GetUnixFileMode(path).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
    }

    [Fact]
    public void A_new_file_takes_no_other_ones_place()
    {
        var path = Path.Combine(_folder, "file");
        AtomicFile.Write(path, "mine"u8, isNew: true);
        FluentActions.Invoking(() => AtomicFile.Write(path, "yours"u8, isNew: true)).Should().Throw<IOException>();
        File.ReadAllText(path).Should().Be("mine");
        Directory.GetFileSystemEntries(_folder).Should().ContainSingle();
    }

    [Fact]
    public async Task Whoever_reads_finds_all_of_the_old_or_all_of_the_new()
    {
        var path = Path.Combine(_folder, "file");
        var texts = new[] { new string('a', 100_000), new string('b', 50_000) };
        AtomicFile.Write(path, System.Text.Encoding.ASCII.GetBytes(texts[0]));
        var (read, isWritten) = (0, false);
        var reader = Task.Run(() =>
        {
            for (; !Volatile.Read(ref isWritten); Interlocked.Increment(ref read))
                texts.Should().Contain(File.ReadAllText(path));
        });
        // Until somebody has read: on a busy machine that may be late.
        for (var i = 0; !reader.IsCompleted && (i < 50 || Volatile.Read(ref read) < 2); i++)
            AtomicFile.Write(path, System.Text.Encoding.ASCII.GetBytes(texts[i % 2]));
        Volatile.Write(ref isWritten, true);
        await reader;
    }
}
