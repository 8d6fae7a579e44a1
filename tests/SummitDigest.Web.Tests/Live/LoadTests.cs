using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Tests.Live;

/// <summary>Readers go on reading while an editor saves.</summary>
public sealed partial class LoadTests : IDisposable
{
    private const int Saves = 200;

    private readonly TestSite _site = new TestSite().Watched().WithFile("speeches/counted.md", Counted(0)).WithSpeech("other", "The river stands still.");
    private readonly ConcurrentQueue<string> _complaints = [];
    private readonly ConcurrentDictionary<string, bool> _seen = [];
    private int _answers;

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task While_200_saves_are_shown_no_request_fails_or_sees_two_of_them_at_once()
    {
        var store = _site.Services.GetRequiredService<LibraryStore>();
        using var end = new CancellationTokenSource();
        var readers = new[] { "/speeches/counted", "/speeches/counted.json", "/speeches/counted/p2", "/themes/rivers", "/search?q=river", "/feed.xml" }
            .Select(address => Task.Run(() => ReadAsync(address, end.Token))).Append(Task.Run(() => ReadIndexAsync(end.Token))).ToArray();

        for (var number = 1; number <= Saves; number++)
        {
            var shown = ShownAsync(store, number);
            if (number % 2 == 0)
                _site.Replace("speeches/counted.md", Counted(number));
            else
                _site.WithFile("speeches/counted.md", Counted(number));
            await shown.WaitAsync(LiveSteps.Patience);
        }
        await end.CancelAsync();
        await Task.WhenAll(readers);

        _complaints.Should().BeEmpty();
        _answers.Should().BeGreaterThan(Saves, "the readers must have been at it all the while");
        _seen.Count.Should().BeGreaterThan(Saves / 4, "they must have met many of the saves");
        _site.Log.Lines.Should().NotContain(line => line.StartsWith("Error", StringComparison.Ordinal));
        _site.Log.Lines.Count(line => line.Contains("Reloaded", StringComparison.Ordinal)).Should().BeGreaterThanOrEqualTo(Saves);
    }

    // The number stands wherever a speech has text.
    private static string Counted(int number) => $$"""
        ---
        title: Title n{{number}}n
        speaker: Speaker n{{number}}n
        event: Event n{{number}}n
        date: 2024-05-02
        source: { publisher: Publisher n{{number}}n }
        ---
        ## Heading n{{number}}n {#heading}

        The river carries n{{number}}n. ^p1

        A second river carries n{{number}}n. ^p2

        """;

    private static async Task ShownAsync(LibraryStore store, int number)
    {
        while (true)
        {
            var snapshot = store.Current;
            if (snapshot.Library.FindSpeech("counted")!.Title == $"Title n{number}n")
                return;
            await snapshot.Replaced;
        }
    }

    private async Task ReadAsync(string address, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
            await AskAsync(address);
    }

    // As pages do: the page names the index, and its files are asked for after it; where it is gone already, for the newest.
    private async Task ReadIndexAsync(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            var page = await AskAsync("/speeches/counted");
            var index = IndexPattern().Match(page).Groups["index"].Value;
            using var file = await _site.GetAsync($"{index}root");
            if (file.StatusCode == HttpStatusCode.NotFound)
                await AskAsync($"/search/{await NewestIndexAsync()}/root");
            else if (!Numbers(await file.Content.ReadAsStringAsync(CancellationToken.None)).SequenceEqual(Numbers(page)))
                _complaints.Enqueue($"{index} is another index than that of the page that names it");
        }
    }

    private async Task<string> NewestIndexAsync()
    {
        using var answer = await _site.GetAsync("/search/current");
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<string> AskAsync(string address)
    {
        try
        {
            using var answer = await _site.GetAsync(address);
            var text = await answer.Content.ReadAsStringAsync();
            Interlocked.Increment(ref _answers);
            if (answer.StatusCode != HttpStatusCode.OK)
                _complaints.Enqueue($"{address} answered {answer.StatusCode}");
            var numbers = Numbers(text).ToList();
            if (numbers.Count != 1)
                _complaints.Enqueue($"{address} has {string.Join(" and ", numbers.DefaultIfEmpty("nothing"))}");
            foreach (var number in numbers)
                _seen.TryAdd(number, true);
            return text;
        }
        catch (Exception e)
        {
            _complaints.Enqueue($"{address} failed: {e}");
            return "";
        }
    }

    private static IEnumerable<string> Numbers(string text) => NumberPattern().Matches(text).Select(match => match.Value).Distinct();

    [GeneratedRegex(@"\bn\d+n\b", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex NumberPattern();

    [GeneratedRegex("data-index=\"(?<index>[^\"]*)\"", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex IndexPattern();
}
