using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using SummitDigest.Content.Reading;
using SummitDigest.Search.Indexing;
using SummitDigest.Web.Serving;

namespace SummitDigest.Benchmarks;

/// <summary>
/// <c>load</c>: how long a library takes to be read, hashed and indexed, and what memory, once and four times as large; and how
/// long readers of such a site wait for its first page and for results.
/// </summary>
internal static class LoadVerb
{
    private const string Once = "load-once";
    private const int DefaultSpeeches = 240;
    private const int Larger = 4;
    private const int Queries = 40;

    // Of the seconds until the first page nobody misses a hundredth.
    private static readonly TimeSpan BetweenRequests = TimeSpan.FromMilliseconds(20);

    public static Command Command()
    {
        var corpus = new CorpusOptions(DefaultSpeeches);
        var runs = new Option<int>("--runs") { Description = "How often each library is loaded; medians count.", HelpName = "N", DefaultValueFactory = _ => 5 };
        var verb = new Command("load", $"Measures reading, hashing and indexing the speeches, the first page and searches, and the same of {Larger} times as many, each time in a new process.") { runs };
        corpus.AddTo(verb);
        verb.SetAction(async arguments =>
        {
            var libraries = new List<(int Times, List<Figures> Figures)>();
            foreach (var times in (int[])[1, Larger])
            {
                using var content = corpus.Write(arguments, times);
                var program = await RunningSite.PublishAsync(Path.Combine(content.Folder, "site"));
                var queries = new QueryMaker(new LibraryReader(new()).Read(content.Folder), seed: 1).Queries("two words", Queries);
                var figures = new List<Figures>();
                for (var i = 0; i < Math.Max(1, arguments.GetValue(runs)); i++)
                {
                    var (firstPage, search) = await ServeAsync(program, content.Folder, queries);
                    figures.Add(await LoadAsync(content.Folder) with { FirstPage = firstPage, Search = search });
                }
                libraries.Add((times, figures));
            }
            Print(libraries);
        });
        return verb;
    }

    /// <summary>What <c>load</c> starts: a peak of memory is a process's own.</summary>
    public static Command OnceCommand()
    {
        var folder = new Argument<DirectoryInfo>("folder");
        var verb = new Command(Once) { folder };
        verb.Hidden = true;
        verb.SetAction(arguments => Console.WriteLine(JsonSerializer.Serialize(Load(arguments.GetRequiredValue(folder).FullName))));
        return verb;
    }

    private static Figures Load(string folder)
    {
        var library = new LibraryReader(new()).Read(folder);
        using var process = Process.GetCurrentProcess();
        var read = DateTime.Now - process.StartTime;
        var hashing = Measure.Milliseconds(() => LibraryHash.Of(library));
        SearchIndex? index = null;
        var indexing = Measure.Milliseconds(() => index = SearchIndex.Build(library));
        var listing = Measure.Milliseconds(() => GC.KeepAlive(new IndexFiles(index!)));
        process.Refresh();
        return new(index!.Passages.Length, read.TotalMilliseconds, hashing, indexing, listing, process.TotalProcessorTime.TotalMilliseconds, process.PeakWorkingSet64);
    }

    private static async Task<Figures> LoadAsync(string folder)
    {
        using var process = new Process();
        process.StartInfo = new("dotnet", ["exec", .. RunningSite.AsTheSite, Once, folder])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        process.Start();
        var written = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return JsonSerializer.Deserialize<Figures>(written)!;
    }

    // From the start to the first page, and for the page with a query's results: milliseconds.
    private static async Task<(double FirstPage, double Search)> ServeAsync(string program, string folder, IEnumerable<MadeQuery> queries)
    {
        var start = Stopwatch.GetTimestamp();
        using var site = new RunningSite(program, $"--Content:Folder={folder}", "--Serilog:MinimumLevel:Default=Error");
        await site.AnswersAsync("/", BetweenRequests);
        var firstPage = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        // The first one waits for the index.
        await site.AnswersAsync("/search?q=first", BetweenRequests);
        using var client = new HttpClient { BaseAddress = site.Address };
        var times = new List<double>();
        foreach (var query in queries)
        {
            var asked = Stopwatch.GetTimestamp();
            await client.GetByteArrayAsync($"/search?q={Uri.EscapeDataString(query.Text)}");
            times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }
        return (firstPage, Measure.Median(times));
    }

    private static void Print(List<(int Times, List<Figures> Figures)> libraries)
    {
        var rows = new List<string[]>
        {
            Row("passages", "#,0", figures => figures.Passages),
            Row("from the process's start until all is read and themed, ms", "#,0", figures => figures.Reading),
            Row("hashed, ms", "#,0", figures => figures.Hashing),
            Row("indexed, ms", "#,0", figures => figures.Indexing),
            Row("the index's files laid out, ms", "#,0", figures => figures.Listing),
            Row("all of it, ms", "#,0", figures => figures.All),
            Row("processor time, ms", "#,0", figures => figures.Processor),
            Row("peak of memory, MB", "#,0", figures => figures.Peak / 1024.0 / 1024),
            Row("a site's first page, ms from its start", "#,0", figures => figures.FirstPage),
            Row("a page of results, ms, median of " + Queries, "0.0", figures => figures.Search),
        };
        Measure.PrintTable(["loading", .. libraries.Select(library => $"{library.Times}x"), "ratio"], rows);

        string[] Row(string name, string format, Func<Figures, double> value)
        {
            var medians = libraries.ConvertAll(library => Measure.Median(library.Figures.Select(value)));
            return [name, .. medians.Select(median => median.ToString(format, null)), $"{medians[^1] / medians[0]:0.00}"];
        }
    }

    /// <summary>What one process measured: times in milliseconds, the peak in bytes.</summary>
    private sealed record Figures(int Passages, double Reading, double Hashing, double Indexing, double Listing, double Processor, long Peak)
    {
        public double FirstPage { get; init; }

        public double Search { get; init; }

        public double All => Reading + Hashing + Indexing + Listing;
    }
}
