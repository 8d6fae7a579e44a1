using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using SummitDigest.Content.Problems;
using SummitDigest.Content.Reading;
using SummitDigest.Search.Indexing;

namespace SummitDigest.Web.Serving;

/// <summary>Holds the library that is being served. Safe to use from every request.</summary>
internal sealed class LibraryStore
{
    // Bounds the memory of many saves within the time that is stated: with two million words each takes 21 MB. Whoever has a page
    // from before the tenth last save is told the newest index by /search/current.
    private const int MostEarlier = 10;

    private readonly LibraryReader _reader;
    private readonly string _folder;
    private readonly TimeSpan _keep;
    private readonly TimeProvider _time;
    private readonly ILogger<LibraryStore> _logger;
    private readonly Lock _refreshing = new();
    private volatile Served _served;
    private string _stamp;

    /// <summary>Loads the library, and writes to the log what is wrong with it.</summary>
    public LibraryStore(FirstReading first, IOptions<ContentOptions> options, TimeProvider time, ILogger<LibraryStore> logger)
    {
        (_folder, _time, _logger) = (options.Value.Folder, time, logger);
        _keep = TimeSpan.FromMinutes(options.Value.KeepIndexMinutes);
        (_reader, _stamp, var library, var took) = first.Take(options.Value);
        _served = new(new(library), Earlier: []);
        Log(before: null, took);
    }

    /// <summary>The library of this moment, and what is made from it.</summary>
    public Snapshot Current => _served.Current;

    /// <summary>Whether the content folder looks another than when it was read last.</summary>
    public bool IsOutdated => ContentStamp.Of(_folder) != _stamp;

    /// <summary>
    /// The index with this hash: the current one or, for pages that were opened earlier, one that was replaced within
    /// <see cref="ContentOptions.KeepIndexMinutes"/>, of many the newest ten; else null.
    /// </summary>
    public IndexFiles? FindIndex(string hash)
    {
        var (current, earlier) = _served;
        return current.IndexHash == hash ? current.IndexFiles : earlier.FirstOrDefault(old => old.IndexHash == hash)?.Files.Value;
    }

    /// <summary>
    /// Reads the content folder anew and serves what it has from now on; requests under way finish with what they began with.
    /// Where the folder is gone or cannot be read, all stays as it is but for a problem that says so.
    /// </summary>
    public void Refresh()
    {
        lock (_refreshing)
        {
            var start = _time.GetTimestamp();
            var (before, earlier) = _served;
            // Before reading: what changes meanwhile must look changed afterwards.
            _stamp = ContentStamp.Of(_folder);
            var now = Read(before);
            if (now == before)
                return;
            var replaced = new Replaced(before.IndexHash, new(() => before.IndexFiles.Detached()), _time.GetTimestamp());
            // What comes back, as after an undo, is the current one and none of those before it.
            _served = new(now, now.Hash == before.Hash ? earlier : [.. earlier.Prepend(replaced).Where(old => old.IndexHash != now.IndexHash).Take(MostEarlier)]);
            before.Replace();
            Log(before, _time.GetElapsedTime(start));
        }
    }

    /// <summary>Lets go of what was replaced longer ago than <see cref="ContentOptions.KeepIndexMinutes"/>.</summary>
    public void Forget()
    {
        lock (_refreshing)
        {
            var (current, earlier) = _served;
            if (earlier.Any(IsOld))
                _served = new(current, earlier.RemoveAll(IsOld));
        }
    }

    /// <summary>Makes the files of the indexes that were replaced, so that nothing of their libraries is held any more. Takes as long as indexing them.</summary>
    public void Detach()
    {
        foreach (var old in _served.Earlier)
            _ = old.Files.Value;
    }

    private bool IsOld(Replaced old) => _time.GetElapsedTime(old.At) > _keep;

    private Snapshot Read(Snapshot before)
    {
        try
        {
            var now = new Snapshot(_reader.Read(_folder, before.Library));
            // If it went meanwhile, what was read may lack anything.
            if (!Directory.Exists(_folder))
                throw new DirectoryNotFoundException();
            if (now.Hash != before.Hash)
                return now;
            return now.Problems.SequenceEqual(before.Problems) && now.Library.Stale.SequenceEqual(before.Library.Stale) ? before : before.With(now.Library, now.Problems);
        }
        catch (DirectoryNotFoundException)
        {
            return With(before, "folder-missing", "The content folder is gone; the site shows what was in it before.", "Put it back where it was.");
        }
        catch (Exception e)
        {
            var unread = With(before, "folder-unreadable", "The content folder cannot be read; the site shows what was in it before.", "See that the site may read everything in it.");
            if (unread != before)
                _logger.LogError(e, "Reading {Folder} failed", _folder);
            return unread;
        }
    }

    private Snapshot With(Snapshot before, string code, string message, string fix)
    {
        var problem = new Problem(Severity.Error, code, Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(_folder))), SourcePosition.Start, message, fix);
        return before.Problems.Contains(problem) ? before : before.With(before.Library, [problem, .. before.Problems.Where(known => known.File != problem.File)]);
    }

    // A line for what was read, one for each problem that was not there before, and one for those that are not there any more.
    private void Log(Snapshot? before, TimeSpan took)
    {
        var (library, problems, known) = (Current.Library, Current.Problems, before?.Problems ?? []);
        if (library != before?.Library)
        {
            _logger.LogInformation("{What:l} {Folder}: speeches {Speeches}, passages {Passages}, problems {Problems}, in {Milliseconds:0} ms", before is null ? "Loaded" : "Reloaded",
                Path.GetFullPath(_folder), library.Speeches.Length, library.PassageCount, problems.Length, took.TotalMilliseconds);
        }
        foreach (var problem in problems.ExceptBy(known.Select(Unplaced), Unplaced))
            _logger.Log(problem.Severity == Severity.Error ? LogLevel.Error : LogLevel.Warning, "{Problem:l}", problem.ToString());
        var mended = known.ExceptBy(problems.Select(Unplaced), Unplaced).Count();
        if (mended > 0)
            _logger.LogInformation("Mended: problems {Mended}, left {Left}", mended, problems.Length);
    }

    // A line put in above moves a problem, and makes no other one of it.
    private static Problem Unplaced(Problem problem) => problem with { Position = SourcePosition.Start };

    // The earlier ones newest first.
    private sealed record Served(Snapshot Current, ImmutableArray<Replaced> Earlier);

    // Until the files are made, the Lazy holds the whole old library and its index.
    private sealed record Replaced(string IndexHash, Lazy<IndexFiles> Files, long At);
}
