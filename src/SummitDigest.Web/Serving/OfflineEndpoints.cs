using System.Text;
using System.Text.Json;
using SummitDigest.Search.Indexing;

namespace SummitDigest.Web.Serving;

/// <summary>
/// Serves the service worker, which answers readers without network. Its script begins with a line of what belongs to this
/// version of the site, so that browsers see a new script, and install it, whenever anything changes.
/// </summary>
internal static class OfflineEndpoints
{
    /// <summary>The worker's script among the assets. No page imports it.</summary>
    public const string Script = "js/service-worker.js";

    /// <summary>Maps <c>/sw.js</c>: at the root, because a worker answers for what is below its own address.</summary>
    public static void MapServiceWorker(this IEndpointRouteBuilder app) =>
        app.MapRead("/sw.js", request =>
        {
            var links = request.Links;
            var current = request.Get<SiteVersion>().Of(request.Snapshot);
            var index = links.Index(request.Snapshot);
            var site = new
            {
                version = current,
                index,
                newest = links.NewestIndex,
                says = links.Version,
                offline = links.Offline,
                // The home page has the newest speech in full: who has read it there has the speech's own page, too, where hits lead.
                pages = new[] { links.Home, links.Speeches, links.Themes, links.Search, links.Offline }.Concat(request.Snapshot.Library.Speeches.Take(1).Select(speech => links.To(speech))),
                files = request.Assets.Addresses.Where(asset => asset.Key is not (Script or ChangeEvents.Script)).Select(asset => links.Asset(asset.Value)).Append(index + IndexFiles.Root),
            };
            using var script = new StreamReader(request.Get<IWebHostEnvironment>().WebRootFileProvider.GetFileInfo(Script).CreateReadStream());
            return Results.Bytes(Encoding.UTF8.GetBytes($"const site = {JsonSerializer.Serialize(site)};\n{script.ReadToEnd()}"), "text/javascript; charset=utf-8");
        });
}
