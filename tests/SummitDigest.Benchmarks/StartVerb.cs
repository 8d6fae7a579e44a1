using System.CommandLine;
using System.Diagnostics;
using SummitDigest.Browser.Tests.Browsing;

namespace SummitDigest.Benchmarks;

/// <summary><c>start</c>: how long the site takes from its start to its first page, and what memory, beside an empty one.</summary>
internal static class StartVerb
{
    // Often enough for a figure of half a second, seldom enough to leave the site the processor.
    private static readonly TimeSpan BetweenRequests = TimeSpan.FromMilliseconds(5);
    // The index is made a second after the start, and what is not needed any more let go of.
    private static readonly TimeSpan UntilRest = TimeSpan.FromSeconds(3);

    public static Command Command()
    {
        var runs = new Option<int>("--runs") { Description = "How often each is started; medians count.", HelpName = "N", DefaultValueFactory = _ => 9 };
        var verb = new Command("start", "Measures the start with the bundled content, beside what dotnet new webapp makes.") { runs };
        verb.SetAction(async arguments =>
        {
            var folder = Directory.CreateTempSubdirectory("summit-digest-benchmark-").FullName;
            try
            {
                var programs = new[] { await RunningSite.PublishAsync(Path.Combine(folder, "site")), await PublishEmptyAsync(folder) };
                Print(await MeasureAsync(programs, Math.Max(1, arguments.GetValue(runs))));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        });
        return verb;
    }

    private static async Task<string> PublishEmptyAsync(string folder)
    {
        var (source, published) = (Path.Combine(folder, "Empty"), Path.Combine(folder, "empty-site"));
        if (!await Shell.RunAsync("dotnet", "new", "webapp", "--output", source)
            || !await Shell.RunAsync("dotnet", "publish", source, "-p:PublishReadyToRun=true", "--self-contained", "false", "--output", published))
            throw new InvalidOperationException("The empty site could not be made. Run this to see why: dotnet new webapp");
        return Path.Combine(published, "Empty.dll");
    }

    // By turns, so that what else the machine does meets both alike.
    private static async Task<List<(double Milliseconds, double Memory)>[]> MeasureAsync(string[] programs, int runs)
    {
        var figures = Array.ConvertAll(programs, _ => new List<(double, double)>());
        // The first round brings the files into the system's memory, and does not count.
        for (var run = 0; run <= runs; run++)
        {
            for (var i = 0; i < programs.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                using var site = new RunningSite(programs[i]);
                await site.AnswersAsync("/", BetweenRequests);
                var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                await Task.Delay(UntilRest);
                if (run > 0)
                    figures[i].Add((time, site.Memory));
            }
        }
        return figures;
    }

    private static void Print(List<(double Milliseconds, double Memory)>[] figures)
    {
        var times = Array.ConvertAll(figures, site => Measure.Median(site.Select(run => run.Milliseconds)));
        var memory = Array.ConvertAll(figures, site => Measure.Median(site.Select(run => run.Memory)));
        Measure.PrintTable(["from start to the first page", "Summit Digest", "empty", "ratio"],
        [
            ["time", $"{times[0]:#,0} ms", $"{times[1]:#,0} ms", $"{times[0] / times[1]:0.00}"],
            ["memory when the start is over", Measure.Bytes(memory[0]), Measure.Bytes(memory[1]), $"{memory[0] / memory[1]:0.00}"],
        ]);
    }
}
