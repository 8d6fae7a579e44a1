using Microsoft.Extensions.Options;
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
        var library = new LibraryReader(options.Value.Limits).Read(options.Value.Folder);
        Current = new(library);
        _logger.LogInformation("Loaded {Folder}: speeches {Speeches}, passages {Passages}, in {Milliseconds:0} ms",
            Path.GetFullPath(options.Value.Folder), library.Speeches.Length, library.Speeches.Sum(speech => speech.Passages.Count()), time.GetElapsedTime(start).TotalMilliseconds);
    }

    /// <summary>The library of this moment, and what is made from it.</summary>
    public Snapshot Current { get; }

    /// <summary>Writes a line to the log for each problem in the content.</summary>
    public void LogProblems()
    {
        foreach (var problem in Current.Library.Problems.Where(problem => problem.Severity > Severity.Hint))
            _logger.Log(problem.Severity == Severity.Error ? LogLevel.Error : LogLevel.Warning, "{Problem:l}", problem.ToString());
    }
}
