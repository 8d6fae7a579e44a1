using System.Collections.Concurrent;
using SummitDigest.Content.Problems;

namespace SummitDigest.Content.Reading;

/// <summary>
/// Remembers what was read from each file, so that after a change of one file of many the others are not taken apart
/// again. The text itself is compared: neither time nor length of a file is trusted. Safe to ask from several threads.
/// </summary>
internal sealed class ReadingMemory
{
    private ConcurrentDictionary<string, Entry> _before = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, Entry> _now = new(StringComparer.Ordinal);

    /// <summary>Ends a reading of the folder: what it did not ask for is forgotten.</summary>
    public void End() => (_before, _now) = (_now, new(StringComparer.Ordinal));

    /// <summary>What is in a file: remembered where its text and what it is read with are the same, else read.</summary>
    /// <param name="file">The file's text.</param>
    /// <param name="with">What else decides what is read; compared with Equals.</param>
    /// <param name="problems">Gets what is wrong in the file.</param>
    /// <param name="read">Reads the text, and puts into the list what is wrong in it.</param>
    public T? Recall<T>(TextFile file, object? with, ProblemList problems, Func<ProblemList, T?> read)
        where T : class
    {
        if (!_before.TryGetValue(problems.File, out var entry) || entry.Text != file.Text || !Equals(entry.With, with))
        {
            var found = new ProblemList(problems.File);
            entry = new(file.Text, with, read(found), found);
        }
        _now[problems.File] = entry;
        problems.AddAll(entry.Problems);
        return (T?)entry.Value;
    }

    private sealed record Entry(string Text, object? With, object? Value, ProblemList Problems);
}
