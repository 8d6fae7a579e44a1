using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SummitDigest.Web.Tests.Replicas;

/// <summary>Two sites with the same content in folders of their own, each a process, behind one nginx.</summary>
internal sealed class TwoReplicas : IAsyncDisposable
{
    private const string Host = "digest.example.org";

    private readonly string _parent = Directory.CreateTempSubdirectory("summit-digest-").FullName;
    private readonly SelfSigned _certificate;
    private readonly HttpClient _direct = new();
    private readonly List<Process> _processes = [];
    private readonly List<Socket> _sockets = [];
    private readonly List<Uri> _addresses = [];
    private HttpClient? _reader;
    private Nginx? _nginx;

    private TwoReplicas() => _certificate = new(_parent);

    /// <summary>Starts all three; without an nginx the test is skipped.</summary>
    public static async Task<TwoReplicas> StartAsync()
    {
        Skip.IfNot(await Nginx.IsThereAsync(), Nginx.Advice);
        var replicas = new TwoReplicas();
        try
        {
            await replicas.StartAllAsync();
            return replicas;
        }
        catch
        {
            await replicas.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes a speech into a replica's folder, and waits until that replica shows it.</summary>
    /// <param name="replica">0 or 1.</param>
    public async Task WriteAsync(int replica, string slug, string text)
    {
        await WriteFileAsync(replica, slug, text);
        var address = new Uri(_addresses[replica], $"/speeches/{slug}");
        for (var end = DateTime.UtcNow + TimeSpan.FromSeconds(30); ; await Task.Delay(50))
        {
            using var answer = await _direct.GetAsync(address);
            if ((await answer.Content.ReadAsStringAsync()).Contains(text, StringComparison.Ordinal))
                return;
            DateTime.UtcNow.Should().BeBefore(end, $"{address} should show \"{text}\"");
        }
    }

    /// <summary>Makes a mistake in a replica's file, and starts the replica anew, so that it knows nothing of before.</summary>
    /// <param name="replica">0 or 1.</param>
    public async Task SpoilAsync(int replica, string slug)
    {
        await File.WriteAllTextAsync(FileOf(replica, slug), "---\ntitle: Half a file\n");
        (await RestartAsync(replica)).Should().Contain("\"speeches\":1");
    }

    /// <summary>Ends a replica as the system would.</summary>
    public async Task StopAsync(int replica)
    {
        using var kill = Process.Start("kill", ["-TERM", _processes[replica].Id.ToString(CultureInfo.InvariantCulture)]);
        (await _processes[replica].EndAsync()).Should().Be(0);
    }

    /// <summary>Ends a replica, and starts it anew at the same address.</summary>
    /// <param name="replica">0 or 1.</param>
    /// <returns>What it says of its content.</returns>
    public async Task<string> RestartAsync(int replica)
    {
        await StopAsync(replica);
        _processes[replica].Dispose();
        _processes[replica] = Start(replica, _addresses[replica]);
        await ListeningAsync(_processes[replica]);
        return await HealthAsync(replica);
    }

    /// <summary>Ends a replica, and leaves nothing in its place that would answer or refuse, as if its machine were off.</summary>
    /// <param name="replica">0 or 1.</param>
    public async Task SwitchOffAsync(int replica)
    {
        await StopAsync(replica);
        var place = new IPEndPoint(IPAddress.Loopback, _addresses[replica].Port);
        var full = new Socket(SocketType.Stream, ProtocolType.Tcp);
        _sockets.Add(full);
        full.Bind(place);
        // Where as many wait as may, Linux does not answer others at all.
        full.Listen(0);
        for (var i = 0; i < 4; i++)
        {
            _sockets.Add(new(SocketType.Stream, ProtocolType.Tcp));
            _ = _sockets[^1].ConnectAsync(place);
        }
    }

    /// <summary>Asks through nginx, for whichever replica's turn it is.</summary>
    public async Task<Answer> AskAsync(string address, string encoding = "identity")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        request.Headers.Add("Accept-Encoding", encoding);
        using var answer = await _reader!.SendAsync(request);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key.ToLowerInvariant() is not ("date" or "x-replica"))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal);
        return new(answer.StatusCode, [.. answer.Headers.GetValues("X-Replica").Single().Split(", ")], string.Join('\n', headers), await answer.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Asks until both replicas have answered.</summary>
    /// <returns>An answer of each.</returns>
    public async Task<Answer[]> AskBothAsync(string address, string encoding = "identity")
    {
        var answers = new Dictionary<string, Answer>();
        // They take turns, but for those of a request that both were asked.
        for (var i = 0; i < 10 && answers.Count < 2; i++)
        {
            var answer = await AskAsync(address, encoding);
            answers[answer.Replicas[^1]] = answer;
        }
        answers.Should().HaveCount(2, $"both replicas should answer for {address}");
        return [.. answers.Values];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _reader?.Dispose();
        _direct.Dispose();
        if (_nginx is not null)
            await _nginx.DisposeAsync();
        foreach (var process in _processes)
        {
            if (!process.HasExited)
                process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
        _sockets.ForEach(socket => socket.Dispose());
        _certificate.Dispose();
        Directory.Delete(_parent, recursive: true);
    }

    private async Task StartAllAsync()
    {
        for (var replica = 0; replica < 2; replica++)
        {
            Directory.CreateDirectory(Path.Combine(FolderOf(replica), "speeches"));
            foreach (var file in new[] { "themes.yml", "permalinks.txt", Path.Combine("speeches", "xi-jinping-wuzhen-summit-2023.md") })
                File.Copy(Path.Combine(Repository.Content, file), Path.Combine(FolderOf(replica), file));
            await WriteFileAsync(replica, "long", string.Join("\n\n", Enumerable.Range(0, 12).Select(LongParagraph)));
            _processes.Add(Start(replica, new("http://127.0.0.1:0")));
        }
        for (var replica = 0; replica < 2; replica++)
        {
            _addresses.Add(await ListeningAsync(_processes[replica]));
            // Says what is wrong where a speech is left out.
            (await HealthAsync(replica)).Should().Contain("\"speeches\":2");
        }
        var nginx = _nginx = await Nginx.StartAsync(_parent, _certificate, _addresses[0], _addresses[1]);
        var handler = _certificate.Handler();
        // The host that is asked is the public one; where that is, only this test knows.
        handler.ConnectCallback = async (_, cancelled) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, nginx.Port, cancelled);
            return new NetworkStream(socket, ownsSocket: true);
        };
        _reader = new(handler) { BaseAddress = new($"https://{Host}") };
    }

