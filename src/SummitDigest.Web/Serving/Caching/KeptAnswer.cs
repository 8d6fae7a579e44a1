using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace SummitDigest.Web.Serving.Caching;

/// <summary>
/// The answer to all who ask for one address: its headers, and its body in each coding, compressed as well as can be. Each
/// coding has a strong entity tag of its own, made from the body's bytes, so that every replica gives the same.
/// Safe to share between requests.
/// </summary>
internal sealed class KeptAnswer
{
    // Of these each request gets its own.
    private static readonly string[] OfOneRequest = [HeaderNames.ContentLength, HeaderNames.ContentEncoding, HeaderNames.TransferEncoding, HeaderNames.ETag, HeaderNames.Date];

    // What a connection does not take yet is copied in memory, so that of a large answer it gets no more than this at a time.
    private const int Piece = 32 * 1024;

    // Of each coding, in the order of ContentCoding.
    private readonly string[] _tags;
    private readonly int _length;
    private readonly byte[] _gzip;
    private readonly Lazy<byte[]> _brotli;
    private KeyValuePair<string, StringValues>[]? _headers;
    private bool _hasTag;

    /// <summary>Compresses a body; with Brotli only when somebody asks for that.</summary>
    /// <param name="ignoresQuery">Whether the answer is the same whatever the query string.</param>
    public KeptAnswer(ReadOnlySpan<byte> body, bool ignoresQuery, CompressionLevel level)
    {
        (_length, IgnoresQuery) = (body.Length, ignoresQuery);
        var hash = Convert.ToBase64String(SHA256.HashData(body).AsSpan(0, 12));
        _tags = [$"\"{hash}\"", $"\"{hash}-gz\"", $"\"{hash}-br\""];
        _gzip = ContentCodings.Encode(body, ContentCoding.Gzip, level);
        _brotli = new(() => ContentCodings.Encode(Body(), ContentCoding.Brotli, level));
    }

    /// <summary>Whether the answer is the same whatever the query string.</summary>
    public bool IgnoresQuery { get; }

    /// <summary>About the bytes of memory that it takes, without what it is found by.</summary>
    public int Size => 2 * _gzip.Length + 4000;

    /// <summary>Whether its headers are known, so that it can be given to others.</summary>
    public bool IsComplete => _headers is not null;

    /// <summary>Whether its body is there in a coding, and need not be compressed or taken apart first.</summary>
    public bool IsAtHand(ContentCoding coding) => coding == ContentCoding.Gzip || (coding == ContentCoding.Brotli && _brotli.IsValueCreated);

    /// <summary>Takes over the headers of the first answer, all of which have been set.</summary>
    public void Complete(IHeaderDictionary headers)
    {
        headers.Vary = HeaderNames.AcceptEncoding;
        // What never changes is never asked for again.
        _hasTag = !headers.CacheControl.ToString().Contains("immutable", StringComparison.Ordinal);
        _headers = [.. headers.Where(header => !OfOneRequest.Contains(header.Key, StringComparer.OrdinalIgnoreCase))];
    }

    /// <summary>Sets the answer's status and headers: 304 where the client has the body already.</summary>
    /// <exception cref="InvalidOperationException">Not complete.</exception>
    public void SetHeaders(HttpContext context, ContentCoding coding)
    {
        var (response, headers) = (context.Response, context.Response.Headers);
        foreach (var (name, values) in _headers ?? throw new InvalidOperationException("The headers are not known yet."))
            headers[name] = values;
        headers.ContentEncoding = coding.Name();
        if (_hasTag)
        {
            var tag = _tags[(int)coding];
            headers.ETag = tag;
            if (IsKnown(context.Request.Headers.IfNoneMatch, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.ContentLength = null;
                return;
            }
        }
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentLength = coding == ContentCoding.Identity ? _length : Bytes(coding).Length;
    }

    /// <summary>Sends the body, if this request is to have one.</summary>
    public Task WriteAsync(HttpContext context, ContentCoding coding)
    {
        if (context.Response.StatusCode == StatusCodes.Status304NotModified || HttpMethods.IsHead(context.Request.Method))
            return Task.CompletedTask;
        // Clients that take no compression are few: for them it is undone.
        if (coding == ContentCoding.Identity)
            return CopyAsync(Decompressed(), context);
        var bytes = Bytes(coding);
        return bytes.Length <= Piece ? context.Response.Body.WriteAsync(bytes).AsTask() : CopyAsync(new MemoryStream(bytes), context);
    }

    // A client that has gone is no error.
    private static async Task CopyAsync(Stream bytes, HttpContext context)
    {
        await using (bytes)
        {
            var piece = new byte[Piece];
            for (var count = await bytes.ReadAsync(piece); count > 0 && !context.RequestAborted.IsCancellationRequested; count = await bytes.ReadAsync(piece))
                await context.Response.Body.WriteAsync(piece.AsMemory(0, count));
        }
    }

    private byte[] Bytes(ContentCoding coding) => coding == ContentCoding.Brotli ? _brotli.Value : _gzip;

    private GZipStream Decompressed() => new(new MemoryStream(_gzip), CompressionMode.Decompress);

    private byte[] Body()
    {
        using var stream = Decompressed();
        var body = new byte[_length];
        stream.ReadExactly(body);
        return body;
    }

    // Proxies that compress, too, make tags weak; for this question that makes no difference (RFC 9110, section 13.1.2).
    private static bool IsKnown(StringValues known, string tag)
    {
        foreach (var line in known)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                var item = line.AsSpan()[range].Trim();
                if (item is "*" || (item.StartsWith("W/") ? item[2..] : item).SequenceEqual(tag))
                    return true;
            }
        }
        return false;
    }
}
