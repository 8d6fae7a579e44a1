using System.IO.Compression;

namespace SummitDigest.Web.Serving.Caching;

/// <summary>How the bytes of an answer are compressed (RFC 9110, section 8.4.1).</summary>
internal enum ContentCoding
{
    /// <summary>Not at all.</summary>
    Identity,

    /// <summary>With gzip.</summary>
    Gzip,

    /// <summary>With Brotli.</summary>
    Brotli,
}

/// <summary>Chooses and applies codings.</summary>
internal static class ContentCodings
{
    /// <summary>The coding's name in headers; null for none.</summary>
    public static string? Name(this ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => "br",
        ContentCoding.Gzip => "gzip",
        _ => null,
    };

    /// <summary>The smallest coding that the client takes; what it likes best does not matter, only what it refuses (RFC 9110, section 12.5.3).</summary>
    public static ContentCoding Of(HttpRequest request)
    {
        var best = ContentCoding.Identity;
        foreach (var line in request.Headers.AcceptEncoding)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                var item = line.AsSpan()[range];
                var end = item.IndexOf(';');
                if (end >= 0 && IsRefusal(item[(end + 1)..]))
                    continue;
                // "*" would allow any, but who writes it may not know them all; uncompressed is what everybody reads.
                var coding = Parse((end < 0 ? item : item[..end]).Trim());
                if (coding > best)
                    best = coding;
            }
        }
        return best;
    }

    /// <summary>The bytes in a coding.</summary>
    public static byte[] Encode(ReadOnlySpan<byte> bytes, ContentCoding coding, CompressionLevel level)
    {
        if (coding == ContentCoding.Identity)
            return bytes.ToArray();
        using var target = new MemoryStream();
        using (Stream stream = coding == ContentCoding.Brotli ? new BrotliStream(target, level, leaveOpen: true) : new GZipStream(target, level, leaveOpen: true))
            stream.Write(bytes);
        return target.ToArray();
    }

    private static ContentCoding Parse(ReadOnlySpan<char> name) =>
        name.Equals("br", StringComparison.OrdinalIgnoreCase) ? ContentCoding.Brotli
        : name.Equals("gzip", StringComparison.OrdinalIgnoreCase) ? ContentCoding.Gzip
        : ContentCoding.Identity;

    // A weight of zero, in any of its forms: "q=0", "q=0.000".
    private static bool IsRefusal(ReadOnlySpan<char> parameter)
    {
        parameter = parameter.Trim();
        return parameter.StartsWith("q=0", StringComparison.OrdinalIgnoreCase) && parameter[3..].Trim("0.").IsEmpty;
    }
}
