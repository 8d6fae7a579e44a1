using Microsoft.Playwright;

namespace SummitDigest.Browser.Tests.Browsing;

/// <summary>A test that visits the site. It fails at its end if the browser complained of anything.</summary>
[Collection(BrowserAndSite.Name)]
public abstract class BrowserTest(BrowserFixture browser, SiteFixture site) : IAsyncLifetime
{
    private readonly List<IBrowserContext> _contexts = [];

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
        Complaints.Take().Should().BeEmpty("the site must leave the browser nothing to complain of");
    }

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
}
