using System.CommandLine;
using System.Globalization;

namespace SummitDigest.Benchmarks;

/// <summary><c>export</c>: how long an export takes, and what memory, beside Hugo and Pagefind on the same Markdown.</summary>
internal static class ExportVerb
{
    private const int DefaultSpeeches = 240;
    private const string Short = "--no-passage-pages";

    public static Command Command()
    {
        var corpus = new CorpusOptions(DefaultSpeeches);
        var runs = new Option<int>("--runs") { Description = "How often each is run; medians count.", HelpName = "N", DefaultValueFactory = _ => 3 };
        var times = new Option<int>("--times") { Description = "How often each speech is in the library, under names of their own.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var pagefind = new Option<string?>("--pagefind") { Description = "Pagefind's program (https://pagefind.app), to set beside it with Hugo, which must be installed.", HelpName = "program" };
        var verb = new Command("export", "Measures the export with GNU time: short (without the pages of single passages), full, and again after one speech changed.") { runs, times, pagefind };
        corpus.AddTo(verb);
        verb.SetAction(async arguments =>
        {
            using var content = corpus.Write(arguments, arguments.GetValue(times));
            var folder = Directory.CreateTempSubdirectory("summit-digest-benchmark-").FullName;
            try
            {
                await MeasureAsync(content.Folder, folder, Math.Max(1, arguments.GetValue(runs)), arguments.GetValue(pagefind));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        });
        return verb;
    }

    private static async Task MeasureAsync(string content, string folder, int runs, string? pagefind)
    {
        var program = await RunningSite.PublishAsync(Path.Combine(folder, "site"));
        var speech = Directory.EnumerateFiles(Path.Combine(content, "speeches")).Order(StringComparer.Ordinal).First();
        var hugo = pagefind is null ? null : WriteHugo(content, folder);
        var kinds = new[] { ("short export", new[] { Short }), ("full export", []) };
        var figures = new List<(string Name, TimedRun Run, int Pages)>();
        // By turns, so that what else the machine does meets all alike. The first round brings files into the system's memory.
        // All stays until the end: ext4 passes over what was deleted a moment ago, one by one, with every file that is made.
        for (var run = 0; run <= runs; run++)
        {
            var now = new List<(string Name, TimedRun Run, int Pages)>();
            foreach (var (name, options) in kinds)
            {
                var target = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"export-{run}-{now.Count}"));
                now.Add((name, await ExportAsync(target, options), Pages(target)));
                await File.AppendAllTextAsync(speech, string.Create(CultureInfo.InvariantCulture, $"\nOne sentence more, number {run}.\n"));
                now.Add(($"{name}, again after one speech changed", await ExportAsync(target, options), Pages(target)));
            }
            if (hugo is not null)
            {
                var target = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"hugo-{run}"));
                now.Add(("Hugo", await TimedRun.OfAsync("hugo", "--quiet", "--source", hugo, "--destination", target), Pages(target)));
                now.Add(("Pagefind", await TimedRun.OfAsync(pagefind!, "--site", target), 0));
            }
            if (run > 0)
                figures.AddRange(now);
        }
        Measure.PrintTable(["export", "pages", "seconds", "pages/s", "peak of memory"], figures.GroupBy(figure => figure.Name).Select(kind =>
        {
            var (pages, seconds) = (kind.First().Pages, Measure.Median(kind.Select(figure => figure.Run.Seconds)));
            return (string[])[kind.Key, $"{pages:#,0}", $"{seconds:0.00}", $"{pages / seconds:#,0}", Measure.Bytes(Measure.Median(kind.Select(figure => figure.Run.Peak)))];
        }));

        Task<TimedRun> ExportAsync(string target, string[] options) => TimedRun.OfAsync("dotnet", [program, "export", target, $"--Content:Folder={content}", .. options]);
    }

    private static int Pages(string folder) => Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories).Count();

    // As bare as a site can be: what is taken for Hugo's time is mostly its reading of Markdown.
    private static string WriteHugo(string content, string folder)
    {
        var site = Path.Combine(folder, "hugo");
        var layouts = Directory.CreateDirectory(Path.Combine(site, "layouts", "_default")).FullName;
        Directory.CreateDirectory(Path.Combine(site, "content", "speeches"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(content, "speeches")))
            File.Copy(file, Path.Combine(site, "content", "speeches", Path.GetFileName(file)));
        File.WriteAllText(Path.Combine(site, "config.toml"), "baseURL = \"http://127.0.0.1/\"\ntitle = \"Speeches\"\ndisableKinds = [\"taxonomy\", \"term\", \"RSS\", \"sitemap\"]\n");
        const string Page = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{{ .Title }}</title></head><body><main><h1>{{ .Title }}</h1>";
        File.WriteAllText(Path.Combine(layouts, "single.html"), Page + "<p>{{ .Params.speaker }}, {{ .Date.Year }}</p>{{ .Content }}</main></body></html>");
        File.WriteAllText(Path.Combine(layouts, "list.html"), Page + "<ul>{{ range .RegularPagesRecursive }}<li><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a></li>{{ end }}</ul></main></body></html>");
        return site;
    }
}
