using System.Globalization;
using System.Text;
using SummitDigest.Web.Exporting;

namespace SummitDigest.Web.Tests.Exporting;

/// <summary>An export in the making.</summary>
public sealed class ExportFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("summit-digest-").FullName;

    private string Out => Path.Combine(_root, "out");

    // Names of the files and folders that are there.
    private IEnumerable<string?> There => Directory.EnumerateFileSystemEntries(_root).Select(Path.GetFileName);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Many_write_into_a_new_folder_at_once()
    {
        const int Writers = 8, Folders = 300;
        using var folder = new ExportFolder(Out, compresses: false);
        using var together = new Barrier(Writers);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Factory.StartNew(() =>
        {
            try
            {
                for (var number = 0; number < Folders; number++)
                {
                    together.SignalAndWait();
                    folder.Write($"{number}/{writer}", "text"u8);
                }
            }
            finally
            {
                together.RemoveParticipant();
            }
        }, TaskCreationOptions.LongRunning)));
        folder.Finish();
        Directory.EnumerateFiles(Out, "*", SearchOption.AllDirectories).Should().HaveCount(Writers * Folders);
    }

    [Fact]
    public void One_that_is_not_finished_leaves_what_was_there_and_the_next_one_begins_anew()
    {
        Export("old");
        using (var folder = new ExportFolder(Out, compresses: false))
        {
            folder.Write("page", "new"u8);
            folder.Write("other", "new"u8);
        }
        Text().Should().Be("old");
        Export("newer");
        Text().Should().Be("newer");
        File.Exists(Path.Combine(Out, "other")).Should().BeFalse();
        There.Should().Equal("out");
    }

    [Fact]
    public void One_that_is_given_up_leaves_nothing_of_itself()
    {
        using (var folder = new ExportFolder(Out, compresses: false))
        {
            folder.Write("page", "new"u8);
            folder.Abandon();
        }
        There.Should().BeEmpty();
    }

    [Fact]
    public void What_is_missing_between_the_two_steps_of_a_swap_is_put_back_by_the_next_one()
    {
        Export("old");
        Directory.Move(Out, $"{Out}.export-before");
        using var folder = new ExportFolder(Out, compresses: false);
        Text().Should().Be("old");
        There.Should().NotContain("out.export-before");
    }

    [Fact]
    public void What_cannot_be_put_in_its_place_leaves_what_was_there()
    {
        Export("old");
        // What is not there cannot be swapped in one step anywhere, and of two steps the second fails.
        var swap = () => FileSystemCalls.Swap(Path.Combine(_root, "missing"), Out, Path.Combine(_root, "before"));
        swap.Should().Throw<IOException>();
        Text().Should().Be("old");
        There.Should().Equal("out");
    }

    [Theory]
    [InlineData("CNAME")]
    [InlineData(".git")]
    public void What_somebody_put_into_the_old_one_is_not_deleted(string name)
    {
        Export("old");
        File.WriteAllText(Path.Combine(Out, name), "mine");
        File.WriteAllText(Path.Combine(Out, ".DS_Store"), "the system's");
        var begin = () => Export("new");
        begin.Should().Throw<IOException>().WithMessage($"*has {name}, which*");
        Text().Should().Be("old");
        There.Should().Equal("out");

        File.Delete(Path.Combine(Out, name));
        Export("new");
        Text().Should().Be("new");
    }

    [Fact]
    public void One_that_is_refused_leaves_nothing_of_itself()
    {
        Directory.CreateDirectory(Path.Combine(Out, "diary"));
        var begin = () => new ExportFolder(Out, compresses: false);
        begin.Should().Throw<IOException>().WithMessage("*is no export*");
        There.Should().Equal("out");
    }

    [SkippableTheory]
    [InlineData("elsewhere")]
    [InlineData("elsewhere/")]
    [InlineData("../{0}/elsewhere")]
    public void A_link_in_its_place_stays_one_and_leads_to_the_export(string to)
    {
        Skip.If(OperatingSystem.IsWindows(), "Not everybody may make links there.");
        var target = string.Format(CultureInfo.InvariantCulture, to, Path.GetFileName(_root));
        Directory.CreateSymbolicLink(Out, target);
        Export("old");
        Export("new");
        new FileInfo(Out).LinkTarget.Should().Be(target);
        Text().Should().Be("new");
        There.Should().BeEquivalentTo("out", "elsewhere");
    }

    [SkippableFact]
    public void A_link_to_everything_is_refused()
    {
        Skip.If(OperatingSystem.IsWindows(), "Not everybody may make links there.");
        Directory.CreateSymbolicLink(Out, "/");
        var begin = () => new ExportFolder(Out, compresses: false);
        begin.Should().Throw<IOException>().WithMessage($"{Out} leads to /, *");
        There.Should().Equal("out");
    }

    [SkippableTheory]
    [InlineData("link")]
    [InlineData("page/link")]
    public void What_a_link_in_the_old_one_leads_to_stays(string name)
    {
        Skip.If(OperatingSystem.IsWindows(), "Not everybody may make links there.");
        var mine = Directory.CreateDirectory(Path.Combine(_root, "elsewhere", "mine", "deeper")).FullName;
        using (var folder = new ExportFolder(Out, compresses: false))
        {
            folder.Write("page/text", "old"u8);
            Directory.CreateSymbolicLink(Path.Combine($"{Out}.export-next", name), Path.Combine(_root, "elsewhere"));
            folder.Write(ExportManifest.FileName, new ExportManifest("site", new Dictionary<string, string>(), folder.Names).ToBytes());
            folder.Finish();
        }
        Export("new");
        Directory.Exists(mine).Should().BeTrue();
        There.Should().BeEquivalentTo("out", "elsewhere");
    }

    [SkippableFact]
    public async Task On_Linux_there_is_an_export_at_every_moment()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Elsewhere an export is put in place in two steps.");
        Export("0");
        using var end = new CancellationTokenSource();
        var reader = Task.Factory.StartNew(() =>
        {
            var read = 0;
            for (; !end.IsCancellationRequested; read++)
                Text().Should().MatchRegex("^[0-9]+$");
            return read;
        }, TaskCreationOptions.LongRunning);
        for (var number = 1; number <= 300 && !reader.IsCompleted; number++)
            Export($"{number}");
        await end.CancelAsync();
        (await reader).Should().BePositive();
        Text().Should().Be("300");
    }

    private void Export(string text)
    {
        using var folder = new ExportFolder(Out, compresses: false);
        folder.Write("page", Encoding.UTF8.GetBytes(text));
        // By it the next one knows that it may replace this one.
        folder.Write(ExportManifest.FileName, new ExportManifest("site", new Dictionary<string, string>(), folder.Names).ToBytes());
        folder.Finish();
    }

    private string Text() => File.ReadAllText(Path.Combine(Out, "page"));
}
