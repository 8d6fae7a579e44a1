using System.IO.Compression;
using System.Text.RegularExpressions;
using SummitDigest.Browser.Tests.Browsing;
using SummitDigest.Web.Tests.Commands;
using static SummitDigest.Web.Tests.Exporting.ExportedFiles;

namespace SummitDigest.Web.Tests.Exporting;

/// <summary>An upload in the steps of <c>src/operations.md</c>: whoever reads between two of them gets no half of an update.</summary>
public sealed partial class UploadTests : IDisposable
{
    private static readonly Lazy<Task<string?>> Rsync = new(() => InstalledProgram.FindOrInstallAsync("rsync", "rsync"));

    private readonly CommandFolder _folder = new();

    private string Out => _folder.At("../out");

    private string Host => _folder.At("../host");

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task Between_its_steps_nothing_is_half_new()
    {
        Skip.If(await Rsync.Value is null, "There is no rsync. Install it (on Debian or Ubuntu, as root: apt-get install rsync).");
        _folder.WithSpeech("first", "The river runs. ^p1", "date: 2024-05-02\naliases: [once]").WithSpeech("second", "The meadow is green. ^p1");
        await ExportAsync();
        await UploadAsync();
        var old = Bytes(Host);
        Same(old, Bytes(Out)).Should().BeTrue("a first upload is one of these, too");
        Age();

        // Every page is new, some are gone, and the list of redirects becomes too short to be compressed.
        File.Delete(_folder.At("speeches/second.md"));
        _folder.WithSpeech("first", "The river runs. ^p1").WithSpeech("third", "The river is wide. ^p1").With("themes.yml", _folder.Text("themes.yml").Replace("Rivers", "Streams"));
        await ExportAsync();
        File.WriteAllText(Path.Combine(Out, "js", "new.0123456789.js"), "A script of a new program.");
        File.WriteAllText(Path.Combine(Out, "new.0123456789.png"), "A picture of it.");
        var now = Bytes(Out);
        old.Should().ContainKey("redirects.txt.br");
        now.Should().NotContainKey("redirects.txt.br");
        var steps = Steps();

        await RunAsync(steps[0]);
        ChangedOnHost(old).Should().OnlyContain(file => Loaded().IsMatch(file));
        now.Keys.Where(file => Loaded().IsMatch(file)).Should().OnlyContain(file => IsOnHost(file, now));

        await RunAsync(steps[1]);
        ChangedOnHost(old).Where(file => !Loaded().IsMatch(file)).Should().Equal("version.txt");

        await RunAsync(steps[2]);
        now.Keys.Where(file => !IsOnHost(file, now)).Should().NotBeEmpty().And.OnlyContain(file => IsLast(file));
        ChangedOnHost(old).Should().NotContain(file => IsLast(file));
        Files(Host).Where(IsCompressed).Should().OnlyContain(file => IsWhatIsBesideIt(file));
        old.Keys.Where(file => !IsCompressed(file)).Should().OnlyContain(file => File.Exists(Path.Combine(Host, file)), "what is open may want it");

        await RunAsync(steps[3]);
        now.Keys.Should().OnlyContain(file => IsOnHost(file, now));

        // An hour later.
        await RunAsync(OperatorsPage.Commands("--delete out/"));
        Same(Bytes(Host), now).Should().BeTrue();
    }

    [SkippableFact]
    public async Task When_files_are_no_more_compressed_no_old_one_is_sent_in_the_place_of_a_new_one()
    {
        Skip.If(await Rsync.Value is null, "There is no rsync. Install it (on Debian or Ubuntu, as root: apt-get install rsync).");
        _folder.WithSpeech("first", "The river runs. ^p1");
        await ExportAsync();
        await UploadAsync();
        File.Exists(Path.Combine(Host, "sw.js.br")).Should().BeTrue();
        Age();

        _folder.WithSpeech("second", "The meadow is green. ^p1");
        await ExportAsync(options: []);
        await UploadAsync();

        // Those of the old index are.
        Files(Host).Where(IsCompressed).Should().OnlyContain(file => IsWhatIsBesideIt(file));
        File.ReadAllBytes(Path.Combine(Host, "sw.js")).Should().Equal(File.ReadAllBytes(Path.Combine(Out, "sw.js")));
    }

    private Task ExportAsync() => ExportAsync("--compress");

    private async Task ExportAsync(params string[] options)
    {
        var result = await _folder.RunAsync(["export", Out, .. options]);
        result.ExitCode.Should().Be(0, result.Error);
    }

    // Each with the lines in front that all need.
    private static List<string> Steps()
    {
        var lines = OperatorsPage.Commands("version.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#')).ToLookup(line => line.StartsWith("rsync ", StringComparison.Ordinal));
        lines[true].Should().HaveCount(4);
        return [.. lines[true].Select(step => string.Join('\n', [.. lines[false], step]))];
    }

    private async Task UploadAsync()
    {
        foreach (var step in Steps())
            await RunAsync(step);
    }

    // Nobody exports twice within a second, in which rsync takes files of one length for the same.
    private void Age()
    {
        foreach (var file in Directory.EnumerateFiles(Host, "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(-1));
    }

    private async Task RunAsync(string commands) =>
        (await Shell.RunAsync("sh", "-ec", $"cd \"{_folder.At("..")}\"\n{commands.With("host:/srv/digest/out/", $"{Path.GetFullPath(Host)}/")}")).Should().BeTrue(commands);

    private List<string> ChangedOnHost(Dictionary<string, string> old) => [.. Bytes(Host).Where(file => old.GetValueOrDefault(file.Key) != file.Value).Select(file => file.Key)];

    private bool IsOnHost(string file, Dictionary<string, string> now) => File.Exists(Path.Combine(Host, file)) && Convert.ToBase64String(File.ReadAllBytes(Path.Combine(Host, file))) == now[file];

    private static bool IsCompressed(string file) => Path.GetExtension(file) is ".br" or ".gz";

    private static bool IsLast(string file) => file == "search/current" || file.StartsWith("sw.js", StringComparison.Ordinal);

    private bool IsWhatIsBesideIt(string file)
    {
        using var compressed = File.OpenRead(Path.Combine(Host, file));
        using Stream stream = Path.GetExtension(file) == ".br" ? new BrotliStream(compressed, CompressionMode.Decompress) : new GZipStream(compressed, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        stream.CopyTo(plain);
        return plain.ToArray().AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Host, file[..^3])));
    }

    // What pages load: scripts, the stylesheet, pictures and the index.
    [GeneratedRegex(@"^(css|js|search/[0-9a-f]{16})/|\.(svg|png)(\.br|\.gz)?$", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Loaded();
}
