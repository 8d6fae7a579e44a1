using Microsoft.Playwright;

namespace SummitDigest.Browser.Tests.Browsing;

/// <summary>A test that visits the site. It fails at its end if the browser complained of anything.</summary>
[Collection(BrowserAndSite.Name)]
public abstract class BrowserTest(BrowserFixture browser, SiteFixture site) : IAsyncLifetime
{
    private readonly List<IBrowserContext> _contexts = [];
    private readonly List<IAsyncDisposable> _ownSites = [];

    /// <summary>What the browser complained of so far.</summary>
    internal Complaints Complaints { get; } = new();

    /// <inheritdoc/>
    public Task InitializeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        foreach (var context in _contexts)
        {
            // What is still being fetched may still fail.
            foreach (var page in context.Pages)
                await page.WaitForLoadStateAsync();
            await context.DisposeAsync();
        }
        // Not before the browser is done with them.
        foreach (var own in _ownSites)
            await own.DisposeAsync();
        Complaints.Take().Where(complaint => !IsExpected(complaint)).Should().BeEmpty("the site must leave the browser nothing to complain of");
    }

    /// <summary>Whether the test does what browsers complain of.</summary>
    private protected virtual bool IsExpected(string complaint) => false;

    /// <summary>A site of the test's own, with an empty content folder, which ends with the test. It is not started yet.</summary>
    /// <param name="isLive">As for <see cref="SiteFactory"/>.</param>
    private protected RestartableSite OwnSite(bool isLive = false) => Own(new RestartableSite(isLive));

    /// <summary>An export of the test's own, which ends with the test. There is nothing in it yet.</summary>
    private protected ExportedSite OwnExport() => Own(new ExportedSite());

    /// <summary>A page of a fresh browser, with nothing in it yet. Service workers are for the tests that ask for them: others tell the network what to do.</summary>
    protected async Task<IPage> NewPageAsync(BrowserNewContextOptions? options = null)
    {
        var context = await browser.Browser.NewContextAsync(new(options ?? new())
        {
            BaseURL = options?.BaseURL ?? site.Address,
            ServiceWorkers = options?.ServiceWorkers ?? ServiceWorkerPolicy.Block,
        });
        _contexts.Add(context);
        Complaints.Collect(context);
        return await context.NewPageAsync();
    }

    /// <summary>A page of the site.</summary>
    protected async Task<IPage> OpenAsync(string address, BrowserNewContextOptions? options = null)
    {
        var page = await NewPageAsync(options);
        await page.GotoAsync(address);
        return page;
    }

    private T Own<T>(T own)
        where T : IAsyncDisposable
    {
        _ownSites.Add(own);
        return own;
    }
}
