using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace SummitDigest.Web.Serving;

/// <summary>Tells open pages, in Development, that the site has changed, so that they show themselves anew.</summary>
internal static class ChangeEvents
{
    /// <summary>The module that listens, among the assets. Pages have it in Development alone.</summary>
    public const string Script = "js/live.js";

    // A site that starts again is there within a second or two.
    private static readonly TimeSpan Reconnection = TimeSpan.FromMilliseconds(500);

    /// <summary>Maps, in Development, <c>/changes</c>: server-sent events, each the version of the site, at once and after every change.</summary>
    public static void MapChanges(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            return;
        app.MapGet("/changes", (LibraryStore store, SiteVersion version, IHostApplicationLifetime lifetime, HttpContext context) =>
        {
            var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
            context.Response.RegisterForDispose(end);
            return TypedResults.ServerSentEvents(VersionsAsync(store, version, end.Token));
        });
    }

    private static async IAsyncEnumerable<SseItem<string>> VersionsAsync(LibraryStore store, SiteVersion version, [EnumeratorCancellation] CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            var snapshot = store.Current;
            yield return new(version.Of(snapshot)) { ReconnectionInterval = Reconnection };
            await snapshot.Replaced.WaitAsync(end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
