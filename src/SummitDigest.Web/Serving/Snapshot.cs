using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SummitDigest.Content;
using SummitDigest.Content.Problems;
using SummitDigest.Search.Indexing;
using SummitDigest.Search.Querying;

namespace SummitDigest.Web.Serving;

/// <summary>A library and what is made from it, swapped as one. Safe to share between requests.</summary>
internal sealed class Snapshot
{
    private readonly TaskCompletionSource _replaced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lazy<Searcher> _searcher;
    private readonly Lazy<IndexFiles> _files;
    private readonly Lazy<string> _hash;

    /// <summary>Makes nothing yet.</summary>
    public Snapshot(Library library)
    {
        Library = library;
        Problems = [.. library.Problems.Where(problem => problem.Severity != Severity.Hint)];
        _searcher = new(() => new(SearchIndex.Build(library)));
        _files = new(() => new(Searcher.Index));
        _hash = new(() => LibraryHash.Of(library));
    }

    private Snapshot(Snapshot same, Library library, ImmutableArray<Problem> problems)
    {
        (Library, Problems) = (library, problems);
        (_searcher, _files, _hash) = (same._searcher, same._files, same._hash);
    }

    /// <summary>The library.</summary>
    public Library Library { get; }

    /// <summary>What is wrong in the content folder and with it, by file and place; no hints.</summary>
    public ImmutableArray<Problem> Problems { get; }

    /// <summary>Answers queries; its index is made when it is first needed.</summary>
    public Searcher Searcher => _searcher.Value;

    /// <summary>The index as a browser fetches it.</summary>
    public IndexFiles IndexFiles => _files.Value;

    /// <summary>Changes with anything in the library that a page can show.</summary>
    public string Hash => _hash.Value;

    /// <summary>
    /// Stands for the files of the index in their addresses: 16 hexadecimal digits. Of what they are made from, the library
    /// and the program, and not of their bytes: every page names it, and none should wait for an index to be made.
    /// </summary>
    public string IndexHash => field ??= Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{typeof(SearchIndex).Assembly.ManifestModule.ModuleVersionId} {Hash}")).AsSpan(0, 8));

    /// <summary>Done when another one has been put in its place.</summary>
    public Task Replaced => _replaced.Task;

    /// <summary>All that was made from the library, for one with the same hash and for other problems.</summary>
    public Snapshot With(Library library, ImmutableArray<Problem> problems) => new(this, library, problems);

    /// <summary>Tells those who wait for it that there is a newer one.</summary>
    public void Replace() => _replaced.TrySetResult();
}
