using Microsoft.Extensions.Options;
using SummitDigest.Content;
using SummitDigest.Content.Problems;
using SummitDigest.Content.Reading;

namespace SummitDigest.Web.Serving;

/// <summary>Holds the library that is being served. Safe to use from every request.</summary>
internal sealed class LibraryStore
{
    private readonly ILogger<LibraryStore> _logger;

    /// <summary>Loads the library.</summary>
    public LibraryStore(IOptions<ContentOptions> options, TimeProvider time, ILogger<LibraryStore> logger)
    {
        _logger = logger;
        var start = time.GetTimestamp();
        Current = new LibraryReader(options.Value.Limits).Read(options.Value.Folder);
        _logger.LogInformation("Loaded {Folder}: speeches {Speeches}, passages {Passages}, in {Milliseconds:0} ms",
            Path.GetFullPath(options.Value.Folder), Current.Speeches.Length, Current.Speeches.Sum(speech => speech.Passages.Count()), time.GetElapsedTime(start).TotalMilliseconds);
    }

    /// <summary>The library of this moment.</summary>
    public Library Current { get; }

    /// <summary>Writes a line to the log for each problem in the content.</summary>
    public void LogProblems()
    {
        foreach (var problem in Current.Problems)
            _logger.Log(problem.Severity == Severity.Error ? LogLevel.Error : LogLevel.Warning, "{Problem:l}", problem.ToString());
    }
}
