using System.Diagnostics;
using SummitDigest.Browser.Tests.Browsing;

namespace SummitDigest.Benchmarks;

/// <summary>A published site in production, in a process of its own.</summary>
internal sealed class RunningSite : IDisposable
{
    // A hundred thousand passages are read, themed and indexed before it answers.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process = new();

    /// <summary>Starts a program that was published.</summary>
    /// <param name="program">Its assembly.</param>
    /// <param name="options">Its options, but for the address.</param>
    public RunningSite(string program, params string[] options)
    {
        Address = new Uri($"http://127.0.0.1:{Ports.Free()}");
        _process.StartInfo = new("dotnet", [program, .. options, "--urls", Address.OriginalString])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        _process.StartInfo.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        _process.Start();
        // What the site writes would stand between the figures; a pipe that nobody reads fills up and stops it.
        _process.BeginOutputReadLine();
    }

    /// <summary>The words behind <c>dotnet exec</c> that run the benchmarks with the site's own settings of the runtime, such as how it collects garbage.</summary>
    public static string[] AsTheSite { get; } =
        ["--runtimeconfig", Path.Combine(AppContext.BaseDirectory, "SummitDigest.Web.runtimeconfig.json"), typeof(RunningSite).Assembly.Location];

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>The memory that it has now, in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The processor time that it has taken so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Publishes the site as its operators do.</summary>
    /// <returns>Its assembly.</returns>
    /// <exception cref="InvalidOperationException">It could not be published.</exception>
    public static async Task<string> PublishAsync(string folder)
    {
        // Only a published site has its scripts and styles compressed and its code compiled.
        if (!await Shell.RunAsync("dotnet", "publish", Path.Combine(Repository.Root, "src", "SummitDigest.Web"), "--output", folder))
            throw new InvalidOperationException("The site could not be published. Run this to see why: dotnet publish src/SummitDigest.Web");
        return Path.Combine(folder, "SummitDigest.Web.dll");
    }

    /// <summary>Publishes the site, starts it with some content and waits until it answers.</summary>
    /// <param name="content">The content folder; the site is published beside its speeches.</param>
    /// <exception cref="InvalidOperationException">It could not be published, ended, or did not answer in time.</exception>
    public static async Task<RunningSite> StartAsync(string content)
    {
        var site = new RunningSite(await PublishAsync(Path.Combine(content, "site")), $"--Content:Folder={content}", "--Serilog:MinimumLevel:Default=Error");
        try
        {
            await site.AnswersAsync("/health/ready", TimeSpan.FromMilliseconds(100));
            return site;
        }
        catch (InvalidOperationException)
        {
            site.Dispose();
            throw;
        }
    }

    /// <summary>Waits until it answers a request with success.</summary>
    /// <param name="path">What is asked for.</param>
    /// <param name="pause">How long it is left alone between two requests.</param>
    /// <exception cref="InvalidOperationException">It ended, or did not answer in time.</exception>
    public async Task AnswersAsync(string path, TimeSpan pause)
    {
        using var client = new HttpClient();
        var started = Stopwatch.GetTimestamp();
        while (!await AnswersAsync(client, new(Address, path)))
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
                throw new InvalidOperationException($"The site did not start: dotnet {string.Join(' ', _process.StartInfo.ArgumentList)}");
            await Task.Delay(pause);
        }
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
}
