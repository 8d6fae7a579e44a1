using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using SummitDigest.Browser.Tests.Browsing;

namespace SummitDigest.Benchmarks;

/// <summary>The site as published and in production, in a process of its own, with some content.</summary>
internal sealed class RunningSite : IDisposable
{
    // A hundred thousand passages are read, themed and indexed before it answers.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process = new();

    private RunningSite(string program, string content)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        _process.StartInfo = new("dotnet", [program, "--urls", Address.OriginalString, $"--Content:Folder={content}", "--Serilog:MinimumLevel:Default=Error"])
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

    /// <summary>Publishes the site as it was built along with the benchmarks, starts it and waits until it answers.</summary>
    /// <param name="content">The content folder; the site is published beside its speeches.</param>
    /// <exception cref="InvalidOperationException">It could not be published, ended, or did not answer in time.</exception>
    public static async Task<RunningSite> StartAsync(string content)
    {
        // Only a published site has its scripts and styles compressed.
        var published = Path.Combine(content, "site");
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        if (!await Shell.RunAsync("dotnet", "publish", Path.Combine(Repository.Root, "src", "SummitDigest.Web"), "--configuration", configuration, "--no-build", "--output", published))
            throw new InvalidOperationException("The site could not be published. Run this to see why: dotnet publish src/SummitDigest.Web");
        var site = new RunningSite(Path.Combine(published, "SummitDigest.Web.dll"), content);
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
}
