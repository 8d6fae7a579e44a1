using System.CommandLine;
using Microsoft.Playwright;
using SummitDigest.Browser.Tests.Browsing;

namespace SummitDigest.Benchmarks;

/// <summary><c>browser</c>: what a reader's browser fetches, how long results take there, and what memory.</summary>
internal static class BrowserVerb
{
    private const int DefaultSpeeches = 240;
    private const int TypedKinds = 8;
    private const int QueriesPerKind = 8;
    private const int Passes = 2;
    private const int SlowOpenings = 3;

    public static Command Command()
    {
        var corpus = new CorpusOptions(DefaultSpeeches);
        var throttle = new Option<double>("--throttle") { Description = "How many times slower the processor is made for the slow figures.", HelpName = "N", DefaultValueFactory = _ => 4 };
        var verb = new Command("browser", "Measures searching in headless Chromium.") { throttle };
        corpus.AddTo(verb);
        verb.SetAction(async arguments =>
        {
            using var content = corpus.Write(arguments);
            var maker = new QueryMaker(content.Read(), corpus.Seed(arguments));
            var queries = QueryMaker.Kinds.Take(TypedKinds).SelectMany(kind => maker.Queries(kind, QueriesPerKind)).ToList();
            using var running = await RunningSite.StartAsync(content.Folder);
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await Chromium.LaunchAsync(playwright);
            await MeasureAsync(browser, running.Address, queries, arguments.GetValue(throttle));
        });
        return verb;
    }

    private static async Task MeasureAsync(IBrowser browser, Uri site, List<MadeQuery> queries, double throttle)
    {
        var engine = await SearchTab.EngineModulesAsync(browser, site);
        var rows = new List<string[]>();
        var first = queries[0].Text;
        IReadOnlyList<ReceivedFile> received;

        await using (var tab = await SearchTab.OpenAsync(browser, engine, 1, isSlowLink: false))
        {
            var opened = await tab.FirstResultsAsync(site, first);
            await tab.SettleAsync();
            received = tab.TakeReceived();
            Add("first results: engine and index, over the wire", Measure.Bytes(EngineAndIndex(received)));
            Add("  of these the engine", Measure.Bytes(received.Where(file => file.Kind == FileKind.Engine).Sum(file => file.Bytes)));
            Add("first results: page, styles and other scripts", Measure.Bytes(received.Where(file => file.Kind == FileKind.Page).Sum(file => file.Bytes)));
            Add("first results, after opening", $"{opened:#,0} ms");

            var further = new List<double>();
            foreach (var query in queries.Skip(1))
            {
                await tab.TypeAsync(query.Text);
                further.Add(EngineAndIndex(tab.TakeReceived()));
            }
            Add($"each of {further.Count} further queries: median", Measure.Bytes(Measure.Median(further)));
            Add($"each of {further.Count} further queries: mean", Measure.Bytes(further.Average()));
            var (heap, arrays) = await tab.MemoryAsync();
            Add("script memory after them", Measure.Bytes(heap));
            Add("  and of byte arrays", Measure.Bytes(arrays));

            foreach (var slower in (double[])[1, throttle])
            {
                await tab.ThrottleAsync(slower);
                await AddLatencyAsync(tab, slower);
            }
        }

        var slow = new List<double>();
        for (var i = 0; i < SlowOpenings; i++)
        {
            await using var tab = await SearchTab.OpenAsync(browser, engine, throttle, isSlowLink: true);
            slow.Add(await tab.FirstResultsAsync(site, first));
        }
        Add($"first results, processor {throttle}x slower, 1.6 Mbit/s, 150 ms", $"{Measure.Median(slow):#,0} ms");
        Measure.PrintTable(["in the browser", ""], rows);
        Measure.PrintTable(["until the first results", "counts as", "over the wire"], received.Select(file => (string[])[file.Address.AbsolutePath, $"{file.Kind}", Measure.Bytes(file.Bytes)]));

        static double EngineAndIndex(IEnumerable<ReceivedFile> files) => files.Where(file => file.Kind != FileKind.Page).Sum(file => file.Bytes);

        void Add(string name, string value) => rows.Add([name, value]);

        async Task AddLatencyAsync(SearchTab tab, double slower)
        {
            var best = queries.ConvertAll(_ => double.PositiveInfinity);
            for (var pass = 0; pass < Passes; pass++)
            {
                for (var i = 0; i < queries.Count; i++)
                    best[i] = Math.Min(best[i], await tab.TypeAsync(queries[i].Text) ?? double.PositiveInfinity);
            }
            var times = best.Where(double.IsFinite).ToList();
            Add($"key to results, warm, processor {slower}x slower: median", $"{Measure.Median(times):0.0} ms");
            Add($"key to results, warm, processor {slower}x slower: p95", $"{Measure.Quantile(times, 0.95):0.0} ms");
            if (times.Count < best.Count)
                Add("  queries that changed no results, not counted", $"{best.Count - times.Count}");
        }
    }
}
