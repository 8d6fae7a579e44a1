using System.CommandLine;
using System.Diagnostics;
using System.IO.Compression;
using SummitDigest.Content;
using SummitDigest.Search.Indexing;
using SummitDigest.Search.Querying;

namespace SummitDigest.Benchmarks;

/// <summary><c>index</c>: how fast and how large the index is, and how fast the server answers from it.</summary>
internal static class IndexVerb
{
    // 100,000 passages.
    private const int DefaultSpeeches = 1000;
    private const int QueriesPerKind = 24;
    private const int RunsPerQuery = 5;

    // Compressing all files of a large library takes minutes; this many of a kind give its average.
    private const int CompressedPerKind = 100;

    public static Command Command()
    {
        var corpus = new CorpusOptions(DefaultSpeeches);
        var times = new Option<int>("--times") { Description = "How often the index is built; the median counts.", HelpName = "N", DefaultValueFactory = _ => 5 };
        var verb = new Command("index", "Measures building the index, its size, and queries on the server.") { times };
        corpus.AddTo(verb);
        verb.SetAction(arguments =>
        {
            using var content = corpus.Write(arguments);
            Library? library = null;
            var loading = Measure.Milliseconds(() => library = content.Read());
            Console.WriteLine($"{library!.Speeches.Length:#,0} speeches loaded in {loading:#,0} ms (not part of what follows).\n");
            var index = Build(library, Math.Max(1, arguments.GetValue(times)));
            Files(index);
            Queries(index, corpus.Seed(arguments));
        });
        return verb;
    }

    private static SearchIndex Build(Library library, int times)
    {
        // The working set's peak can only grow, so it is read right after the first build.
        GC.Collect();
        var peakBefore = PeakWorkingSet();
        var heapBefore = GC.GetTotalMemory(forceFullCollection: true);
        var allocatedBefore = GC.GetTotalAllocatedBytes(precise: true);
        var index = SearchIndex.Build(library);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - allocatedBefore;
        var peak = PeakWorkingSet();
        var retained = GC.GetTotalMemory(forceFullCollection: true) - heapBefore;

        var processorBefore = ProcessorMilliseconds();
        var builds = Enumerable.Range(0, times).Select(_ => Measure.Milliseconds(() => SearchIndex.Build(library))).ToList();
        var processor = (ProcessorMilliseconds() - processorBefore) / times;
        var listings = Enumerable.Range(0, times).Select(_ => Measure.Milliseconds(() => GC.KeepAlive(new IndexFiles(index)))).ToList();
        Measure.PrintTable(["index", ""],
        [
            ["passages", $"{index.Passages.Length:#,0}"],
            ["different words", $"{index.TermCount:#,0}"],
            ["postings", Measure.Bytes(index.PostingsLength)],
            [$"build, median of {times} (least, most)", $"{Measure.Median(builds):#,0} ms ({builds.Min():#,0}, {builds.Max():#,0})"],
            ["  processor time of one, whatever else runs", $"{processor:#,0} ms"],
            [$"files laid out and measured, median of {times}", $"{Measure.Median(listings):#,0} ms"],
            ["memory allocated by a build", Measure.Bytes(allocated)],
            ["memory kept by the index", Measure.Bytes(retained)],
            ["peak working set after loading", Measure.Bytes(peakBefore)],
            ["peak working set after the first build", Measure.Bytes(peak)],
        ]);
        return index;
    }

    private static void Files(SearchIndex index)
    {
        var files = new IndexFiles(index);
        var rows = files.Sizes.Keys.GroupBy(name => name.Split('-')[0]).Select(kind =>
        {
            var names = kind.ToList();
            var raw = names.ConvertAll(name => files.Read(name)!.Length);
            var taken = Math.Min(names.Count, CompressedPerKind);
            var compressed = Enumerable.Range(0, taken).Select(i => Compressed(files.Read(names[(int)((long)i * names.Count / taken)])!)).ToList();
            return (string[])[kind.Key, $"{names.Count:#,0}", Measure.Bytes(raw.Sum(length => (long)length)), Measure.Bytes(raw.Average()), Measure.Bytes(compressed.Average()), Measure.Bytes(compressed.Max())];
        });
        Measure.PrintTable(["files of the index", "count", "all", "average", "average Brotli", "largest Brotli"], rows);
    }

    private static void Queries(SearchIndex index, int seed)
    {
        var searcher = new Searcher(index);
        var maker = new QueryMaker(index.Library, seed);
        var queries = QueryMaker.Kinds.SelectMany(kind => maker.Queries(kind, QueriesPerKind)).ToList();
        // The compiler makes hot code faster after the thirtieth call and a moment's rest.
        for (var round = 0; round < 2; round++)
        {
            queries.ForEach(query => searcher.Search(query.Text));
            Thread.Sleep(200);
        }
        var rows = queries.GroupBy(query => query.Kind).Select(kind =>
        {
            var times = kind.Select(query => Measure.Median(Enumerable.Range(0, RunsPerQuery).Select(_ => Measure.Milliseconds(() => searcher.Search(query.Text)) * 1000))).ToList();
            var totals = kind.Select(query => (double)searcher.Search(query.Text).Total);
            return (string[])[kind.Key, $"{times.Count}", $"{Measure.Median(times):#,0}", $"{Measure.Quantile(times, 0.95):#,0}", $"{Measure.Median(totals):#,0}"];
        });
        Measure.PrintTable(["query on the server", "queries", "median µs", "p95 µs", "median hits"], rows);
    }

    private static double ProcessorMilliseconds()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalMilliseconds;
    }

    private static long PeakWorkingSet()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    private static double Compressed(byte[] file)
    {
        using var target = new MemoryStream();
        using (var stream = new BrotliStream(target, CompressionLevel.SmallestSize))
            stream.Write(file);
        return target.ToArray().Length;
    }
}
