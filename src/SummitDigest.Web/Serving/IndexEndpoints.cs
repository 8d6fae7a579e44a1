using System.Collections.Concurrent;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using SummitDigest.Search.Indexing;

namespace SummitDigest.Web.Serving;

/// <summary>
/// Serves the files of the search index under <c>/search/{hash}/</c>. The hash stands for the content, so a file never
/// changes and may be kept for good; for readers who want to keep the whole, <c>/search/{hash}/all</c> is all of them, one
/// behind the other, and <c>/search/{hash}/files</c> their names and lengths, in this order. <c>/search/current</c> says which
/// hash is the newest, for pages opened earlier; those of the last few before it are still there.
/// </summary>
internal static class IndexEndpoints
{
    // Compressed once and kept as long as its index is: files are few thousand and small, and everyone asks for the same ones.
    private static readonly ConditionalWeakTable<IndexFiles, ConcurrentDictionary<(string Name, string Encoding), byte[]>> Compressed = [];

    private const string List = "files";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Whether an address is that of a file of an index.</summary>
    public static bool IsIndexFile(PathString path) => path.StartsWithSegments("/search", StringComparison.Ordinal, out var rest) && rest.Value!.LastIndexOf('/') > 0;

    /// <summary>Adds the endpoints.</summary>
    public static void MapIndex(this WebApplication app)
    {
        app.MapMethods("/search/current", Methods, (Snapshot snapshot, HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-cache";
            return Results.Text(snapshot.IndexHash);
        });
        app.MapMethods("/search/{hash}/all", Methods, (string hash, LibraryStore store, HttpContext context) =>
        {
            if (store.FindIndex(hash) is { } snapshot)
                return WriteAllAsync(snapshot.IndexFiles, context);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        app.MapMethods("/search/{hash}/{name}", Methods, async (string hash, string name, LibraryStore store, HttpContext context) =>
        {
            if (store.FindIndex(hash)?.IndexFiles is not { } files || (name != List && !files.Sizes.ContainsKey(name)))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }
            var encoding = Encoding(context.Request);
            var bytes = encoding.Length == 0 ? Read(files, name) : Compressed.GetOrCreateValue(files).GetOrAdd((name, encoding), key => Compress(Read(files, key.Name), key.Encoding));
            KeepForGood(context.Response, encoding);
            context.Response.ContentType = name == List ? "application/json" : "application/octet-stream";
            context.Response.ContentLength = bytes.Length;
            if (HttpMethods.IsGet(context.Request.Method))
                await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        });
    }

    private static byte[] Read(IndexFiles files, string name) => name == List ? JsonSerializer.SerializeToUtf8Bytes(files.Sizes) : files.Read(name)!;

    private static void KeepForGood(HttpResponse response, string encoding)
    {
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (encoding.Length > 0)
            response.Headers.ContentEncoding = encoding;
    }

    // Asked for seldom and too large to hold: made and compressed as it is sent, quickly rather than well.
    private static async Task WriteAllAsync(IndexFiles files, HttpContext context)
    {
        var encoding = Encoding(context.Request);
        KeepForGood(context.Response, encoding);
        context.Response.ContentType = "application/octet-stream";
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        var body = context.Response.Body;
        await using var compressed = encoding switch
        {
            "br" => new BrotliStream(body, CompressionLevel.Fastest, leaveOpen: true),
            "gzip" => new GZipStream(body, CompressionLevel.Fastest, leaveOpen: true),
            _ => (Stream?)null,
        };
        foreach (var name in files.Sizes.Keys)
            await (compressed ?? body).WriteAsync(files.Read(name), context.RequestAborted);
    }

    private static string Encoding(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding.Where(value => value.Quality is not 0).Select(value => value.Value.Value).ToList();
        return accepted.Contains("br") ? "br" : accepted.Contains("gzip") ? "gzip" : "";
    }

    private static byte[] Compress(byte[] file, string encoding)
    {
        using var target = new MemoryStream();
        using (Stream stream = encoding == "br" ? new BrotliStream(target, CompressionLevel.SmallestSize) : new GZipStream(target, CompressionLevel.SmallestSize))
            stream.Write(file);
        return target.ToArray();
    }
}
