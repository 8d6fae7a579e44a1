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

    // What systems put into any folder that somebody looks into.
    private static readonly string[] OfSystems = [".DS_Store", "Thumbs.db", "desktop.ini"];

    private readonly string _place;
    private readonly string _next;
    private readonly string _before;
    private readonly bool _compresses;
    private readonly FileStream _lock;
    private readonly ConcurrentDictionary<string, DirectoryInfo> _folders = new(StringComparer.Ordinal);
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
            _place = Path.TrimEndingDirectorySeparator(link.ResolveLinkTarget(returnFinalTarget: true)!.FullName);
        if (Path.GetDirectoryName(_place) is not { } beside)
            throw new IOException($"{place} leads to {_place}, which is in no folder that an export could be built in.");
        // Names that nobody gives a folder of their own: what is there under them is deleted.
        (_next, _before, _compresses) = ($"{_place}.export-next", $"{_place}.export-before", compresses);
        Directory.CreateDirectory(beside);
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

    /// <summary>The files and folders right in it so far and its manifest, in order.</summary>
    public IReadOnlyList<string> Names => [.. Inside(_next).Append(ExportManifest.FileName).Order(StringComparer.Ordinal)];

    /// <summary>How many files there are in all, without compressed ones.</summary>
    public int Files => _files;

    /// <summary>How many of them are new or changed.</summary>
    public int Written => _written;

    /// <summary>Writes a file, unless it is as it was.</summary>
    /// <param name="name">Its path in the export, with forward slashes.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(string name, ReadOnlySpan<byte> bytes)
    {
        var before = Path.Combine(_place, name);
        var isSame = IsSame(before, bytes);
        if (isSame && TryKeep(name))
            return;
        var path = PathOf(name);
        // The same, but not compressed yet.
        if (!(isSame && FileSystemCalls.TryLink(before, path)))
        {
            WriteNew(path, bytes);
            Interlocked.Increment(ref _written);
        }
        if (IsToBeCompressed(name, bytes.Length))
        {
            foreach (var (ending, coding) in Codings)
                WriteNew(path + ending, ContentCodings.Encode(bytes, coding, CompressionLevel.SmallestSize));
        }
        Interlocked.Increment(ref _files);
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
        var others = manifest?.Names is { } own ? Inside(_place).Except([.. own, .. OfSystems]).ToList() : [];
        if (others.Count > 0)
            throw new IOException($"{_place} has {string.Join(", ", others)}, which no export put there, and an export replaces its folder as a whole. Move that elsewhere, or name another folder.");
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

    // The manifest nobody sends.
    private bool IsToBeCompressed(string name, long length) => _compresses && length >= LeastCompressed && name != ExportManifest.FileName && !Compressed.Contains(Path.GetExtension(name));

    private string PathOf(string name)
    {
        var path = Path.Combine(_next, name);
        // Most folders are that of many files; the system takes longer to say so.
        _folders.GetOrAdd(Path.GetDirectoryName(path)!, Directory.CreateDirectory);
        return path;
    }

    // Not as File.WriteAllBytes does, which empties a file that it has just made: Linux takes that for an overwritten one, whose
    // bytes it then sends to the disk at once.
    private static void WriteNew(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        RandomAccess.Write(file, bytes, fileOffset: 0);
    }

    private static IEnumerable<string> Inside(string folder) => Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path));

    private static bool IsSame(string path, ReadOnlySpan<byte> bytes)
    {
        var file = new FileInfo(path);
        return file.Exists && file.Length == bytes.Length && bytes.SequenceEqual(File.ReadAllBytes(path));
    }

    private static void Delete(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        // Of a large site, the folder of each speech beside the others, but nothing that a link leads to. What fails is told as if
        // there were one at a time.
        foreach (var part in new DirectoryInfo(folder).EnumerateDirectories().Where(part => part.LinkTarget is null))
        {
            Parallel.ForEachAsync(part.EnumerateDirectories(), (speech, _) =>
            {
                speech.Delete(recursive: true);
                return ValueTask.CompletedTask;
            }).GetAwaiter().GetResult();
        }
        Directory.Delete(folder, recursive: true);
    }
}
