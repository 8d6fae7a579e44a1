using System.Diagnostics;
using SummitDigest.Web.Tests.Commands;
using static SummitDigest.Web.Tests.Exporting.ExportedFiles;

namespace SummitDigest.Web.Tests.Exporting;

/// <summary>Exports that do not come to their end: what was there before still is.</summary>
public sealed class InterruptedExportTests : IDisposable
{
    private readonly CommandFolder _folder = new();

    public InterruptedExportTests() => _folder
        .WithSpeech("first", "The river runs. ^p1")
        .WithSpeech("second", "The meadow is green. ^p1\n\nGood day. ^p2");

    private string Out => _folder.At("../out");

    private string Next => $"{Out}.export-next";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_at_any_moment_it_leaves_the_old_export_or_the_new_one_whole()
    {
        await ExportAsync(Out);
        var before = Bytes(Out);
        WithMuchToDo();
        await ExportAsync($"{Out}2");
        var after = Bytes($"{Out}2");
        foreach (var (share, isAtWork) in new[] { (0.1, true), (0.5, true), (0.9, false) })
        {
            if (Directory.Exists(Next))
                Directory.Delete(Next, recursive: true);
            using var program = RunningProgram.Start("export", Out, $"--Content:Folder={_folder.Content}");
            await UntilWrittenAsync(program, (int)(after.Count * share));
            program.Kill(entireProcessTree: true);
            await program.EndAsync();
            var found = Directory.Exists(Out) ? Bytes(Out) : Bytes($"{Out}.export-before");
            if (isAtWork)
            {
                program.ExitCode.Should().NotBe(0, "it should not have come to its end by itself");
                Directory.Exists(Next).Should().BeTrue("it should write beside the old export");
                Same(found, before).Should().BeTrue();
            }
            // Late, where it is by then is another place on every machine and in every run.
            (Same(found, before) || Same(found, after)).Should().BeTrue();
        }
        await ExportAsync(Out);
        Same(Bytes(Out), after).Should().BeTrue();
        Directory.Exists(Next).Should().BeFalse();
    }

    [SkippableFact]
    public async Task Where_the_disk_is_full_it_says_so()
    {
        // The index alone does not fit.
        _folder.WithSpeech("third", string.Join("\n\n", Enumerable.Range(1, 1000).Select(number => $"River number {number} runs to the sea. ^p{number}")));
        var disk = Directory.CreateDirectory(_folder.At("../disk")).FullName;
        var (status, said) = await ExportWithDiskAsync(Path.Combine(disk, "out"), disk);
        status.Should().Be(1, said);
        said.Should().Contain("Nothing was exported: ").And.NotContain("   at ");
    }

    [SkippableFact]
    public async Task Where_the_old_export_cannot_be_deleted_it_says_so_and_has_exported()
    {
        await ExportAsync(Out);
        _folder.WithSpeech("third", "Good evening. ^p1");
        // Where a disk hangs, no folder can be deleted.
        var (status, said) = await ExportWithDiskAsync(Out, Directory.CreateDirectory(Path.Combine(Out, "speeches", "disk")).FullName);
        status.Should().Be(0, said);
        said.Should().Contain("The export before this one could not be deleted").And.NotContain("   at ");
        File.Exists(Path.Combine(Out, "speeches", "third", "index.html")).Should().BeTrue();
    }

    [SkippableFact]
    public async Task Told_to_stop_it_leaves_the_old_export_and_nothing_of_its_own()
    {
        Skip.If(OperatingSystem.IsWindows(), "There is no SIGTERM.");
        await ExportAsync(Out);
        var before = Bytes(Out);
        WithMuchToDo();
        using var program = RunningProgram.Start("export", Out, $"--Content:Folder={_folder.Content}");
        await UntilWrittenAsync(program, before.Count / 10);
        using var kill = Process.Start("kill", ["-TERM", $"{program.Id}"]);
        (await program.EndAsync()).Should().Be(130);
        (await program.StandardError.ReadToEndAsync()).Should().Be("Nothing was exported: the export was told to stop.\n");
        Same(Bytes(Out), before).Should().BeTrue();
        Directory.EnumerateFileSystemEntries(_folder.At("..")).Select(Path.GetFileName).Should().BeEquivalentTo("content", "out");
    }

    // With a small disk of the process's own, which is gone with it.
    private async Task<(int Status, string Said)> ExportWithDiskAsync(string folder, string disk)
    {
        const int NoMount = 99;
        Skip.IfNot(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root can make a small disk.");
        var asked = new[] { Path.Combine(AppContext.BaseDirectory, "SummitDigest.Web.dll"), "export", folder, $"--Content:Folder={_folder.Content}" };
        var script = $"mount -t tmpfs -o size=16k none \"$1\" || exit {NoMount}; shift; exec dotnet \"$@\"";
        var start = new ProcessStartInfo("unshare", ["--mount", "sh", "-c", script, "sh", disk, .. asked]) { RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Skip.If(process.ExitCode == NoMount || said.StartsWith("unshare:", StringComparison.Ordinal), said);
        return (process.ExitCode, said);
    }

    private void WithMuchToDo() => _folder.WithSpeech("third", string.Join("\n\n", Enumerable.Range(1, 100).Select(number => $"River number {number}. ^p{number}")));

    // Half a minute at most, or until it has ended.
    private async Task UntilWrittenAsync(Process program, int files)
    {
        for (var wait = 0; wait < 1500 && !program.HasExited && Written() <= files; wait++)
            await Task.Delay(20);
    }

    private int Written()
    {
        try
        {
            return Directory.Exists(Next) ? Files(Next).Count : 0;
        }
        catch (DirectoryNotFoundException)
        {
            // Put in its place while they were counted.
            return int.MaxValue;
        }
    }

    private async Task ExportAsync(string folder)
    {
        var result = await _folder.RunAsync("export", folder);
        result.ExitCode.Should().Be(0, result.Error);
    }
}
