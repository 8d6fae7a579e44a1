using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace SummitDigest.Web.Serving.Caching;

/// <summary>
/// Keeps the answers that one snapshot gives, each made at most once, in bounded memory: what was asked for longest ago goes
/// first. Only addresses that there are get in, and each once, whatever query string is put behind it.
/// </summary>
internal sealed class AnswerCache(LibraryStore store, IOptions<SiteOptions> options, IWebHostEnvironment environment) : IDisposable
{
    private readonly ConcurrentDictionary<(Snapshot Snapshot, string Key), Task<KeptAnswer?>> _making = [];
    private readonly Lock _renewing = new();
    private volatile Kept? _kept;

    /// <summary>The answer to a request as it was given before; null where it was not.</summary>
    public KeptAnswer? Find(HttpRequest request) =>
        Now().Answers.TryGetValue(Key(request), out KeptAnswer? answer) && (answer!.IgnoresQuery || !request.QueryString.HasValue) ? answer : null;

    /// <summary>How many answers are kept.</summary>
    public int Count => Now().Answers.Count;

    /// <summary>Keeps a complete answer, if the snapshot that gave it is still the current one.</summary>
    public void Keep(HttpRequest request, Snapshot snapshot, KeptAnswer answer)
    {
        var (kept, key) = (Now(), Key(request));
        // With the key's two bytes a character: a host that somebody made up can be longer than the answer.
        if (kept.Snapshot == snapshot)
            kept.Answers.Set(key, answer, new MemoryCacheEntryOptions { Size = answer.Size + 2 * key.Length });
    }

    /// <summary>An answer with this body. In Development a page is seen once between two saves, which good compression does not pay for.</summary>
    public KeptAnswer Make(ReadOnlySpan<byte> body, bool ignoresQuery) =>
        new(body, ignoresQuery, environment.IsDevelopment() ? CompressionLevel.Fastest : CompressionLevel.SmallestSize);

    /// <summary>Has an answer made, or waits for another request that is about it.</summary>
    /// <param name="make">Gives null where the answer is not one to keep.</param>
    /// <returns>The answer, complete, or null where there is none to keep; and whether this request had it made.</returns>
    public async Task<(KeptAnswer? Answer, bool IsMine)> MakeOnceAsync(HttpRequest request, Snapshot snapshot, Func<Task<KeptAnswer?>> make)
    {
        var key = (snapshot, Key(request));
        var mine = new TaskCompletionSource<KeptAnswer?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = _making.GetOrAdd(key, mine.Task);
        if (first != mine.Task)
            return (await first, false);
        KeptAnswer? made = null;
        try
        {
            // It may have got in since this request looked for it.
            made = Find(request);
            return made is null ? (made = await make(), true) : (made, false);
        }
        finally
        {
            _making.TryRemove(key, out _);
            mine.SetResult(made);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _kept?.Answers.Dispose();

    private Kept Now()
    {
        var (kept, current) = (_kept, store.Current);
        if (kept?.Snapshot == current)
            return kept;
        lock (_renewing)
        {
            if (_kept?.Snapshot != current)
                _kept = new(current, new(new MemoryCacheOptions { SizeLimit = options.Value.CacheMegabytes * 1_000_000L }));
            return _kept;
        }
    }

    // Where the public address is not configured, pages name the host that was asked; some headers are for https alone.
    private string Key(HttpRequest request) => options.Value.BaseUrl is null
        ? $"{request.Scheme}://{request.Host.Value}{request.PathBase.Value}{request.Path.Value}"
        : $"{request.Scheme}:{request.PathBase.Value}{request.Path.Value}";

    private sealed record Kept(Snapshot Snapshot, MemoryCache Answers);
}
