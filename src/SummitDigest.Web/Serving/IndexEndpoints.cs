using System.IO.Compression;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using SummitDigest.Search.Indexing;
using SummitDigest.Web.Serving.Caching;

namespace SummitDigest.Web.Serving;

/// <summary>
/// Serves the files of the search index under <c>/search/{hash}/</c>. The hash stands for the content, so a file never
/// changes and may be kept for good; for readers who want to keep the whole, <c>/search/{hash}/all</c> is all of them, one
/// behind the other, and <c>/search/{hash}/files</c> their names and lengths, in this order. <c>/search/current</c> says which
/// hash is the newest, for pages opened earlier; what it replaced is still there for <c>Content:KeepIndexMinutes</c>.
/// </summary>
internal static class IndexEndpoints
{
    private const string List = "files";
    private const string ForGood = "public, max-age=31536000, immutable";

    /// <summary>Whether an address is that of a file of an index.</summary>
    public static bool IsIndexFile(PathString path) => path.StartsWithSegments("/search", StringComparison.Ordinal, out var rest) && rest.Value!.LastIndexOf('/') > 0;

    /// <summary>Adds the endpoints.</summary>
    public static void MapIndex(this WebApplication app)
    {
        app.MapRead("/search/current", request => Results.Text(request.Snapshot.IndexHash));
        app.MapRead("/search/{hash}/all", request => FilesOf(request) is { } files ? WriteAllAsync(files, request.Context) : Results.NotFound().ExecuteAsync(request.Context));
        app.MapRead("/search/{hash}/{name}", request =>
        {
            var name = request["name"];
            if (FilesOf(request) is not { } files || (name != List && !files.Sizes.ContainsKey(name)))
                return Results.NotFound();
            request.Context.Response.Headers.CacheControl = ForGood;
            return Results.Bytes(Read(files, name), name == List ? "application/json" : "application/octet-stream");
        }).WithMetadata(new AnswersByPath());
    }

    private static IndexFiles? FilesOf(ReadRequest request) => request.Get<LibraryStore>().FindIndex(request["hash"]);

    private static byte[] Read(IndexFiles files, string name) => name == List ? JsonSerializer.SerializeToUtf8Bytes(files.Sizes) : files.Read(name)!;

    // Asked for seldom and too large to hold: made and compressed as it is sent, quickly rather than well.
    private static async Task WriteAllAsync(IndexFiles files, HttpContext context)
    {
        var coding = ContentCodings.Of(context.Request);
        context.Response.Headers.CacheControl = ForGood;
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        context.Response.Headers.ContentEncoding = coding.Name();
        context.Response.ContentType = "application/octet-stream";
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        var body = context.Response.Body;
        await using var compressed = coding switch
        {
            ContentCoding.Brotli => new BrotliStream(body, CompressionLevel.Fastest, leaveOpen: true),
            ContentCoding.Gzip => new GZipStream(body, CompressionLevel.Fastest, leaveOpen: true),
            _ => (Stream?)null,
        };
        foreach (var name in files.Sizes.Keys)
            await (compressed ?? body).WriteAsync(files.Read(name), context.RequestAborted);
    }
}
