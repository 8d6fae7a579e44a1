using Microsoft.Playwright;

namespace SummitDigest.Browser.Tests.Browsing;

/// <summary>One Chromium for all tests.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    // Flags of a browser that runs as root in a container and calls nobody.
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <exception cref="InvalidOperationException">Read before the browser was started.</exception>
    public IBrowser Browser => _browser ?? throw new InvalidOperationException("InitializeAsync starts the browser.");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        // The default of 5 seconds is short for two cores that compile something else meanwhile.
        Assertions.SetDefaultExpectTimeout(15_000);
        _playwright = await Playwright.CreateAsync();
        var chromium = await Chromium.FindOrInstallAsync(_playwright);
        try
        {
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Flags });
        }
        catch (PlaywrightException e)
        {
            throw new InvalidOperationException($"{chromium} does not start. {Chromium.Advice}", e);
        }
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
