using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace SummitDigest.Web.Tests.Replicas;

/// <summary>Two replicas behind the nginx that <c>src/operations.md</c> describes are one site.</summary>
public sealed partial class ReplicasTests
{
    private const string NewText = "The river has a new bridge.";

    // What no page links to.
    private static readonly string[] Others = ["/robots.txt", "/sitemap.xml", "/search?q=river", "/search/current", "/sw.js", "/offline", "/nothing", "/Speeches", "/health/live"];

    [SkippableFact]
    public async Task Whichever_replica_answers_gives_the_same_bytes_and_headers()
    {
        await using var replicas = await TwoReplicas.StartAsync();
        var addresses = await CrawlAsync(replicas);
        addresses.Should().Contain(["/speeches/long/p2", "/speeches/long.akn.xml", "/feed.json"]).And.Contain(address => address.Contains("/postings-")).And.Contain(address => address.StartsWith("/css/"));
        foreach (var address in addresses)
        {
            foreach (var encoding in new[] { "identity", "gzip, br" })
            {
                var answers = await replicas.AskBothAsync(address, encoding);
                answers[1].Status.Should().Be(answers[0].Status, address);
                answers[1].Headers.Should().Be(answers[0].Headers, address);
                answers[1].Body.Should().Equal(answers[0].Body, address);
            }
        }
    }

    [SkippableFact]
    public async Task They_learn_from_nginx_which_address_was_asked()
    {
        await using var replicas = await TwoReplicas.StartAsync();
        foreach (var answer in await replicas.AskBothAsync("/robots.txt"))
        {
            answer.Text.Should().Contain("Sitemap: https://digest.example.org/sitemap.xml");
            answer.Headers.Should().Contain("Strict-Transport-Security");
        }
    }

    [SkippableFact]
    public async Task A_reader_never_meets_a_404_while_one_has_newer_content_nor_afterwards()
    {
        await using var replicas = await TwoReplicas.StartAsync();
        var reader = new Reader(replicas);
        await reader.OpenAsync("/speeches/long");
        var old = reader.IndexFiles.ToList();

        await replicas.WriteAsync(1, "new", NewText);
        for (var step = 0; step < 200; step++)
            await reader.StepAsync();
        reader.Indexes.Should().HaveCount(2, "both contents should be met");
        reader.Rescues.Should().BePositive("the older replica should be asked for what only the newer one has");

        await replicas.WriteAsync(0, "new", NewText);
        var pages = await replicas.AskBothAsync("/");
        pages[1].Body.Should().Equal(pages[0].Body);
        foreach (var address in old)
            (await replicas.AskBothAsync(address)).Should().OnlyContain(answer => answer.Status == HttpStatusCode.OK && answer.Replicas.Length == 1, address);
    }

    [SkippableFact]
    public async Task A_replica_that_stops_is_passed_over()
    {
        await using var replicas = await TwoReplicas.StartAsync();
        await replicas.AskBothAsync("/");
        await replicas.StopAsync(0);
        for (var i = 0; i < 20; i++)
            (await replicas.AskAsync("/speeches/long")).Status.Should().Be(HttpStatusCode.OK);
    }

