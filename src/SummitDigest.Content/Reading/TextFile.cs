using System.Text;
using SummitDigest.Content.Problems;

namespace SummitDigest.Content.Reading;

/// <summary>A line of a file: UTF-16 units [Start, Start + Length) without its line end; the next line begins at Next.</summary>
internal sealed record TextLine(int Start, int Length, int Next);

/// <summary>The text of a content file, and where its lines are.</summary>
internal sealed class TextFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<TextLine> _lines = [];

    private TextFile(string text)
    {
        Text = text;
        for (var start = 0; ;)
        {
            var length = text.AsSpan(start).IndexOfAny('\r', '\n');
            if (length < 0)
            {
                _lines.Add(new(start, text.Length - start, text.Length));
                return;
            }
            var end = start + length;
            var next = text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
            _lines.Add(new(start, length, next));
            start = next;
        }
    }

    /// <summary>The text without a byte order mark, line ends as in the file.</summary>
    public string Text { get; }

    /// <summary>Whether the file begins with a byte order mark.</summary>
    public bool HasByteOrderMark { get; private init; }

    /// <summary>How its first line ends; a line feed where there is only one line.</summary>
    public string LineEnd => _lines is [{ } first, _, ..] ? Text[(first.Start + first.Length)..first.Next] : "\n";

    /// <summary>At least one; ended by a line feed, a carriage return or both.</summary>
    public IReadOnlyList<TextLine> Lines => _lines;

    /// <summary>Reads a file.</summary>
    /// <returns>Null where it cannot be read or is no text; <paramref name="problems"/> then has the reason.</returns>
    public static TextFile? Read(string path, ContentLimits limits, ProblemList problems)
    {
        ReadOnlySpan<byte> bytes;
        try
        {
            using var stream = File.OpenRead(path);
            // What a shell hands over in place of a file has no length.
            var read = new byte[Math.Min(stream.CanSeek ? stream.Length : Array.MaxLength, limits.FileBytes + 1L)];
            var count = stream.ReadAtLeast(read, read.Length, throwOnEndOfStream: false);
            if (count > limits.FileBytes)
            {
                problems.Error("file-too-large", SourcePosition.Start,
                    FormattableString.Invariant($"The file has too many bytes: at most {limits.FileBytes:N0} are read."),
                    "Split it into several files where it is a report; else raise its limit, one of those under Content:Limits.");
                return null;
            }
            bytes = read.AsSpan(0, count);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Error("file-unreadable", SourcePosition.Start, "The file cannot be read.",
                "See that it still exists and that the site may read it.");
            return null;
        }
        return FromBytes(bytes, problems);
    }

    /// <summary>A file with this text.</summary>
    public static TextFile FromText(string text) => new(text);

    /// <summary>Decodes the bytes of a file.</summary>
    /// <returns>Null where they are no text; <paramref name="problems"/> then has the reason.</returns>
    public static TextFile? FromBytes(ReadOnlySpan<byte> bytes, ProblemList problems)
    {
        var hasMark = bytes.StartsWith(Encoding.UTF8.Preamble);
        if (hasMark)
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        var zero = bytes.IndexOf((byte)0);
        if (zero >= 0)
        {
            problems.Error("file-not-text", PositionOfByte(bytes, zero), "The file is not a text file.",
                "Save it as plain text in UTF-8.");
            return null;
        }
        try
        {
            return new(StrictUtf8.GetString(bytes)) { HasByteOrderMark = hasMark };
        }
        catch (DecoderFallbackException e)
        {
            problems.Error("encoding-not-utf8", PositionOfByte(bytes, e.Index), "The file is not saved in UTF-8.",
                "Choose the encoding UTF-8 when saving.");
            return null;
        }
    }

    /// <summary>The bytes of the file with another text in it.</summary>
    public byte[] ToBytes(string text) => [.. HasByteOrderMark ? Encoding.UTF8.Preamble : [], .. StrictUtf8.GetBytes(text)];

    /// <summary>The line and column of a character; that of the end for anything past it.</summary>
    public SourcePosition PositionOf(int offset)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        var (low, high) = (0, _lines.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_lines[middle].Start <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return new(low + 1, offset - _lines[low].Start + 1);
    }

    private static SourcePosition PositionOfByte(ReadOnlySpan<byte> bytes, int index)
    {
        var before = bytes[..Math.Clamp(index, 0, bytes.Length)];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        // What stands before the fault in its line decodes; bytes are turned to characters to count columns as editors do.
        return new(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}
