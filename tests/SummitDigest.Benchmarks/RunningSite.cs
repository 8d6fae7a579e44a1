using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SummitDigest.Benchmarks;

/// <summary>The site as in production, in a process of its own, with some content.</summary>
internal sealed class RunningSite : IDisposable
{
    // A hundred thousand passages are read, themed and indexed before it answers.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process = new();

    private RunningSite(FileInfo program, string content)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        _process.StartInfo = new("dotnet", [program.FullName, "--urls", Address.OriginalString, $"--Content:Folder={content}", "--Serilog:MinimumLevel:Default=Error"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        _process.StartInfo.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        _process.Start();
        // What the site writes would stand between the figures; a pipe that nobody reads fills up and stops it.
        _process.BeginOutputReadLine();
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>The site as built along with the benchmarks.</summary>
    public static FileInfo Built { get; } = new(Path.Combine(
        Repository.Root, "src", "SummitDigest.Web", "bin", ConfigurationAndFramework(AppContext.BaseDirectory), "SummitDigest.Web.dll"));

    /// <summary>Starts the site and waits until it answers.</summary>
    /// <exception cref="InvalidOperationException">It ended instead, or did not answer in time.</exception>
    public static async Task<RunningSite> StartAsync(FileInfo program, string content)
    {
        var site = new RunningSite(program, content);
        using var client = new HttpClient();
        var started = Stopwatch.GetTimestamp();
        while (!await AnswersAsync(client, new(site.Address, "/health/ready")))
        {
            if (site._process.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
            {
                site.Dispose();
                throw new InvalidOperationException($"The site did not start: dotnet {string.Join(' ', site._process.StartInfo.ArgumentList)}");
            }
            await Task.Delay(100);
        }
        return site;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }
        _process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient client, Uri address)
    {
        try
        {
            using var answer = await client.GetAsync(address);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // "Release/net10.0" of a folder that ends so.
    private static string ConfigurationAndFramework(string folder)
    {
        var framework = new DirectoryInfo(folder);
        return Path.Combine(framework.Parent!.Name, framework.Name);
    }
}
