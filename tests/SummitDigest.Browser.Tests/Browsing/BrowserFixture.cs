using Microsoft.Playwright;

namespace SummitDigest.Browser.Tests.Browsing;

/// <summary>One Chromium for all tests.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
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
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
