using System.Text;
using SummitDigest.Content.Problems;
using SummitDigest.Content.Reading;

namespace SummitDigest.Content.Importing;

/// <summary>
/// Turns the bytes of a text into characters. By its byte order mark; else UTF-8 where it is valid; else GB18030 where it
/// is valid and gives mostly Chinese; else the character set that an HTML page declares; else Windows-1252.
/// </summary>
internal static class SourceBytes
{
    // A page declares its character set within its first 1024 bytes (HTML, section 4.2.5.4); saving programs put comments in front.
    private const int DeclarationBytes = 4096;

    // French in Windows-1252 can be valid GB18030, with a Chinese character for every accent: some 4% of the letters.
    private const double LeastChinese = 0.3;

    // A stray control character comes with old files; more than one in a hundred characters is no text.
    private const double MostControls = 0.01;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly (byte[] Start, string Name, string Fix)[] KnownFiles =
    [
        ("%PDF-"u8.ToArray(), "a PDF", "Copy the text out of it, and save it as plain text."),
        ("{\\rtf"u8.ToArray(), "a rich text file", "Open it, and save it as plain text."),
        ("PK\x03\x04"u8.ToArray(), "a word processor's or an archive file", "Open it, and save it as plain text."),
        ([0xD0, 0xCF, 0x11, 0xE0], "a word processor's file", "Open it, and save it as plain text."),
    ];

    /// <summary>The characters.</summary>
    /// <returns>Null where the bytes are no text or too many; <paramref name="problems"/> then has the reason.</returns>
    public static string? Decode(ReadOnlySpan<byte> bytes, ContentLimits limits, ProblemList problems)
    {
        if (bytes.Length > limits.FileBytes)
        {
            problems.Error("file-too-large", SourcePosition.Start, FormattableString.Invariant($"The text has {bytes.Length:N0} bytes; at most {limits.FileBytes:N0} are read."), "Split it into several files.");
            return null;
        }
        foreach (var (start, name, fix) in KnownFiles)
        {
            if (!bytes.StartsWith(start))
                continue;
            problems.Error("file-not-text", SourcePosition.Start, $"This is {name}, not a text file.", fix);
            return null;
        }
        var text = DecodeMarked(bytes);
        if (text is null && !bytes.Contains((byte)0))
            text = Strict(Utf8, bytes) ?? Chinese(bytes) ?? (Declared(bytes) ?? CodePage("windows-1252")!).GetString(bytes);
        if (text is not null && text.Count(IsStray) <= text.Length * MostControls)
            return text;
        problems.Error("file-not-text", SourcePosition.Start, "This is not a text file.", "Give a text, a Markdown or an HTML file; save it in UTF-8 if its characters are not understood.");
        return null;
    }

    private static string? DecodeMarked(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.GetString(bytes[3..])
        : bytes.StartsWith(Encoding.Unicode.Preamble) ? Encoding.Unicode.GetString(bytes[2..])
        : bytes.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Encoding.BigEndianUnicode.GetString(bytes[2..])
        : null;

    private static string? Chinese(ReadOnlySpan<byte> bytes)
    {
        var strict = CodePagesEncodingProvider.Instance.GetEncoding("gb18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
        return Strict(strict, bytes) is { } text && text.Count(Script.IsHan) >= text.Count(char.IsLetter) * LeastChinese ? text : null;
    }

    private static string? Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationBytes)]);
        var at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || !HtmlSource.LooksLikeHtml(head))
            return null;
        var name = head[(at + 8)..].TrimStart('"', '\'', ' ');
        name = name[..(name.AsSpan().IndexOfAnyExcept(NameCharacters) is >= 0 and var end ? end : name.Length)].ToLowerInvariant();
        // Pages that say Latin-1 are read as Windows-1252 by every browser (WHATWG Encoding, section 4.2).
        return name is "iso-8859-1" or "latin1" or "us-ascii" or "ascii" ? null : CodePage(name is "gb2312" or "gbk" ? "gb18030" : name);
    }

    private static readonly System.Buffers.SearchValues<char> NameCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_:");

    // Not one of the encodings that are wider than a byte: the bytes would have been read by their mark.
    private static Encoding? CodePage(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name);

    private static bool IsStray(char c) => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u0085' or '\u001A');
}
