using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using SummitDigest.Content.Reading;
using SummitDigest.Search.Indexing;
using SummitDigest.Web.Serving;

namespace SummitDigest.Benchmarks;

/// <summary><c>load</c>: how long a library takes to be read, hashed and indexed, and what memory, once and four times as large.</summary>
internal static class LoadVerb
{
    private const string Once = "load-once";
    private const int DefaultSpeeches = 240;
    private const int Larger = 4;

    public static Command Command()
    {
        var corpus = new CorpusOptions(DefaultSpeeches);
        var runs = new Option<int>("--runs") { Description = "How often each library is loaded; medians count.", HelpName = "N", DefaultValueFactory = _ => 5 };
        var verb = new Command("load", $"Measures reading, hashing and indexing the speeches, and {Larger} times as many, each time in a new process.") { runs };
        corpus.AddTo(verb);
        verb.SetAction(async arguments =>
        {
            var libraries = new List<(int Times, List<Figures> Figures)>();
            foreach (var times in (int[])[1, Larger])
            {
                using var content = corpus.Write(arguments, times);
                var figures = new List<Figures>();
                for (var i = 0; i < Math.Max(1, arguments.GetValue(runs)); i++)
                    figures.Add(await LoadAsync(content.Folder));
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
        public double All => Reading + Hashing + Indexing + Listing;
    }
}
