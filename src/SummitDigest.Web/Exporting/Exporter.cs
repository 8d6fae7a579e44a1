using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using SummitDigest.Content;
using SummitDigest.Content.Problems;
using SummitDigest.Content.Reading;
using SummitDigest.Web.Links;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Exporting;

/// <summary>What is exported, and where to.</summary>
/// <param name="Folder">Where the export is to be.</param>
/// <param name="Base">The folder of the host that it will be in: begins and ends in a slash.</param>
/// <param name="HasParts">Whether each section and passage has a page of its own.</param>
/// <param name="Compresses">Whether each file is there compressed, too.</param>
internal sealed record ExportOrder(string Folder, string Base, bool HasParts, bool Compresses);

/// <summary>What an export came to.</summary>
/// <param name="Pages">Pages for readers, old addresses among them.</param>
/// <param name="Files">All files, without compressed ones.</param>
/// <param name="Written">Files that are new or changed.</param>
/// <param name="Errors">Mistakes in the content for which something was left out.</param>
/// <param name="Warnings">What else is wrong there.</param>
/// <param name="Left">Where the export before this one still is, and why; null where it was deleted, or where there was none.</param>
internal sealed record ExportSummary(int Pages, int Files, int Written, int Errors, int Warnings, string? Left);

/// <summary>
/// Writes the whole site as files. Every page is what the site would answer, and is made by asking it; a speech of which
/// nothing changed since the last export is taken over without asking.
/// </summary>
internal sealed class Exporter(ExportOrder order, InProcessServer server, IServiceProvider services)
{
    private readonly SiteAssets _assets = services.GetRequiredService<SiteAssets>();
    private readonly Snapshot _snapshot = services.GetRequiredService<LibraryStore>().Current;
    private readonly Uri _site = services.GetRequiredService<IOptions<SiteOptions>>().Value.BaseUrl ?? new("http://localhost/");
    // Whoever stops the program stops the host, which takes the signals.
    private readonly CancellationToken _stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
    private readonly ConcurrentBag<string> _old = [];
    private int _pages;

    /// <summary>Exports. The site must have been started.</summary>
    /// <param name="progress">Told of every speech, from any thread.</param>
    /// <exception cref="IOException">Something cannot be written, or a page cannot be made; what was there before is as it was.</exception>
    /// <exception cref="OperationCanceledException">The host was told to stop; what was there before is as it was.</exception>
    public async Task<ExportSummary> RunAsync(IProgress<ReadProgress>? progress = null)
    {
        using var folder = new ExportFolder(order.Folder, order.Compresses);
        try
        {
            await WriteAsync(folder, progress);
            _stopping.ThrowIfCancellationRequested();
            var left = folder.Finish();
            var errors = _snapshot.Problems.Count(problem => problem.Severity == Severity.Error);
            return new(_pages, folder.Files, folder.Written, errors, _snapshot.Problems.Length - errors, left);
        }
        catch
        {
            folder.Abandon();
            throw;
        }
    }

    private async Task WriteAsync(ExportFolder folder, IProgress<ReadProgress>? progress)
    {
        var library = _snapshot.Library;
        var version = services.GetRequiredService<SiteVersion>();
        var manifest = new ExportManifest(
            $"{version.Program} {LibraryHash.OfThemes(library)} {_site} {order.Base} {order.HasParts} {order.Compresses}",
            library.Speeches.ToDictionary(speech => speech.Slug.Value, speech => LibraryHash.Of(speech, library)),
            Names: []);
        var known = folder.Manifest?.Site == manifest.Site ? folder.Manifest.Speeches : new Dictionary<string, string>();
        var done = 0;
        // More at once than there are processors, for much of it is waiting for the disk.
        var many = new ParallelOptions { MaxDegreeOfParallelism = 4 * Environment.ProcessorCount, CancellationToken = _stopping };
        // Both to their end, whatever fails: nothing may be written any more when the folder is given up.
        await Task.WhenAll(Task.Run(() => WriteIndexAsync(folder, many)), Parallel.ForEachAsync(Work(library), many, async (work, _) =>
        {
            var (speech, addresses) = work;
            var isKnown = speech is not null && known.GetValueOrDefault(speech.Slug.Value) == manifest.Speeches[speech.Slug.Value];
            foreach (var address in addresses)
            {
                if (!(isKnown && folder.TryKeep(address.File)))
                    await WriteAsync(folder, address);
                else if (address.IsPage)
                    Interlocked.Increment(ref _pages);
            }
            if (speech is not null)
                progress?.Report(new(Interlocked.Increment(ref done), library.Speeches.Length, speech.File));
        }));
        // Hosts look for /404.html. The site has no such address: /status/404 answers with this page, and with 404.
        folder.Write("404.html", (await AskAsync("/status/404")).Body.Span);
        folder.Write("version.txt", Encoding.UTF8.GetBytes($"{version.Of(_snapshot)}\n"));
        folder.Write("redirects.txt", Encoding.UTF8.GetBytes(string.Concat(_old.Order(StringComparer.Ordinal).Prepend("# An old address, where it leads (- for nowhere) and the status to answer with, with tabs between them.\n"))));
        // GitHub Pages would otherwise make pages of the Markdown files.
        folder.Write(".nojekyll", []);
        folder.Write(ExportManifest.FileName, (manifest with { Names = folder.Names }).ToBytes());
    }