    [SkippableFact]
    public async Task What_has_a_mistake_on_one_is_read_from_the_other()
    {
        await using var replicas = await TwoReplicas.StartAsync();
        await replicas.SpoilAsync(0, "long");
        for (var i = 0; i < 10; i++)
        {
            (await replicas.AskAsync("/speeches/long")).Status.Should().Be(HttpStatusCode.OK);
            (await replicas.AskAsync("/")).Status.Should().Be(HttpStatusCode.OK);
        }
        await replicas.SpoilAsync(1, "long");
        (await replicas.AskAsync("/speeches/long")).Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await replicas.AskAsync("/")).Status.Should().Be(HttpStatusCode.OK);
    }

    [SkippableFact]
    public async Task A_machine_that_is_off_holds_nobody_up_for_long()
    {
        await using var replicas = await TwoReplicas.StartAsync();
        await replicas.SwitchOffAsync(0);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < 4; i++)
            (await replicas.AskAsync("/speeches/long")).Status.Should().Be(HttpStatusCode.OK);
        Stopwatch.GetElapsedTime(start).Should().BeGreaterThan(TimeSpan.FromSeconds(1), "it should have been asked").And.BeLessThan(TimeSpan.FromSeconds(20));
    }

    [SkippableFact]
    public async Task While_one_after_the_other_starts_anew_no_reader_meets_an_error()
    {
        await using var replicas = await TwoReplicas.StartAsync();
        using var end = new CancellationTokenSource();
        var readers = new[] { "/", "/speeches/long", "/search?q=river" }.Select(address => Task.Run(async () =>
        {
            var asked = 0;
            for (; !end.IsCancellationRequested; asked++)
                (await replicas.AskAsync(address)).Status.Should().Be(HttpStatusCode.OK, $"{address} was asked for the {asked + 1}th time");
            return asked;
        })).ToList();
        for (var replica = 0; replica < 2; replica++)
            (await replicas.RestartAsync(replica)).Should().Contain("\"speeches\":2");
        await end.CancelAsync();
        (await Task.WhenAll(readers)).Should().OnlyContain(asked => asked > 10);
    }

    // Every address that pages lead to, and all files of the index.
    private static async Task<List<string>> CrawlAsync(TwoReplicas replicas)
    {
        var seen = new HashSet<string>();
        var open = new Queue<string>(["/", .. Others, .. await AssetsAsync(replicas), .. await IndexFilesAsync(replicas, Index((await replicas.AskAsync("/")).Text))]);
        while (open.TryDequeue(out var address))
        {
            if (!seen.Add(address))
                continue;
            var answer = await replicas.AskAsync(address);
            if (!answer.Headers.Contains("Content-Type: text/html", StringComparison.Ordinal))
                continue;
            using var page = new HtmlParser().ParseDocument(answer.Text);
            foreach (var link in page.QuerySelectorAll("a[href^='/'], link[href^='/'], script[src^='/']"))
                open.Enqueue((link.GetAttribute("href") ?? link.GetAttribute("src")!).Split('#')[0]);
        }
        return [.. seen];
    }

    // The service worker's script begins with a line of everything that it keeps.
    private static async Task<IEnumerable<string>> AssetsAsync(TwoReplicas replicas)
    {
        var script = (await replicas.AskAsync("/sw.js")).Text;
        using var site = JsonDocument.Parse(script.Split('\n')[0]["const site = ".Length..].TrimEnd(';'));
        return [.. site.RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetString()!)];
    }

    private static async Task<IEnumerable<string>> IndexFilesAsync(TwoReplicas replicas, string index)
    {
        using var sizes = JsonDocument.Parse((await replicas.AskAsync(index + "files")).Body);
        return [.. sizes.RootElement.EnumerateObject().Select(file => index + file.Name), index + "files", index + "all"];
    }

    private static string Index(string page) => IndexPattern().Match(page).Groups["index"].Value;

    [GeneratedRegex("data-index=\"(?<index>[^\"]+)\"", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex IndexPattern();

    /// <summary>Opens pages, and asks for what any page that was opened so far may ask for, in an order that is the same every time.</summary>
    private sealed class Reader(TwoReplicas replicas)
    {
        private static readonly string[] Pages = ["/", "/speeches", "/speeches/long", "/speeches/new", "/search", "/themes"];

        private readonly Random _dice = new(5);
        private readonly Dictionary<string, List<string>> _indexes = [];
        private readonly List<string> _assets = [];

        /// <summary>The indexes that pages named.</summary>
        public IReadOnlyCollection<string> Indexes => _indexes.Keys;

        /// <summary>Their files.</summary>
        public IEnumerable<string> IndexFiles => _indexes.Values.SelectMany(files => files);

        /// <summary>How many answers nginx had from the second replica only.</summary>
        public int Rescues { get; private set; }

        /// <summary>Opens a page; what it loads may be asked for from then on.</summary>
        public async Task OpenAsync(string address)
        {
            var index = Index(await AskAsync(address));
            if (!_indexes.ContainsKey(index))
                _indexes[index] = [.. await IndexFilesAsync(replicas, index)];
            if (_assets.Count == 0)
                _assets.AddRange(await AssetsAsync(replicas));
        }

        /// <summary>Opens a page, or asks for a file.</summary>
        public Task StepAsync() => _dice.Next(4) switch
        {
            0 => OpenAsync(OneOf(Pages)),
            1 => AskAsync(OneOf(_assets)),
            2 => AskCurrentAsync(),
            _ => AskAsync(OneOf([.. IndexFiles])),
        };

        private async Task AskCurrentAsync() => await AskAsync($"/search/{await AskAsync("/search/current")}/root");

        private async Task<string> AskAsync(string address)
        {
            var answer = await replicas.AskAsync(address);
            answer.Status.Should().Be(HttpStatusCode.OK, address);
            Rescues += answer.Replicas.Length - 1;
            return answer.Text;
        }

        private string OneOf(IReadOnlyList<string> all) => all[_dice.Next(all.Count)];
    }
}