    private Process Start(int replica, Uri address) =>
        RunningProgram.Start("--urls", address.GetLeftPart(UriPartial.Authority), $"--Content:Folder={FolderOf(replica)}", "--Site:TrustedProxies:0=127.0.0.1");

    private static async Task<Uri> ListeningAsync(Process process)
    {
        var address = await process.AddressAsync();
        // A pipe that nobody reads fills up and stops the program.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        return address;
    }

    private Task<string> HealthAsync(int replica) => _direct.GetStringAsync(new Uri(_addresses[replica], "/health/ready"));

    private string FolderOf(int replica) => Path.Combine(_parent, $"content-{replica}");

    private string FileOf(int replica, string slug) => Path.Combine(FolderOf(replica), "speeches", $"{slug}.md");

    private Task WriteFileAsync(int replica, string slug, string text) =>
        File.WriteAllTextAsync(FileOf(replica, slug), TestSite.SpeechText(slug, text));

    // Enough of them that the index is of many files.
    private static string LongParagraph(int number) => string.Join(' ', Enumerable.Range(0, 700).Select(word => $"word{700 * number + word}"));

    /// <summary>What came through nginx.</summary>
    /// <param name="Replicas">Who was asked, in order; the last one gave the answer.</param>
    /// <param name="Headers">All but the date, one a line.</param>
    internal sealed record Answer(HttpStatusCode Status, string[] Replicas, string Headers, byte[] Body)
    {
        /// <summary>The body as text.</summary>
        public string Text => Encoding.UTF8.GetString(Body);
    }
}
