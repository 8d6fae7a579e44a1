using System.Collections.Concurrent;
using System.IO.Compression;
using SummitDigest.Web.Serving.Caching;

namespace SummitDigest.Web.Exporting;

/// <summary>
/// An export in the making. It is built in a folder beside its place and put there as a whole, so that whoever is killed
/// meanwhile leaves what was there. Files that are as they were are the same files, with their times. Safe to use in parallel.
/// </summary>
internal sealed class ExportFolder : IDisposable
{
    // Below this, headers outweigh what compression saves.
    private const int LeastCompressed = 200;

    private static readonly (string Ending, ContentCoding Coding)[] Codings = [(".br", ContentCoding.Brotli), (".gz", ContentCoding.Gzip)];
    private static readonly string[] Compressed = [".png", ".ico"];

    private readonly string _place;
    private readonly string _next;
    private readonly string _before;
    private readonly bool _compresses;
    private readonly FileStream _lock;
    private readonly ConcurrentDictionary<string, byte> _folders = new(StringComparer.Ordinal);
    private int _written;
    private int _files;

    /// <summary>Begins an export, and does away with what a killed one left.</summary>
    /// <param name="place">Where it is to be.</param>
    /// <param name="compresses">Whether each file is there compressed, too, for hosts that send what they find.</param>
    /// <exception cref="IOException">Something else is there, or the folder cannot be written; the message says it.</exception>
    public ExportFolder(string place, bool compresses)
    {
        _place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(place));
        // A link stays one: its folder is the place.
        if (new FileInfo(_place) is { LinkTarget: not null } link)
            _place = link.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        // Names that nobody gives a folder of their own: what is there under them is deleted.
        (_next, _before, _compresses) = ($"{_place}.export-next", $"{_place}.export-before", compresses);
        Directory.CreateDirectory(Path.GetDirectoryName(_place)!);
        _lock = Lock($"{_place}.export-lock");
        try
        {
            Manifest = Begin();
        }
        catch
        {
            _lock.Dispose();
            throw;
        }
    }

    /// <summary>What the export that is there was made from; null where there is none.</summary>
    public ExportManifest? Manifest { get; }

    /// <summary>How many files there are in all, without compressed ones.</summary>
    public int Files => _files;

    /// <summary>How many of them are new or changed.</summary>
    public int Written => _written;

    /// <summary>Writes a file, unless it is as it was.</summary>
    /// <param name="name">Its path in the export, with forward slashes.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(string name, ReadOnlySpan<byte> bytes)
    {
        if (IsSame(Path.Combine(_place, name), bytes) && TryKeep(name))
            return;
        var path = PathOf(name);
        WriteNew(path, bytes);
        if (IsToBeCompressed(name, bytes.Length))
        {
            foreach (var (ending, coding) in Codings)
                WriteNew(path + ending, ContentCodings.Encode(bytes, coding, CompressionLevel.SmallestSize));
        }
        Interlocked.Increment(ref _files);
        Interlocked.Increment(ref _written);
    }

    /// <summary>Takes a file over as it was.</summary>
    /// <returns>Whether it was there, compressed, too, where it is to be.</returns>
    public bool TryKeep(string name)
    {
        var (before, path) = (Path.Combine(_place, name), PathOf(name));
        var endings = _compresses && new FileInfo(before) is { Exists: true, Length: var length } && IsToBeCompressed(name, length) ? Codings.Select(coding => coding.Ending).ToArray() : [];
        if (!endings.All(ending => File.Exists(before + ending)))
            return false;
        if (!FileSystemCalls.TryLink(before, path))
            return false;
        foreach (var ending in endings)
            FileSystemCalls.TryLink(before + ending, path + ending);
        Interlocked.Increment(ref _files);
        return true;
    }

    /// <summary>Puts the export in its place.</summary>
    /// <returns>Where what was there before still is, and why; null where it is no more, as it should be.</returns>
    /// <exception cref="IOException">It cannot be put there; what was there still is.</exception>
    public string? Finish()
    {
        if (!Directory.Exists(_place))
        {
            Directory.Move(_next, _place);
            return null;
        }
        var old = FileSystemCalls.Swap(_next, _place, _before);
        try
        {
            Delete(old);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{old} ({e.Message})";
        }
    }

    /// <summary>Gives the export up.</summary>
    public void Abandon() => Delete(_next);

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private ExportManifest? Begin()
    {
        // Killed between two steps, on systems that cannot swap in one.
        if (!Directory.Exists(_place) && Directory.Exists(_before))
            Directory.Move(_before, _place);
        Delete(_next);
        Delete(_before);
        var manifest = ExportManifest.Read(_place);
        if (File.Exists(_place) || (manifest is null && Directory.Exists(_place) && Directory.EnumerateFileSystemEntries(_place).Any()))
            throw new IOException($"{_place} is there already and is no export, so it is left alone. Name a new or an empty folder.");
        Directory.CreateDirectory(_next);
        return manifest;
    }

    // Of two at once, each would take the other's files for what a killed one left.
    private static FileStream Lock(string file)
    {
        try
        {
            return new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e) when (File.Exists(file))
        {
            throw new IOException($"Another export is at work there: {file} is in use.", e);
        }
    }

    private bool IsToBeCompressed(string name, long length) => _compresses && length >= LeastCompressed && !Compressed.Contains(Path.GetExtension(name));

    private string PathOf(string name)
    {
        var path = Path.Combine(_next, name);
        var folder = Path.GetDirectoryName(path)!;
        // Most are that of many files; the system takes longer to say so.
        if (!_folders.ContainsKey(folder))
        {
            Directory.CreateDirectory(folder);
            _folders.TryAdd(folder, 0);
        }
        return path;
    }

    // Not as File.WriteAllBytes does, which empties a file that it has just made: Linux takes that for an overwritten one, whose
    // bytes it then sends to the disk at once.
    private static void WriteNew(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        RandomAccess.Write(file, bytes, fileOffset: 0);
    }

    private static bool IsSame(string path, ReadOnlySpan<byte> bytes)
    {
        var file = new FileInfo(path);
        return file.Exists && file.Length == bytes.Length && bytes.SequenceEqual(File.ReadAllBytes(path));
    }

    private static void Delete(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        // Of a large site, the folder of each speech beside the others. What fails is told as if there were one at a time.
        foreach (var part in Directory.EnumerateDirectories(folder))
        {
            Parallel.ForEachAsync(Directory.EnumerateDirectories(part), (speech, _) =>
            {
                Directory.Delete(speech, recursive: true);
                return ValueTask.CompletedTask;
            }).GetAwaiter().GetResult();
        }
        Directory.Delete(folder, recursive: true);
    }
}
