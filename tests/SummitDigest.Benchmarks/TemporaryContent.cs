using SummitDigest.Content;
using SummitDigest.Content.Problems;
using SummitDigest.Content.Reading;

namespace SummitDigest.Benchmarks;

/// <summary>A content folder for the time of one measurement.</summary>
internal sealed class TemporaryContent : IDisposable
{
    /// <summary>Its path.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("summit-digest-benchmark-").FullName;

    /// <summary>Reads it as the site does.</summary>
    /// <exception cref="InvalidDataException">Something in it cannot be read; the message says the first such thing.</exception>
    public Library Read()
    {
        var library = new LibraryReader(new()).Read(Folder);
        return library.Problems.FirstOrDefault(problem => problem.Severity == Severity.Error) is { } error ? throw new InvalidDataException(error.ToString()) : library;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
