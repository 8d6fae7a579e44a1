using System.Diagnostics;

namespace SummitDigest.Web.Tests.Commands;

public sealed class GoldTests : IDisposable
{
    private readonly CommandFolder _folder = new CommandFolder()
        .WithSpeech("speech", "The bridge is old. ^p1\n\nThe river runs. ^p2")
        .With("../gold/report.txt", "A river.\n\nGrass and meadows.\n\nA bridge.\n")
        .With("../gold/labels.json", """{ "report.txt": { "blocks": [{ "i": 0, "primary": "rivers" }, { "i": 1, "primary": "meadows" }, { "i": 2, "primary": "rivers" }] } }""");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_lexicon_is_measured_against_labels()
    {
        var result = await _folder.RunAsync("check", "--gold", _folder.At("../gold/labels.json"));
        result.ExitCode.Should().Be(0);
        result.Lines.Should().Equal(
            "theme\tblocks\tprecision\trecall\tF1",
            "rivers\t2\t1.00\t0.50\t0.67",
            "meadows\t1\t1.00\t1.00\t1.00",
            "none\t0\t0.00\t0.00\t0.00",
            "macro-F1 0.833, 67 % of 3 blocks right, 67 % with second themes",
            "  report.txt block 2: rivers, got none: A bridge.",
            "No earlier themes.yml to compare with; --previous names one.");
    }

    [Fact]
    public async Task A_change_of_the_lexicon_says_what_it_moves()
    {
        File.Copy(_folder.At("themes.yml"), _folder.At("../before.yml"));
        _folder.With("themes.yml", _folder.Text("themes.yml").Replace("river*", "river*, bridge*"));
        var result = await _folder.RunAsync("check", "--gold", _folder.At("../gold/labels.json"), "--previous", _folder.At("../before.yml"));
        result.ExitCode.Should().Be(0);
        result.Lines.Should().Contain("rivers\t2\t1.00\t1.00\t1.00\t0.67").And.Contain("macro-F1 1.000 (before 0.833), 100 % of 3 blocks right, 100 % with second themes");
        result.Output.Should().EndWith("""
            This change moves 1 passage and 1 labelled block.
              speech/p1: none → rivers: The bridge is old.
              report.txt block 2: none → rivers, as readers have it: A bridge.

            """);
    }

    [SkippableFact]
    public async Task The_one_before_may_come_through_a_pipe_that_is_not_too_long()
    {
        Skip.If(OperatingSystem.IsWindows(), "No pipe has a path there.");
        (await ComparedAsync("themes.yml")).Output.Should().Contain("This change moves 0 passages");
        _folder.With("long.yml", new string('#', 2_000_000));
        (await ComparedAsync("long.yml")).Error.Should().Contain("file-too-large");

        async Task<CommandResult> ComparedAsync(string file)
        {
            var pipe = _folder.At($"../{file}.pipe");
            using var making = Process.Start("mkfifo", [pipe]);
            await making.WaitForExitAsync();
            using var writing = Process.Start("cp", [_folder.At(file), pipe]);
            return await _folder.RunAsync("check", "--gold", _folder.At("../gold/labels.json"), "--previous", pipe);
        }
    }

    [SkippableFact]
    public async Task What_was_committed_last_is_what_a_change_is_compared_with()
    {
        Git("init", "-q");
        Git("add", ".");
        Git("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgSign=false", "commit", "-qm", "x");
        _folder.With("themes.yml", _folder.Text("themes.yml").Replace("river*", "river*, bridge*"));
        (await _folder.RunAsync("check", "--gold", _folder.At("../gold/labels.json"))).Output.Should().Contain("This change moves 1 passage and 1 labelled block.");
    }

    [Theory]
    [InlineData("none.json", "There is no such file.")]
    [InlineData("report.txt", "report.txt:1:")]
    public async Task Labels_that_cannot_be_read_are_a_sentence(string name, string sentence)
    {
        var result = await _folder.RunAsync("check", "--gold", _folder.At($"../gold/{name}"));
        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain(sentence).And.NotContain("   at ");
    }

    [Fact]
    public async Task One_thing_is_done_at_a_time() => (await _folder.RunAsync("check", "--fix", "--explain")).ExitCode.Should().Be(2);

    private void Git(params string[] args)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["-C", _folder.Content, .. args]) { UseShellExecute = false })!;
            git.WaitForExit();
            git.ExitCode.Should().Be(0, "git {0}", string.Join(' ', args));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Skip.If(true, "There is no git.");
        }
    }
}
