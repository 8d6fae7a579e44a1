using System.Diagnostics;
using SummitDigest.Content;
using SummitDigest.Content.Reading;

namespace SummitDigest.Web.Serving;

/// <summary>A content folder as it was read, by a reader that remembers it.</summary>
/// <param name="Stamp">What the folder looked like before it was read.</param>
/// <param name="Took">How long it took.</param>
internal sealed record LibraryReading(LibraryReader Reader, string Stamp, Library Library, TimeSpan Took)
{
    /// <summary>Reads the folder.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static LibraryReading Of(ContentOptions content)
    {
        var start = Stopwatch.GetTimestamp();
        var reader = new LibraryReader(content.Limits);
        // Before reading: what changes meanwhile must look changed afterwards.
        var stamp = ContentStamp.Of(content.Folder);
        return new(reader, stamp, reader.Read(content.Folder), Stopwatch.GetElapsedTime(start));
    }
}

/// <summary>Begins to read the content before the site is put together, which takes as long.</summary>
internal sealed class FirstReading
{
    private readonly ContentOptions _content;
    private Task<LibraryReading>? _reading;

    /// <summary>Begins to read what the configuration names by now.</summary>
    /// <exception cref="InvalidOperationException">An option is no number where it should be; the message names it.</exception>
    public FirstReading(IConfiguration configuration)
    {
        _content = configuration.GetSection(ContentOptions.Section).Get<ContentOptions>() ?? new();
        _reading = Task.Run(() => LibraryReading.Of(_content));
    }

    /// <summary>
    /// Hands over what was read in advance, once. Reads the folder now if the final options differ from those it was read with,
    /// or if it was handed over before.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public LibraryReading Take(ContentOptions content) =>
        Interlocked.Exchange(ref _reading, null) is { } reading && content.Folder == _content.Folder && content.Limits == _content.Limits
            ? reading.GetAwaiter().GetResult() : LibraryReading.Of(content);
}
