using Microsoft.Extensions.Options;

namespace SummitDigest.Web.Serving;

/// <summary>
/// Makes the search index, and sees to it that a change of the content folder is shown. The system's notices make it quick;
/// looking at the folder every two seconds makes it certain: there are no notices from network drives, from a folder that was put in the place of the
/// watched one, or where the system has none left to give.
/// </summary>
internal sealed class ContentWatcher(LibraryStore store, IOptions<ContentOptions> options, TimeProvider time, ILogger<ContentWatcher> logger) : BackgroundService
{
    // One save is several notices within a few milliseconds, and a copied folder several hundred.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(100);
    // Whoever writes without a pause is shown all the same.
    private static readonly TimeSpan LongestNoise = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);
    // In which the first pages are made, by which readers know what there is to search.
    private static readonly TimeSpan BeforeIndex = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _wake = new(0);
    private FileSystemWatcher? _watcher;
    private volatile bool _isNoticed;
    private bool _isTold;

    /// <inheritdoc/>
    public override void Dispose()
    {
        _watcher?.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(options.Value.Watch ? FollowAsync(stoppingToken) : Task.CompletedTask, MakeIndexesAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end.
        }
    }

    private async Task FollowAsync(CancellationToken stopping)
    {
        Watch();
        await using var looks = time.CreateTimer(_ => Wake(), null, TimeSpan.Zero, BetweenLooks);
        while (true)
        {
            await _wake.WaitAsync(stopping);
            try
            {
                await LookAsync(stopping);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // What fails now may work with the next look.
                logger.LogError(e, "Looking for changes in {Folder} failed", options.Value.Folder);
            }
        }
    }

    private async Task LookAsync(CancellationToken stopping)
    {
        store.Forget();
        var isUnnoticed = !_isNoticed && store.IsOutdated;
        if (!_isNoticed && !isUnnoticed)
            return;
        // What is found by looking alone was not where the system's notices come from.
        if (!await BecomesQuietAsync(stopping) && isUnnoticed)
            Watch();
        store.Refresh();
    }

    // Whether there were notices until then.
    private async Task<bool> BecomesQuietAsync(CancellationToken stopping)
    {
        var start = time.GetTimestamp();
        var wasNoticed = false;
        do
        {
            wasNoticed |= _isNoticed;
            _isNoticed = false;
            await Task.Delay(Quiet, time, stopping);
        }
        while (_isNoticed && time.GetElapsedTime(start) < LongestNoise);
        return wasNoticed | _isNoticed;
    }

    // Beside the next change: a large index takes a second to make. Who searches before that has it made at once. The files of
    // what was replaced are made as well, so that nothing else of it is held.
    private async Task MakeIndexesAsync(CancellationToken stopping)
    {
        while (true)
        {
            var snapshot = store.Current;
            await Task.Delay(BeforeIndex, time, stopping);
            try
            {
                _ = await Task.Run(() => snapshot.IndexFiles, stopping);
                await Task.Run(store.Detach, stopping);
                // What reading, compiling and indexing left behind would stay for days: answers that are kept make no garbage.
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogError(e, "The search index cannot be made");
            }
            await snapshot.Replaced.WaitAsync(stopping);
        }
    }

    private void Watch()
    {
        _watcher?.Dispose();
        _watcher = null;
        var watcher = new FileSystemWatcher { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.Size | NotifyFilters.LastWrite | NotifyFilters.Attributes };
        // What a notice says is not asked: of a folder that was moved in it names the folder alone, and some are lost (Error).
        watcher.Changed += (_, _) => Notice();
        watcher.Created += (_, _) => Notice();
        watcher.Deleted += (_, _) => Notice();
        watcher.Renamed += (_, _) => Notice();
        watcher.Error += (_, error) =>
        {
            Notice();
            if (error.GetException() is not InternalBufferOverflowException)
                Tell(error.GetException());
        };
        try
        {
            watcher.Path = options.Value.Folder;
            watcher.EnableRaisingEvents = true;
            _watcher = watcher;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            watcher.Dispose();
            Tell(e);
        }
    }

    // Once. That the folder is gone is the library's to report.
    private void Tell(Exception reason)
    {
        if (_isTold || !Directory.Exists(options.Value.Folder))
            return;
        _isTold = true;
        logger.LogWarning("The system does not tell of all changes in {Folder}, so some are shown only after {Seconds} seconds. {Reason}", options.Value.Folder, BetweenLooks.TotalSeconds, reason.Message);
    }

    private void Notice()
    {
        _isNoticed = true;
        Wake();
    }

    // Once for all that comes before it is heard; now and then twice, which does no harm.
    private void Wake()
    {
        if (_wake.CurrentCount == 0)
            _wake.Release();
    }
}
