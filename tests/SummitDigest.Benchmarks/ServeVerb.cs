using System.CommandLine;
using System.Net;

namespace SummitDigest.Benchmarks;

/// <summary>
/// <c>serve</c>: pages a second over loopback with the bundled content, beside nginx with the exported files (and with the
/// site's own headers to send along), the site with the framework's output cache in front, and the same bytes from memory.
/// </summary>
internal static class ServeVerb
{
    private const string Speech = "/speeches/xi-jinping-wuzhen-summit-2023";

    // The export's speech is the index.html of a folder; each server is asked for the address that it answers at once.
    private static readonly (string Name, string Path, string File)[] Pages = [("home", "/", "index.html"), ("speech", Speech, $"{Speech[1..]}/index.html")];

    public static Command Command()
    {
        var rounds = new Option<int>("--rounds") { Description = "How often each server is asked, by turns; medians count.", HelpName = "N", DefaultValueFactory = _ => 5 };
        var seconds = new Option<int>("--seconds") { Description = "How long each time.", HelpName = "N", DefaultValueFactory = _ => 5 };
        var verb = new Command("serve", "Measures pages a second with wrk (64 connections, Brotli), beside nginx with the exported files and its module for Brotli.") { rounds, seconds };
        verb.SetAction(async arguments =>
        {
            var folder = Directory.CreateTempSubdirectory("summit-digest-benchmark-").FullName;
            try
            {
                await MeasureAsync(folder, Math.Max(1, arguments.GetValue(rounds)), Math.Max(1, arguments.GetValue(seconds)));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        });
        return verb;
    }

    private static async Task MeasureAsync(string folder, int rounds, int seconds)
    {
        var program = await RunningSite.PublishAsync(Path.Combine(folder, "site"));
        var export = Path.Combine(folder, "export");
        await TimedRun.OfAsync("dotnet", program, "export", export, "--compress");
        foreach (var (name, path, file) in Pages)
        {
            using var site = new RunningSite(program, "--Serilog:MinimumLevel:Default=Error");
            await site.AnswersAsync(path, TimeSpan.FromMilliseconds(50));
            // Theirs is what the site answers, so that all send the same.
            var page = Path.Combine(folder, $"{name}.html");
            var headers = await SaveAsync(new(site.Address, path), page);
            using var framework = PeerServer.StartCached();
            using var bytes = PeerServer.StartBare(page);
            // An export's pages have their policy in themselves; what nginx sends along is up to who runs it.
            using var nginx = new Nginx(export, folder, [("Cache-Control", "no-cache")]);
            using var alike = new Nginx(export, Directory.CreateDirectory(Path.Combine(folder, $"nginx-{name}")).FullName, headers);
            await framework.AnswersAsync("/", TimeSpan.FromMilliseconds(50));
            await bytes.AnswersAsync("/", TimeSpan.FromMilliseconds(50));
            Server[] servers =
            [
                new("nginx with the exported files", new(nginx.Address, file == "index.html" ? "" : file), null),
                new("nginx with the site's headers", new(alike.Address, file == "index.html" ? "" : file), null),
                new("Summit Digest", new(site.Address, path), site),
                new("bytes in memory, bare Kestrel", bytes.Address, bytes),
                new("Summit Digest, the framework's output cache", new(framework.Address, path), framework),
            ];
            Print(name, servers, await RoundsAsync(servers, rounds, seconds), await Task.WhenAll(servers.Select(server => SizeAsync(server.Address))));
        }
    }

    private static async Task<List<Figures>[]> RoundsAsync(Server[] servers, int rounds, int seconds)
    {
        var figures = Array.ConvertAll(servers, _ => new List<Figures>());
        // The first two rounds are for the compiler, and do not count.
        for (var round = -1; round <= rounds; round++)
        {
            for (var i = 0; i < servers.Length; i++)
            {
                var before = servers[i].Process?.ProcessorTime;
                var (answers, perSecond) = await Wrk.AskAsync(servers[i].Address, seconds);
                if (round > 0)
                    figures[i].Add(new(perSecond, (servers[i].Process?.ProcessorTime - before)?.TotalMicroseconds / answers));
            }
        }
        return figures;
    }

    // The headers that are the site's own: nginx has the others, too.
    private static async Task<List<(string Name, string Value)>> SaveAsync(Uri address, string page)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(address);
        await File.WriteAllBytesAsync(page, await answer.Content.ReadAsByteArrayAsync());
        return [.. answer.Headers.NonValidated.Where(header => header.Key is not ("Date" or "ETag")).Select(header => (header.Key, header.Value.ToString()))];
    }

    // Of the body as it comes.
    private static async Task<long> SizeAsync(Uri address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept-Encoding", "br");
        using var answer = await client.SendAsync(request);
        return answer.IsSuccessStatusCode && answer.Content.Headers.ContentEncoding.Contains("br")
            ? (await answer.Content.ReadAsByteArrayAsync()).Length
            : throw new InvalidOperationException($"{address} does not answer with Brotli.");
    }

    private static void Print(string page, Server[] servers, List<Figures>[] figures, long[] sizes) => Measure.PrintTable(
        [$"{page} page", "answers/s", "to nginx", "processor, us an answer", "bytes"],
        servers.Select((server, i) => (string[])
        [
            server.Name,
            $"{Measure.Median(figures[i].Select(round => round.PerSecond)):#,0}",
            // Round by round: what else the machine does comes and goes.
            $"{Measure.Median(figures[i].Zip(figures[0], (own, nginx) => own.PerSecond / nginx.PerSecond)):0.00}",
            server.Process is null ? "" : $"{Measure.Median(figures[i].Select(round => round.Processor ?? 0)):0.0}",
            $"{sizes[i]:#,0}",
        ]));

    /// <summary>Who is asked; its process where it is a single one.</summary>
    private sealed record Server(string Name, Uri Address, RunningSite? Process);

    /// <summary>Of one round: answers a second, and microseconds of the processor for an answer.</summary>
    private sealed record Figures(double PerSecond, double? Processor);
}