    // Thousands of small files, which are sent as they are: nobody need be asked for them.
    private Task WriteIndexAsync(ExportFolder folder, ParallelOptions many)
    {
        var files = _snapshot.IndexFiles;
        return Parallel.ForEachAsync(files.Sizes.Keys, many, (name, _) =>
        {
            folder.Write($"search/{_snapshot.IndexHash}/{name}", files.Read(name));
            return ValueTask.CompletedTask;
        });
    }

    // Large pieces first, so that no processor is left with one at the end.
    private IEnumerable<(Speech? Speech, IEnumerable<ExportAddress> Addresses)> Work(Library library) =>
    [
        .. ExportAddresses.Shared(_snapshot, _assets, services.GetRequiredService<SiteLinks>()).Concat(ExportAddresses.Old(library, order.HasParts)).Chunk(20).Select(chunk => ((Speech?)null, chunk.AsEnumerable())),
        .. library.Speeches.OrderByDescending(speech => speech.Passages.Count()).Select(speech => ((Speech?)speech, ExportAddresses.Of(speech, order.HasParts))),
    ];

    private async Task WriteAsync(ExportFolder folder, ExportAddress address)
    {
        var answer = await AskAsync(address.Path);
        if (address.IsPage && answer.Status != StatusCodes.Status503ServiceUnavailable)
            Interlocked.Increment(ref _pages);
        switch (answer.Status)
        {
            case StatusCodes.Status200OK:
                folder.Write(address.File, answer.Body.Span);
                break;
            case StatusCodes.Status301MovedPermanently:
                _old.Add($"{order.Base[..^1]}{address.Path}\t{answer.Location}\t301\n");
                if (address.IsPage)
                    folder.Write(address.File, Encoding.UTF8.GetBytes(LeadingTo(answer.Location!)));
                break;
            case StatusCodes.Status410Gone:
                _old.Add($"{order.Base[..^1]}{address.Path}\t-\t410\n");
                if (address.IsPage)
                    folder.Write(address.File, answer.Body.Span);
                break;
            case StatusCodes.Status503ServiceUnavailable:
                // Its file has a mistake, which check tells.
                break;
            default:
                throw new IOException($"The page {address.Path} could not be made (status {answer.Status}).");
        }
    }

    private Task<Answer> AskAsync(string path)
    {
        _stopping.ThrowIfCancellationRequested();
        return server.GetAsync(_site, order.Base[..^1], path);
    }

    // For hosts that know nothing of redirects. The script takes along what stands behind a hash, which names the passage. The
    // empty icon keeps browsers from asking for one that is not there.
    private string LeadingTo(string location)
    {
        var (address, full) = (WebUtility.HtmlEncode(location), WebUtility.HtmlEncode(new Uri(_site, location).AbsoluteUri));
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <script src="{order.Base}{_assets.Addresses[SiteAssets.MovedScript]}" data-to="{address}"></script>
              <noscript><meta http-equiv="refresh" content="0; url={address}"></noscript>
              <link rel="canonical" href="{full}">
              <link rel="icon" href="data:,">
              <title>Moved</title>
            </head>
            <body><p>This has moved: <a href="{address}">go to where it is now</a>.</p></body>
            </html>

            """.ReplaceLineEndings("\n");
    }
}
