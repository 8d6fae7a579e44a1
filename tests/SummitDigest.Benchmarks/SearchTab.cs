using System.Text.Json;
using Microsoft.Playwright;

namespace SummitDigest.Benchmarks;

/// <summary>What a file is for.</summary>
internal enum FileKind
{
    /// <summary>A module of the search engine.</summary>
    Engine,

    /// <summary>A part of the index.</summary>
    Index,

    /// <summary>The page, its styles and its other scripts.</summary>
    Page,
}

/// <summary>A file that came over the wire.</summary>
/// <param name="Bytes">With its headers.</param>
internal sealed record ReceivedFile(Uri Address, FileKind Kind, double Bytes);

/// <summary>The search page in a tab with an empty cache, counted and timed.</summary>
internal sealed class SearchTab : IAsyncDisposable
{
    // In the page, so that no time of this program's is counted.
    private const string Script = """
        (() => {
          const results = () => document.querySelector('#ui-results');
          const box = () => document.querySelector('main input[type=search]');
          const set = query => {
            box().focus();
            box().value = query;
            box().dispatchEvent(new InputEvent('input', { bubbles: true, data: query, inputType: 'insertText' }));
          };
          window.bench = {
            set,
            // Types as soon as there is a box, and again every 2 s for a page that was not listening yet.
            first(query) {
              bench.firstResults = new Promise(resolve => {
                let typed = -Infinity;
                const look = () => {
                  if (results()?.querySelector('li')) {
                    observer.disconnect();
                    clearInterval(timer);
                    resolve(performance.now());
                  } else if (box() && performance.now() - typed > 2000) {
                    typed = performance.now();
                    set(query);
                  }
                };
                const observer = new MutationObserver(look);
                observer.observe(document, { childList: true, subtree: true });
                const timer = setInterval(look, 50);
              });
            },
            // Types and waits until nothing has changed for `calm` ms.
            type(query, calm, patience) {
              return new Promise(resolve => {
                let last = 0;
                const observer = new MutationObserver(() => last = performance.now());
                observer.observe(results(), { childList: true, subtree: true, characterData: true });
                const start = performance.now();
                set(query);
                const timer = setInterval(() => {
                  const now = performance.now();
                  if (last ? now - last < calm : now - start < patience)
                    return;
                  clearInterval(timer);
                  observer.disconnect();
                  resolve(last ? last - start : null);
                }, 20);
              });
            },
          };
        })();
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly IBrowserContext _context;
    private readonly IPage _page;
    private readonly ICDPSession _session;
    private readonly IReadOnlySet<string> _engine;
    private readonly Dictionary<string, Uri> _requests = [];
    private readonly List<ReceivedFile> _received = [];

    private SearchTab(IBrowserContext context, IPage page, ICDPSession session, IReadOnlySet<string> engine)
    {
        _context = context;
        _page = page;
        _session = session;
        _engine = engine;
        session.Event("Network.requestWillBeSent").OnEvent += (_, request) =>
            _requests[request!.Value.GetProperty("requestId").GetString()!] = new(request.Value.GetProperty("request").GetProperty("url").GetString()!);
        session.Event("Network.loadingFinished").OnEvent += (_, response) =>
        {
            if (_requests.TryGetValue(response!.Value.GetProperty("requestId").GetString()!, out var address))
                _received.Add(new(address, KindOf(address), response.Value.GetProperty("encodedDataLength").GetDouble()));
        };
    }

    /// <summary>What came since the tab was opened or last asked.</summary>
    public IReadOnlyList<ReceivedFile> TakeReceived()
    {
        var received = _received.ToList();
        _received.Clear();
        return received;
    }

    /// <summary>The modules that the engine consists of: what a page gets that opens an index and does nothing else.</summary>
    public static async Task<IReadOnlySet<string>> EngineModulesAsync(IBrowser browser, Uri site)
    {
        await using var tab = await OpenAsync(browser, new HashSet<string>(), 1, isSlowLink: false);
        await tab._page.GotoAsync(new Uri(site, "/health/live").AbsoluteUri);
        await tab._page.EvaluateAsync("async () => { await (await import('/js/engine.js')).open(`/search/${await (await fetch('/search/current')).text()}/`); }");
        return tab._requests.Values.Select(ModuleName).OfType<string>().ToHashSet();
    }

    /// <summary>Opens a tab that loads nothing yet.</summary>
    /// <param name="throttle">So many times slower than this machine's is the processor.</param>
    /// <param name="isSlowLink">1.6 Mbit/s down, 750 kbit/s up, 150 ms for a round trip.</param>
    public static async Task<SearchTab> OpenAsync(IBrowser browser, IReadOnlySet<string> engine, double throttle, bool isSlowLink)
    {
        // A service worker would fetch beside the page, uncounted.
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 }, ServiceWorkers = ServiceWorkerPolicy.Block });
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(Script);
        var session = await context.NewCDPSessionAsync(page);
        var tab = new SearchTab(context, page, session, engine);
        await session.SendAsync("Network.enable");
        await tab.ThrottleAsync(throttle);
        if (isSlowLink)
        {
            await session.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
            {
                ["offline"] = false,
                ["latency"] = 150,
                ["downloadThroughput"] = 1_600_000 / 8,
                ["uploadThroughput"] = 750_000 / 8,
            });
        }
        return tab;
    }

    /// <summary>Slows the processor down.</summary>
    public Task ThrottleAsync(double throttle) => _session.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = throttle });

    /// <summary>Opens the search page and types a query.</summary>
    /// <returns>Milliseconds from opening to the first result.</returns>
    /// <exception cref="TimeoutException">There was none in two minutes.</exception>
    public async Task<double> FirstResultsAsync(Uri site, string query)
    {
        await _page.AddInitScriptAsync($"bench.first({JsonSerializer.Serialize(query)})");
        await _page.GotoAsync(new Uri(site, "/search").AbsoluteUri, new() { WaitUntil = WaitUntilState.Commit, Timeout = (float)Patience.TotalMilliseconds });
        return await _page.EvaluateAsync<double>("() => bench.firstResults").WaitAsync(Patience);
    }

    /// <summary>Empties the box, then types a query into it at one go, and waits until the page is calm.</summary>
    /// <returns>Milliseconds to the last change of the results; null if they stayed as they were.</returns>
    public async Task<double?> TypeAsync(string query)
    {
        await _page.EvaluateAsync("async () => { bench.set(''); await new Promise(done => setTimeout(done, 150)); }");
        return await _page.EvaluateAsync<double?>("query => bench.type(query, 150, 2000)", query);
    }

    /// <summary>Waits for what still comes.</summary>
    public async Task SettleAsync() => await _page.WaitForTimeoutAsync(300);

    /// <summary>The script's memory, and that of its byte arrays, after the garbage was collected.</summary>
    public async Task<(double Heap, double Arrays)> MemoryAsync()
    {
        await _session.SendAsync("HeapProfiler.enable");
        // What only the first collection sets free, the second one finds.
        await _session.SendAsync("HeapProfiler.collectGarbage");
        await _session.SendAsync("HeapProfiler.collectGarbage");
        var usage = (await _session.SendAsync("Runtime.getHeapUsage"))!.Value;
        return (usage.GetProperty("usedSize").GetDouble(), usage.TryGetProperty("backingStorageSize", out var arrays) ? arrays.GetDouble() : 0);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private FileKind KindOf(Uri address) =>
        address.AbsolutePath.StartsWith("/search/", StringComparison.Ordinal) ? FileKind.Index
        : ModuleName(address) is { } name && _engine.Contains(name) ? FileKind.Engine
        : FileKind.Page;

    // "engine" of /js/engine.1a2b3c.js
    private static string? ModuleName(Uri address) => address.AbsolutePath.EndsWith(".js", StringComparison.Ordinal) ? address.Segments[^1].Split('.')[0] : null;
}
