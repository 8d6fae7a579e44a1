using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace SummitDigest.Browser.Tests.Browsing;

/// <summary>Console errors (breaches of the Content-Security-Policy are among them), script errors, requests that failed, and answers of 400 and above.</summary>
internal sealed class Complaints
{
    private readonly ConcurrentQueue<string> _complaints = [];

    /// <summary>Listens to all pages of a context.</summary>
    public void Collect(IBrowserContext context)
    {
        context.Console += (_, message) =>
        {
            // That something preloaded was not used "within a few seconds" tells of a busy machine.
            if (message.Type is "error" or "warning" && !message.Text.Contains("preloaded using link preload but not used", StringComparison.Ordinal) && message.Text != "Service Worker registration blocked by Playwright" && !IsAnswerOfMissingPage(message.Text, message.Location))
                Add($"error in the console: {message.Text} ({message.Location})");
        };
        context.WebError += (_, error) => Add($"error in a script: {error.Error}");
        context.RequestFailed += (_, request) =>
        {
            // Aborted by the browser itself, because the reader went on to another page; or not fetched by a browser whose scripts
            // are switched off ("csp"): a breach of the policy is in the console too.
            if (request.Failure is not ("net::ERR_ABORTED" or "csp"))
                Add($"request failed: {request.Url} {request.Failure}");
        };
        context.Response += (_, response) =>
        {
            if (response.Status >= 400 && !(response.Status == 404 && IsOfMissingPage(response.Url)))
                Add($"answer {response.Status}: {response.Url}");
        };
    }

    /// <summary>What there is, which is then forgotten.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = _complaints.ToList();
        _complaints.Clear();
        return taken;
    }

    // The one address that tests open because nothing is there.
    private static bool IsOfMissingPage(string url) => url.Contains(Addresses.Missing);

    private static bool IsAnswerOfMissingPage(string text, string place) =>
        text.StartsWith("Failed to load resource", StringComparison.Ordinal) && IsOfMissingPage(place);

    private void Add(string complaint) => _complaints.Enqueue(complaint);
}
