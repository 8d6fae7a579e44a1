namespace SummitDigest.Browser.Tests.Browsing;

/// <summary>The site over a content folder of its own, which can go away and come back at the same address.</summary>
/// <param name="isLive">As for <see cref="SiteFactory"/>.</param>
internal sealed class RestartableSite(bool isLive = false) : IAsyncDisposable
{
    private SiteFactory? _factory;
    private int _port;

    /// <summary>The content folder; empty at first.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("summit-digest-").FullName;

    /// <summary>Where the site answers, without a slash at its end.</summary>
    public string Address => $"http://localhost:{_port}";

    /// <summary>Reads the content and answers.</summary>
    /// <param name="isCutOff">As for <see cref="SiteFactory"/>.</param>
    public void Start(Func<string, bool>? isCutOff = null)
    {
        _factory = new(Folder, isLive, isCutOff);
        _factory.UseKestrel(_port);
        _factory.StartServer();
        _port = _factory.ClientOptions.BaseAddress.Port;
    }

    /// <summary>Answers nobody any more, as if there were no network.</summary>
    public async Task StopAsync()
    {
        if (_factory is not null)
            await _factory.DisposeAsync();
        _factory = null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
